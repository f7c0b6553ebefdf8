import { expect, test } from 'vitest';
import { nearestTimeZone } from '../../src/content/time-zones.ts';
import { isTimeZone } from '../../src/content/times.ts';

test.for([
  ['Europe/Lisbn', 'Europe/Lisbon'],
  ['europe/lisbonne', 'Europe/Lisbon'],
  ['Lisbon', 'Europe/Lisbon'],
  ['Eurpoe/Moscow', 'Europe/Moscow'],
  ['Europe/New York', 'America/New_York'],
  ['Europe/Kyvi', 'Europe/Kyiv'],
  ['Asia/Kolkatta', 'Asia/Kolkata'],
  ['Buenos Aires', 'America/Argentina/Buenos_Aires'],
] as const)('%s is taken for %s', ([written, meant]) => {
  expect(nearestTimeZone(written)).toBe(meant);
  expect(isTimeZone(meant)).toBe(true);
});

test('what resembles no city is taken for none', () => {
  for (const written of ['MSK', 'UTC+3', '+03:00', '', 'Europe/', 'Europe/Vladikavkaz', 'Europe/Porto', 'local'])
    expect([written, nearestTimeZone(written)]).toEqual([written, undefined]);
});
