/** Ids of headings, made of their words, so that a link can lead to them. */
import type { MarkdownIt, Token } from 'markdown-it';
import { headingId } from './heading-id.ts';

export function addHeadingIds(parser: MarkdownIt): void {
  parser.core.ruler.push('heading_ids', ({ tokens }) => {
    const next = new Map<string, number>();
    for (const [index, token] of tokens.entries()) {
      if (token.type === 'heading_open') token.attrSet('id', uniqueId(headingId(wordsOf(tokens[index + 1])), next));
    }
  });
}

function wordsOf(inline: Token | undefined): string {
  const words = (inline?.children ?? []).filter(({ type }) => ['text', 'text_special', 'code_inline'].includes(type));
  return words.map(({ content }) => content).join('');
}

/** `s_why`, `s_why-2`, …; `next` has for each id that there is the number that the next of the same words gets. */
export function uniqueId(id: string, next: Map<string, number>): string {
  let number = next.get(id) ?? 1;
  let unique = id;
  while (next.has(unique)) unique = `${id}-${++number}`;
  next.set(id, number);
  if (unique !== id) next.set(unique, 1);
  return unique;
}
