/** The two hashes of the catalog. */
import { createHash } from 'node:crypto';

/** 128 bits, as hexadecimal, of a value as JSON: what a record shows, what a route's props are. */
export function fingerprint(...values: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 32);
}

/** A name's place in scope 0: 48 bits, so that it is exact as a number. Two names may share one. */
export function spotOf(name: string): number {
  return createHash('sha256').update(name).digest().readUIntBE(0, 6);
}
