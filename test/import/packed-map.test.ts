/** A packed map is one, whatever is set, deleted and set again, and however large it becomes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PackedMap } from '../../src/import/packed-map.ts';

const key = fc.oneof(
  fc.constantFrom('a', 'b', 'ferry', '\uD800', 'Паром'),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const step = fc.oneof(
  fc.record({ set: key, value: fc.jsonValue() }),
  fc.record({ set: key, value: fc.constant('x'.repeat(300_000)) }),
  fc.record({ delete: key }),
);

test('it holds what a map holds, in its order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const [plain, packed] = [new Map<string, unknown>(), new PackedMap<unknown>()];
      for (const each of steps)
        if ('delete' in each) expect(packed.delete(each.delete)).toBe(plain.delete(each.delete));
        else {
          const value: unknown = JSON.parse(JSON.stringify(each.value));
          plain.set(each.set, value);
          packed.set(each.set, value);
          expect(packed.get(each.set)).toEqual(value);
        }
      expect([...packed]).toEqual([...plain]);
      expect(packed.size).toBe(plain.size);
      packed.clear();
      expect([...packed.keys()]).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('what has gone to the disk is found there, and what was set anew counts', () => {
  const packed = new PackedMap<{ number: number; text: string }>();
  const text = 'It sails. '.repeat(20);
  for (let number = 0; number < 5000; number++) packed.set(`story-${number}`, { number, text });
  packed.set('story-7', { number: -7, text: '' });
  packed.delete('story-8');
  expect(packed.size).toBe(4999);
  expect(packed.get('story-7')).toEqual({ number: -7, text: '' });
  expect(packed.has('story-8')).toBe(false);
  expect(packed.get('story-4999')).toEqual({ number: 4999, text });
  expect([...packed.values()].map(({ number }) => number).slice(5, 9)).toEqual([5, 6, -7, 9]);
  packed.clear();
});
