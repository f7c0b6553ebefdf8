/**
 * Which routes are stale, and why. Every touched route is asked again; it is stale only if what it is
 * given now, or the engine, differs from what its file was made of. Yields batches, so that a first
 * build of a large archive never holds more than one of them.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { fingerprint, fingerprintOf } from '../catalog/hash.ts';
import type { Watch } from '../catalog/intervals.ts';
import { looksByKind } from '../catalog/looks.ts';
import type { GoneRoute, TouchedRoute } from '../catalog/tables/touched.ts';
import { readScope, type Scope } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { Memory } from '../queries/memory.ts';
import type { TextFile } from '../queries/queries.ts';
import { Reader } from '../queries/reader.ts';
import type { Kind } from '../routes/kind.ts';
import type { FileName, KindName, KindProps, LayoutName } from '../routes/kinds.ts';

export type StaleRoute<Name extends KindName = KindName> = {
  id: number;
  url: string;
  kind: Name;
  scope: Scope;
  /** The props that its kind made, as JSON: what was hashed is what is rendered. */
  json: string;
  /** Of the bodies inside the props, which are to be rendered before the layout is. */
  texts: TextFile[];
  fingerprint: string;
  watches: Watch[];
  reason: string;
};

export function propsOf<Name extends KindName>({ json }: Pick<StaleRoute<Name>, 'kind' | 'json'>): KindProps[Name] {
  return JSON.parse(json);
}

export type Batch = {
  /** Routes that have ceased to be: their files are to go. */
  gone: GoneRoute[];
  stale: StaleRoute[];
  /** Asked, and found as they were; only what they look at may be new. */
  unchanged: { id: number; url: string; kind: string; watches: Watch[]; reason: string }[];
};

/** Pictures, cards and icons are drawn, files are copied, the script of the search page is bundled; everything else is made by a layout. */
export function isPicture(route: StaleRoute): route is StaleRoute<'picture'> {
  return route.kind === 'picture';
}

export function isSocialCard(route: StaleRoute): route is StaleRoute<'social-card'> {
  return route.kind === 'social-card';
}

export function isIcon(route: StaleRoute): route is StaleRoute<'icon'> {
  return route.kind === 'icon';
}

export function isSearchScript(route: StaleRoute): route is StaleRoute<'search-script'> {
  return route.kind === 'search-script';
}

export function isFile(route: StaleRoute): route is StaleRoute<FileName> {
  return route.kind === 'document' || route.kind === 'public-file';
}

export function hasLayout(route: StaleRoute): route is StaleRoute<LayoutName> {
  return !isPicture(route) && !isSocialCard(route) && !isIcon(route) && !isSearchScript(route) && !isFile(route);
}

/**
 * Batches of touched routes, those that are gone first; `sizeAfter`: how many the next may have, after so many. The caller settles
 * them in their order (`settleRoutes`, which takes a batch's routes out of `touched`); several may be under way.
 */
export function* planEdition(catalog: Catalog, kinds: Kinds, sizeAfter: (asked: number) => number): Generator<Batch> {
  yield* planGone(catalog);
  const ask = askingOf(catalog, kinds);
  let last = 0;
  let asked = 0;
  for (;;) {
    const rows = catalog.touched.after(last, sizeAfter(asked));
    last = rows.at(-1)?.id ?? last;
    asked += rows.length;
    if (rows.length === 0) return;
    yield ask(rows);
  }
}

/**
 * What is planned before everything else: of some URLs, which somebody looks at, those that are touched, with the pictures on
 * their pages, in one batch after those routes that are gone. Nothing is yielded if there is neither.
 */
export function* planShown(catalog: Catalog, kinds: Kinds, urls: readonly string[]): Generator<Batch> {
  yield* planGone(catalog);
  const ask = askingOf(catalog, kinds);
  const pages = ask(catalog.touched.at(urls));
  const pictures = ask(picturesOn(pages.stale).flatMap((stem) => catalog.touched.ofPicture(stem)));
  const stale = [...pages.stale, ...pictures.stale];
  const unchanged = [...pages.unchanged, ...pictures.unchanged];
  if (stale.length + unchanged.length > 0) yield { gone: [], stale, unchanged };
}

/** A file that goes may be in the way of one that comes. */
function* planGone(catalog: Catalog): Generator<Batch> {
  const gone = catalog.touched.gone();
  if (gone.length > 0) yield { gone, stale: [], unchanged: [] };
}

/** By their stems; props have no picture without one. */
function picturesOn(pages: readonly StaleRoute[]): string[] {
  const found = pages.flatMap(({ json }) => [...json.matchAll(/"stem":"([^"]+)"/g)]);
  return [...new Set(found.flatMap(([, stem]) => stem ?? []))];
}

type Kinds = ReadonlyMap<string, Kind>;

/** Asks routes, as many as there are: each once, for what is the same for all is looked up once. */
export function askingOf(catalog: Catalog, kinds: Kinds): (rows: readonly TouchedRoute[]) => Batch {
  const { site } = catalog;
  const shared = fingerprint(site); // every page shows something of site.yaml
  const asking = { catalog, kinds, site, memory: new Memory(), shared, lookOf: looksByKind(catalog) };
  // In a transaction, so that what is read is locked once, and a scope that is new is no commit of its own.
  return (rows) => catalog.transaction(() => askAll(asking, rows));
}

type Asking = {
  catalog: Catalog;
  kinds: Kinds;
  site: Site;
  memory: Memory;
  /** What every route’s fingerprint is made of, besides its kind, what routes of its kind are made of, and its props. */
  shared: string;
  lookOf(kind: string): string;
};

function askAll({ catalog, kinds, site, memory, shared, lookOf }: Asking, rows: readonly TouchedRoute[]): Batch {
  const batch: Batch = { gone: [], stale: [], unchanged: [] };
  for (const { id, url, kind: name, scope: asked, bucket, fp, why } of rows) {
    const scope = readScope(asked);
    const kind = kinds.get(name);
    const reader = new Reader(catalog, site, memory);
    const props = kind?.props(reader, { scope, bucket }, site, url);
    if (props === undefined)
      throw new Error(`The route ${url} (${name} at ${asked}) has nothing to show, yet it exists`);
    const json = JSON.stringify(props);
    const now = fingerprintOf(`${shared} ${lookOf(name)} ${name} ${json}`);
    const watches = [...reader.watches.values()];
    if (now === fp) batch.unchanged.push({ id, url, kind: name, watches, reason: why });
    else {
      const kind = name as KindName; // or another of a newsroom's own
      batch.stale.push({ id, url, kind, scope, json, texts: reader.texts, fingerprint: now, watches, reason: why });
    }
  }
  return batch;
}
