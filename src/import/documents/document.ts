/** A document that somebody wrote a story in: what is read of it, whichever program it is of. */
import type { Loss } from '../text/loss.ts';
import type { Block } from './blocks.ts';

export type Document = {
  blocks: Block[];
  /** Footnotes as HTML, to stand after everything else. */
  notes: string;
  /** What it has and the blocks have not, or otherwise. */
  losses: Loss[];
  /** The words that it shows, in their order, read by other code than the blocks. */
  words: string[];
  /** Whether something stands in another place than in the document. */
  hasMoved: boolean;
  /** The bytes of a picture that the blocks name; undefined: they are not in it. */
  picture(src: string): Uint8Array | undefined;
};

/** Bytes of a document, and of all that is written into it. */
export const mostDocumentBytes = 64 * 1024 ** 2;
