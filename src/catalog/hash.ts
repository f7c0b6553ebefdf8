/** The two hashes of the catalog. */
import { hash } from 'node:crypto';

/** 132 bits, as 22 characters of base64, of a value as JSON: what a record shows, what a route's props are. */
export function fingerprint(...values: unknown[]): string {
  return hash('sha256', JSON.stringify(values), 'base64url').slice(0, 22);
}

/** A name's place in scope 0: 48 bits, so that it is exact as a number. Two names may share one. */
export function spotOf(name: string): number {
  return Number.parseInt(hash('sha256', name).slice(0, 12), 16);
}
