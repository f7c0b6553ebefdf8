/** Makes pictures for a build, several at a time, and answers each with its files. */
import { type MadePicture, makePicture, type ToMake } from '../render/picture-maker.ts';

export type PictureTask = { number: number; bytes: Uint8Array; variants: readonly ToMake[] };
export type PictureAnswer = { number: number } & ({ made: MadePicture } | { failure: string });

process.on('message', async ({ number, bytes, variants }: PictureTask) => {
  const send = (answer: PictureAnswer) => process.connected && process.send?.(answer);
  try {
    send({ number, made: await makePicture(bytes, variants) });
  } catch (error) {
    send({ number, failure: (error as Error).message });
  }
});

// Whoever began this needs no more pictures, or is gone.
process.on('disconnect', () => process.exit());

// The terminal's Ctrl+C goes to all: whoever began this ends it.
process.on('SIGINT', () => undefined);
