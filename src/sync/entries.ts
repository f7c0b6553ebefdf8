/**
 * The heart of a sync: each article that may stand differently is derived again, and the difference
 * between its entries before and after is what changed, for whatever reason.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { fingerprint } from '../catalog/hash.ts';
import { type NumberedEntry, type NumberedStanding, packStanding, unpackStanding } from '../catalog/packed.ts';
import { type ArticleRow, states } from '../catalog/tables/articles.ts';
import type { Size } from '../catalog/tables/tallies.ts';
import type { Article } from '../content/article.ts';
import { documentsOf } from '../content/documents.ts';
import type { ArticleState } from '../content/life.ts';
import { all } from '../content/listings/all.ts';
import { listingOf } from '../content/listings/listings.ts';
import { narrowestAt } from '../content/periods.ts';
import { fullArticleOf, headlineOf, type Joins, picturesOf, teaserOf, withdrawnStory } from '../content/records.ts';
import { type Scope, scopeName } from '../content/scopes.ts';
import { showingOf } from '../content/showing.ts';
import type { Site } from '../content/site.ts';
import { dayBucket, monthOf, type Seconds } from '../content/times.ts';
import type { Changes, Level } from './changes.ts';
import { standingOf } from './derive.ts';

type Shown = { h1: string; h2: string; h3: string };

/**
 * Where differences are noted; the instant; the site after and before: a new time zone moves every article to other days;
 * what articles are joined with; and those of which the file is gone, by id.
 */
export type Derivation = {
  catalog: Catalog;
  changes: Changes;
  now: Seconds;
  site: Site;
  former: Site;
  joins: Joins;
  gone: ReadonlyMap<number, string>;
};

/** Derives one article again and writes the difference. `cause` is the file that it is due to. */
export function deriveEntries(derivation: Derivation, id: number, cause: string): void {
  const { catalog, gone } = derivation;
  const row = catalog.articles.row(id);
  if (!row) return;
  const before = row.standing === null ? nowhere : unpackStanding(catalog.scopes, row.standing);
  const article = gone.has(id) ? undefined : catalog.article(id);
  const after = article ? numberedStanding(derivation, article, row.state) : nowhere;
  const shown = article && row.state !== states.hidden ? shownBy(derivation, article, row.state) : undefined;
  const level = shown && changedLevel(row, shown);
  writeDifference({ ...derivation, id, cause }, before, after, level);
  if (gone.has(id)) catalog.articles.remove(id);
  else catalog.articles.setShown(id, { ...(shown ?? nothingShown), standing: shown ? packStanding(after) : null });
}

function numberedStanding(
  { catalog, now, site, joins }: Derivation,
  article: Article,
  state: number,
): NumberedStanding {
  const { entries, places } = standingOf(article, stateName(state), { now, site, files: joins });
  const numbered = entries.map(({ scope, at, bytes }) => ({ scope, number: catalog.scopes.id(scope), at, bytes }));
  return { entries: numbered, places };
}

const nowhere: NumberedStanding = { entries: [], places: [] };
const nothingShown = { h1: null, h2: null, h3: null };

function stateName(state: number): ArticleState {
  return state === states.public ? 'public' : state === states.withdrawn ? 'withdrawn' : 'hidden';
}

function shownBy({ catalog, site, joins }: Derivation, article: Article, state: number): Shown {
  if (state === states.withdrawn) {
    const told = fingerprint(withdrawnStory(article, site));
    return { h1: told, h2: told, h3: told };
  }
  const pictures = picturesOf(article).map((key) => [catalog.picture(key)?.blob, showingOf(article, key)]);
  // Of a document pages show where it is, and of some how large.
  const documents = documentsOf(article).map((key) => catalog.document(key));
  const weighed = article.outline.weighed.length > 0 ? documents.map((file) => file?.bytes) : [];
  const headline = headlineOf(article, site);
  const teaser = teaserOf(article, site, joins, headline);
  return {
    h1: fingerprint(headline),
    h2: fingerprint(teaser),
    h3: fingerprint(
      fullArticleOf(article, site, joins, teaser),
      article.outline,
      pictures,
      documents.map((file) => file?.path),
      weighed,
    ),
  };
}

