/** What the catalog needs to know of all kinds of route: which exist where. */
import { type Former, frontAt } from '../content/former.ts';
import { isFeedFile } from '../content/own-addresses.ts';
import type { Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import type { Kind, Place } from './kind.ts';
import { kinds } from './kinds.ts';
import { ownKinds } from './own-kinds.ts';
import { redirect } from './redirect.ts';

type Address = { url: string; kind: string };

/** The former addresses of what a place is of. */
type Formers = (scope: Scope) => readonly Former[];
const none: Formers = () => [];

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
  at(place: Place, site: Site, formers = none): Address[] {
    return everyKind().flatMap((kind) => allAddresses(kind, place, site, formers));
  },
  always(site: Site, formers = none): (Address & { place: Place })[] {
    return everyKind().flatMap((kind) =>
      (kind.always?.(site) ?? []).flatMap((place) =>
        allAddresses(kind, place, site, formers).map((address) => ({ ...address, place })),
      ),
    );
  },
};

function allAddresses(kind: Kind, place: Place, site: Site, formers: Formers): Address[] {
  const own = addresses(kind, place, site);
  if (own.length === 0) return own;
  const front = frontAt(place.scope, site);
  if (front === undefined) return own;
  return [...own, ...formers(place.scope).flatMap((former) => own.flatMap((each) => formerly(each, front, former)))];
}

/** Where an address was before: a redirect, but a feed goes on there, since programs that read feeds keep no new address. */
function formerly({ url, kind }: Address, front: string, former: Former): Address[] {
  if (!url.startsWith(front)) return [];
  const below = url.slice(front.length);
  const name = /[^/]+$/.exec(former.url)?.[0];
  if (!former.isFront) {
    const isSame = name !== undefined && isFeedFile(name) ? below === name : below === '';
    return isSame ? [{ url: former.url, kind: below === '' ? redirect.name : kind }] : [];
  }
  return [{ url: former.url + below, kind: isFeedFile(below) ? kind : redirect.name }];
}

function addresses(kind: Kind, place: Place, site: Site): Address[] {
  const urls = kind.url(place, site) ?? [];
  return (typeof urls === 'string' ? [urls] : urls).map((url) => ({ url, kind: kind.name }));
}
