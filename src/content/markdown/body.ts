/** A body of Markdown to HTML; what its links and pictures become is given as `resolve`. */
import type { Env, Resolve } from './environment.ts';
import { createParser } from './parser.ts';

const parser = createParser();

/** The HTML of a body. Give only text that `outlineBody` found no Problem in. */
export function renderBody(body: string, resolve: Resolve): string {
  const env: Env = { resolve };
  return parser.render(body, env);
}
