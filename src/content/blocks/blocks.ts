/** All blocks. A new one is a file beside this and its line here. */
import type { Block } from './block.ts';
import { fact, note } from './note.ts';
import { quote } from './quote.ts';
import { video } from './video.ts';

export const blocks: readonly Block[] = [quote, fact, note, video];

export function blockNamed(name: string): Block | undefined {
  return blocks.find((block) => block.name === name);
}
