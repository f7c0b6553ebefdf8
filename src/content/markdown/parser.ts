/**
 * The one Markdown parser: CommonMark with tables, footnotes, heading ids, figures and the `:::`
 * blocks. `html: false` always; what a link or picture becomes is decided by the caller's `Resolve`.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import anchor from 'markdown-it-anchor';
import footnote from 'markdown-it-footnote';
import { isPictureAddress } from '../picture-names.ts';
import { addBlocks } from './blocks.ts';
import { escapeHtml, idPrefix, isSafeLink, openingOf, type Resolve, resolveIn } from './environment.ts';
import { addFigures } from './figures.ts';
import { headingFragment, headingId } from './heading-id.ts';

/** For each id that headings of a body have, the number that the next of the same words gets. */
const nextNumbers = new WeakMap<object, Map<string, number>>();

/** `s_why`, `s_why-2`, …: counted here, because the plugin would count anew for each. */
function uniqueId(id: string, body: object): string {
  const next = nextNumbers.get(body) ?? new Map<string, number>();
  nextNumbers.set(body, next);
  let number = next.get(id) ?? 1;
  let unique = id;
  while (next.has(unique)) unique = `${id}-${++number}`;
  next.set(id, number);
  if (unique !== id) next.set(unique, 1);
  return unique;
}

/** `anyLink` reads unsafe and relative links as links, so that they can be reported; never render with it. */
export function createParser({ anyLink = false } = {}): MarkdownIt {
  const parser = createMarkdownIt({ html: false, linkify: false, typographer: false });
  parser.validateLink = anyLink ? () => true : (href) => isSafeLink(href) || isPictureAddress(href);
  parser.use(anchor, { slugifyWithState: (heading, { env }) => uniqueId(headingId(heading), env), tabIndex: false });
  parser.use(footnote);
  addBlocks(parser);
  addFigures(parser);
  addRules(parser);
  return parser;
}

function addRules(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  rules.table_open = () => '<div class="scroll" tabindex="0">\n<table>\n';
  rules.table_close = () => '</table>\n</div>\n';
  rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
  rules.td_open = (tokens, index) => `<td${alignment(tokens[index])}>`;
  rules.link_open = (tokens, index, _options, env) => {
    const address = linkAddress(String(tokens[index]?.attrGet('href') ?? ''), resolveIn(env));
    return address === undefined ? '' : `<a href="${escapeHtml(address)}">`;
  };
  rules.link_close = (tokens, index, _options, env) => {
    const opening = openingOf(tokens, index, 'link_open');
    const address = linkAddress(String(opening?.attrGet('href') ?? ''), resolveIn(env));
    return address === undefined ? '' : '</a>';
  };
  addFootnoteRules(parser);
}

/** markdown-it aligns cells by inline style; a class can be styled, printed and mirrored. */
function alignment(cell: Token | undefined): string {
  const side = /text-align:(center|right)/.exec(String(cell?.attrGet('style') ?? ''))?.[1];
  return side === undefined ? '' : ` class="${side === 'right' ? 'end' : 'center'}"`;
}

function linkAddress(href: string, resolve: Resolve): string | undefined {
  if (href.startsWith('#')) return `${resolve.page}#${headingFragment(href.slice(1))}`;
  return isSafeLink(href) ? resolve.link(href) : undefined;
}

/** Footnotes as the plugin numbers them; their links lead back to the page the body is on. No heading's id has a dot. */
function addFootnoteRules(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  const number = (tokens: Token[], index: number) => Number(tokens[index]?.meta?.id) + 1;
  const back = (tokens: Token[], index: number) => {
    const again = Number(tokens[index]?.meta?.subId) > 0 ? `-${tokens[index]?.meta?.subId}` : '';
    return `${idPrefix}ref.${number(tokens, index)}${again}`;
  };
  rules.footnote_ref = (tokens, index, _options, env) => {
    const n = number(tokens, index);
    return `<sup><a href="${resolveIn(env).page}#${idPrefix}note.${n}" id="${back(tokens, index)}">${n}</a></sup>`;
  };
  rules.footnote_block_open = () => '<ol class="footnotes">\n';
  rules.footnote_block_close = () => '</ol>\n';
  rules.footnote_open = (tokens, index) => `<li id="${idPrefix}note.${number(tokens, index)}">`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index, _options, env) =>
    ` <a href="${resolveIn(env).page}#${back(tokens, index)}">↩\uFE0E</a>`;
}
