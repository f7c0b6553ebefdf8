import { describe, expect, test } from 'vitest';
import {
  bucketPath,
  dayBucket,
  inZone,
  isTimeZone,
  monthOf,
  readTime,
  spanOf,
  yearOf,
} from '../../src/content/times.ts';

function iso(text: string, zone: string): string {
  const time = readTime(text, zone);
  return 'at' in time ? new Date(time.at * 1000).toISOString().replace('.000', '') : time.refused;
}

describe('what an author writes is read in the zone of the site', () => {
  const spellings: [text: string, meaning: string][] = [
    ['2015-11-26', '2015-11-25T21:00:00Z'],
    ['2015-11-26 09:30', '2015-11-26T06:30:00Z'],
    ['2015-11-26T09:30', '2015-11-26T06:30:00Z'],
    ['2015-11-26 09:30:15', '2015-11-26T06:30:15Z'],
    ['2015-11-26 00:00', '2015-11-25T21:00:00Z'],
    ['2015-11-26 23:59:59', '2015-11-26T20:59:59Z'],
    ['2015-11-26 09:30Z', '2015-11-26T09:30:00Z'],
    ['2015-11-26 09:30 Z', '2015-11-26T09:30:00Z'],
    ['2015-11-26T09:30:00+03:00', '2015-11-26T06:30:00Z'],
    ['2015-11-26 09:30 +0545', '2015-11-26T03:45:00Z'],
    ['2015-11-26 09:30-03:30', '2015-11-26T13:00:00Z'],
    ['2015-11-26 09:30-00:30', '2015-11-26T10:00:00Z'],
    ['2015-11-26 09:30+14:00', '2015-11-25T19:30:00Z'],
    ['2016-02-29', '2016-02-28T21:00:00Z'],
    ['2015-11-26 9:30', '2015-11-26T06:30:00Z'],
    ['2015-11-26T9:30:15', '2015-11-26T06:30:15Z'],
    ['2015-11-26T09:30:00.000Z', '2015-11-26T09:30:00Z'],
    ['2015-11-26T09:30:00.999', '2015-11-26T06:30:00Z'],
    ['2015-11-26T09:30:00.123456789+01:00', '2015-11-26T08:30:00Z'],
    ['2015-11-26 09:30:00,5', '2015-11-26T06:30:00Z'],
    ['2015-11-26t09:30z', '2015-11-26T09:30:00Z'],
    ['2015-11-26 09:30:00 +0300', '2015-11-26T06:30:00Z'],
    ['2015-11-26T09:30:00+03', '2015-11-26T06:30:00Z'],
    ['2015-11-26 09:30:00 UTC', '2015-11-26T09:30:00Z'],
    ['2015-11-26 09:30 GMT', '2015-11-26T09:30:00Z'],
    ['2015-1-5 9:05', '2015-01-05T06:05:00Z'],
    ['2015-02-29', 'unreadable'],
    ['2015-11-31 09:30', 'unreadable'],
    ['2015-13-01', 'unreadable'],
    ['2015-00-10', 'unreadable'],
    ['2015-11-00', 'unreadable'],
    ['2015-11-26 24:00', 'unreadable'],
    ['2015-11-26 09:60', 'unreadable'],
    ['2015-11-26 09:30:60', 'unreadable'],
    ['2015-11-26 09.30', 'unreadable'],
    ['2015-11-26 09:30 am', 'unreadable'],
    ['2015-11-26 09:30+3', 'unreadable'],
    ['2015-11-26 09:30+99:99', 'unreadable'],
    ['2015-11-26 09:30 MSK', 'unreadable'],
    ['2015-11-26  09:30', 'unreadable'],
    [' 2015-11-26', 'unreadable'],
    ['2015-11-26\n', 'unreadable'],
    ['2015/11/26', 'unreadable'],
    ['26.11.2015', 'unreadable'],
    ['11/26/2015', 'unreadable'],
    ['26/11/2015', 'unreadable'],
    ['2015-11-26-03', 'unreadable'],
    ['2015-11-26 9', 'unreadable'],
    ['2015-11-26 9:5', 'unreadable'],
    ['2015-11-26 09:30:00.', 'unreadable'],
    ['2015-11', 'unreadable'],
    ['15-11-26', 'unreadable'],
    ['20151126', 'unreadable'],
    ['26 November 2015', 'unreadable'],
    ['Thu, 26 Nov 2015 09:30:00 GMT', 'unreadable'],
    ['٢٠١٥-١١-٢٦', 'unreadable'],
    ['now', 'unreadable'],
    ['', 'unreadable'],
  ];
  test.each(spellings)('%j is %s', (text, meaning) => expect(iso(text, 'Europe/Moscow')).toBe(meaning));
});

