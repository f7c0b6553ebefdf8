/** Days as pages show them to readers. */
import { expect, test } from 'vitest';
import { writtenDate } from '../../../src/import/text/written-date.ts';

test.each([
  ['Posted on July  7, 2014 by Ann', 'en', '2014-07-07'],
  ['Aug 5, 2024 · 26 min read', 'en', '2024-08-05'],
  ['Sep 6th, 2014', 'pt', '2014-09-06'],
  ['13 Sept 2011', 'en', '2011-09-13'],
  ['6 de setembro de 2014 às 10:30', 'pt', '2014-09-06 10:30'],
  ['26 ноября 2015, 09:30', 'ru', '2015-11-26 09:30'],
  ['2018年6月10日', 'zh', '2018-06-10'],
  ['2015. november 26.', 'hu', '2015-11-26'],
  ['31.12.2009 | 12:10', 'de', '2009-12-31 12:10'],
  ['Mar 16, 2015 at 12:05 am', 'en', '2015-03-16 00:05'],
  ['le 1er mars 2012', 'fr', '2012-03-01'],
  ['03/04/2014', 'en', undefined],
  ['2015-02-31', 'en', undefined],
  ['June 2015', 'en', undefined],
  ['November 26, 2015', 'no language', '2015-11-26'],
])('the day in “%s” (%s) is %s', (line, language, day) => {
  expect(writtenDate(line, language)).toBe(day);
});
