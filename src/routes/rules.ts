/** What the catalog needs to know of all kinds of route: which exist where. */
import type { Site } from '../content/site.ts';
import type { Kind, Place } from './kind.ts';
import { kinds } from './kinds.ts';
import { ownKinds } from './own-kinds.ts';

type Address = { url: string; kind: string };

/** The engine's, in their order, then the newsroom's. */
function everyKind(): readonly Kind[] {
  return ownKinds.length === 0 ? kinds : [...kinds, ...ownKinds.map(({ kind }) => kind)];
}

export function kindsByName(): ReadonlyMap<string, Kind> {
  return new Map(everyKind().map((kind) => [kind.name, kind]));
}

/** Names of the kinds of page that readers stay on. */
function pageKinds(): string[] {
  return everyKind().flatMap(({ name, isForMachines }) => (isForMachines ? [] : name));
}

export const routeRules = {
  pageKinds,
  at(place: Place, site: Site): Address[] {
    return everyKind().flatMap((kind) => addresses(kind, place, site));
  },
  always(site: Site): (Address & { place: Place })[] {
    return everyKind().flatMap((kind) =>
      (kind.always?.(site) ?? []).flatMap((place) =>
        addresses(kind, place, site).map((address) => ({ ...address, place })),
      ),
    );
  },
};

function addresses(kind: Kind, place: Place, site: Site): Address[] {
  return [kind.url(place, site) ?? []].flat().map((url) => ({ url, kind: kind.name }));
}
