/** A shard of the search index, as the sync has made it: which there are follows from the stories of its period. */
import { type SearchPeriod, shardUrl } from '../content/search/addresses.ts';
import type { Kind } from './kind.ts';

export type SearchShardProps = { text: string };

export const searchShard: Kind<'search-shard', SearchShardProps> = {
  name: 'search-shard',
  isForMachines: true,
  url: ({ scope, bucket }) =>
    scope.of === 'shard' ? shardUrl(scope.language, scope.id as SearchPeriod, bucket) : undefined,
  props(queries, { scope, bucket }) {
    const text = queries.shard(scope.language, scope.id as SearchPeriod, bucket);
    return text === undefined ? undefined : { text };
  },
};
