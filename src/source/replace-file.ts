/** Puts a whole file in the place of another: whoever reads it meets the old one or the new one, never half of one. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { onFile, systemErrorOf } from './system-error.ts';

/** Where a file is written until it is whole. */
export function nextTo(file: string): string {
  return `${file}.next`;
}

/** `beside` is on the same disk; whatever a killed build, or somebody else, left there goes. */
export function replaceFile(file: string, content: string | Uint8Array, beside = nextTo(file)): void {
  onFile(file, 'written', () => {
    try {
      writeFileSync(beside, content, ifNew);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      rmSync(beside, { recursive: true, force: true });
      writeFileSync(beside, content, ifNew);
    }
    renameSync(beside, file);
  });
}

/** Nothing is written through a link, or into what somebody else has there. */
const ifNew = { flag: 'wx' };

/** The same of a file that is written part by part. However that ends, nothing is left beside it. */
export async function replaceFileInParts(file: string, write: (beside: string) => Promise<void>): Promise<void> {
  const beside = nextTo(file);
  try {
    rmSync(beside, { recursive: true, force: true });
    await write(beside);
    renameSync(beside, file);
  } catch (error) {
    throw systemErrorOf(file, 'written', error);
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
