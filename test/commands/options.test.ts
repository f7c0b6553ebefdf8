import { expect, test } from 'vitest';
import { nowOption } from '../../src/commands/options.ts';

test('--now is read in UTC, if it does not say its offset', () => {
  const at = (text: string) => new Date(nowOption(text) * 1000).toISOString();
  expect(at('2015-11-26T09:30')).toBe('2015-11-26T09:30:00.000Z');
  expect(at('2015-11-26T09:30+03:00')).toBe('2015-11-26T06:30:00.000Z');
  expect(at('2015-11-26')).toBe('2015-11-26T00:00:00.000Z');
});
