/** A newsroom that publishes to a folder through a connection; each time from a machine that has nothing but the newsroom. */
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { forgetRedirects } from '../../src/commands/redirects.ts';
import { openFolderTarget } from '../../src/publish/folder-target.ts';
import { receive } from '../../src/publish/remote/receive.ts';
import { type Connection, openRemoteTarget } from '../../src/publish/remote/remote-target.ts';
import type { Target } from '../../src/publish/target.ts';
import { LiveRoom } from './live-room.ts';

export class SshRoom extends LiveRoom {
  /** Bytes that passed in the last connection, there and back. */
  passed = { there: 0, back: 0 };
  /** After so many bytes of either direction the connection is lost. */
  cut: { there?: number; back?: number } = {};
  /** What `receive` is for. */
  allowed: string | undefined;
  #opened = 0;
  /** The last that was served. */
  served: Promise<boolean> = Promise.resolve(true);

  connect(): Connection {
    this.passed = { there: 0, back: 0 };
    const lose = () => {
      for (const { from, to } of Object.values(lines)) {
        from.destroy(new Error('cut'));
        to.end(); // what has arrived is read all the same
      }
    };
    const lines = { there: this.#line('there', () => lose()), back: this.#line('back', () => lose()) };
    this.served = receive({
      input: lines.there.to,
      output: lines.back.from,
      folder: this.allowed,
      quality: 1,
      forget: forgetRedirects,
    });
    return {
      name: 'deploy@paper.example',
      input: lines.back.to,
      output: lines.there.from,
      why: async ({ isNoise }) => (isNoise ? 'It is noise.' : 'The connection to deploy@paper.example was lost.'),
      end: async () => {
        lines.back.to.resume();
        await this.served;
      },
    };
  }

  #line(way: 'there' | 'back', lose: () => void): { from: Writable; to: PassThrough } {
    const passed = this.passed;
    const most = this.cut[way] ?? Number.POSITIVE_INFINITY;
    const to = new PassThrough();
    const from = new Writable({
      write(part: Buffer, _encoding, done) {
        const left = most - passed[way];
        passed[way] += part.length;
        to.write(part.subarray(0, left), done);
        if (part.length > left) lose();
      },
      final(done) {
        to.end(done);
      },
    });
    to.once('close', () => from.destroy());
    from.on('error', () => undefined);
    return { from, to };
  }

  /** The same site in a folder of this machine, to compare with. */
  readonly twin = join(this.room.folder, 'cache-twin');
  /** Where the next publishes go: `server` is the folder without the connection. */
  to: 'connection' | 'server' | 'twin' = 'connection';

  override open(): Promise<Target> {
    if (this.to === 'server') return super.open();
    if (this.to === 'twin') return openFolderTarget(this.twin, 'a test', 1);
    this.#opened += 1;
    return openRemoteTarget(this.connect(), this.folder, `publisher ${this.#opened}`);
  }
}
