/** What was looked up for one route and is asked for by others: of a catalog that stays as it is meanwhile. */
import type { Listed } from '../catalog/tables/entries.ts';
import type { Headline, InLanguage } from '../content/records.ts';
import { Remembered } from '../content/remember.ts';
import { Neighbours } from './neighbours.ts';

/** Of ten thousand stories all. */
const most = 24_000;
const few = 20;

export class Memory {
  /** By URL. */
  readonly isThere = new Remembered<string, boolean>(most);
  /** By path. */
  readonly blobs = new Remembered<string, string>(most);
  readonly neighbours = new Neighbours();
  /** What its front lists, its feeds list too: by the number of a scope, and how many were asked for. */
  readonly newest = new Remembered<string, readonly Listed[]>(few);
  /** Of what stands beside others, by the id of its file; shared by all who ask: never to be changed. */
  readonly headlines = new Remembered<number, Headline>(most);
  /** By story. */
  readonly languages = new Remembered<string, readonly InLanguage[]>(most);
}
