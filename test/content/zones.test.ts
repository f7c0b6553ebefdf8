/** A newsroom that has moved has had several time zones: what is in its archive keeps its hours and its days. */
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { dayBucket, inZone, readTime, spanOf } from '../../src/content/times.ts';
import { nameOfZones } from '../../src/content/zone.ts';

const east = nameOfZones([{ zone: 'Europe/Moscow' }, { zone: 'Asia/Tbilisi', from: '2016-01-01' }]);
const west = nameOfZones([{ zone: 'Asia/Tbilisi' }, { zone: 'Europe/Moscow', from: '2016-01-01' }]);
const at = (iso: string) => DateTime.fromISO(iso).toSeconds();

test.each([
  [east, '2015-11-26 09:30', '2015-11-26T09:30+03:00'],
  [east, '2015-12-31 23:59', '2015-12-31T23:59+03:00'],
  [east, '2016-01-01 01:00', '2016-01-01T01:00+04:00'],
  [east, '2016-06-01 09:30', '2016-06-01T09:30+04:00'],
  [west, '2015-12-31 23:30', '2015-12-31T23:30+04:00'],
  [west, '2016-01-01 00:00', '2016-01-01T00:00+03:00'],
])('in %s, %s is %s, and is shown so', (zones, written, iso) => {
  expect(readTime(written, zones)).toEqual({ at: at(iso) });
  const shown = inZone(at(iso), zones);
  expect(shown.toFormat('yyyy-MM-dd HH:mm')).toBe(written);
  expect(shown.toISO({ suppressSeconds: true, suppressMilliseconds: true })).toBe(iso);
});

test('an hour that the move went over is no hour', () => {
  expect(readTime('2016-01-01 00:30', east)).toMatchObject({ refused: 'no-such-time', later: '2016-01-01 01:30' });
});

test('every instant is on one day, and the days follow each other', () => {
  for (const zones of [east, west]) {
    for (const day of [20151230, 20151231, 20160101, 20160102]) {
      const { from, to } = spanOf(day, zones);
      expect([dayBucket(from, zones), dayBucket(to, zones)]).toEqual([day, day]);
    }
    expect(spanOf(20151231, zones).to + 1).toBe(spanOf(20160101, zones).from);
    expect(spanOf(2015, zones).to + 1).toBe(spanOf(2016, zones).from);
    expect(spanOf(201512, zones).to).toBe(spanOf(20151231, zones).to);
  }
});
