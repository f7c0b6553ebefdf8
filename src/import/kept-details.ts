/** What is to be told of each story at the end, packed on the disk until then: of a large archive it is more than all else that is known. */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { UnnamedFile } from '../source/unnamed-file.ts';
import { PackedMap } from './packed-map.ts';
import type { HeadingPlaces } from './text/heading-places.ts';
import type { LossKind } from './text/loss.ts';

/** `remote`: addresses of pictures on other sites; `renamed`: names of files with what they are; `places`: those of its text, if it has any. */
export type Details = {
  losses: { kind: LossKind; detail: string }[];
  remote: string[];
  renamed: string[];
  places?: HeadingPlaces;
};

/** Characters that are packed at once. */
const mostAtOnce = 1 << 18;
const mostOfDetail = 300;

export class KeptDetails {
  #file: UnnamedFile | undefined;
  /** Where each pack ends in it. */
  readonly #ends: number[] = [];
  #lines: string[] = [];
  #size = 0;
  #count = 0;
  /** Which of those kept for a story counts, by its number: the last. */
  readonly #last = new PackedMap<number>();

  keep(key: string, { losses, remote, renamed, places }: Details): void {
    const short = losses.map(({ kind, detail }) => ({ kind, detail: detail.slice(0, mostOfDetail) }));
    this.#last.set(key, this.#count);
    const line = JSON.stringify([this.#count++, key, { losses: short, remote, renamed, places }]);
    this.#lines.push(line);
    this.#size += line.length;
    if (this.#size > mostAtOnce) this.#pack();
  }

  /** The last of each story, in the order in which they were kept. */
  *each(): Generator<[key: string, Details]> {
    this.#pack();
    for (const [index, end] of this.#ends.entries())
      for (const line of this.#read(this.#ends[index - 1] ?? 0, end).split('\n')) {
        const [number, key, details] = JSON.parse(line) as [number, string, Details];
        if (this.#last.get(key) === number) yield [key, details];
      }
  }

  #read(start: number, end: number): string {
    const packed = Buffer.allocUnsafe(end - start);
    this.#file?.read(start, packed);
    return inflateRawSync(packed).toString();
  }

  #pack(): void {
    if (this.#lines.length === 0) return;
    this.#file ??= UnnamedFile.temporary();
    const packed = deflateRawSync(this.#lines.join('\n'), { level: 1 });
    this.#ends.push(this.#file.append(packed) + packed.length);
    this.#lines = [];
    this.#size = 0;
  }
}