test('whether an hour was written is kept, and nothing is said where one was', () => {
  expect(readTime('2015-11-26', 'UTC')).toEqual({ at: Date.UTC(2015, 10, 26) / 1000, isDay: true });
  expect(readTime('2015-11-26 +03:00', 'UTC')).toMatchObject({ isDay: true });
  for (const text of ['2015-11-26 00:00', '2015-11-26T00:00:00.000Z', '2015-11-26 0:00'])
    expect(readTime(text, 'UTC')).toEqual({ at: Date.UTC(2015, 10, 26) / 1000 });
});

describe('clocks that change', () => {
  test.each([
    ['2015-03-29 02:30', 'Europe/Berlin', 'no-such-time'],
    ['2015-03-29 02:00', 'Europe/Berlin', 'no-such-time'],
    ['2015-03-29 01:59:59', 'Europe/Berlin', '2015-03-29T00:59:59Z'],
    ['2015-03-29 03:00', 'Europe/Berlin', '2015-03-29T01:00:00Z'],
    ['2015-10-18 00:30', 'America/Sao_Paulo', 'no-such-time'],
    ['2011-12-30 10:00', 'Pacific/Apia', 'no-such-day'],
    ['2011-12-30', 'Pacific/Apia', 'no-such-day'],
  ])('a time that they skipped is refused: %s in %s', (text, zone, meaning) => expect(iso(text, zone)).toBe(meaning));

  test('with the offset that the refusal gives it is taken, on its own day', () => {
    for (const [text, zone] of [
      ['2015-03-29 02:30', 'Europe/Berlin'],
      ['2015-10-18 00:30', 'America/Sao_Paulo'],
      ['2024-04-26 00:30', 'Africa/Cairo'],
    ] as const) {
      const refused = readTime(text, zone);
      const mended = readTime(`${text}${'offset' in refused ? refused.offset : '?'}`, zone);
      const day = Number(text.slice(0, 10).replaceAll('-', ''));
      expect('at' in mended && dayBucket(mended.at, zone)).toBe(day);
    }
  });

  test('of a time that happened twice the first is taken', () => {
    expect(iso('2015-10-25 02:30', 'Europe/Berlin')).toBe('2015-10-25T00:30:00Z');
    expect(iso('2015-10-25 03:00', 'Europe/Berlin')).toBe('2015-10-25T02:00:00Z');
  });

  test('an offset says which of the two, and makes no time impossible', () => {
    expect(iso('2015-10-25 02:30+02:00', 'Europe/Berlin')).toBe('2015-10-25T00:30:00Z');
    expect(iso('2015-10-25 02:30+01:00', 'Europe/Berlin')).toBe('2015-10-25T01:30:00Z');
    expect(iso('2015-03-29 02:30+01:00', 'Europe/Berlin')).toBe('2015-03-29T01:30:00Z');
  });

  test('a day without a time begins where its clocks do, even at one in the night', () => {
    expect(iso('2015-10-18', 'America/Sao_Paulo')).toBe('2015-10-18T03:00:00Z');
    expect(dayBucket(Date.UTC(2015, 9, 18, 3) / 1000, 'America/Sao_Paulo')).toBe(20151018);
  });
});

