/** Quotes that say who speaks: each is a place on its page, and can be told to those who ask who said what. */
import type { MarkdownIt, Token } from 'markdown-it';
import { quote } from '../blocks/quote.ts';
import { readBlockHead } from './block-head.ts';
import { webAddress } from './blocks.ts';
import { idPrefix, type Resolve } from './environment.ts';
import { plainWords } from './plain-words.ts';

/** `place` is the fragment that leads to it. */
export type Quotation = { place: string; text: string; by: string; role?: string; source?: string };

const opening = 'container_block_open';

function isQuote(token: Token): boolean {
  return token.type === opening && readBlockHead(token.info).name === quote.name;
}

/** Numbers them. No heading's id has a dot. */
export function addQuotationIds(parser: MarkdownIt): void {
  parser.core.ruler.push('quotation_ids', ({ tokens }) => {
    const quotes = tokens.filter(isQuote);
    for (const [index, quote] of quotes.entries()) quote.attrSet('id', `${idPrefix}quote.${index + 1}`);
  });
}

/** All of a body, in their order; one inside another is not repeated in it. */
export function quotationsOf(tokens: readonly Token[], resolve: Resolve): Quotation[] {
  const found: { head: Token; lines: string[] }[] = [];
  const open: (string[] | undefined)[] = [];
  for (const token of tokens) {
    if (token.type === opening) {
      const lines = isQuote(token) ? [] : open.at(-1);
      if (isQuote(token)) found.push({ head: token, lines: lines ?? [] });
      open.push(lines);
    }
    if (token.type === 'container_block_close') open.pop();
    if (token.type === 'inline') open.at(-1)?.push(plainWords(token.children ?? []));
  }
  return found.map(({ head, lines }) => {
    const { by = '', role, source: written } = readBlockHead(head.info).attributes;
    const source = webAddress(written, resolve);
    const spoken = { place: String(head.attrGet('id')), text: lines.join('\n'), by };
    return { ...spoken, ...(role ? { role } : {}), ...(source ? { source } : {}) };
  });
}
