/**
 * The value that was meant, in the shape that its schema asks for: made of what was written, and where that is not
 * enough of the example. A remedy is this value as a line; the rest of the file is read as if the line were there.
 */
import type { z } from 'zod';
import { type Example, exampleAt, OneOf, shownExample } from '../example.ts';
import { meantKey } from '../key-names.ts';
import { idFrom, isId } from '../names.ts';
import { nearest } from '../suggest.ts';
import { type Shape, shapeOf } from './schema.ts';

/** `isMadeUp`: nothing of it, or not all, was written by the author. */
export type Mended = { value: unknown; isMadeUp: boolean };

/** What is meant by a value of a schema; `source` is how it is written, as `1.10` for a number. */
export function mend(written: unknown, schema: z.ZodType, example: Example | undefined, source = ''): Mended {
  const shape = shapeOf(schema);
  const own = shape?.is === 'text' ? asText(example) : example;
  const found = shape && mendAs(shape, written, { schema, example: own, source });
  return found ?? { value: own === undefined ? undefined : neededOf(shownExample(own), shape), isMadeUp: true };
}

/** An example without what may be left out, also of the items of a list. */
function neededOf(value: unknown, shape: Shape | undefined): unknown {
  if (shape?.is === 'list' && Array.isArray(value)) return value.map((each) => neededOf(each, shapeOf(shape.of)));
  if (shape?.is !== 'map' || typeof value !== 'object' || value === null) return value;
  const needed = Object.entries(value).filter(([key]) => isNeeded(shape.of[key]));
  return Object.fromEntries(needed.length > 0 ? needed : Object.entries(value).slice(0, 1));
}

/** Of what may be a text or a map, the first value of the map. */
function asText(example: Example | undefined): Example | undefined {
  const isMap = typeof example === 'object' && !(example instanceof OneOf) && !Array.isArray(example);
  return isMap ? Object.values(example)[0] : example;
}

type Context = { schema: z.ZodType; example: Example | undefined; source: string };

function mendAs(shape: Shape, written: unknown, context: Context): Mended | undefined {
  if (written === null || written === undefined) return undefined;
  switch (shape.is) {
    case 'list':
      return mendList(written, shape.of, context);
    case 'map':
      return mendMap(written, shape.of, context);
    case 'truth':
      return asMeant(truthOf(written));
    case 'word':
      return asMeant(textsIn(written, shape, context).flatMap((text) => nearest(text, shape.of) ?? [])[0]);
    case 'text':
      return asMeant(textsIn(written, shape, context).flatMap((text) => rightText(text, context) ?? [])[0]);
  }
}

function asMeant(value: unknown): Mended | undefined {
  return value === undefined ? undefined : { value, isMadeUp: false };
}

const yes = /^(?:true|yes|y|on|1|x|ja|da|да|sim|s[ií]|oui|evet)$/i;
const no = /^(?:false|no|n|off|0|nein|net|нет|n[ãa]o|non|hayır)$/i;

function truthOf(written: unknown): boolean | undefined {
  const word = String(Array.isArray(written) ? written[0] : written).trim();
  return yes.test(word) ? true : no.test(word) ? false : undefined;
}

/** The texts that a value may be meant as, the likeliest first. */
function textsIn(written: unknown, shape: Shape, { source }: Pick<Context, 'source'>): string[] {
  const isProse = shape.is === 'text' && shape.isProse;
  if (typeof written === 'string') return [written];
  if (typeof written === 'number' || typeof written === 'bigint') return [source || String(written)];
  if (typeof written === 'boolean') return isProse ? [source || String(written)] : [];
  const inside = Object.values(written as object).filter((each) => typeof each === 'string');
  if (!isProse || inside.length === 0) return inside;
  // A text with a colon in it, in a list, is read as a key and its value.
  const isText = !Array.isArray(written) && source !== '' && !source.startsWith('{');
  return [isText ? source : Array.isArray(written) ? inside.join(', ') : '', ...inside].filter((each) => each !== '');
}

/** A text as its schema takes it: as it is, or as its refusal says that it is right. */
function rightText(text: string, { schema, example }: Context): string | undefined {
  const read = schema.safeParse(text);
  const rights = read.success ? [text.trim()] : read.error.issues.flatMap(rightOf);
  const meant = example instanceof OneOf ? [text, ...rights].flatMap((each) => example.meant(each) ?? []) : [];
  return meant[0] ?? rights.find((each) => schema.safeParse(each).success);
}

function rightOf(issue: z.core.$ZodIssue): string[] {
  const right: unknown = issue.code === 'custom' ? issue.params?.right : undefined;
  return typeof right === 'string' ? [right] : [];
}

function mendList(written: unknown, item: z.ZodType, { example, source }: Context): Mended | undefined {
  const one = exampleAt(example, [0]);
  const items = itemsIn(written, item, one, source).map((each) =>
    item.safeParse(each).success && !(one instanceof OneOf)
      ? { value: each, isMadeUp: false }
      : mend(each, item, one, typeof each === 'string' ? each : ''),
  );
  const isMadeUp = items.some((each) => each.isMadeUp);
  const known = items.filter((each) => !each.isMadeUp);
  const shown = known.length > 0 ? known : items.slice(0, 1);
  const values = shown.map(({ value }) => value);
  return items.length === 0 ? undefined : { value: one instanceof OneOf ? [...new Set(values)] : values, isMadeUp };
}

