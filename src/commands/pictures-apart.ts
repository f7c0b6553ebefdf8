/**
 * The pictures of a build: the first is made here, others in a process of their own, for which the C library gives back the memory of
 * each as soon as it is made. It cannot be told to where it runs already, and would keep most of it.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { engineEnvironment, engineFile } from '../engine-files.ts';
import { type MadePicture, makePicture, type PictureMaker, type ToMake } from '../render/picture-maker.ts';
import type { PictureAnswer, PictureTask } from './picture-process.ts';

/** For so many a process is not begun: a story mostly has one that is new. */
const fewPictures = 1;

/** https://www.gnu.org/software/libc/manual/html_node/Malloc-Tunable-Parameters.html: fixed, so that it does not grow with what was freed. */
const givenBack = { MALLOC_MMAP_THRESHOLD_: '131072' };

type Waiting = Pick<PromiseWithResolvers<MadePicture>, 'resolve' | 'reject'>;

export class PicturesApart {
  readonly #few: number;
  #child: ChildProcess | undefined;
  #asked = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(few = fewPictures) {
    this.#few = few;
  }

  readonly make: PictureMaker = (bytes, variants) => {
    this.#asked += 1;
    return this.#asked <= this.#few ? makePicture(bytes, variants) : this.#makeApart(bytes, variants);
  };

  /** Of the process that makes them; undefined where there is none. */
  get pid(): number | undefined {
    return this.#child?.pid;
  }

  end(): void {
    this.#child?.removeAllListeners().on('error', () => {});
    if (this.#child?.connected) this.#child.disconnect(); // which ends it
    this.#child = undefined;
  }

  #makeApart(bytes: Uint8Array, variants: readonly ToMake[]): Promise<MadePicture> {
    const child = this.#running();
    const { promise, resolve, reject } = Promise.withResolvers<MadePicture>();
    const number = this.#asked;
    this.#waiting.set(number, { resolve, reject });
    child.send({ number, bytes, variants: variants.map(toMake) } satisfies PictureTask, (error) => {
      if (error) reject(error);
    });
    return promise;
  }

  #running(): ChildProcess {
    if (this.#child) return this.#child;
    const child = fork(engineFile('src/commands/picture-process.ts'), {
      env: { ...engineEnvironment(), ...givenBack },
      serialization: 'advanced', // bytes go as they are
    });
    child.on('message', (answer: PictureAnswer) => {
      const waiting = this.#waiting.get(answer.number);
      this.#waiting.delete(answer.number);
      if ('made' in answer) waiting?.resolve(answer.made);
      else waiting?.reject(new Error(answer.failure));
    });
    child.once('error', ({ message }) => this.#lose(`no process could be begun for it (${message})`));
    child.once('exit', (code, signal) => this.#lose(`the process that made it was ended (${signal ?? code})`));
    this.#child = child;
    return child;
  }

  #lose(why: string): void {
    this.#child = undefined;
    for (const { reject } of this.#waiting.values())
      reject(new Error(`${why}, perhaps for lack of memory. Pictures made so far are kept: build again.`));
    this.#waiting.clear();
  }
}

function toMake({ width, format, height, cut }: ToMake): ToMake {
  return { width, format, ...(height !== undefined && { height }), ...(cut && { cut }) };
}
