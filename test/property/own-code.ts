/** What the random newsrooms have of their own: a field, a listing made of it, and a kind of page that asks for both. */

import { bounds } from '../../src/content/bounds.ts';
import { id } from '../../src/content/fields.ts';
import { all } from '../../src/content/listings/all.ts';
import type { ListingWithFront } from '../../src/content/listings/listing.ts';
import { addListing } from '../../src/content/listings/listings.ts';
import { keepForOwnKind } from '../../src/content/own-addresses.ts';
import { addField } from '../../src/content/own-fields.ts';
import { searchBounds } from '../../src/content/search/bounds.ts';
import { inEachLanguage, isWholeOf, type Kind } from '../../src/routes/kind.ts';
import { addKind } from '../../src/routes/own-kinds.ts';
import { smallBounds, smallSearchBounds } from './small-bounds.ts';

const district: ListingWithFront = {
  name: 'district',
  idsOf: ({ own }) => (typeof own?.district === 'string' ? [own.district] : []),
  spans: ['whole', 'year'],
  front: { folder: 'districts', ids: 'named', feeds: ['rss'], title: { one: 'District', all: 'Districts' } },
};

type TodayProps = { url: string; districts: string[]; stories: { title: string; district: unknown }[] };

const today: Kind<'today', TodayProps> = {
  name: 'today',
  always: (site) => inEachLanguage(all, site),
  url: (place) => (isWholeOf(all, place) ? `/today/${place.scope.language}/` : undefined),
  props: (queries, { scope }) => ({
    url: `/today/${scope.language}/`,
    districts: queries.names('district', scope.language),
    stories: queries.newest(scope, 3, 'teaser').map(({ title, own }) => ({ title, district: own?.district ?? null })),
  }),
};

/** Once in a process, before anything is read; bounds are lowered with it. */
export function addOwnCode(): void {
  Object.assign(bounds, smallBounds);
  Object.assign(searchBounds, smallSearchBounds);
  addField('district', { schema: id.optional(), example: 'old-quay', depth: 'teaser' });
  addListing(district);
  keepForOwnKind('today');
  addKind({
    kind: today,
    layout: (props: TodayProps) => `<!doctype html><title>Today</title>${JSON.stringify(props)}`,
  });
}
