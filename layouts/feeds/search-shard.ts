/** A shard of the search index, as it is. */
import type { SearchShardProps } from '../../src/routes/search-shard.ts';

export function searchShardText({ text }: SearchShardProps): string {
  return text;
}
