/** Lines that look like the beginning or end of a `:::` block and are not: those that stayed in a paragraph. */

import { blockNames } from '../blocks/blocks.ts';
import { suggestion } from '../suggest.ts';
import { readBlockHead } from './block-head.ts';
import type { Finding } from './finding.ts';

/** Counts the blocks that are unknown or never closed, so that the end that was meant for one is not a second Problem. */
export class StrayFences {
  #open = 0;

  findingsIn(paragraph: string, firstLine: number): Finding[] {
    const lines = paragraph.split('\n').map((text, index) => ({ text: text.trim(), line: firstLine + index }));
    return lines.flatMap(({ text, line }) =>
      text.startsWith(':::') ? this.#finding(text, line) : text.startsWith('::') ? this.#short(text, line) : [],
    );
  }

  /** A block before here is known not to be closed. */
  awaitEnd(): void {
    this.#open++;
  }

  /** A colon too few; of the two lines of such a block the first is told. */
  #short(text: string, line: number): Finding[] {
    const head = text.slice(2).trim();
    const { name } = readBlockHead(head);
    if (name === '' || !blockNames().includes(name)) return [];
    return [
      {
        code: 'markdown/stray-fence',
        line,
        search: '::',
        what: `Two colons do not begin a ${name}, and readers would see them.`,
        fix: 'Begin this line with :::, and end the block with a line of only :::.',
      },
    ];
  }

  #finding(text: string, line: number): Finding[] {
    const { name } = readBlockHead(text.replace(/^:+/, ''));
    const place = { line, search: ':::' };
    if (name) {
      this.#open++;
      return [
        {
          ...place,
          code: 'markdown/unknown-block',
          what: `There is no block called “${name}”.`,
          fix: suggestion(name, blockNames(), 'Remove this line, and the line of ::: that closes it.'),
        },
      ];
    }
    if (this.#open === 0)
      return [
        {
          ...place,
          code: 'markdown/stray-fence',
          what: 'This ::: closes nothing.',
          fix: 'Remove it, or open the block with ::: and its name.',
        },
      ];
    this.#open--;
    return [];
  }
}
