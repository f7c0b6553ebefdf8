/** Where the fields of a YAML document stand in its text, and what a line of it would be with another value. */
import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
} from 'yaml';
import type { Position, Replacement } from '../../problem.ts';
import type { Field } from '../yaml.ts';
import type { ReadText } from './readable.ts';
import { keyNameOf } from './scalars.ts';
import { yamlLine } from './write.ts';

/** A line as it should be, and where it goes; nowhere for a field that is not in the text. */
export type Line = { text: string; replacement?: Replacement };

export type YamlPlaces = {
  /** Where a field stands; the nearest one above it that exists. */
  at(field: Field): Position;
  /** Where the key itself stands, not its value. */
  atKey(field: Field): Position;
  /** Whether a place is in what is written at a field; or on its lines, where it has lines of its own. */
  isIn(field: Field): (place: Partial<Position>) => boolean;
  /** A value as it is written, if that is on one line. */
  sourceOf(field: Field): string;
  /** The line of a field with another value, and under another key. */
  line(field: Field, value: unknown, key?: string): Line;
  /** Takes a key with its value or an item of a list away. */
  removal(field: Field): Replacement | undefined;
  /** The last key of a map that has a line for each. */
  lastKeyOfLines(field: Field): string | undefined;
};

type Found = { node: unknown; pair?: Pair; parent?: Node };

export function placesOf({ document, text, position, edit }: ReadText): YamlPlaces {
  const find = (field: Field) => foundAt(document, field);
  return {
    at: (field) => position(offsetOf(document, field)),
    atKey(field) {
      const key = find(field)?.pair?.key;
      return position(isNode(key) ? (key.range?.[0] ?? 0) : offsetOf(document, field));
    },
    isIn(field) {
      const found = find(field);
      const span = spanOf(found?.node, text);
      if (!span) return () => true;
      const [from, to] = [position(span[0]), position(span[1])];
      const isBefore = (a: Position, b: Position) => a.line < b.line || (a.line === b.line && a.column < b.column);
      if (!isFlow(found?.parent)) return ({ line = 0 }) => from.line <= line && line <= to.line;
      return ({ line = 0, column = 1 }) => !isBefore({ line, column }, from) && !isBefore(to, { line, column });
    },
    sourceOf(field) {
      const [start, end] = spanOf(find(field)?.node, text) ?? [0, 0];
      const source = text.slice(start, end);
      return source.includes('\n') ? '' : source;
    },
    line(field, value, newKey) {
      const found = find(field);
      const step = newKey ?? field.findLast((each) => typeof each === 'string') ?? '';
      const isItem = typeof field.at(-1) === 'number' && newKey === undefined;
      const inside = isFlow(found?.parent) ? (isMap(found?.parent) ? '{}' : '[]') : undefined;
      const written = yamlLine(value, inside);
      const line = isItem ? written : `${step}: ${written}`;
      const isPair = !isItem && field.length > 0;
      const span = found && (isPair ? spanOfPair(found.pair, text) : spanOf(found.node, text));
      const replacement = span && edit(...span, line);
      // An item of a list of lines is shown with its dash, which stays where it is.
      const shown = isItem && inside === undefined ? `- ${line}` : line;
      return replacement ? { text: shown, replacement } : { text: shown };
    },
    removal(field) {
      const span = spanToRemove(find(field), text);
      return span && edit(...span, '');
    },
    lastKeyOfLines(field) {
      const node = find(field)?.node;
      return isMap(node) && !node.flow ? keyNameOf(node.items.at(-1)?.key) : undefined;
    },
  };
}

function isFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true;
}

function foundAt(document: Document, field: Field): Found | undefined {
  let found: Found | undefined = { node: document.contents };
  for (const step of field) {
    const here: unknown = found?.node;
    if (isMap(here)) {
      const pair: Pair | undefined = pairsOf(here).get(String(step));
      found = pair && { node: pair.value, pair, parent: here };
    } else if (isSeq(here)) {
      const item: unknown = here.items[Number(step)];
      found = item === undefined ? undefined : { node: item, parent: here };
    } else return undefined;
  }
  return found;
}

/** From where a value begins to its last character. */
function spanOf(node: unknown, text: string): [number, number] | undefined {
  const range = isNode(node) ? node.range : undefined;
  if (!range) return undefined;
  const [start, end] = range;
  return [start, start + text.slice(start, end).trimEnd().length];
}

function spanOfPair(pair: Pair | undefined, text: string): [number, number] | undefined {
  const key = spanOf(pair?.key, text);
  if (!key) return undefined;
  const value = spanOf(pair?.value, text);
  const colon = /^\s*:/.exec(text.slice(key[1]))?.[0].length ?? 0;
  return [key[0], Math.max(value?.[1] ?? 0, key[1] + colon)];
}

/** In […] and {…} with a comma; else whole lines, or as much of one as is its own. */
function spanToRemove(found: Found | undefined, text: string): [number, number] | undefined {
  const span = found && (found.pair ? spanOfPair(found.pair, text) : spanOf(found.node, text));
  if (!span || !isCollection(found?.parent)) return undefined;
  const [start, end] = span;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const before = text.slice(lineStart, start);
  if (isFlow(found.parent)) {
    const comma = /^\s*,\s*/.exec(text.slice(end))?.[0].length;
    return comma ? [start, end + comma] : [start - (/\s*,\s*$/.exec(before)?.[0].length ?? 0), end];
  }
  if ((isSeq(found.parent) ? before.replace(/-\s*$/, '') : before).trim() !== '') return undefined;
  const lineEnd = text.indexOf('\n', end);
  return [lineStart, lineEnd === -1 ? text.length : lineEnd + 1];
}

/** The offset of a field's value; of one that is not there, the key or list item nearest above it. */
function offsetOf(document: Document, field: Field): number {
  let here: unknown = document.contents;
  let offset = 0;
  for (const [index, step] of field.entries()) {
    const pair = isMap(here) ? pairsOf(here).get(String(step)) : undefined;
    const item = isSeq(here) ? here.items[Number(step)] : undefined;
    const isLast = index === field.length - 1;
    const wanted = pair ? (isLast && isNode(pair.value) ? pair.value : pair.key) : item;
    if (!isNode(wanted)) break;
    const value = pair?.value;
    const isText = isScalar(value) && (value.range?.[1] ?? 0) > (value.range?.[0] ?? 0);
    offset = (isText ? value : wanted).range?.[0] ?? offset;
    here = pair ? pair.value : item;
  }
  return offset;
}

const pairsByKey = new WeakMap<YAMLMap, Map<string, Pair>>();

/** A map's pairs by their keys, kept because a file may have thousands of each. */
function pairsOf(map: YAMLMap): Map<string, Pair> {
  const known = pairsByKey.get(map);
  if (known) return known;
  const pairs = new Map(map.items.filter(isPair).map((pair) => [keyNameOf(pair.key), pair]));
  pairsByKey.set(map, pairs);
  return pairs;
}
