/** A body of Markdown to HTML; what its links and pictures become is given as `resolve`. */
import type { Token } from 'markdown-it';
import { withRels } from '../sponsored.ts';
import { beginningOf } from './beginning.ts';
import { foldBlocks } from './blocks.ts';
import type { Env, Resolve } from './environment.ts';
import { createParser } from './parser.ts';
import { plainWords } from './plain-words.ts';
import { type Quotation, quotationsOf } from './quotations.ts';
import { readBody } from './read-body.ts';

const parser = createParser();

/** A heading of the second level: `place` is the fragment that leads to it. */
export type Part = { place: string; title: string };

/** `isCut`: it goes on where the whole of it stands. `opening`: its first paragraph, without markup. */
export type RenderedBody = { html: string; isCut: boolean; quotations: Quotation[]; opening: string; headings: Part[] };

/** The HTML of a body, and who is quoted in it. Give only text that `outlineBody` found no Problem in. */
export function renderBody(body: string, resolve: Resolve): RenderedBody {
  return renderTokens(parser.parse(body, { resolve }), resolve);
}

/** The same of one that `outlineBody` is asked of too, without reading it twice: to compare it, not to publish it. */
export function renderOutlined(body: string, resolve: Resolve): RenderedBody {
  return renderTokens(readBody(body).tokens, resolve);
}

function renderTokens(tokens: readonly Token[], resolve: Resolve): RenderedBody {
  const env: Env = { resolve };
  const quotations = quotationsOf(tokens, resolve);
  const opening = openingOf(tokens);
  const headings = headingsOf(tokens);
  const folded = foldBlocks(tokens);
  const { relOf } = resolve;
  const render = (some: Token[]) => {
    const html = parser.renderer.render(some, parser.options, env);
    return relOf ? withRels(html, relOf) : html;
  };
  const html = render(folded);
  const { mostBytes = Number.POSITIVE_INFINITY } = resolve;
  const isCut = Buffer.byteLength(html) > mostBytes;
  return { html: isCut ? beginningOf(folded, mostBytes, render) : html, isCut, quotations, opening, headings };
}

/** Those that divide the text itself: none in a block or a list. */
function headingsOf(tokens: readonly Token[]): Part[] {
  return tokens.flatMap((token, index) => {
    if (token.type !== 'heading_open' || token.tag !== 'h2' || token.level !== 0) return [];
    return [{ place: String(token.attrGet('id')), title: plainWords(tokens[index + 1]?.children ?? []) }];
  });
}

/** Of the paragraphs that stand by themselves; a picture alone is none, nor is a link to one. */
function openingOf(tokens: readonly Token[]): string {
  for (const [index, { type, level }] of tokens.entries()) {
    const isParagraph = type === 'paragraph_open' && level === 0;
    const line = tokens[index + 1]?.children ?? [];
    const text = isParagraph && !leadsToPicture(line) ? plainWords(line).replace(/\s+/g, ' ').trim() : '';
    if (text !== '') return text;
  }
  return '';
}

function leadsToPicture(line: readonly Token[]): boolean {
  const isWhole =
    line[0]?.type === 'link_open' && line.findIndex(({ type }) => type === 'link_close') === line.length - 1;
  return isWhole && /\.(?:jpe?g|png|gif|webp|avif|svg)(?:[?#].*)?$/i.test(String(line[0]?.attrGet('href')));
}