test('the last second of a year and the first of the next fall into their own years in every zone', () => {
  const firstSeconds = {
    'Pacific/Kiritimati': '2015-12-31T10:00:00Z',
    'Asia/Kathmandu': '2015-12-31T18:15:00Z',
    'Europe/Moscow': '2015-12-31T21:00:00Z',
    UTC: '2016-01-01T00:00:00Z',
    'America/St_Johns': '2016-01-01T03:30:00Z',
  };
  for (const [zone, first] of Object.entries(firstSeconds)) {
    const at = Date.parse(first) / 1000;
    expect(iso('2016-01-01', zone)).toBe(first);
    expect([dayBucket(at - 1, zone), dayBucket(at, zone)]).toEqual([20151231, 20160101]);
    expect(spanOf(2015, zone).to).toBe(at - 1);
    expect(spanOf(2016, zone).from).toBe(at);
  }
});

describe('spans tile time: none overlaps and nothing falls between, whatever the clocks do', () => {
  const zones = [
    'UTC',
    'Europe/Moscow',
    'Europe/Berlin',
    'America/Sao_Paulo',
    'America/Havana',
    'America/St_Johns',
    'Pacific/Kiritimati',
    'Pacific/Apia',
    'Asia/Kathmandu',
    'Asia/Beirut',
    'Australia/Lord_Howe',
  ];
  test.each(zones)('%s', (zone) => {
    for (const year of [1994, 1995, 2009, 2011, 2014, 2015, 2020]) {
      const buckets = (unit: 'month' | 'day') => bucketsOf(year, unit);
      const whole = spanOf(year, zone);
      for (const unit of ['month', 'day'] as const) {
        const spans = buckets(unit).map((bucket) => spanOf(bucket, zone));
        expect(spans[0]?.from).toBe(whole.from);
        expect(spans.at(-1)?.to).toBe(whole.to);
        for (const [index, { from }] of spans.entries())
          if (index > 0) expect(from).toBe((spans[index - 1]?.to ?? 0) + 1);
      }
      expect(spanOf(year + 1, zone).from).toBe(whole.to + 1);
    }
  });

  test('a day is as long as its clocks make it', () => {
    const hours = (day: number, zone: string) => (spanOf(day, zone).to - spanOf(day, zone).from + 1) / 3600;
    expect(hours(20151126, 'Europe/Berlin')).toBe(24);
    expect(hours(20150329, 'Europe/Berlin')).toBe(23);
    expect(hours(20151025, 'Europe/Berlin')).toBe(25);
    expect(hours(20151101, 'America/Havana')).toBe(25);
    expect(hours(20151004, 'Australia/Lord_Howe')).toBe(23.5);
    expect(hours(20111230, 'Pacific/Apia')).toBe(0);
  });

  test('the first and last second of a day are of that day', () => {
    for (const zone of zones.filter((each) => each !== 'America/St_Johns')) {
      for (const day of [20150329, 20151018, 20151025, 20151101, 20151126]) {
        const { from, to } = spanOf(day, zone);
        expect([zone, dayBucket(from, zone), dayBucket(to, zone), dayBucket(to + 1, zone) > day]).toEqual([
          zone,
          day,
          day,
          true,
        ]);
      }
    }
  });
});

function bucketsOf(year: number, unit: 'month' | 'day'): number[] {
  const months = Array.from({ length: 12 }, (_, index) => year * 100 + index + 1);
  if (unit === 'month') return months;
  return months.flatMap((month) =>
    Array.from(
      { length: new Date(Date.UTC(year, month % 100, 0)).getUTCDate() },
      (_, index) => month * 100 + index + 1,
    ),
  );
}

test('a bucket tells its month, its year and its path', () => {
  expect([monthOf(20151126), yearOf(20151126)]).toEqual([201511, 2015]);
  expect([2015, 201511, 20151126].map(bucketPath)).toEqual(['2015', '2015/11', '2015/11/26']);
  expect(inZone(0, 'Europe/Moscow').toISO()).toBe('1970-01-01T03:00:00.000+03:00');
});

test('a zone is a name of the tz database, never one that depends on the machine', () => {
  for (const zone of ['Europe/Moscow', 'UTC', 'America/Argentina/Buenos_Aires'])
    expect([zone, isTimeZone(zone)]).toEqual([zone, true]);
  for (const zone of [
    'Europe/Vladikavkaz',
    'local',
    'system',
    'default',
    'utc+3',
    '+03:00',
    'MSK+3',
    '',
    'Europe/Moscow ',
  ])
    expect([zone, isTimeZone(zone)]).toEqual([zone, false]);
});
