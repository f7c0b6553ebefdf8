/**
 * Markdown of other programs as the HTML that their readers were given: CommonMark with tables, footnotes, definition
 * lists, attribute lists, task lists and raw HTML.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import { withAsides } from './asides.ts';
import { codeRanges, isWithin } from './code-ranges.ts';
import type { Loss } from './loss.ts';

const parser = createMarkdownIt({ html: true, linkify: false, typographer: false }).use(footnote).use(deflist);
parser.validateLink = (href) => !/^\s*(?:javascript|vbscript|data):/i.test(href) || /^data:image\//.test(href);
parser.normalizeLinkText = (text) => text;
parser.core.ruler.after('inline', 'attribute_lists', (state) => {
  for (const [index, token] of state.tokens.entries())
    if (token.type === 'inline') readAttributes(state.tokens, index, token);
});
parser.core.ruler.after('inline', 'tasks', ({ tokens }) => {
  for (const [index, { type, children }] of tokens.entries()) {
    const first = children?.[0];
    if (type !== 'inline' || first?.type !== 'text' || tokens[index - 2]?.type !== 'list_item_open') continue;
    first.content = first.content.replace(/^\[([ xX])\](?= )/, (_, sign) => (sign === ' ' ? '☐' : '☑'));
  }
});

/** Kramdown's `{: .lead #id}`, and `{#id .lead}` at the end of a heading or a paragraph. */
const anywhere = /[ \t]?\{:[^{}\n]*\}/g;
const atEnd = /[ \t]*\{[ \t]*[#.][^{}\n]*\}[ \t]*$/;

function readAttributes(tokens: Token[], index: number, { children }: Token): void {
  const opening = tokens[index - 1];
  for (const [at, child] of (children ?? []).entries()) {
    if (child.type !== 'text' || !child.content.includes('{')) continue;
    const isLast = at === (children?.length ?? 0) - 1;
    const read = (list: string) => {
      const id = /#([^\s.}]+)/.exec(list)?.[1];
      if (id !== undefined && opening?.type === 'heading_open') opening.attrSet('id', id);
      return '';
    };
    child.content = child.content.replace(anywhere, read).replace(isLast ? atEnd : /$^/, read);
  }
}

/** `breaks`: each end of a line is one for readers. */
export function markdownToHtml(text: string, lose: (loss: Loss) => void): string {
  const environment: { footnotes?: { refs?: Record<string, number> } } = {};
  const html = parser.render(withAsides(plainer(text, lose)), environment);
  for (const [name, count] of Object.entries(environment.footnotes?.refs ?? {}))
    if (count < 0)
      lose({ kind: 'comment', text: '', detail: `the footnote [^${name.slice(1)}], to which nothing refers` });
  return html;
}

/** A line of text: no paragraphs, no lists. */
export function lineToHtml(text: string, reader: Pick<MarkdownIt, 'renderInline'> = parser): string {
  return reader.renderInline(text, {});
}

/** Without what is no text: what kramdown and GitHub read beside Markdown. */
function plainer(text: string, lose: (loss: Loss) => void): string {
  const ranges = codeRanges(text);
  const dropped = (kind: Loss['kind'], detail: string) => {
    lose({ kind, text: '', detail });
    return '';
  };
  const outside = (pattern: RegExp, change: (found: string, ...groups: string[]) => string) => (all: string) => {
    const own = all === text ? ranges : codeRanges(all);
    return all.replace(pattern, (found: string, ...rest: unknown[]) => {
      const offset = rest.find((each) => typeof each === 'number') as number;
      return isWithin(own, offset)
        ? found
        : change(found, ...(rest.filter((each) => typeof each === 'string') as string[]));
    });
  };
  const changes = [
    outside(/\{:(?![:/])[^{}]*?\n[^{}]*\}/g, (found) => (/\n\s*\n/.test(found) ? found : found.replace(/\s+/g, ' '))),
    outside(/^[*+-] .*\n\{:\s*toc[^}\n]*\}[ \t]*$/gim, () => dropped('contents', 'a list of the headings')),
    outside(/^[ \t]*(?:\[TOC\]|\[\[toc\]\]|\[\[_TOC_\]\])[ \t]*$/gim, () =>
      dropped('contents', 'a list of the headings'),
    ),
    outside(/^( {0,3}#{1,6}[ \t].*)\n {0,3}(\{:[^{}\n]*\})[ \t]*$/gm, (_, title = '', list = '') => `${title} ${list}`),
    outside(/^ {0,3}\{:[^{}\n]*\}[ \t]*$/gm, () => ''),
    outside(/\{::comment\}[\s\S]*?\{:\/(?:comment)?\}/g, (found) => dropped('comment', found.slice(0, 80))),
    outside(/\{::[^}\n]*\}|\{:\/[^}\n]*\}/g, () => ''),
    outside(/^\*\[[^\]\n]+\]:.*$/gm, (found) => dropped('comment', found.slice(0, 80))),
    outside(/^([ \t>]*>[ \t]*)\[!([A-Za-z]+)\][+-]?[ \t]*(.*)$/gm, (_, signs = '', kind = '', title = '') => {
      const words = title || kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
      return `${signs}**${words}**\n${signs.trimEnd()}`;
    }),
    outside(
      /(<(?:div|section|aside|details|figure|span|p)\b[^>]*?)\s+markdown=(?:"(?:1|block|span)"|1)([^>]*>)/gi,
      (_, start = '', end = '') => `${start}${end}\n\n`,
    ),
  ];
  return changes.reduce((all, change) => change(all), text);
}
