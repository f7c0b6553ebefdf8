/** A newsroom with a pages host, which shows what was uploaded to it: a server of this process. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Made, makePages, type PagesOptions } from '../../src/commands/pages.ts';
import { isFault } from '../../src/problem.ts';
import { readLiveEdition } from '../../src/publish/live-edition.ts';
import { History } from '../../src/source/history.ts';
import { lateEnough, Newsroom, testEngine } from '../support/newsroom.ts';
import { labelPictures } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { shelfOf } from '../support/words.ts';
import { StandIn } from './stand-in.ts';

type Given = Partial<PagesOptions> & { isFirst?: boolean };

export class PagesRoom {
  readonly room: Newsroom;
  readonly host: StandIn;
  /** What is made to be uploaded, and what readers have. */
  readonly folder: string;
  readonly served: string;

  private constructor(room: Newsroom, host: StandIn) {
    this.room = room;
    this.host = host;
    this.folder = join(room.folder, 'site');
    this.served = join(room.folder, 'dist-served');
    host.answer = ({ path }) => {
      const file = join(this.served, path.replace(/\?.*$/, '').replace(/\/$/, '/index.html'));
      return existsSync(file) ? { status: 200, body: readFileSync(file) } : { status: 404, body: 'Nothing here' };
    };
  }

  static async start(files: Record<string, string | Uint8Array>): Promise<PagesRoom> {
    const room = new Newsroom({ files });
    onTestFinished(() => room.dispose());
    writeFileSync(join(room.folder, '.gitignore'), 'dist*/\ncache*/\n.cache/\nsite/\n');
    return new PagesRoom(room, await StandIn.start());
  }

  /** Writes files, or takes away those that are null, and commits. Returns the commit. */
  commit(files: Record<string, string | Uint8Array | null> = {}): string {
    for (const [path, content] of Object.entries(files))
      if (content === null) this.room.remove(path);
      else this.room.write({ [path]: content });
    this.room.commit();
    return this.room.git('rev-parse', 'HEAD');
  }

  /** What was built is taken for good, and has no fault. */
  async make(given: Given = {}): Promise<Made> {
    const [made, instead] = await this.tries(given);
    if (!made || instead || made.report.problems.some(isFault)) throw new Error(JSON.stringify(made?.report.problems));
    return made;
  }

  async tries({ head, isFirst, ...given }: Given = {}): Promise<Made[]> {
    const { content, folder: newsroom } = this.room;
    const history = new History(content);
    const ask = async (url: string) => {
      const answer = await fetch(url);
      return { status: answer.status, bytes: new Uint8Array(await answer.arrayBuffer()) };
    };
    return makePages({
      ...{ content, newsroom, out: this.room.out, cache: this.room.cache, folder: this.folder, now: lateEnough },
      ...{
        targetName: 'live',
        host: 'cloudflare',
        server: { hsts: 'host' },
        history,
        head: head ?? history.commit('HEAD') ?? '',
      },
      ask: async () => (isFirst ? undefined : readLiveEdition(this.host.address, ask)),
      build: {
        ...{ render: renderDirectly, makePicture: labelPictures, engine: testEngine },
        words: async () => shelfOf(content),
      },
      judge: async () => [],
      ...given,
    });
  }

  /** As the tool of the host does. */
  upload(): void {
    rmSync(this.served, { recursive: true, force: true });
    cpSync(this.folder, this.served, { recursive: true });
  }

  /** What was made at a path. */
  made(path: string): string | undefined {
    const file = join(this.folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  }
}
