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

const maxDepth = 32;
const maxAliases = 20;

export type YamlFault = { code: string; what: string; fix: string; offset: number };

/** A document as plain values, or the first thing that forbids it. Never throws. */
export function toPlain(document: Document): { value: unknown } | { fault: YamlFault } {
  const { tooDeep, aliases, repeated } = walk(document);
  if (tooDeep) return { fault: tooDeepFault(startOf(tooDeep)) };
  if (repeated)
    return {
      fault: {
        code: 'yaml/repeated-key',
        offset: startOf(repeated),
        what: `“${repeated.value}” stands here a second time.`,
        fix: 'Remove one of the two.',
      },
    };
  for (const alias of aliases.slice(0, maxAliases)) {
    const fault = aliasFault(alias, document);
    if (fault) return { fault };
  }
  try {
    return { value: document.toJS({ maxAliasCount: maxAliases }) };
  } catch {
    return {
      fault: {
        code: 'yaml/too-many-aliases',
        offset: startOf(aliases[0]),
        what: 'Values are repeated with * so often that the document cannot be expanded.',
        fix: 'Write the values out.',
      },
    };
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

/** Without recursion, so that no document can exhaust the stack. */
function walk(document: Document): { tooDeep?: Node; aliases: Alias[]; repeated?: Scalar } {
  const aliases: Alias[] = [];
  let repeated: Scalar | undefined;
  const open: { node: unknown; depth: number }[] = [{ node: document.contents, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next;
    if (isAlias(node)) aliases.push(node);
    if (isMap(node)) repeated ??= repeatedKey(node);
    if (isCollection(node) && depth > maxDepth) return { tooDeep: node, aliases };
    const inside: unknown[] = isPair(node) ? [node.key, node.value] : isCollection(node) ? node.items : [];
    for (const inner of inside.toReversed()) open.push({ node: inner, depth: isPair(node) ? depth : depth + 1 });
  }
  return { aliases, repeated };
}

function repeatedKey(map: YAMLMap): Scalar | undefined {
  const keys = map.items.map(({ key }) => key).filter((key) => isScalar(key));
  const seen = new Set<unknown>();
  return keys.find(({ value }) => seen.size === seen.add(String(value)).size);
}

function aliasFault(alias: Alias, document: Document): YamlFault | undefined {
  const offset = startOf(alias);
  const meant = alias.resolve(document);
  if (!meant) {
    return {
      code: 'yaml/unknown-alias',
      offset,
      what: `“*${alias.source}” repeats a value that is nowhere marked with “&${alias.source}”.`,
      fix: 'Put quotes around a text that begins with an asterisk.',
    };
  }
  const [from, , to] = meant.range ?? [0, 0, 0];
  if (offset < from || offset >= to) return undefined;
  return {
    code: 'yaml/circular-alias',
    offset,
    what: `“*${alias.source}” stands inside the value that it repeats.`,
    fix: 'Write the values out.',
  };
}

function startOf(node: Node | undefined): number {
  return (isNode(node) && node.range?.[0]) || 0;
}
