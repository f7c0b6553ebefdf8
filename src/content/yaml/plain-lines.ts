/**
 * YAML as most files have it: a key and a word, a sentence or a list on each line, and what belongs to a key below it. It is read
 * in a tenth of the time that a parser of all YAML takes, to the same values, and nothing is wrong with it. Of all other YAML
 * nothing is said here.
 */

import { mayHide } from '../hidden-characters.ts';

type Values = { [key: string]: Value };
type Value = string | Value[] | Values;

/** `at`: the number of the next line. */
type Reading = { lines: readonly string[]; at: number };

const keyLine = /^([A-Za-z][\w-]{0,99}):(?: (.*))?$/;

/** Letters, and the signs of prose that mean nothing to YAML inside of a text. */
const signs = String.raw`\p{L}\p{M}\p{N} .,;’‘“”„«»‹›!?()/&%+–—…_=@*~^$€£°\-`;
const plain = new RegExp(String.raw`^(?:\p{L}|[“„«‘/(…—]|\d{1,9}%? )(?:[${signs}'"]|:(?=[^ ]))*(?<! )$`, 'u');
const quoted = new RegExp(`^(?:"([${signs}':]+)"|'([${signs}":]+)')$`, 'u');
const instant = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const list = /^\[[A-Za-z][\w-]*(?:, [A-Za-z][\w-]*)*\]$/;
/** Nothing in content is nested like that, and `limits.ts` tells of it. */
const mostIndent = 32;
/** Words that are no text in some YAML. */
const noText = /^(?:null|true|false|yes|no|on|off|y|n)$/i;

/** Undefined where it is not of this kind. */
export function readPlainLines(text: string): Values | undefined {
  if (mayHide(text)) return undefined;
  const reading = { lines: text.replace(/\n$/, '').split('\n'), at: 0 };
  const read = readMap(reading, 0);
  return reading.at === reading.lines.length ? read : undefined;
}

/** What belongs to a key: deeper than that, or items right below it. */
function readBelow(reading: Reading, indent: number): Value | undefined {
  const line = reading.lines[reading.at] ?? '';
  const deeper = indentOf(line);
  const isList = line.startsWith('- ', deeper);
  if (deeper < indent || (deeper === indent && !isList) || deeper > mostIndent) return undefined;
  return isList ? readList(reading, deeper) : readMap(reading, deeper);
}

/** `first`: what stands on the first line behind a dash. */
function readMap(reading: Reading, indent: number, first?: string): Values | undefined {
  const map: Values = {};
  for (let line = first ?? lineAt(reading, indent); line !== undefined; line = lineAt(reading, indent)) {
    const [, key, source] = keyLine.exec(line) ?? [];
    if (key === undefined || noText.test(key) || Object.hasOwn(map, key)) return undefined;
    reading.at += 1;
    const value = source === undefined ? readBelow(reading, indent) : readScalar(source);
    if (value === undefined) return undefined;
    map[key] = value;
  }
  return map;
}

function readList(reading: Reading, indent: number): Value[] | undefined {
  const items: Value[] = [];
  for (let line = lineAt(reading, indent); line?.startsWith('- '); line = lineAt(reading, indent)) {
    const source = line.slice(2);
    let item: Value | undefined;
    if (keyLine.test(source)) item = readMap(reading, indent + 2, source);
    else {
      reading.at += 1;
      item = readScalar(source);
    }
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}

/** The next line without its indent, if it has just this one. */
function lineAt({ lines, at }: Reading, indent: number): string | undefined {
  const line = lines[at];
  return line !== undefined && indentOf(line) === indent ? line.slice(indent) : undefined;
}

function indentOf(line: string): number {
  let indent = 0;
  while (line[indent] === ' ') indent += 1;
  return indent;
}

function readScalar(source: string): Value | undefined {
  if (instant.test(source)) return source;
  if (list.test(source)) {
    const items = source.slice(1, -1).split(', ');
    return items.some((item) => noText.test(item)) ? undefined : items;
  }
  const text = quoted.exec(source);
  if (text) return text[1] ?? text[2];
  return plain.test(source) && !noText.test(source) ? source : undefined;
}
