/** What the catalog's rows hold in few bytes: articles, their standings, and lists of numbers. */
import type { Article } from '../content/article.ts';
import { readScope, type Scope, scopeName } from '../content/scopes.ts';
import type { Seconds } from '../content/times.ts';
import type { Scopes } from './tables/scopes.ts';

/** An article in one scope of a listing, at an instant; its row there has so many bytes at the most. */
export type Entry = { scope: Scope; at: Seconds; bytes: number };

/** Where an article stands: `entries` list it; `places` are single things that exist with it (its page, its pictures). */
export type Standing = { entries: Entry[]; places: Scope[] };

/** The same, with the numbers of the scopes. */
export type NumberedEntry = Entry & { number: number };
export type NumberedStanding = { entries: NumberedEntry[]; places: Scope[] };

const empty: Partial<Article> = {
  topics: [],
  pictures: [],
  points: [],
  type: 'news',
  sources: [],
  redirectFrom: [],
  translators: [],
  contributors: [],
  noindex: false,
  draft: false,
  corrections: [],
};
const emptyOutline: Partial<Article['outline']> = {
  links: [],
  outbound: [],
  pictures: [],
  documents: [],
  weighed: [],
  headings: [],
};

/** JSON without what the file's path says and without what is empty, as it is written, also what is still to come. */
export function packArticle({ path: _path, story: _story, outline, ...rest }: Article): string {
  return JSON.stringify({ ...without(empty, rest), outline: without(emptyOutline, outline) });
}

/** The article of a file, from what `packArticle` made of it. */
export function unpackArticle(packed: string, path: string): Article {
  const { outline, ...rest } = JSON.parse(packed);
  return { ...empty, ...rest, path, story: storyOf(path), outline: { ...emptyOutline, ...outline } };
}

/** `articles/2015/11/26/talks.ru.md` is of `2015/11/26/talks`. */
function storyOf(path: string): string {
  return path.slice(path.indexOf('/') + 1).replace(/(\.[^./]*)?\.md$/, '');
}

function without<T extends object>(nothing: Partial<T>, whole: T): Partial<T> {
  const isEmpty = (value: unknown) => Array.isArray(value) && value.length === 0;
  const said = Object.entries(whole).filter(
    ([name, value]) => !(name in nothing && (value === nothing[name as keyof T] || isEmpty(value))),
  );
  return Object.fromEntries(said) as Partial<T>;
}

type PackedEntry = number | [number: number, at: Seconds, bytes: number];
type PackedStanding = [at: Seconds, bytes: number, entries: PackedEntry[], ...places: string[]];

/** `[at, bytes, [scope's id, …, [scope's id, instant, bytes], …], place, …]` as JSON; the first two are those of most. */
export function packStanding({ entries, places }: NumberedStanding): string {
  const { at, bytes } = entries[0] ?? { at: 0, bytes: 0 };
  const packed = entries.map((entry): PackedEntry => {
    const { number } = entry;
    return entry.at === at && entry.bytes === bytes ? number : [number, entry.at, entry.bytes];
  });
  return JSON.stringify([at, bytes, packed, ...places.map(scopeName)]);
}

export function unpackStanding(scopes: Scopes, json: string): NumberedStanding {
  const [at, bytes, packed, ...places] = JSON.parse(json) as PackedStanding;
  const entries = packed.map((entry) => {
    const [number, ownAt, ownBytes] = typeof entry === 'number' ? ([entry, at, bytes] as const) : entry;
    return { scope: scopes.withId(number), number, at: ownAt, bytes: ownBytes };
  });
  return { entries, places: places.map(readScope) };
}

export function unpackPlaces(json: string): Scope[] {
  const [, , , ...places] = JSON.parse(json) as PackedStanding;
  return places.map(readScope);
}

/** Of a number of 53 bits and its sign. */
const mostBytes = 8;

/** Whole numbers of either sign as zigzag varints: small ones take a byte. */
export function packNumbers(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(mostBytes * numbers.length);
  let length = 0;
  for (const number of numbers) {
    let rest = number < 0 ? -2 * number - 1 : 2 * number;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes[length++] = (rest % 128) + 128;
    bytes[length++] = rest;
  }
  return bytes.slice(0, length);
}

export function unpackNumbers(bytes: Uint8Array): number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of bytes) {
    value += (byte % 128) * scale;
    scale *= 128;
    if (byte >= 128) continue;
    numbers.push(value % 2 === 1 ? -(value + 1) / 2 : value / 2);
    [value, scale] = [0, 1];
  }
  return numbers;
}
