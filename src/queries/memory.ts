/** What was looked up for one route and is asked for by others: of a catalog that stays as it is meanwhile. */
import type { InLanguage } from '../content/records.ts';
import { Remembered } from '../content/remember.ts';
import { Neighbours } from './neighbours.ts';

const most = 10_000;

export class Memory {
  /** By URL. */
  readonly isThere = new Remembered<string, boolean>(most);
  /** By path. */
  readonly blobs = new Remembered<string, string>(most);
  readonly neighbours = new Neighbours();
  /** By story. */
  readonly languages = new Remembered<string, readonly InLanguage[]>(most);
}
