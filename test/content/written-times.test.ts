import { expect, test } from 'vitest';
import { readTime } from '../../src/content/times.ts';
import { meantTime } from '../../src/content/written-times.ts';
import { parseStory, story } from './written.ts';

const lisbon = { day: '2026-03-14', timeZone: 'Europe/Lisbon', languages: ['pt', 'ru'] };

test.each([
  ['2026-03-14 16.45', '2026-03-14 16:45'],
  ['14.03.2026 16:45', '2026-03-14 16:45'],
  ['14.03.2026, 9.05', '2026-03-14 09:05'],
  ['14/03/26', '2026-03-14'],
  ['3/14/2026', '2026-03-14'],
  ['03/14/2026 7:15 PM', '2026-03-14 19:15'],
  ['2026-03-14 4:45 PM', '2026-03-14 16:45'],
  ['2026/03/14 12:05 a.m.', '2026-03-14 00:05'],
  ['2026-03-14 9h30', '2026-03-14 09:30'],
  ['20260314', '2026-03-14'],
  ['1773480600', '2026-03-14 09:30'],
  ['1773480600000', '2026-03-14 09:30'],
  ['14 March 2026, 16:45', '2026-03-14 16:45'],
  ['14th of March 2026', '2026-03-14'],
  ['Mar. 14, 2026 at 4 pm', '2026-03-14 16:00'],
  ['14 de março de 2026', '2026-03-14'],
  ['14 марта 2026 г., 18:05', '2026-03-14 18:05'],
  ['2026-03-14 09:30 WET', '2026-03-14 09:30'],
  ['2026-03-14T09:30:00+1', '2026-03-14 09:30+01:00'],
  ['2026-03-14T25:00', '2026-03-14'],
  ['2026-14-03', '2026-03-14'],
  ['31 February 2026', undefined],
  ['2026-02-30 10:00', undefined],
  ['14 Brumaire 2026', undefined],
  ['16:45', undefined],
  ['2026', undefined],
  ['soon', undefined],
])('of %j as much is kept as can be read', (written, right) => {
  expect(meantTime(written, lisbon)).toBe(right);
  if (right !== undefined) expect(readTime(right, lisbon.timeZone)).toHaveProperty('at');
});

test.each([
  ['26/11/2015', 'Write “updated: 2015-11-26”.'],
  ['11/12/2015', 'Write “updated: 2015-12-11”, or “updated: 2015-11-12” if 11 is the month.'],
  ['04/05/2026', 'Write “updated: 2026-05-04”, or “updated: 2026-04-05” if 4 is the month.'],
  ['4.5.2026 9:30', 'Write “updated: 2026-05-04 09:30”, or “updated: 2026-04-05 09:30” if 4 is the month.'],
  ['25/05/2026', 'Write “updated: 2026-05-25”.'],
  ['05/05/2026', 'Write “updated: 2026-05-05”.'],
])('of a time that can be read in two ways, both are said: %s', (updated, fix) => {
  const text = story({ updated });
  const told = parseStory(text).problems.find(({ code }) => code === 'article/unreadable-time');
  expect(told?.fix).toBe(fix);
});

test('of two days that a text may mean, it is the story’s, or the one that is usual where the site is', () => {
  const newYork = { ...lisbon, timeZone: 'America/New_York' };
  expect(meantTime('04/03/2026', { ...lisbon, day: '2026-04-03' })).toBe('2026-04-03');
  expect(meantTime('04/03/2026', lisbon)).toBe('2026-03-04');
  expect(meantTime('04/03/2026', newYork)).toBe('2026-04-03');
});
