/** What YAML can do and content may not: nest without end, say a thing twice, refer to nothing. */
import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { shownLine } from '../remedies.ts';
import type { YamlFault } from './fault.ts';
import { mendWithQuotes } from './quotes.ts';
import { yamlLine } from './write.ts';

const maxDepth = 32;
const maxAliases = 20;

/** A document as plain values, if nothing forbids it; and its faults. Never throws. */
export function toPlain(document: Document): { value?: unknown; faults: (YamlFault & { merged?: MergedLists })[] } {
  const { tooDeep, aliases, repeated } = walk(document);
  if (tooDeep) return { faults: [tooDeepFault(startOf(tooDeep))] };
  const circular = aliases.slice(0, maxAliases).find((each) => isCircular(each, document));
  if (circular) return { faults: [circularFault(circular)] };
  const faults = repeated.map(({ key, merged }) => ({
    code: 'yaml/repeated-key',
    offset: startOf(key),
    what: `“${key.value}” is given here a second time.`,
    ...(merged
      ? { fix: `Write “${shownLine(merged.by)}” in place of both.`, merged }
      : { fix: 'Remove one of the two.' }),
  }));
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }), faults };
  } catch {
    const tooMany = {
      code: 'yaml/too-many-aliases',
      offset: startOf(aliases[0]),
      what: 'Values are repeated with * too often for this file to be read.',
      fix: 'Write the values out.',
    };
    return { faults: [...faults, tooMany] };
  }
}

export function tooDeepFault(offset: number): YamlFault {
  return {
    code: 'yaml/too-deep',
    offset,
    what: `Values are nested more than ${maxDepth} deep here.`,
    fix: 'Remove the brackets or the indentation; nothing in content is nested like that.',
  };
}

/** What repeats a value that is not marked before it. */
export function aliasFaults(document: Document): YamlFault[] {
  return walk(document).unknown.map((alias) => ({
    code: 'yaml/unknown-alias',
    offset: startOf(alias),
    what: `“*${alias.source}” repeats a value, but no value is marked with “&${alias.source}”.`,
    fix: 'Put quotes around a text that begins with an asterisk.',
    mend: mendWithQuotes,
  }));
}

/** `unknown` aliases repeat nothing that is marked before them. */
type Walked = { tooDeep?: Node; aliases: Alias[]; unknown: Alias[]; repeated: Repeated[] };

/** Without recursion, so that no document can exhaust the stack. */
function walk(document: Document): Walked {
  const aliases: Alias[] = [];
  const unknown: Alias[] = [];
  const anchors = new Set<string>();
  const repeated: Repeated[] = [];
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if ((isScalar(node) || isCollection(node)) && node.anchor) anchors.add(node.anchor);
    if (isAlias(node)) (anchors.has(node.source) ? aliases : unknown).push(node);
    if (isMap(node)) repeated.push(...repeatedKeys(node, document));
    if (isCollection(node) && depth > maxDepth) return { tooDeep: node, aliases, unknown, repeated };
    const inside: unknown[] = isPair(node) ? [node.key, node.value] : isCollection(node) ? node.items : [];
    for (const inner of inside.toReversed()) open.push({ node: inner, depth: isPair(node) ? depth : depth + 1 });
  }
  return { aliases, unknown, repeated };
}

/** A key that is there already; of two lists, as two people have each begun one, `merged` is the line with both. */
type Repeated = { key: Scalar; merged?: MergedLists };

function repeatedKeys(map: YAMLMap, document: Document): Repeated[] {
  const first = new Map<string, Pair>();
  return map.items.flatMap((pair): Repeated[] => {
    const { key } = pair;
    if (!isScalar(key)) return [];
    const name = String(key.value);
    const before = first.get(name);
    if (!before) {
      first.set(name, pair);
      return [];
    }
    const merged = map.flow ? undefined : mergedLists(name, [before, pair], document);
    return [merged ? { key, merged } : { key }];
  });
}

/** The first goes on to `gap`, and the second from there: what stands between them stays. */
export type MergedLists = { start: number; gap: [number, number]; end: number; by: string };

function mergedLists(name: string, [one, other]: [Pair, Pair], document: Document): MergedLists | undefined {
  if (!isSeq(one.value) || !isSeq(other.value) || !isNode(one.key) || !isNode(other.key)) return undefined;
  const items = [one.value, other.value].flatMap(
    (list) => list.toJS(document, { maxAliasCount: maxAliases }) as unknown[],
  );
  const unique = [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
  const gap: [number, number] = [endOf(one.value), startOf(other.key)];
  return { start: startOf(one.key), gap, end: endOf(other.value), by: `${name}: ${yamlLine(unique)}` };
}

function endOf(node: Node): number {
  return node.range?.[1] ?? 0;
}

function isCircular(alias: Alias, document: Document): boolean {
  const offset = startOf(alias);
  const [from, , to] = alias.resolve(document)?.range ?? [0, 0, 0];
  return offset >= from && offset < to;
}

function circularFault(alias: Alias): YamlFault {
  return {
    code: 'yaml/circular-alias',
    offset: startOf(alias),
    what: `“*${alias.source}” is inside the value that it repeats.`,
    fix: 'Write the values out.',
  };
}

function startOf(node: Node | undefined): number {
  return (isNode(node) && node.range?.[0]) || 0;
}
