/** A newsroom that publishes to an object store of this process. */
import { openStoreTarget } from '../../src/publish/store-target.ts';
import type { Target } from '../../src/publish/target.ts';
import type { Contents } from '../support/folder-contents.ts';
import { type Begun, LiveRoom } from './live-room.ts';
import { StoreStandIn } from './store-stand-in.ts';

export const bucket = 'courier';
export const state = 'courier-state';
export const environment = { AWS_ACCESS_KEY_ID: 'tester', AWS_SECRET_ACCESS_KEY: 'very-secret' };

type Settings = Partial<Parameters<typeof openStoreTarget>[0]>;

type Outside = { objects: StoreStandIn['objects']; opened: number };

export class StoreRoom extends LiveRoom {
  readonly store: StoreStandIn;
  settings: Settings = {};
  /** How long an answer is waited for, in milliseconds. */
  patience = 2000;
  /** What was waited for between requests, in milliseconds. */
  readonly pauses: number[] = [];
  #opened = 0;

  private constructor(files: Record<string, string | Uint8Array> | Begun, store: StoreStandIn) {
    super(files);
    this.store = store;
  }

  static async start(files: Record<string, string | Uint8Array> | Begun): Promise<StoreRoom> {
    return new StoreRoom(files, await StoreStandIn.start());
  }

  override open(): Promise<Target> {
    const endpoint = this.store.address;
    const usual = { endpoint, bucket, state, prefix: '', lock: 'store', encoding: 'none' } as const;
    this.#opened += 1;
    return openStoreTarget({ ...usual, ...this.settings }, `publisher ${this.#opened}`, {
      environment,
      pause: async (wait) => this.pauses.push(wait),
      chance: () => this.#opened / 1000,
      patience: this.patience,
    });
  }

  override live(path: string): string | undefined {
    return this.store.text(`${bucket}/${path}`);
  }

  override readers(): Contents {
    const site = [...this.store.objects].flatMap(([key, { bytes }]) =>
      key.startsWith(`${bucket}/`) ? [[key.slice(bucket.length + 1), bytes.toString('latin1')] as const] : [],
    );
    return Object.fromEntries(site.filter(([path]) => path !== 'edition.json'));
  }

  override outside(): Outside {
    return { objects: new Map(this.store.objects), opened: this.#opened };
  }

  override bring({ objects, opened }: Outside): void {
    for (const [key, object] of objects) this.store.objects.set(key, object);
    this.#opened = opened;
  }
}
