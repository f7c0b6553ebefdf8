/** Lines of a Markdown tree as our Markdown can say them: emphasis around words, links that have words, breaks between lines. */
import type { Delete, Emphasis, Link, PhrasingContent, RootContent, Strong } from 'mdast';
import { cjk, spaceless } from '../../content/markdown/scripts.ts';
import { bareAddresses, endOfLater, laterLink, withoutOwn } from './bare-addresses.ts';
import type { Loss } from './loss.ts';

export type LineMeans = {
  lose(loss: Loss): void;
  /**
   * The address to write; undefined: its words are kept, and who resolves has told why. `later`: it is kept in comments
   * around the words, until what stands there is part of the site.
   */
  link(href: string): string | { later: string } | undefined;
  /** Whether an address is of the old site. */
  isOwn(address: string): boolean;
};

export function tidyLine(children: readonly PhrasingContent[], means: LineMeans): PhrasingContent[] {
  const inside = children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'link') {
      const words = tidyLine(child.children, { ...means, isOwn: () => false });
      return words.some(isBlock) ? words : tidyLink({ ...child, children: words as Link['children'] }, means);
    }
    if (child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete') {
      const words = tidyLine(child.children, means);
      return words.some(isBlock) ? words : emphasis({ ...child, children: words } as Emphasis);
    }
    if (child.type === 'text') return bareAddresses(child, means);
    if (child.type === 'textDirective') return [{ ...child, children: tidyLine(child.children, means) }];
    return [child];
  });
  return wholeWords(joined(inside), means);
}

/** A player or a chart, around which there is neither a link nor emphasis. */
function isBlock(node: RootContent): boolean {
  return node.type === 'block';
}

/** What a line reads as. */
export function wordsIn(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return '\uFFFC';
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}

function tidyLink(link: Link, { link: resolve, lose, isOwn }: LineMeans): PhrasingContent[] {
  const notes = link.children.filter(({ type }) => type === 'footnoteReference');
  let children = link.children.filter(({ type }) => type !== 'footnoteReference');
  const words = children.map(wordsIn).join('').trim();
  if (words === '') return [...children, ...notes];
  // What led from a whole card leads from its title still.
  if (children.every((each) => each.type === 'image' && !each.alt)) {
    lose({ kind: 'picture-link', text: '', detail: link.url });
    return [...children, ...notes];
  }
  if (link.url === '') {
    lose({ kind: 'link', text: '', detail: `a link without an address: ${words.slice(0, 60)}` });
    return [...children, ...notes];
  }
  const url = resolve(link.url);
  if (typeof url !== 'string') children = children.flatMap((each) => withoutOwn(each, isOwn));
  if (url === undefined) return [...children, ...notes];
  if (typeof url !== 'string') return [...laterLink(url.later, children), ...notes];
  return [...trimmed({ ...link, url, title: null, children } as Link), ...notes];
}

/** A text in which the links to an address are links again. */
export function withLinksTo(address: string, markdown: string): string {
  return markdown
    .split(`<!-- link ${address} -->`)
    .map((part, index) => {
      const end = index === 0 ? -1 : part.indexOf(endOfLater);
      return end === -1 ? part : `[${part.slice(0, end)}](${address})${part.slice(end + endOfLater.length)}`;
    })
    .join('');
}

type Around = Emphasis | Strong | Link;

function emphasis(node: Emphasis): PhrasingContent[] {
  const children = node.children.flatMap((child) => (child.type === node.type ? child.children : [child]));
  if (children.map(wordsIn).join('').trim() === '') return children;
  if (children.some(({ type }) => type === 'image')) return children;
  return splitAtBreaks({ ...node, children }).flatMap(trimmed);
}

/** Emphasis and breaks: each line for itself, as empty lines may come of two breaks. */
function splitAtBreaks(node: Emphasis): (Emphasis | PhrasingContent)[] {
  const parts: PhrasingContent[] = [];
  let line: PhrasingContent[] = [];
  const end = () => {
    if (line.length > 0) parts.push({ ...node, children: line });
    line = [];
  };
  for (const child of node.children) {
    if (child.type === 'break') {
      end();
      parts.push(child);
    } else line.push(child);
  }
  end();
  return parts;
}

/** Spaces at its ends stand outside of it. */
function trimmed(node: PhrasingContent): PhrasingContent[] {
  if (!('children' in node)) return [node];
  const children = [...node.children] as PhrasingContent[];
  const before = takeSpace(children, 0, /^\s+/);
  const after = takeSpace(children, -1, /\s+$/);
  if (children.map(wordsIn).join('') === '') return [...space(before + after), ...children];
  return [...space(before), { ...node, children } as Around, ...space(after)];
}

function space(value: string): PhrasingContent[] {
  return value === '' ? [] : [{ type: 'text', value: /\u00A0/.test(value) ? value : ' ' }];
}

