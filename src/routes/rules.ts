/** What the catalog needs to know of all kinds of route: which exist where. */
import type { Site } from '../content/site.ts';
import type { Kind, Place } from './kind.ts';
import { kinds } from './kinds.ts';

type Address = { url: string; kind: string };

export const kindsByName: ReadonlyMap<string, Kind> = new Map(kinds.map((kind) => [kind.name, kind]));

export const routeRules = {
  at(place: Place, site: Site): Address[] {
    return kinds.flatMap((kind) => {
      const url = kind.url(place, site);
      return url === undefined ? [] : [{ url, kind: kind.name }];
    });
  },
  always(site: Site): (Address & { place: Place })[] {
    return kinds.flatMap((kind) =>
      (kind.always?.(site) ?? []).flatMap((place) => {
        const url = kind.url(place, site);
        return url === undefined ? [] : [{ url, kind: kind.name, place }];
      }),
    );
  },
};
