/** Where names stand in a text, however they are written and escaped. */

import { type Layer, layersOf } from '../content/written-text.ts';
import { formOf, keyOf } from './name-pattern.ts';

export type Found = {
  /** As it reads there. */
  form: string;
  /** The same for all spellings of it. */
  key: string;
  /** In the text as it is stored. */
  offset: number;
  /** What stands around it, on one line. */
  around: string;
  /** The address or other word that it is a part of. */
  word: string;
};

/** By offset, each place once. */
export function findInText(text: string, patterns: readonly RegExp[]): Found[] {
  const found = new Map<number, Found>();
  for (const layer of layersOf(text))
    for (const pattern of patterns)
      for (const { 0: match, index } of matches(layer.text, pattern)) {
        // The deepest layer shows how it reads.
        found.set(layer.at(index), describe(match, index, layer));
      }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

/** The same as `matchAll`, which makes a copy of the pattern each time: copies of a long one run many times slower. */
export function* matches(text: string, pattern: RegExp): Iterable<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { lastIndex } = pattern;
    yield match;
    pattern.lastIndex = lastIndex;
  }
}

const reach = 36;

function describe(match: string, index: number, { text, at }: Layer): Found {
  const end = index + match.length;
  const before = /[^\s"'<>]*$/.exec(text.slice(Math.max(0, index - 300), index))?.[0] ?? '';
  const after = /^[^\s"'<>]*/.exec(text.slice(end, end + 300))?.[0] ?? '';
  return {
    ...{ form: formOf(match), key: keyOf(match), offset: at(index), word: before + match + after },
    around: oneLine(text.slice(Math.max(0, index - reach), end + reach)),
  };
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
}