/** The shallowest depth at which what is shown differs; undefined if it does not. */
function changedLevel(row: ArticleRow, shown: Shown): Level | undefined {
  if (row.h1 !== shown.h1) return 1;
  if (row.h2 !== shown.h2) return 2;
  return row.h3 !== shown.h3 ? 3 : undefined;
}

type Context = Derivation & { id: number; cause: string };

function writeDifference(
  context: Context,
  before: NumberedStanding,
  after: NumberedStanding,
  level: Level | undefined,
): void {
  const { cause, changes, site, former } = context;
  const isSameZone = site.timeZone === former.timeZone;
  const [had, has] = [byPlace(before.entries), byPlace(after.entries)];
  for (const [place, entry] of had) if (!isSameZone || !has.has(place)) writeEntry(context, entry, -1);
  for (const [place, entry] of has) {
    const known = isSameZone ? had.get(place) : undefined;
    if (!known) writeEntry(context, entry, 1);
    else {
      resizeEntry(context, known, entry);
      if (level !== undefined) {
        changes.point(entry.number, entry.at, level, cause);
        list(context, entry, level);
      }
    }
  }
  const [stood, stands] = [byName(before.places), byName(after.places)];
  for (const [name, place] of stood) if (!stands.has(name)) changes.place(place, -1, cause);
  for (const [name, place] of stands) {
    if (!stood.has(name)) changes.place(place, 1, cause);
    else if (level !== undefined && isOwnPage(place)) changes.single(place, level, cause);
  }
}

function byPlace(entries: readonly NumberedEntry[]): Map<string, NumberedEntry> {
  return new Map(entries.map((entry) => [`${entry.at} ${entry.number}`, entry]));
}

/** Each once: the same bytes under two names that differ in their ending make the same files. */
function byName(places: readonly Scope[]): Map<string, Scope> {
  return new Map(places.map((place) => [scopeName(place), place]));
}

function isOwnPage({ of }: Scope): boolean {
  return of === 'article' || of === 'withdrawn';
}

function writeEntry(context: Context, entry: NumberedEntry, by: 1 | -1): void {
  const { catalog, id, cause, changes, site, former } = context;
  const { number, at, bytes } = entry;
  if (by === 1) catalog.entries.add(number, at, id, bytes);
  else catalog.entries.remove(number, at, id);
  changes.point(number, at, 0, cause);
  list(context, entry, by === 1 ? 'came' : 'went');
  count(changes, entry, { by: { n: by, bytes: by * bytes }, zone: (by === 1 ? site : former).timeZone });
}

/** Told of the listing of all alone. */
function list(
  { id, changes, site, former }: Context,
  { scope, at }: NumberedEntry,
  what: 'came' | 'went' | Level,
): void {
  if (scope.of !== all.name) return;
  const { timeZone } = what === 'went' ? former : site;
  changes.list({ language: scope.language, month: monthOf(dayBucket(at, timeZone)), id }, what);
}

/** What its row shows of other records, as the title of its section, may be longer or shorter now. */
function resizeEntry({ catalog, id, changes, site }: Context, before: NumberedEntry, entry: NumberedEntry): void {
  if (before.bytes === entry.bytes) return;
  catalog.entries.resize(entry.number, entry.at, id, entry.bytes);
  count(changes, entry, { by: { n: 0, bytes: entry.bytes - before.bytes }, zone: site.timeZone });
}

function count(changes: Changes, { scope, number, at }: NumberedEntry, { by, zone }: { by: Size; zone: string }): void {
  const listing = listingOf(scope);
  const bucket = listing && narrowestAt(listing, at, zone);
  if (bucket !== undefined) changes.count(number, bucket, by);
}
