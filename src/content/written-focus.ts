/** A focal point as it is written, and what was meant by one that cannot be read. */
import { z } from 'zod';
import { word } from './fields.ts';
import { centre, type Focus } from './focus.ts';
import { refuse } from './refusal.ts';

const written = /^(\d{1,2}|100)% +(\d{1,2}|100)%$/;

/** `60% 30%`; a number alone is told of as a point that cannot be read. */
export const focus = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  word().superRefine(
    refuse(
      (value) => written.test(value),
      (value) => ({
        code: 'picture/bad-focus',
        what: `“${value}” is not a focal point: how far it is from the left and from the top, each from 0% to 100%.`,
        right: meantFocus(value),
      }),
    ),
  ),
);

/** That of a text that `focus` accepts. */
export function readFocus(text: string): Focus | undefined {
  const [, x, y] = written.exec(text) ?? [];
  return x === undefined || y === undefined ? undefined : { x: Number(x), y: Number(y) };
}

const sides: Record<string, Partial<Focus>> = { left: { x: 0 }, right: { x: 100 }, top: { y: 0 }, bottom: { y: 100 } };

/** Of words as style sheets have them, of fractions, and of percents that are too many or have no sign. */
function meantFocus(text: string): string | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const numbers = text.match(/-?\d+(?:\.\d+)?/g) ?? [];
  if (words.length > 0 && numbers.length === 0) {
    if (!words.every((each) => Object.hasOwn(sides, each) || /^(?:cent(?:er|re)|middle)$/.test(each))) return undefined;
    return textOf(Object.assign({ ...centre }, ...words.map((each) => sides[each] ?? {})));
  }
  if (words.length > 0 || numbers.length === 0 || numbers.length > 2) return undefined;
  const areFractions = numbers.every((each) => Number(each) <= 1) && numbers.some((each) => each.includes('.'));
  const [x = centre.x, y = centre.y] = numbers.map((each) => percent(Number(each) * (areFractions ? 100 : 1)));
  return textOf({ x, y });
}

function textOf({ x, y }: Focus): string {
  return `${x}% ${y}%`;
}

function percent(number: number): number {
  return Math.min(100, Math.max(0, Math.round(number)));
}
