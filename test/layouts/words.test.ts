import { describe, expect, test } from 'vitest';
import { bucketDate, isoTime, rssTime } from '../../layouts/times.ts';
import { wordsIn } from '../../layouts/words.ts';
import { directionOf } from '../../src/content/names.ts';
import { inZone } from '../../src/content/times.ts';
import { wordsOf } from '../support/words.ts';
import { site } from './newsroom.ts';

const at = 1448560500; // 26 November 2015, 20:55 in Moscow
const time = inZone(at, 'Europe/Moscow');
const [ar, en, ru] = [wordsOf('ar'), wordsOf('en'), wordsOf('ru')];

test('a language without words is an error', () => {
  expect(() => wordsIn('tlh', site)).toThrow(/“tlh”/);
});

describe('plurals', () => {
  test.each([
    [0, '0 stories'],
    [1, '1 story'],
    [2, '2 stories'],
    [1234, '1,234 stories'],
  ])('%i in English', (n, text) => {
    expect(en.stories(n)).toBe(text);
  });

  test.each([
    [0, '0 материалов'],
    [1, '1 материал'],
    [2, '2 материала'],
    [5, '5 материалов'],
    [11, '11 материалов'],
    [12, '12 материалов'],
    [21, '21 материал'],
    [104, '104 материала'],
    [1234, '1\u00A0234 материала'],
  ])('%i in Russian', (n, text) => {
    expect(ru.stories(n)).toBe(text);
  });

  test.each([
    [0, '0 مادة'],
    [1, 'مادة واحدة'],
    [2, 'مادتان'],
    [3, '3 مواد'],
    [10, '10 مواد'],
    [11, '11 مادة'],
    [100, '100 مادة'],
    [1234, '1,234 مادة'],
  ])('%i in Arabic', (n, text) => {
    expect(ar.stories(n)).toBe(text);
  });

  test('a reading time agrees with its number', () => {
    expect([1, 4].map(en.minutesToRead)).toEqual(['1 minute to read', '4 minutes to read']);
    expect([1, 4, 11].map(ru.minutesToRead)).toEqual([
      'Время чтения: 1 минута',
      'Время чтения: 4 минуты',
      'Время чтения: 11 минут',
    ]);
  });
});

describe('dates', () => {
  test('English writes the day first and the hour with a point', () => {
    expect(en.dateAndClock(time)).toBe('26 November 2015, 20.55');
    expect([en.date(time), en.dayAndMonth(time), en.shortDate(time)]).toEqual([
      '26 November 2015',
      '26 November',
      '26 Nov',
    ]);
    expect([en.weekday(time), en.zone(time)]).toEqual(['Thursday', 'Moscow time']);
  });

  test('Russian puts the month in the genitive after a day, in the nominative alone', () => {
    expect(ru.dateAndClock(time)).toBe('26 ноября 2015, 20:55');
    expect(ru.dayAndMonth(time)).toBe('26 ноября');
    expect(ru.monthAndYear(bucketDate(201511))).toBe('Ноябрь 2015');
    expect(ru.allStoriesOfMonth(bucketDate(201503))).toBe('Все материалы за март 2015 года');
    expect([ru.weekday(time), ru.zone(time)]).toEqual(['Четверг', 'мск']);
  });

  test('Arabic names the months of the common calendar, in the digits of the page', () => {
    expect(ar.dateAndClock(time)).toBe('26 نوفمبر 2015، 20:55');
    expect([ar.weekday(time), ar.monthAndYear(bucketDate(201511)), ar.zone(time)]).toEqual([
      'الخميس',
      'نوفمبر 2015',
      'بتوقيت موسكو',
    ]);
  });

  test('a zone that is no city is told by its offset', () => {
    expect(en.zone(inZone(at, 'UTC'))).toBe('UTC');
    expect(en.zone(inZone(at, 'Etc/GMT-3'))).toBe('UTC+3');
    expect(ru.zone(inZone(at, 'Asia/Kolkata'))).toBe('UTC+5:30');
  });

  test('machines get the offset of the site’s zone', () => {
    expect(isoTime(at, site)).toBe('2015-11-26T20:55:00+03:00');
    expect(rssTime(at, site)).toBe('Thu, 26 Nov 2015 20:55:00 +0300');
  });
});

test.each([
  ['ar', 'rtl'],
  ['az', 'ltr'],
  ['az-Arab', 'rtl'],
  ['uz-Latn', 'ltr'],
  ['pa-PK', 'rtl'],
  ['ckb', 'rtl'],
  ['dv', 'rtl'],
  ['he-IL', 'rtl'],
  ['zh-Hant', 'ltr'],
])('%s is written %s, as its script is', (language, direction) => expect(directionOf(language)).toBe(direction));

test('a language with the words of a wider one has its own name and country', () => {
  expect(wordsOf('ru-UA')).toMatchObject({ feeds: ru.feeds, openGraphLocale: 'ru_UA', ownName: 'русский (Украина)' });
  expect(wordsOf('en-AU')).toMatchObject({ feeds: en.feeds, openGraphLocale: 'en_AU' });
  expect(wordsOf('en-419').openGraphLocale).toBe('en_LA');
  expect(() => wordsOf('ru-Latn')).toThrow();
});
