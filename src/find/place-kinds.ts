/** In which part of a newsroom’s file a place is, as editors call it: the headline, a caption, the name of a picture. */
import { isMap, isPair, isScalar, isSeq, type Node, parseDocument } from 'yaml';

export type PlaceKind = string;

/** By the last key that counts; of others the key itself is told. */
const kindsOfKeys: Readonly<Record<string, PlaceKind>> = {
  title: 'headline',
  titles: 'other titles',
  summary: 'summary',
  alt: 'alternative text',
  caption: 'caption',
  credit: 'credit',
  file: 'name of a file',
  authors: 'byline',
  translators: 'byline',
  contributors: 'byline',
  redirectFrom: 'address',
  canonical: 'address',
  id: 'address',
  url: 'address',
  to: 'address',
  corrections: 'correction',
  reason: 'reason of an end',
  sources: 'source',
};

/** Keys within which others are told by them. */
const whole: ReadonlySet<string> = new Set(['titles', 'authors', 'translators', 'contributors', 'corrections']);

/** Answers for offsets of one file’s text; `path` as it ends. */
export function placeKinds(path: string, text: string): (offset: number) => PlaceKind {
  const isYaml = /\.ya?ml$/.test(path);
  if (!isYaml && !path.endsWith('.md')) return () => (/\.[jt]sx?$/.test(path) ? 'code' : 'document');
  const matter = isYaml ? undefined : /^\uFEFF?---\r?\n([\s\S]*?)^---[ \t]*$/m.exec(text);
  const start = isYaml ? 0 : (matter?.[0].indexOf('\n') ?? -1) + 1;
  const yaml = isYaml ? text : (matter?.[1] ?? '');
  const { contents } = parseDocument(yaml, { logLevel: 'silent' });
  const isAuthor = /(?:^|\/)authors\/[^/]+$/.test(path);
  return (offset) => {
    if (!isYaml && offset >= start + yaml.length) return kindInBody(text, offset);
    if (/^\s*#/.test(lineAround(text, offset).text)) return 'comment';
    const keys = keysAt(contents, offset - start);
    if (isAuthor && keys[0] === 'name') return 'name of an author';
    const key = keys.find((each) => whole.has(each)) ?? keys.at(-1) ?? '';
    if (keys[0] === 'sources' && key === 'title') return 'source';
    return kindsOfKeys[key] ?? `“${key}”`;
  };
}

/** The keys that lead to what stands at an offset. */
function keysAt(node: unknown, offset: number): string[] {
  if (isMap(node)) {
    const pair = node.items.findLast(({ key }) => startOf(key) <= offset);
    if (!pair || !isPair(pair)) return [];
    return [isScalar(pair.key) ? String(pair.key.value) : '', ...keysAt(pair.value, offset)];
  }
  return isSeq(node)
    ? keysAt(
        node.items.findLast((item) => startOf(item) <= offset),
        offset,
      )
    : [];
}

function startOf(node: unknown): number {
  return (node as Node | null)?.range?.[0] ?? Number.POSITIVE_INFINITY;
}

const picture = /!\[(?<alt>[^\]]*)\]\((?<file>\s*(?:<[^>]*>|[^\s)]*))(?<words>\s*(?:"[^"]*")?\s*)\)/dg;
const link = /\[[^\]]*\]\((?<address>[^)]*)\)|<(?<bare>https?:[^>]*)>|(?<plain>https?:\/\/[^\s<>)"]+)/dg;
const block = /^[ \t>]*:{3,}[ \t]*(?<name>[\w-]+).*$/gm;

function kindInBody(text: string, offset: number): PlaceKind {
  const line = lineAround(text, offset);
  const at = offset - line.start;
  for (const { indices } of line.text.matchAll(picture)) {
    if (isWithin(indices?.groups?.alt, at)) return 'alternative text';
    if (isWithin(indices?.groups?.file, at)) return 'name of a file';
    const words = indices?.groups?.words;
    if (isWithin(words, at)) return line.text.slice(words?.[0], at).includes('|') ? 'credit' : 'caption';
  }
  const [opened] = line.text.matchAll(block);
  if (opened) return kindInBlock(opened[0], at);
  const isAddress = [...line.text.matchAll(link)].some(({ indices }) =>
    Object.values(indices?.groups ?? {}).some((range) => isWithin(range, at)),
  );
  return isAddress ? 'address' : 'text';
}

function kindInBlock(line: string, at: number): PlaceKind {
  const key = [...line.slice(0, at).matchAll(/([\w-]+)="/g)].at(-1)?.[1] ?? '';
  if (key === 'by' || key === 'role') return 'name of who is quoted';
  return (
    { file: 'name of a file', poster: 'name of a file', still: 'name of a file', alt: 'alternative text' }[key] ??
    (key === 'url' || key === 'source' ? 'address' : 'title of a block')
  );
}

function lineAround(text: string, offset: number): { start: number; text: string } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return { start, text: text.slice(start, end === -1 ? undefined : end) };
}

function isWithin(range: readonly [number, number] | undefined, at: number): boolean {
  return range !== undefined && at >= range[0] && at < range[1];
}
