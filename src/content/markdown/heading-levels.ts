/** Levels that skip are closed up, so that a page’s outline has none left out; its title is the first. */
import type { MarkdownIt, Token } from 'markdown-it';

export function addHeadingLevels(parser: MarkdownIt): void {
  parser.core.ruler.after('block', 'heading_levels', ({ tokens }) => {
    const above: { written: number; shown: number }[] = [];
    for (const token of tokens) {
      if (token.type !== 'heading_open' && token.type !== 'heading_close') continue;
      if (token.type === 'heading_open') {
        const written = writtenLevel(token);
        while ((above.at(-1)?.written ?? 0) >= written) above.pop();
        above.push({ written, shown: (above.at(-1)?.shown ?? 1) + 1 });
      }
      token.tag = `h${above.at(-1)?.shown}`;
    }
  });
}

/** As its author wrote it: how many # stand before it, or how it is underlined. */
export function writtenLevel({ markup }: Token): number {
  return markup.startsWith('#') ? markup.length : markup === '=' ? 1 : 2;
}
