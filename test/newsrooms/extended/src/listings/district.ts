/** Stories by district: `/districts/old-quay/`, with its archive and its feed, and an index of them all. */
import type { Listing } from 'broadsheet/listings';

export const listing: Listing = {
  name: 'district',
  idsOf: ({ own }) => (typeof own?.district === 'string' ? [own.district] : []),
  field: 'district',
  spans: ['whole', 'year'],
  front: { folder: 'districts', ids: 'named', feeds: ['rss'], title: { one: 'District', all: 'Districts' } },
};
