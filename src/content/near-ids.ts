/** Ids that are one slip of the keyboard away from each other. */
import { editDistance } from './suggest.ts';

/** Of shorter ones, too many are a letter apart: `usa`, `usb`. */
const shortest = 4;

/** Whether two ids differ in one letter or in hyphens alone. Digits differ on purpose: `elections-2015`. */
export function isSlip(one: string, other: string): boolean {
  const [a, b] = [idKey(one), idKey(other)];
  if (one === other || Math.min(a.length, b.length) < shortest || digitsIn(a) !== digitsIn(b)) return false;
  return editDistance(a, b) <= 1;
}

function digitsIn(key: string): string {
  return key.replace(/\D/g, '');
}

/** What of an id counts. */
export function idKey(id: string): string {
  return id.replaceAll('-', '');
}

/** How a key begins and how it ends; one slip, even of two neighbours that change places, leaves one of both as it is. */
export function lastingParts(key: string): { start: string; end: string } {
  const middle = Math.floor((key.length - 1) / 2);
  return { start: key.slice(0, middle), end: key.slice(middle + 1) };
}
