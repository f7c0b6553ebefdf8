/** Requests to publish a branch, each a small file of JSON under a ref of its own: all that is known of a text lies in its repository. */
import { git, tryGit } from '../../source/git.ts';
import { lineOf, storedBlob } from './branches.ts';
import { Refused } from './refused.ts';

export type PublishRequest = {
  number: number;
  branch: string;
  title: string;
  labels: string[];
  author: { name: string; email: string };
  /** ISO 8601. */
  created: string;
  updated: string;
};

const folder = 'refs/broadsheet/requests/';

export class Requests {
  readonly #top: string;
  constructor(top: string) {
    this.#top = top;
  }

  all(): PublishRequest[] {
    const lines = lineOf(git(this.#top, ['for-each-ref', '--format=%(raw)', folder])).split('\n');
    return lines.flatMap((line) => (line === '' ? [] : JSON.parse(line)));
  }

  /** Throws where there is none. */
  get(number: number): PublishRequest {
    const found = this.all().find((each) => each.number === number);
    if (!found) throw new Refused(404, 'This text was published or discarded meanwhile.');
    return found;
  }

  add(written: Omit<PublishRequest, 'number'>): PublishRequest {
    const request = { number: Math.max(0, ...this.all().map(({ number }) => number)) + 1, ...written };
    this.#write(request, 'new');
    return request;
  }

  put(request: PublishRequest): void {
    this.#write(request, 'known');
  }

  remove(number: number): void {
    tryGit(this.#top, ['update-ref', '-d', folder + number]);
  }

  #write(request: PublishRequest, is: 'new' | 'known'): void {
    const id = storedBlob(this.#top, Buffer.from(JSON.stringify(request)));
    const before = is === 'new' ? ['0'.repeat(id.length)] : [];
    if (tryGit(this.#top, ['update-ref', folder + request.number, id, ...before]).status !== 0)
      throw new Refused(409, 'Somebody else has begun another text at the same moment. Save again.');
  }
}
