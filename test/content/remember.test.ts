import { expect, test } from 'vitest';
import { Remembered } from '../../src/content/remember.ts';

test('what was found is not looked for again until it is forgotten, or there is too much of it', () => {
  const asked: number[] = [];
  const squares = new Remembered<number, number>(2);
  const square = (n: number) =>
    squares.get(n, (key) => {
      asked.push(key);
      return key * key;
    });
  expect([square(2), square(3), square(2), square(3)]).toEqual([4, 9, 4, 9]);
  expect(asked).toEqual([2, 3]);
  squares.forget(2);
  square(3);
  square(2);
  expect(asked).toEqual([2, 3, 2]);
  square(4); // one too many: what was asked for longest ago is forgotten
  square(4);
  square(3);
  expect(asked).toEqual([2, 3, 2, 4, 3]);
  squares.forgetAll();
  square(3);
  expect(asked).toEqual([2, 3, 2, 4, 3, 3]);
});
