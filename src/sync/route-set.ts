/**
 * Which routes exist follows from what is counted and placed, in the same transaction as the change.
 * The rules that give a place its URLs are the routes'; they are handed in.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { contentFileOf } from '../catalog/content-file.ts';
import { unpackPlaces } from '../catalog/packed.ts';
import type { Former } from '../content/former.ts';
import { publicPrefix } from '../content/public-files.ts';
import { isShared, readScope, type Scope, scopeName, singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { outputPath, outputPathFault } from '../content/urls.ts';
import type { Changes } from './changes.ts';
import { writeCounts } from './counts.ts';
import { endedPlaces, formerPlaces, movedPlaces } from './endings.ts';
import { formersIn } from './formers.ts';
import { updateIndexNames } from './index-names.ts';
import { updateSearch } from './search/search-index.ts';

type RoutePlace = { scope: Scope; bucket: number };
/** The former addresses of what a place is of. */
type FormersOf = (scope: Scope) => readonly Former[];
type RouteAddress = { url: string; kind: string };
export type RouteRules = {
  /** The routes that a place has while it has articles. */
  at(place: RoutePlace, site: Site, formers: FormersOf): RouteAddress[];
  /** Those that are there whatever happens. */
  always(site: Site, formers: FormersOf): (RouteAddress & { place: RoutePlace })[];
  /** Names of the kinds of page that readers stay on. */
  pageKinds(): readonly string[];
};

type Wanted = RouteAddress & { place: RoutePlace };

/** `files` differ; `isAllRead`: all of them; `isWhole`: the rules or the site changed, so all routes are compared. */
type ToUpdate = { site: Site; files: Iterable<string>; isWhole: boolean; isAllRead: boolean };

/** Writes the counts and the search index, then makes and ends routes. */
export function updateRoutes(
  catalog: Catalog,
  changes: Changes,
  { rules, ...what }: { rules: RouteRules } & ToUpdate,
): void {
  const { site, isWhole } = what;
  const { came, went } = changedPlaces(catalog, changes, what);
  const formers = formersIn(catalog, site);
  const always = rules.always(site, formers);
  const wantedAt = (place: RoutePlace, of = formers) => rules.at(place, site, of).map((each) => ({ ...each, place }));
  const wantedIn = (scopes: readonly Scope[]) => scopes.flatMap((scope) => wantedAt({ scope, bucket: 0 }));
  if (isWhole) {
    function* wanted(): Generator<Wanted, undefined> {
      yield* always;
      for (const place of everyPlace(catalog)) yield* wantedAt(place);
    }
    compareAll(catalog, changes, wanted, (isThere) => wantedIn(endedPlaces(catalog, site, isThere)));
  } else {
    const isFixed = new Set(always.map(({ url }) => url));
    const free = (wanted: Wanted[]) => wanted.filter(({ url }) => !isFixed.has(url));
    const renamed = [...changes.renamed.keys()].flatMap((name) => placesOf(catalog, readScope(name)));
    const before = (scope: Scope) => [...formers(scope), ...(changes.renamed.get(scopeName(scope)) ?? [])];
    const stay = renamed.flatMap((place) => wantedAt(place));
    const left = new Set(stay.map(({ url }) => url));
    const were = renamed.flatMap((place) => wantedAt(place, before)).filter(({ url }) => !left.has(url));
    // What ends goes first: another place may have its address now.
    for (const wanted of free([
      ...went.flatMap((place) => wantedAt(place, before)),
      ...were,
      ...wantedIn(formerPlaces(catalog, changes)),
    ]))
      endRoute(catalog, wanted, changes);
    for (const wanted of free([...came.flatMap((place) => wantedAt(place)), ...stay]))
      makeRoute(catalog, wanted, changes);
    for (const { scope, isThere } of movedPlaces(catalog, changes, site))
      for (const wanted of wantedIn([scope])) (isThere ? makeRoute : endRoute)(catalog, wanted, changes);
  }
  catalog.routes.changeCount(changes.routes);
}

/** Writes the counts, then the indexes of what they are of. */
function changedPlaces(
  catalog: Catalog,
  changes: Changes,
  { site, files, isWhole, isAllRead }: ToUpdate,
): { came: RoutePlace[]; went: RoutePlace[] } {
  const came: RoutePlace[] = [];
  const went: RoutePlace[] = [];
  for (const [name, by] of changes.placed) {
    const scope = readScope(name);
    if (isShared(scope)) changes.count(catalog.scopes.id(scope), 0, { n: by, bytes: 0 });
    else if (by > 0) came.push({ scope, bucket: 0 });
    else if (by < 0) went.push({ scope, bucket: 0 });
    if (scope.of === 'page' && by !== 0)
      for (const names of [singles.names, singles.namesForSearch])
        changes.single(names(scope.of, scope.language), 0, name);
  }
  const turned = (scope: Scope, bucket: number, isThere: boolean) => {
    (isThere ? came : went).push({ scope, bucket });
  };
  writeCounts({ catalog, changes, zone: site.timeZone, turned });
  const scopes = [...came, ...went].flatMap(({ scope, bucket }) => (bucket === 0 ? scope : []));
  updateIndexNames({ catalog, changes, site, turned }, { scopes, files, isWhole });
  updateSearch({ catalog, changes, site, turned }, isAllRead);
  return { came, went };
}

