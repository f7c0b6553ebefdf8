/** What a short text may not be made of that stands on many pages, beside other texts: all but paragraphs and lists. */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';
import { createParser } from './parser.ts';

const parser = createParser({ anyLink: true });

/** A picture is told of elsewhere: only stories have them. */
const plain =
  /^(?:(?:paragraph|bullet_list|ordered_list|list_item)_(?:open|close)|inline|figure|reference_definition)$/;

/** One for each part that is not plain, at its first line. */
export function plainFindings(body: string): Finding[] {
  const lines = new Set<number>();
  let line = 0;
  let depth = 0;
  for (const token of parser.parse(body, {})) {
    if (token.type.startsWith('footnote_')) break; // they stand at the end, and are told of where they are referred to
    line = token.map?.[0] ?? line;
    const isPlain = plain.test(token.type);
    if (depth === 0 && token.nesting >= 0 && (!isPlain || hasFootnote(token))) lines.add(line);
    if (!isPlain) depth += token.nesting;
  }
  return [...lines].map((at) => ({
    code: 'notice/not-plain',
    line: at,
    what: 'A notice has only paragraphs and lists, because it stands beside other texts on many pages.',
    fix: 'Write this as a paragraph or a list; what a heading would say is the “title” of the notice.',
  }));
}

function hasFootnote({ children }: Token): boolean {
  return (children ?? []).some(({ type }) => type === 'footnote_ref');
}
