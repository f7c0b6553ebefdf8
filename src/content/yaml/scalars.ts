/** The single values of a YAML document, in the order in which they are written. */
import { type Alias, type Document, isAlias, isCollection, isMap, isPair, isScalar, isSeq, type Scalar } from 'yaml';
import type { Field } from '../yaml.ts';

export type Written = {
  node: Scalar | Alias;
  /** Where its source begins and ends, without a comment behind it. */
  start: number;
  end: number;
  /** The way to a value; undefined for a key. */
  field?: Field;
  /** The way to the value of a key. */
  keyOf?: Field;
  /** Where the key of a value begins. */
  keyStart?: number;
};

/** Without recursion, as the document may be nested without end. Values of which nothing is written are left out. */
export function scalarsOf(document: Document): Written[] {
  const found: Written[] = [];
  const open: ({ node: unknown } & Pick<Written, 'field' | 'keyOf' | 'keyStart'>)[] = [
    { node: document.contents, field: [] },
  ];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, field = [] } = next;
    if (isScalar(node) || isAlias(node)) {
      const [start = 0, end = 0] = node.range ?? [];
      if (end > start) found.push({ ...next, node, start, end });
    } else if (isMap(node) || isSeq(node)) {
      for (const [index, item] of [...node.items.entries()].toReversed()) {
        if (!isPair(item)) open.push({ node: item, field: [...field, index] });
        else {
          const name = keyNameOf(item.key);
          const keyStart = isScalar(item.key) || isCollection(item.key) ? item.key.range?.[0] : undefined;
          const way = [...field, name];
          open.push({ node: item.value, field: way, keyStart }, { node: item.key, keyOf: way });
        }
      }
    }
  }
  return found;
}

/** A key as a step of a field; `` for one that is no word. */
export function keyNameOf(key: unknown): string {
  return isScalar(key) ? String(key.value ?? '') : '';
}
