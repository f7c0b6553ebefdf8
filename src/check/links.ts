/**
 * The exact check: every internal link, fragment and asset of the whole site, read from its files one at a time. Kept are only
 * the fragments that wait for their target page to be read; what a page has that was read before somebody named a place on
 * it is asked at the end. Files may be read in several parts, side by side: what each part has found is plain data.
 */

import { positionFinder } from '../content/position-finder.ts';
import { folded } from '../content/spelling.ts';
import { urlOfOutput } from '../content/urls.ts';
import type { Position } from '../problem.ts';
import { type BuiltSite, isHtml } from './built-site.ts';
import { type Breach, type Finding, type Said, subjectOf } from './finding.ts';
import { isBesideFront } from './fronts.ts';
import * as say from './link-problems.ts';
import { isFollowed, type Reference, type References } from './reference.ts';
import { hasPlace, isAbsolute, type Places, placeOfFragment, resolveAddress } from './resolve.ts';

/** What a file was found to say: where it links to, the places it names on other pages, and its own. */
export type SurveyedFile = {
  path: string;
  /** Whether it is a page, and a reader gets there from it. */
  targets: ReadonlyMap<string, boolean>;
  head?: References['head'];
  /** Of a sitemap: those that it lists. */
  lists?: ReadonlySet<string>;
  namedPlaces: readonly { target: string; place: string }[];
  places: References['places'];
};

/** A fragment whose page has not been read yet. */
type Waiting = { reference: Reference; fragment: string; from: string; at: Position };

export type LinkCounts = { pages: number; 'data files': number; links: number; fragments: number; assets: number };

/** What a part of the files was found to say. `waiting`: by the path of the page that must have the place. */
export type LinksOfPart = {
  findings: Finding[];
  counts: LinkCounts;
  waiting: ReadonlyMap<string, readonly Waiting[]>;
};

export class LinkSurvey {
  readonly findings: Finding[] = [];
  readonly counts: LinkCounts = { pages: 0, 'data files': 0, links: 0, fragments: 0, assets: 0 };
  readonly waiting = new Map<string, Waiting[]>();
  readonly #site: Pick<BuiltSite, 'out' | 'origin' | 'hasFile' | 'everyPath'>;
  /** Made when the first file is missing: the fold of a path to the path. */
  #twins?: Map<string, string>;

  constructor(site: Pick<BuiltSite, 'out' | 'origin' | 'hasFile' | 'everyPath'>) {
    this.#site = site;
  }

  /** `said`: what was read of the text of the file. */
  add(path: string, text: string, { references, places, repeatedIds, unreadable, head }: References): SurveyedFile {
    const find = positionFinder(text);
    const base = `${this.#site.origin}${urlOfOutput(path)}`;
    if (unreadable !== undefined) this.findings.push({ path, subject: unreadable, ...say.unreadableFile(unreadable) });
    for (const { id, offset } of repeatedIds) {
      const first = find(places.get(id) ?? 0);
      this.findings.push({ path, ...find(offset), subject: id, ...say.repeatedId(id, first.line) });
    }
    const targets = new Map<string, boolean>();
    const lists = new Set<string>();
    const namedPlaces: { target: string; place: string }[] = [];
    for (const reference of references) {
      const target = this.#judge(reference, { path, base, at: () => find(reference.offset) });
      const isWayThere = head !== undefined && isFollowed(reference);
      if (target && (isWayThere || !targets.has(target.path))) targets.set(target.path, isWayThere);
      if (target && reference.found === 'loc') lists.add(target.path);
      if (target?.place) namedPlaces.push({ target: target.path, place: target.place });
    }
    if (isHtml(path)) {
      this.counts.pages++;
      this.settle(path, places);
    } else if (path !== 'robots.txt') this.counts['data files']++;
    return { path, targets, head, lists, namedPlaces, places };
  }

  /** What another has found in a part of the files. */
  take({ findings, counts, waiting }: LinksOfPart): void {
    this.findings.push(...findings);
    for (const [name, count] of Object.entries(counts)) this.counts[name as keyof LinkCounts] += count;
    for (const [path, each] of waiting) this.waiting.set(path, [...(this.waiting.get(path) ?? []), ...each]);
  }

  /** A page has these places: whoever named others was wrong. */
  settle(path: string, places: Places): void {
    for (const { reference, fragment, from, at } of this.waiting.get(path) ?? []) {
      if (hasPlace(places, fragment)) continue;
      const why: Breach = { is: 'no such place', place: fragment };
      this.#reportBroken(reference, { path, place: fragment, why }, { path: from, ...at });
    }
    this.waiting.delete(path);
  }

  /** `placesOf` a page answers which ids it has; a page that it does not know is not judged by them. */
  end(placesOf: (path: string) => Places | undefined): void {
    for (const path of [...this.waiting.keys()]) {
      const places = placesOf(path);
      if (places) this.settle(path, places);
    }
  }

  /** The file of the site that a reference leads to, and the place it names on a page. */
  #judge(
    reference: Reference,
    { path: from, base, at }: { path: string; base: string; at: () => Position },
  ): { path: string; place: string } | undefined {
    const { out, origin, hasFile } = this.#site;
    const target = resolveAddress(reference.address, base, origin);
    const isOfAnother = target.where === 'here' && target.path !== from;
    const isElsewhere = isOfAnother && reference.form === 'self' && (isHtml(from) || isBesideFront(out, from));
    const formFault = faultOfForm(reference, isElsewhere ? 'on another page' : target.where, origin);
    if (formFault) this.findings.push({ path: from, ...at(), subject: reference.address, ...formFault });
    if (target.where !== 'here') return undefined;
    this.counts[reference.kind === 'asset' ? 'assets' : 'links']++;
    const place = isHtml(target.path) ? placeOfFragment(target.fragment) : '';
    if (!hasFile(target.path)) {
      const why = this.#whyMissing(reference, target.path);
      this.#reportBroken(reference, { path: target.path, why }, { path: from, ...at() });
    } else if (place !== '') {
      this.counts.fragments++;
      const waiting = this.waiting.get(target.path) ?? [];
      this.waiting.set(target.path, waiting);
      waiting.push({ reference, fragment: place, from, at: at() });
    }
    return { path: target.path, place };
  }

  #reportBroken(
    reference: Reference,
    { path, place, why }: { path: string; place?: string; why: Breach },
    at: { path: string } & Position,
  ): void {
    const link = { url: urlOfOutput(path), place, entry: reference.entry, why };
    this.findings.push({ ...at, subject: subjectOf(path, place), ...say.saidOfBroken(reference, why), link });
  }

  #whyMissing({ kind }: Reference, path: string): Breach {
    const index = `${path}/index.html`;
    if (this.#site.hasFile(index)) return { is: 'without slash', url: urlOfOutput(index) };
    this.#twins ??= new Map(this.#site.everyPath().map((each) => [folded(each), each]));
    return { is: 'missing', kind, path, twin: this.#twins.get(folded(path)) };
  }
}

export function withoutLinks(path: string): SurveyedFile {
  return { path, targets: new Map(), namedPlaces: [], places: new Map() };
}

function faultOfForm(reference: Reference, where: string, origin: string): Said | undefined {
  if (where === 'unreadable') return say.unreadable(reference);
  if (reference.form !== 'any' && !isAbsolute(reference.address)) return say.notAbsolute(reference, origin);
  if (where === 'on another page') return say.ofAnotherPage(reference);
  const isOwn = reference.form === 'own' || reference.form === 'self';
  return where === 'elsewhere' && isOwn ? say.onAnotherSite(reference, origin) : undefined;
}