/** Every place there is, one by one: what is counted, and what articles, pages and public files make. */
function* everyPlace(catalog: Catalog): Generator<RoutePlace, undefined> {
  for (const { scope, bucket } of catalog.tallies.everywhere()) yield { scope: catalog.scopes.withId(scope), bucket };
  yield* catalog.shards.everywhere();
  for (const scope of everySingle(catalog)) yield { scope, bucket: 0 };
}

function* everySingle(catalog: Catalog): Generator<Scope, undefined> {
  for (const standing of catalog.articles.standings())
    for (const place of unpackPlaces(standing)) if (!isShared(place)) yield place;
  for (const { path, value } of catalog.records.like(`${publicPrefix}*`)) {
    const file = value === null ? undefined : catalog.files.at(path);
    if (file) yield singles.publicFile(path, file.blob);
  }
  for (const { value } of catalog.records.like('pages/*')) {
    if (value === null) continue;
    const { id, language } = JSON.parse(value) as { id: string; language: string };
    yield singles.page(id, language);
  }
}

/** Where something of a scope is now. */
function placesOf(catalog: Catalog, scope: Scope): RoutePlace[] {
  if (scope.of === 'page') return catalog.page(scope.id, scope.language) ? [{ scope, bucket: 0 }] : [];
  return catalog.tallies
    .between(catalog.scopes.id(scope), 0, Number.MAX_SAFE_INTEGER)
    .map(({ bucket }) => ({ scope, bucket }));
}

/** `wanted` is walked twice where there are routes already: of an archive it is not held in memory. */
function compareAll(
  catalog: Catalog,
  changes: Changes,
  wanted: () => Iterable<Wanted>,
  endedBeside: (isThere: (url: string) => boolean) => Wanted[],
): void {
  const kinds = new Map<string, string>();
  const known = catalog.routes.urls();
  if (known.length > 0) {
    const urls = new Set(Iterator.from(wanted()).map(({ url }) => url));
    const ended = endedBeside((url) => urls.has(url));
    const endedUrls = new Set(ended.map(({ url }) => url));
    for (const url of known) if (!urls.has(url) && !endedUrls.has(url)) endRoute(catalog, { url }, changes);
  }
  const make = (one: Wanted) => {
    const other = kinds.get(one.url);
    if (other !== undefined && other !== one.kind)
      throw new Error(`Two routes on ${one.url}: ${other}, and ${one.kind} at ${scopeName(one.place.scope)}`);
    if (other === undefined && known.length > 0) makeRoute(catalog, one, changes, true);
    else if (other === undefined) makeNewRoute(catalog, one, changes);
    kinds.set(one.url, one.kind);
  };
  for (const one of wanted()) make(one);
  for (const one of endedBeside((url) => kinds.has(url))) make(one);
  if (known.length === 0) catalog.touched.addAll(isNew);
}

const isNew = 'it is new';

function makeRoute(catalog: Catalog, wanted: Wanted, changes: Changes, mayReplace = false): void {
  const { url, kind, place } = wanted;
  const known = catalog.routes.row(url);
  if (!known) {
    catalog.touched.add(makeNewRoute(catalog, wanted, changes), isNew);
    return;
  }
  if (kind === 'redirect') changes.hasRedirects = true;
  const scope = scopeName(place.scope);
  const isSame = known.kind === kind && known.scope === scope && known.bucket === place.bucket;
  if (isSame && known.gone === 0) return;
  if (known.gone === 0 && !mayReplace)
    throw new Error(`Two routes on ${url}: ${known.kind} at ${known.scope} and ${kind} at ${scope}`);
  catalog.routes.become(known.id, { kind, ...place });
  changes.routes += known.gone;
  const isOther = known.kind !== kind ? `its kind is now ${kind}` : 'its file has other bytes';
  const why = isSame ? 'it is there again' : isOther;
  catalog.touched.addBecause(known.id, why);
  noteMoved(changes, url);
}

/** Where there is none; returns its number. */
function makeNewRoute(catalog: Catalog, { url, kind, place }: Wanted, changes: Changes): number {
  if (kind === 'redirect') changes.hasRedirects = true;
  refuseUnwritable(catalog, url, place);
  noteMoved(changes, url);
  changes.routes += 1;
  return catalog.routes.make(url, { kind, ...place });
}

/**
 * What is accepted can be written: names are judged where they are read, and this is what holds that to be true,
 * while the catalog and the site are still as they were.
 */
function refuseUnwritable(catalog: Catalog, url: string, { scope }: RoutePlace): void {
  const fault = outputPathFault(outputPath(url));
  if (fault === undefined) return;
  const file = contentFileOf(catalog, scope, catalog.site);
  throw new Error(`No file can stand for ${url}${file === undefined ? '' : ` of content/${file}`}: ${fault}`);
}

function endRoute(catalog: Catalog, { url, kind }: { url: string; kind?: string }, changes: Changes): void {
  const id = catalog.routes.at(url);
  if (id === undefined) return;
  if (kind === 'redirect') changes.hasRedirects = true;
  catalog.routes.end(id);
  catalog.touched.add(id, 'nothing is there any more');
  noteMoved(changes, url);
  changes.routes -= 1;
}

function noteMoved(changes: Changes, url: string): void {
  changes.moved.add(url);
  changes.single(singles.url(url), 0, url);
}
