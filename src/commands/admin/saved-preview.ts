/**
 * The site as it is with what somebody has saved: built from the branch of one text, in a folder of its own, and shown by a
 * server of its own, with its Problems. The working tree and its preview stay as they are.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { engineFile } from '../../engine-files.ts';
import { problemsUrl } from '../desk-links.ts';
import { type LocalServer, serveLocally } from '../local-server.ts';
import { readTold } from '../told-problems.ts';

type Settings = {
  /** Those of the build that say which newsroom it is, and when. */
  args: readonly string[];
  /** A folder of its own. */
  cache: string;
  /** The first port to try. */
  port(): number;
};

export class SavedPreview {
  readonly #settings: Settings;
  #server: Promise<LocalServer> | undefined;
  #built: string | undefined;
  #failure: string | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(settings: Settings) {
    this.#settings = settings;
  }

  /** Where a page of the site can be seen as it is at a commit; the page of Problems where nothing could be built. */
  async show(commit: string, url: string): Promise<{ port: number; url: string }> {
    const building = this.#last.then(() => this.#build(commit));
    this.#last = building.catch(() => {});
    await building;
    const server = await this.#serve();
    await server.tellChange();
    const isBuilt = this.#failure === undefined && readTold(this.#folder).built === 'all';
    return { port: server.port, url: isBuilt ? url : problemsUrl };
  }

  /** Of the cache, as builds with `--unpublished` have it. */
  get #folder(): string {
    return join(this.#settings.cache, 'preview');
  }

  #serve(): Promise<LocalServer> {
    this.#server ??= serveLocally(join(this.#folder, 'site'), this.#settings.port(), () => ({
      ...readTold(this.#folder),
      failure: this.#failure,
    }));
    return this.#server;
  }

  async #build(commit: string): Promise<void> {
    if (this.#built === commit) return;
    this.#built = undefined;
    const args = [
      'build',
      '--unpublished',
      '--commit',
      commit,
      '--cache',
      this.#settings.cache,
      ...this.#settings.args,
    ];
    const child = spawn(process.execPath, [engineFile('src/cli.js'), ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const [code] = await once(child, 'close');
    this.#failure = code === 0 || code === 1 ? undefined : said.trim() || 'The build was stopped.';
    if (this.#failure === undefined) this.#built = commit;
  }
}
