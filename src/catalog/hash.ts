/** The two hashes of the catalog. */
import { hash } from 'node:crypto';
import { Remembered } from '../content/remember.ts';

/** 132 bits, as 22 characters of base64, of a value as JSON: what a record shows, what a route's props are. */
export function fingerprint(...values: unknown[]): string {
  return fingerprintOf(JSON.stringify(values));
}

/** The same of a text. */
export function fingerprintOf(text: string): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

/** A name's place in scope 0: 48 bits, so that it is exact as a number. Two names may share one. */
export function spotOf(name: string): number {
  return spots.get(name, findSpot);
}

function findSpot(name: string): number {
  const bytes = hash('sha256', name, 'binary');
  let spot = 0;
  for (let index = 0; index < 6; index++) spot = 256 * spot + bytes.charCodeAt(index);
  return spot;
}

/** Of authors, topics and fronts that many stories name. */
const spots = new Remembered<string, number>(10_000);
