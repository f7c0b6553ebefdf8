/** Lines of a Markdown tree as our Markdown can say them: emphasis around words, links that have words, breaks between lines. */
import type { Emphasis, Link, PhrasingContent, Strong } from 'mdast';
import type { Loss } from './loss.ts';

export type LineMeans = {
  lose(loss: Loss): void;
  /**
   * The address to write; undefined: its words are kept, and who resolves has told why. `later`: it is kept in comments
   * around the words, until what stands there is part of the site.
   */
  link(href: string): string | { later: string } | undefined;
};

export function tidyLine(children: readonly PhrasingContent[], means: LineMeans): PhrasingContent[] {
  const inside = children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'link')
      return tidyLink({ ...child, children: tidyLine(child.children, means) as Link['children'] }, means);
    if (child.type === 'emphasis' || child.type === 'strong' || child.type === 'delete')
      return emphasis({ ...child, children: tidyLine(child.children, means) } as Emphasis);
    if (child.type === 'textDirective') return [{ ...child, children: tidyLine(child.children, means) }];
    return [child];
  });
  return wholeWords(joined(inside), means);
}

/** What a line reads as. */
export function wordsIn(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return '\uFFFC';
  if (node.type === 'break') return '\n';
  return 'children' in node ? node.children.map(wordsIn).join('') : '';
}

function tidyLink(link: Link, { link: resolve, lose }: LineMeans): PhrasingContent[] {
  const notes = link.children.filter(({ type }) => type === 'footnoteReference');
  const children = link.children.filter(({ type }) => type !== 'footnoteReference');
  const words = children.map(wordsIn).join('').trim();
  if (words === '') return [...children, ...notes];
  if (link.url === '') {
    lose({ kind: 'link', text: '', detail: `a link without an address: ${words.slice(0, 60)}` });
    return [...children, ...notes];
  }
  const url = resolve(link.url);
  if (url === undefined) return [...children, ...notes];
  if (typeof url !== 'string')
    return [
      { type: 'html', value: `<!-- link ${url.later} -->` },
      ...children,
      { type: 'html', value: endOfLater },
      ...notes,
    ];
  return [...trimmed({ ...link, url, title: null, children } as Link), ...notes];
}

const endOfLater = '<!-- /link -->';

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

/** Texts that touch are one, and so is emphasis of one kind. */
function joined(children: readonly PhrasingContent[]): PhrasingContent[] {
  const all: PhrasingContent[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (last?.type === 'text' && child.type === 'text') all.splice(-1, 1, { ...last, value: last.value + child.value });
    else if (last && last.type === child.type && (last.type === 'emphasis' || last.type === 'strong'))
      all.splice(-1, 1, { ...last, children: joined([...last.children, ...(child as Emphasis).children]) } as Emphasis);
    else all.push(child);
  }
  return all;
}

const letter = /[\p{L}\p{M}\p{N}]/u;

/** Emphasis that begins or ends inside of a word would be shown with its signs, or changed: it goes. */
function wholeWords(children: PhrasingContent[], { lose }: LineMeans): PhrasingContent[] {
  return joined(
    children.flatMap((child, index): PhrasingContent[] => {
      if (child.type !== 'emphasis' && child.type !== 'strong' && child.type !== 'delete') return [child];
      const words = wordsIn(child);
      const [before, after] = [edge(children[index - 1], -1), edge(children[index + 1], 0)];
      const isInside = [
        [before, words.at(0)],
        [words.at(-1), after],
      ].some((pair) => pair.every((side) => side !== undefined && letter.test(side)));
      const isNoWord = !letter.test(words);
      // Beside punctuation inside, a letter outside hides that emphasis begins.
      const isHidden = [
        [before, words.at(0)],
        [after, words.at(-1)],
      ].some(
        ([outside, own]) => outside !== undefined && letter.test(outside) && own !== undefined && !letter.test(own),
      );
      const last = child.children.at(-1);
      // A sign on both sides makes a face of the signs between: `:**:`.
      if (
        after !== undefined &&
        words.at(-1) === after &&
        /[\p{P}\p{S}]/u.test(after) &&
        last?.type === 'text' &&
        !isNoWord
      ) {
        const inner = {
          ...child,
          children: [...child.children.slice(0, -1), { ...last, value: last.value.slice(0, -1) }],
        };
        return [inner as Emphasis, { type: 'text', value: after }];
      }
      if (!isInside && !isHidden && !isNoWord) return [child];
      lose({ kind: 'emphasis', text: '', detail: words.slice(0, 60) });
      return child.children;
    }),
  );
}

function edge(node: PhrasingContent | undefined, at: 0 | -1): string | undefined {
  if (!node || node.type === 'html' || node.type === 'textDirective') return undefined;
  return wordsIn(node).at(at);
}
