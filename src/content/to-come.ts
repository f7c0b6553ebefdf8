/**
 * What is still to be written is marked as editors mark it, by letters that no word has, so that nobody overlooks it:
 * a draft may have such marks, what readers get may not.
 */
import type { Problem } from '../problem.ts';

export const toCome = 'TKTK';

const mark = /(?<![\p{L}\p{N}])TKTK(?![\p{L}\p{N}])/u;

/** One for each line that has a mark, of the whole file. `otherwise` completes the remedy. */
export function toComeProblems(bytes: Uint8Array, file: string, otherwise = ''): Problem[] {
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(toCome)) return [];
  return new TextDecoder()
    .decode(bytes)
    .split(/\r\n?|\n/)
    .flatMap((line, index) => {
      const found = mark.exec(line);
      if (!found) return [];
      return [
        {
          code: 'content/to-be-written',
          file,
          line: index + 1,
          column: found.index + 1,
          what: `“${toCome}” marks what is still to be written, and readers would see it.`,
          fix: `Write here what belongs here, without “${toCome}”${otherwise}.`,
        },
      ];
    });
}
