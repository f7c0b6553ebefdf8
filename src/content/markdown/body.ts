/** A body of Markdown to HTML; what its links and pictures become is given as `resolve`. */
import { foldBlocks } from './blocks.ts';
import type { Env, Resolve } from './environment.ts';
import { createParser } from './parser.ts';
import { type Quotation, quotationsOf } from './quotations.ts';

const parser = createParser();

export type RenderedBody = { html: string; quotations: Quotation[] };

/** The HTML of a body, and who is quoted in it. Give only text that `outlineBody` found no Problem in. */
export function renderBody(body: string, resolve: Resolve): RenderedBody {
  const env: Env = { resolve };
  const tokens = parser.parse(body, env);
  const quotations = quotationsOf(tokens, resolve);
  return { html: parser.renderer.render(foldBlocks(tokens), parser.options, env), quotations };
}
