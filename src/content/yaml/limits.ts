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
  type Node,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import type { YamlFault } from './fault.ts';
import { mendWithQuotes } from './quotes.ts';

const maxDepth = 32;
const maxAliases = 20;

/** A document as plain values, if nothing forbids it; and its faults. Never throws. */
export function toPlain(document: Document): { value?: unknown; faults: YamlFault[] } {
  const { tooDeep, aliases, repeated } = walk(document);
  if (tooDeep) return { faults: [tooDeepFault(startOf(tooDeep))] };
  const circular = aliases.slice(0, maxAliases).find((each) => isCircular(each, document));
  if (circular) return { faults: [circularFault(circular)] };
  const faults = repeated.map((key) => ({
    code: 'yaml/repeated-key',
    offset: startOf(key),
    what: `“${key.value}” is given here a second time.`,
    fix: 'Remove one of the two.',
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
type Walked = { tooDeep?: Node; aliases: Alias[]; unknown: Alias[]; repeated: Scalar[] };

/** Without recursion, so that no document can exhaust the stack. */
function walk(document: Document): Walked {
  const aliases: Alias[] = [];
  const unknown: Alias[] = [];
  const anchors = new Set<string>();
  const repeated: Scalar[] = [];
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if ((isScalar(node) || isCollection(node)) && node.anchor) anchors.add(node.anchor);
    if (isAlias(node)) (anchors.has(node.source) ? aliases : unknown).push(node);
    if (isMap(node)) repeated.push(...repeatedKeys(node));
    if (isCollection(node) && depth > maxDepth) return { tooDeep: node, aliases, unknown, repeated };
    const inside: unknown[] = isPair(node) ? [node.key, node.value] : isCollection(node) ? node.items : [];
    for (const inner of inside.toReversed()) open.push({ node: inner, depth: isPair(node) ? depth : depth + 1 });
  }
  return { aliases, unknown, repeated };
}

function repeatedKeys(map: YAMLMap): Scalar[] {
  const keys = map.items.map(({ key }) => key).filter((key) => isScalar(key));
  const seen = new Set<unknown>();
  return keys.filter(({ value }) => seen.size === seen.add(String(value)).size);
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
