/**
 * The one Markdown parser: CommonMark with tables, footnotes, heading ids, figures and the `:::`
 * blocks. `html: false` always; what a link or picture becomes is decided by the caller's `Resolve`.
 */
import createMarkdownIt, { type MarkdownIt, type Token } from 'markdown-it';
import { escapeHtml } from '../blocks/markup.ts';
import { readDocumentAddress } from '../documents.ts';
import { isPictureAddress } from '../picture-names.ts';
import { addBareAddresses } from './bare-addresses.ts';
import { addBareHtml } from './bare-html.ts';
import { addBlocks } from './blocks.ts';
import { addEmphasis } from './emphasis.ts';
import { isSafeLink, openingOf, resolveIn } from './environment.ts';
import { addFigures } from './figures.ts';
import { addFootnotes } from './footnotes.ts';
import { addHeadingIds } from './heading-ids.ts';
import { addHeadingLevels } from './heading-levels.ts';
import { addLineBreaks } from './line-breaks.ts';
import { linkAddress } from './link-address.ts';
import { addQuotationIds } from './quotations.ts';
import { addTextRuns } from './text-runs.ts';

/** What nobody nests: three lists in as many quotations are 12. Deeper, the parser reads no more, and a Problem says so. */
export const maxNesting = 32;

/** `anyLink` reads unsafe and relative links as links, so that they can be reported; never render with it. */
export function createParser({ anyLink = false } = {}): MarkdownIt {
  const parser = createMarkdownIt({ html: false, linkify: false, typographer: false, maxNesting });
  parser.validateLink = anyLink
    ? () => true
    : (href) =>
        isSafeLink(href) || href.startsWith('//') || isPictureAddress(href) || readDocumentAddress(href) !== undefined;
  addTextRuns(parser);
  addHeadingIds(parser);
  addFootnotes(parser);
  parser.normalizeLinkText = (text) => text;
  addBareAddresses(parser);
  addBareHtml(parser);
  addEmphasis(parser);
  addLineBreaks(parser);
  addHeadingLevels(parser);
  addBlocks(parser);
  addFigures(parser);
  addQuotationIds(parser);
  addRules(parser);
  return parser;
}

function addRules(parser: MarkdownIt): void {
  const { rules } = parser.renderer;
  rules.text_special = (tokens, index) => escapeHtml(tokens[index]?.content ?? ''); // where texts are not joined
  rules.heading_open = (tokens, index, _options, env) => {
    const { tag } = tokens[index] as Token;
    return `<${tag}>${placeOf(String(tokens[index]?.attrGet('id') ?? ''))}${linkToItself(tokens, index, env)}`;
  };
  rules.heading_close = (tokens, index, _options, env) => {
    const { tag } = tokens[index] as Token;
    return `${linkToItself(tokens, index - 2, env) && '</a>'}</${tag}>\n`;
  };
  rules.table_open = () => '<div class="scroll" tabindex="0">\n<table>\n';
  rules.table_close = () => '</table>\n</div>\n';
  rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
  rules.td_open = (tokens, index) => `<td${alignment(tokens[index], tokens[index + 1])}>`;
  // The language of a code block would become a class that nothing reads.
  rules.fence = (tokens, index) => `<pre tabindex="0"><code>${escapeHtml(tokens[index]?.content ?? '')}</code></pre>\n`;
  rules.link_open = (tokens, index, _options, env) => {
    const address = linkAddress(String(tokens[index]?.attrGet('href') ?? ''), resolveIn(env));
    return address === undefined ? '' : `<a href="${escapeHtml(address)}">`;
  };
  rules.link_close = (tokens, index, _options, env) => {
    const opening = openingOf(tokens, index, 'link_open');
    const address = linkAddress(String(opening?.attrGet('href') ?? ''), resolveIn(env));
    return address === undefined ? '' : '</a>';
  };
}

/**
 * A heading's id stands on nothing but itself: reader modes drop what is called `s_social-media` or `s_share`
 * (https://github.com/mozilla/readability/issues/487).
 */
function placeOf(id: string): string {
  return id ? `<span id="${escapeHtml(id)}"></span>` : '';
}

/**
 * A heading on its own page is the link to itself, so that its words stay its name; where there is another link among
 * them it is not.
 */
function linkToItself(tokens: readonly Token[], index: number, env: unknown): string {
  const isLinked = tokens[index + 1]?.children?.some(({ type }) => type === 'link_open' || type === 'footnote_ref');
  const id = String(tokens[index]?.attrGet('id') ?? '');
  return isLinked || resolveIn(env).page !== '' ? '' : `<a href="#${escapeHtml(id)}">`;
}

/** markdown-it aligns cells by inline style; a class can be styled and printed. `words`: what stands in the cell. */
function alignment(cell: Token | undefined, words?: Token): string {
  const side = /text-align:(center|right)/.exec(String(cell?.attrGet('style') ?? ''))?.[1];
  const aligned = side === undefined ? [] : [side === 'right' ? 'end' : 'center'];
  const classes = words && isAmount(words.content) ? [...aligned, 'amount'] : aligned;
  return classes.length === 0 ? '' : ` class="${classes.join(' ')}"`;
}

/** Longer ones are texts that begin with a number. */
const longestAmount = 20;

/** A number, perhaps with a sign before it and with its unit. */
function isAmount(text: string): boolean {
  return text.length <= longestAmount && /^[^\p{L}\p{N}]{0,3}\p{N}.*\s/u.test(text);
}
