/** A body as the tokens of which it is told what is wrong with it, and by which it can be shown: read once for both. */
import type { Env, Token } from 'markdown-it';
import { createParser } from './parser.ts';

const parser = createParser({ anyLink: true });
// What an author escaped (`\<b>`, `&lt;b>`) stays apart, so that it is not taken for HTML.
parser.core.ruler.disable('text_join');
parser.core.ruler.before('strip_references', 'definitions', ({ env, tokens }) => {
  env.definitions = tokens.filter(({ type }) => type === 'reference_definition');
});

type ReadBody = { body: string; tokens: readonly Token[]; env: Env & { definitions?: Token[] } };

/** Nobody may change what is given. */
export function readBody(body: string): ReadBody {
  if (last?.body !== body) {
    const env = {};
    last = { body, tokens: parser.parse(body, env), env };
  }
  return last;
}

let last: ReadBody | undefined;
