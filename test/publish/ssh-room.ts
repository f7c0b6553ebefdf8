/** A newsroom that publishes to a folder through a connection; each time from a machine that has nothing but the newsroom. */
import { PassThrough, Transform } from 'node:stream';
import { type Connection, openRemoteTarget } from '../../src/publish/remote/remote-target.ts';
import { receive } from '../../src/publish/remote/receive.ts';
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
    const lines = { there: this.#line('there'), back: this.#line('back') };
    const lose = () => {
      for (const line of Object.values(lines)) line.destroy();
    };
    for (const line of Object.values(lines)) line.on('error', lose);
    this.served = receive({ input: lines.there, output: lines.back, folder: this.allowed, quality: 1 });
    return {
      name: 'deploy@paper.example',
      input: lines.back,
      output: lines.there,
      why: async ({ isNoise }) => (isNoise ? 'It is noise.' : 'The connection to deploy@paper.example was lost.'),
      end: async () => {
        lines.back.resume();
        await this.served;
      },
    };
  }

  #line(way: 'there' | 'back'): PassThrough | Transform {
    const passed = this.passed;
    const most = this.cut[way] ?? Number.POSITIVE_INFINITY;
    return new Transform({
      transform(part: Buffer, _encoding, done) {
        const left = most - passed[way];
        passed[way] += part.length;
        if (part.length <= left) return done(null, part);
        this.push(part.subarray(0, left));
        // What arrived is read before the end is noticed, as on a real line.
        setImmediate(() => done(new Error('cut')));
      },
    });
  }

  override open(): Promise<Target> {
    this.#opened += 1;
    return openRemoteTarget(this.connect(), this.folder, `publisher ${this.#opened}`);
  }
}
