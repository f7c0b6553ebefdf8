/** The beginning of a long text, for feeds: whole blocks of it, so that what is left is good markup. */
import type { Token } from 'markdown-it';

/**
 * As many of the first blocks as have no more than so many bytes together. None ends with a heading, which would stand over
 * nothing. Notes stand at the end of a text, and so are left out of one that is cut.
 */
export function beginningOf(tokens: readonly Token[], most: number, render: (tokens: Token[]) => string): string {
  const blocks = topBlocks(tokens).map((block) => ({
    html: render(block),
    isHeading: block[0]?.type === 'heading_open',
  }));
  let bytes = 0;
  const end = blocks.findIndex(({ html }) => {
    bytes += Buffer.byteLength(html);
    return bytes > most;
  });
  const kept = end === -1 ? blocks : blocks.slice(0, end);
  const last = kept.findLastIndex(({ isHeading }) => !isHeading);
  return kept
    .slice(0, last + 1)
    .map(({ html }) => html)
    .join('');
}

function topBlocks(tokens: readonly Token[]): Token[][] {
  const blocks: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    blocks.at(-1)?.push(token);
    depth += token.nesting;
    if (depth === 0) blocks.push([]);
  }
  return blocks.filter((block) => block.length > 0);
}
