/** All blocks. A new one is a file beside this and its line here; a newsroom's own are added before anything is read. */
import { audio } from './audio.ts';
import type { Block } from './block.ts';
import { chart } from './chart.ts';
import { document } from './document.ts';
import { fact, note } from './note.ts';
import { post } from './post.ts';
import { quote } from './quote.ts';
import { video } from './video.ts';

const shipped: readonly Block[] = [quote, fact, note, video, audio, document, post, chart];
const known = new Map(shipped.map((block) => [block.name, block]));

/** Adds a newsroom's own. The caller has seen to it that its name is free. */
export function addBlock(block: Block): void {
  known.set(block.name, block);
}

export function blockNamed(name: string): Block | undefined {
  return known.get(name);
}

export function blockNames(): string[] {
  return [...known.keys()];
}
