/** What the catalog needs to know of all kinds of route: which exist where. */
import type { Site } from '../content/site.ts';
import type { Kind, Place } from './kind.ts';
import { kinds } from './kinds.ts';

type Address = { url: string; kind: string };

export const kindsByName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

export const routeRules = {
  at(place: Place, site: Site): Address[] {
    return kinds.flatMap((kind) => addresses(kind, place, site));
  },
  always(site: Site): (Address & { place: Place })[] {
    return kinds.flatMap((kind) =>
      (kind.always?.(site) ?? []).flatMap((place) =>
        addresses(kind, place, site).map((address) => ({ ...address, place })),
      ),
    );
  },
};

function addresses(kind: Kind, place: Place, site: Site): Address[] {
  return [kind.url(place, site) ?? []].flat().map((url) => ({ url, kind: kind.name }));
}
