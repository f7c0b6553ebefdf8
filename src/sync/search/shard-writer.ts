/** Writes shards where they differ, and says so to those who look at them; for one language. */
import type { Catalog } from '../../catalog/catalog.ts';
import type { Language } from '../../content/names.ts';
import { type Scope, scopeName, singles } from '../../content/scopes.ts';
import type { Changes } from '../changes.ts';
import type { Turned } from '../counts.ts';

type Means = { catalog: Catalog; changes: Changes; turned: Turned; language: Language };

export class ShardWriter {
  readonly catalog: Catalog;
  readonly changes: Changes;
  readonly language: Language;
  readonly #turned: Turned;
  #isResized = false;

  constructor({ catalog, changes, turned, language }: Means) {
    this.catalog = catalog;
    this.changes = changes;
    this.language = language;
    this.#turned = turned;
  }

  /** `before`: what there was, if it is known. */
  write(of: Scope, bucket: number, text: string, before = this.catalog.shards.at(of, bucket)): void {
    if (before === text) return;
    this.catalog.shards.put(of, bucket, text);
    this.#tell(of, bucket);
    if (before === undefined) this.#turn(of, bucket, true);
  }

  /** So many of its shards stay, the first ones. */
  cut(of: Scope, to: number): void {
    for (let bucket = this.catalog.shards.count(of) - 1; bucket >= to; bucket--) {
      this.catalog.shards.remove(of, bucket);
      this.#tell(of, bucket);
      this.#turn(of, bucket, false);
    }
  }

  /** Its periods have other numbers of shards, or begin in another month. */
  resize(): void {
    this.#isResized = true;
  }

  end(): void {
    if (this.#isResized) this.changes.single(singles.shardSizes(this.language), 1, 'the size of the search index');
  }

  /** A shard came or went, so that its period has another number of them. */
  #turn(of: Scope, bucket: number, isThere: boolean): void {
    this.#turned(of, bucket, isThere);
    if (of.of === 'shard') this.resize();
  }

  #tell(of: Scope, bucket: number): void {
    this.changes.single(singles.inShard(this.language, of.id, bucket), 1, `the search index (${scopeName(of)})`);
  }
}