function takeSpace(children: PhrasingContent[], at: 0 | -1, pattern: RegExp): string {
  const child = children.at(at);
  if (child?.type !== 'text') return '';
  const found = pattern.exec(child.value)?.[0] ?? '';
  const value = child.value.replace(pattern, '');
  if (value === '') children.splice(at, 1);
  else children.splice(at, 1, { ...child, value });
  return found;
}

/** Between two signs of emphasis they are a face: `*_*`, `*.*`. */
const faceSign = /^[_^.;~-]$/;

/** Texts that touch are one, and so is code, and emphasis of one kind, with no more than such a sign between. */
function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const child of children) {
    const [other, last] = [all.at(-2), all.at(-1)];
    if (last?.type === 'text' && faceSign.test(last.value) && child.type === 'emphasis' && other?.type === 'emphasis')
      all.splice(-2, 2, { ...other, children: joined([...other.children, last, ...child.children]) });
    else if (last?.type === 'text' && child.type === 'text' && !last.data && !child.data)
      all.splice(-1, 1, { ...last, value: last.value + child.value });
    else if (last?.type === 'inlineCode' && child.type === 'inlineCode')
      all.splice(-1, 1, { ...last, value: last.value + child.value });
    else if (last && last.type === child.type && (last.type === 'emphasis' || last.type === 'strong'))
      all.splice(-1, 1, { ...last, children: joined([...last.children, ...(child as Emphasis).children]) } as Emphasis);
    else all.push(child);
  }
  return all;
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Of a word that ends at a space: where none stand between words, emphasis begins and ends anywhere. */
function isOfWord(sign: string | undefined): boolean {
  return sign !== undefined && letter.test(sign) && !spaceless.test(sign) && !cjk.test(sign);
}

/** Emphasis that begins or ends inside of a word would be shown with its signs, or changed: it goes, and so do signs of code. */
function wholeWords(children: PhrasingContent[], { lose }: LineMeans): PhrasingContent[] {
  return joined(
    children.flatMap((child, index): PhrasingContent[] => {
      const isCode = child.type === 'inlineCode';
      if (isCode && child.value === '') return []; // what was to stand in it was a template’s
      if (!isCode && child.type !== 'emphasis' && child.type !== 'strong' && child.type !== 'delete') return [child];
      const words = wordsIn(child);
      const [before, after] = [edge(children[index - 1], -1), edge(children[index + 1], 0)];
      const isInside = [
        [before, words.at(0)],
        [words.at(-1), after],
      ].some((pair) => pair.every(isOfWord));
      if (isCode ? !(isInside && words.includes(' ')) : isWhole(words, { before, after, isInside }))
        return isCode ? [child] : withoutTwins(child, { before, after });
      lose({ kind: 'emphasis', text: '', detail: words.slice(0, 60) });
      return isCode ? [{ type: 'text', value: child.value }] : child.children;
    }),
  );
}

type Beside = { before: string | undefined; after: string | undefined };

function isWhole(words: string, { before, after, isInside }: Beside & { isInside: boolean }): boolean {
  // Beside punctuation inside, a letter outside hides that emphasis begins.
  const isHidden = [
    [before, words.at(0)],
    [after, words.at(-1)],
  ].some(([outside, own]) => isOfWord(outside) && own !== undefined && !letter.test(own));
  return !isInside && !isHidden && letter.test(words);
}

/** A sign that stands on both sides of an end of emphasis makes a face of it, as in `:**:`; it stands outside. */
function withoutTwins(node: Emphasis | Strong | Delete, { before, after }: Beside): PhrasingContent[] {
  const children = [...node.children];
  const [first] = children;
  const isTwin = (sign: string | undefined, own: string | undefined) =>
    sign !== undefined && sign === own && /[\p{P}\p{S}]/u.test(sign);
  const run = (text: string, sign: string | undefined, isFirst: boolean) => {
    const signs = [...text];
    const own = signs.slice(
      ...(isFirst ? [0, signs.findIndex((each) => each !== sign)] : [signs.findLastIndex((each) => each !== sign) + 1]),
    );
    return own.join('');
  };
  const opening = first?.type === 'text' && isTwin(before, first.value.at(0)) ? run(first.value, before, true) : '';
  if (opening !== '' && first?.type === 'text') children[0] = { ...first, value: first.value.slice(opening.length) };
  const end = children.at(-1);
  const closing = end?.type === 'text' && isTwin(after, end.value.at(-1)) ? run(end.value, after, false) : '';
  if (closing !== '' && end?.type === 'text')
    children[children.length - 1] = { ...end, value: end.value.slice(0, -closing.length) };
  const outside = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
  return [...outside(opening), { ...node, children }, ...outside(closing)];
}

function edge(node: PhrasingContent | undefined, at: 0 | -1): string | undefined {
  if (!node || node.type === 'html' || node.type === 'textDirective') return undefined;
  return wordsIn(node).at(at);
}
