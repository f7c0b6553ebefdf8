/** Requests to publish a branch, each a small file of JSON under a ref of its own: all that is known of a text lies in its repository. */
import { git, tryGit } from '../../source/git.ts';
import { Refused } from './branches.ts';
import { lineOf, storedBlob } from './trees.ts';

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
    const args = ['for-each-ref', '--format=%(objectname)', folder];
    const ids = lineOf(git(this.#top, args)).split('\n');
    return ids.flatMap((id) => (id === '' ? [] : JSON.parse(git(this.#top, ['cat-file', 'blob', id]).toString())));
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
