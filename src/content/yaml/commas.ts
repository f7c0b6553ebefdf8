/** In […] and {…} a comma ends a value, also one that was meant as a part of a sentence. */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { Field } from '../yaml.ts';
import type { YamlFault } from './fault.ts';
import { mendWithQuotes } from './quotes.ts';
import { keyNameOf } from './scalars.ts';

/** Lists and maps whose commas have, as far as can be told, cut a text in two; without recursion, as they may be nested without end. */
export function commaFaults(document: Document, text: string, isProse: (field: Field) => boolean): YamlFault[] {
  const faults: YamlFault[] = [];
  const open: { node: unknown; field: Field }[] = [{ node: document.contents, field: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, field } = next;
    if (isSeq(node)) {
      if (node.flow && isProse([...field, 0])) faults.push(...listFaults(node.items, text));
      for (const [index, item] of node.items.entries())
        if (isCollection(item)) open.push({ node: item, field: [...field, index] });
    } else if (isMap(node)) {
      if (node.flow) faults.push(...mapFaults(node));
      for (const item of node.items)
        if (isPair(item) && isCollection(item.value))
          open.push({ node: item.value, field: [...field, keyNameOf(item.key)] });
    }
  }
  return faults.sort((one, other) => one.offset - other.offset);
}

/** The first item that may be half a sentence: one of several words, or half of a number, without quotes. */
function listFaults(items: readonly unknown[], text: string): YamlFault[] {
  if (items.length < 2) return [];
  const half = items.find((item): item is Scalar => isPlain(item) && isHalf(item, text));
  if (!half) return [];
  return [
    {
      code: 'yaml/split-text',
      offset: half.range?.[0] ?? 0,
      what: 'In […] a comma ends a text, so a text with a comma in it would be cut in two.',
      fix: 'Write each text on its own line below, in quotes, as in - "…".',
    },
  ];
}

function isHalf({ range }: Scalar, text: string): boolean {
  const [start = 0, end = 0] = range ?? [];
  return /\s|["“”„«»]/.test(text.slice(start, end)) || /^\d,\d/.test(text.slice(end - 1, end + 2));
}

/** A key after the first that has no value: `{text: It was Tuesday, not Monday}`. */
function mapFaults({ items }: YAMLMap): YamlFault[] {
  return items.flatMap((pair, index) => {
    const { key } = pair;
    if (index === 0 || pair.value !== null || !isPlain(key) || !isPlain(textBefore(items[index - 1]))) return [];
    const before = keyNameOf(items[index - 1]?.key);
    return [
      {
        code: 'yaml/split-text',
        offset: key.range?.[0] ?? 0,
        what: `In {…} a comma ends a value, so “${keyNameOf(key)}” does not belong to “${before}”.`,
        fix: 'Put quotes around the whole text, from before its first word to after its last.',
        mend: mendWithQuotes,
      },
    ];
  });
}

/** Of a key that has none itself, the text goes on in it. */
function textBefore(pair: Pair | undefined): unknown {
  return pair?.value === null ? pair.key : pair?.value;
}

function isPlain(node: unknown): node is Scalar {
  return isScalar(node) && node.type === 'PLAIN';
}
