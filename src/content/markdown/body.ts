/** A body of Markdown to HTML; what its links and pictures become is given as `resolve`. */
import type { Token } from 'markdown-it';
import { withRels } from '../sponsored.ts';
import { beginningOf } from './beginning.ts';
import { foldBlocks } from './blocks.ts';
import type { Env, Resolve } from './environment.ts';
import { createParser } from './parser.ts';
import { type Quotation, quotationsOf } from './quotations.ts';

const parser = createParser();

/** `isCut`: it goes on where the whole of it stands. */
export type RenderedBody = { html: string; isCut: boolean; quotations: Quotation[] };

/** The HTML of a body, and who is quoted in it. Give only text that `outlineBody` found no Problem in. */
export function renderBody(body: string, resolve: Resolve): RenderedBody {
  const env: Env = { resolve };
  const tokens = parser.parse(body, env);
  const quotations = quotationsOf(tokens, resolve);
  const folded = foldBlocks(tokens);
  const { relOf } = resolve;
  const render = (some: Token[]) => {
    const html = parser.renderer.render(some, parser.options, env);
    return relOf ? withRels(html, relOf) : html;
  };
  const html = render(folded);
  const { mostBytes = Number.POSITIVE_INFINITY } = resolve;
  const isCut = Buffer.byteLength(html) > mostBytes;
  return { html: isCut ? beginningOf(folded, mostBytes, render) : html, isCut, quotations };
}