/** The items of what should have been a list: of ids, those that commas and the like hold apart. */
function itemsIn(written: unknown, item: z.ZodType, one: Example | undefined, source: string): unknown[] {
  const shape = shapeOf(item);
  if (Array.isArray(written)) return written.filter((each) => each !== null);
  if (typeof written === 'string') {
    const text = written.trim();
    if (text === '') return [];
    const isWhole = (shape?.is === 'text' && shape.isProse) || shape?.is === 'map' || /^[/\w]*:?\//.test(text);
    const parts = text
      .replace(/^[[{(]|[\]})]$/g, '')
      .split(/\s*[,;•|]\s*|\s+(?:and|und|et|e|y|и)\s+|\s&\s|\n/)
      .filter((part) => part !== '');
    if (shape?.is === 'map' && parts.every(isId)) return parts;
    return isWhole || (one instanceof OneOf && isOneName(text, parts, one)) ? [text] : parts;
  }
  if (typeof written === 'object' && written !== null) {
    if (shape?.is === 'map') return pairsAsItems(written, shape.of);
    return Object.values(written).every((each) => each === null) ? Object.keys(written) : [];
  }
  return typeof written === 'number' && shape?.is === 'text' ? [source || String(written)] : [];
}

/** Whether words are one name, as `Lee, Ann`, and not several: nobody is to be lost of those who are named. */
function isOneName(text: string, parts: readonly string[], one: OneOf): boolean {
  const ids = parts.flatMap((part) => one.meant(part) ?? (isId(part) || part.includes(' ') ? part : []));
  return one.meant(text) !== undefined && !(ids.length === parts.length && new Set(ids).size > 1);
}

/** One item without its dash; or, of keys that are none of an item, an item each: `city: City` for its id and title. */
function pairsAsItems(written: object, shape: Record<string, z.ZodType>): unknown[] {
  const [first, second, ...more] = Object.keys(shape).filter((key) => isNeeded(shape[key]));
  const isItem = Object.keys(written).some((key) => meantKey(key, Object.keys(shape)) !== undefined);
  if (isItem || first === undefined || second === undefined || more.length > 0) return [written];
  return Object.entries(written).map(([key, value]) => ({ [first]: key, [second]: value }));
}

function mendMap(written: unknown, shape: Record<string, z.ZodType>, { example }: Context): Mended | undefined {
  const base = keysIn(written, shape, example);
  const keys = Object.keys(shape).filter((key) => base.has(key) || isNeeded(shape[key]));
  let isMadeUp = false;
  const mended = keys.flatMap((key): [string, unknown][] => {
    const schema = shape[key] as z.ZodType;
    const there = base.has(key) ? base.get(key) : meantBy(key, base);
    if (there !== undefined && schema.safeParse(there).success) return [[key, there]];
    const right = mend(there, schema, exampleAt(example, [key]));
    if (right.isMadeUp && !isNeeded(schema)) return [];
    isMadeUp ||= right.isMadeUp;
    return [[key, right.value]];
  });
  return mended.length === 0 || base.size === 0 ? undefined : { value: Object.fromEntries(mended), isMadeUp };
}

export function isNeeded(schema: z.ZodType | undefined): boolean {
  return schema !== undefined && !schema.safeParse(undefined).success;
}

/** What was written, by the keys that are known. */
function keysIn(written: unknown, shape: Record<string, z.ZodType>, example: Example | undefined) {
  const known = Object.keys(shape);
  const maps = (Array.isArray(written) ? written : [written]).filter((each) => typeof each === 'object' && each);
  const pairs = maps.flatMap((each) => Object.entries(each as object));
  const base = new Map<string, unknown>(pairs.filter(([key]) => known.includes(key)));
  for (const [key, value] of pairs) {
    const meant = meantKey(key, known);
    if (meant !== undefined && !base.has(meant)) base.set(meant, value);
  }
  const text = Array.isArray(written) ? written.find((each) => typeof each === 'string') : written;
  if (base.size === 0 && typeof text === 'string' && text.trim() !== '')
    base.set(keyFor(text.trim(), shape, example), text.trim());
  return base;
}

/** The key whose example is of the same sort as a text that stands alone; of no such, the first that is needed. */
function keyFor(text: string, shape: Record<string, z.ZodType>, example: Example | undefined): string {
  const needed = Object.keys(shape).filter((key) => isNeeded(shape[key]));
  const keys = needed.length === 0 ? Object.keys(shape) : needed;
  const same = keys.find((key) => exampleAt(example, [key]) === text);
  if (same !== undefined) return same;
  const alike = keys.find((key) => sortOf(String(exampleAt(example, [key]))) === sortOf(text));
  return alike ?? keys.find((key) => sortOf(String(exampleAt(example, [key]))) === 'words') ?? keys[0] ?? '';
}

function sortOf(text: string): 'address' | 'time' | 'id' | 'words' {
  if (/^(?:https?:|www\.|\/)/i.test(text)) return 'address';
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}/.test(text)) return 'time';
  return isId(text) ? 'id' : 'words';
}

/** A name says its id, and an id or an address what the name may be. */
function meantBy(key: string, base: ReadonlyMap<string, unknown>): unknown {
  const text = (of: string) => (typeof base.get(of) === 'string' ? String(base.get(of)) : undefined);
  if (key === 'id') return idFrom(text('title') ?? text('name') ?? '') || undefined;
  if (key !== 'title' && key !== 'name') return undefined;
  const address = text('url');
  const host = address && /^(?:https?:\/\/)?(?:www\.)?([^/?#]+\.[^/?#]+)/i.exec(address)?.[1];
  const words = (text('id') ?? address?.replace(/\/+$/, '').replace(/^.*\//s, ''))?.replaceAll('-', ' ');
  return host ?? (words ? words.replace(/^./u, (letter) => letter.toUpperCase()) : undefined);
}
