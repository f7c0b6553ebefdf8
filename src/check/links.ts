/**
 * The exact check: every internal link, fragment and asset of the whole site, read from its files one
 * at a time. Kept are only the paths and the fragments that wait for their target page to be read; what
 * a page has that was read before somebody named a place on it is asked at the end.
 */

import { positionFinder } from '../content/position-finder.ts';
import { folded } from '../content/spelling.ts';
import { urlOfOutput } from '../content/urls.ts';
import type { Position } from '../problem.ts';
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import { type BrokenLink, type Finding, type Said, subjectOf } from './finding.ts';
import { isBesideFront } from './fronts.ts';
import { readHtmlReferences } from './html-references.ts';
import { readJsonReferences } from './json-references.ts';
import * as say from './link-problems.ts';
import type { Verdict } from './looked-at.ts';
import { isFollowed, type Reference, type References } from './reference.ts';
import { hasPlace, isAbsolute, type Places, placeOfFragment, resolveAddress } from './resolve.ts';
import { readRobotsReferences, readXmlReferences } from './xml-references.ts';

/** What a file was found to say: where it links to, the places it names on other pages, and its own. */
export type SurveyedFile = {
  path: string;
  targets: ReadonlySet<string>;
  /** Of a page: those that a reader gets to from it. */
  leadsTo: ReadonlySet<string>;
  head?: References['head'];
  /** Of a sitemap: those that it lists. */
  lists?: ReadonlySet<string>;
  namedPlaces: readonly { target: string; place: string }[];
  places: References['places'];
};

type Waiting = { reference: Reference; fragment: string; from: string; at: Position };

type Survey = {
  site: BuiltSite;
  findings: Finding[];
  /** Files that have one. */
  faulty: Set<string>;
  counts: { pages: number; 'data files': number; links: number; fragments: number; assets: number };
  /** By the path of the page that must have the place. */
  waiting: Map<string, Waiting[]>;
  /** Made when the first file is missing: the fold of a path to the path. */
  twins?: Map<string, string>;
};

/**
 * `onSurveyed` is told of each file once it is read; whether it is good is only known at the end. `placesOf` a page
 * answers which ids it has; a page that it does not know is not judged by them.
 */
export async function checkLinks(
  site: BuiltSite,
  onSurveyed?: (file: SurveyedFile) => void,
  placesOf: (path: string) => Promise<Places | undefined> = (path) => readPlaces(site, path),
): Promise<Verdict & { faulty: Set<string> }> {
  const counts = { pages: 0, 'data files': 0, links: 0, fragments: 0, assets: 0 };
  const survey: Survey = { site, findings: [], faulty: new Set(), counts, waiting: new Map() };
  for (const path of site.paths) {
    const read = site.isAsItWas(path) && !isHtml(path) ? undefined : readerOf(path);
    const file = read ? surveyFile(survey, path, await readText(site, path), read) : withoutLinks(path);
    onSurveyed?.(file);
  }
  for (const path of survey.waiting.keys()) {
    const places = await placesOf(path);
    if (places) settleFragments(survey, path, places);
  }
  return { findings: survey.findings, faulty: survey.faulty, looked: { gate: 'links', counts } };
}

export async function readPlaces(site: Pick<BuiltSite, 'out'>, path: string): Promise<References['places']> {
  return readHtmlReferences(await readText(site, path)).places;
}

function readerOf(path: string): ((text: string) => References) | undefined {
  if (isHtml(path)) return readHtmlReferences;
  if (path.endsWith('.xml') || path.endsWith('.atom')) return readXmlReferences;
  if (path.endsWith('.json')) return readJsonReferences;
  return path === 'robots.txt' ? readRobotsReferences : undefined;
}

function withoutLinks(path: string): SurveyedFile {
  return { path, targets: new Set(), leadsTo: new Set(), namedPlaces: [], places: new Map() };
}

function surveyFile(survey: Survey, path: string, text: string, read: (text: string) => References): SurveyedFile {
  const { references, places, repeatedIds, unreadable, head } = read(text);
  const find = positionFinder(text);
  const base = `${survey.site.origin}${urlOfOutput(path)}`;
  if (unreadable !== undefined) report(survey, { path, subject: unreadable, ...say.unreadableFile(unreadable) });
  for (const { id, offset } of repeatedIds) {
    const first = find(places.get(id) ?? 0);
    report(survey, { path, ...find(offset), subject: id, ...say.repeatedId(id, first.line) });
  }
  const targets = new Set<string>();
  const leadsTo = new Set<string>();
  const lists = new Set<string>();
  const namedPlaces: { target: string; place: string }[] = [];
  for (const reference of references) {
    const target = judge(survey, reference, { path, base, at: () => find(reference.offset) });
    if (target) targets.add(target.path);
    if (target && head && isFollowed(reference)) leadsTo.add(target.path);
    if (target && reference.found === 'loc') lists.add(target.path);
    if (target?.place) namedPlaces.push({ target: target.path, place: target.place });
  }
  if (isHtml(path)) {
    survey.counts.pages++;
    settleFragments(survey, path, places);
  } else if (path !== 'robots.txt') survey.counts['data files']++;
  return { path, targets, leadsTo, head, lists, namedPlaces, places };
}

function report(survey: Survey, finding: Finding): void {
  survey.findings.push(finding);
  survey.faulty.add(finding.path);
}

/** The file of the site that a reference leads to, and the place it names on a page. */
function judge(
  survey: Survey,
  reference: Reference,
  { path: from, base, at }: { path: string; base: string; at: () => Position },
): { path: string; place: string } | undefined {
  const { site, counts } = survey;
  const target = resolveAddress(reference.address, base, site.origin);
  const isOfAnother = target.where === 'here' && target.path !== from;
  const isElsewhere = isOfAnother && reference.form === 'self' && (isHtml(from) || isBesideFront(site.out, from));
  const formFault = faultOfForm(reference, isElsewhere ? 'on another page' : target.where, site.origin);
  if (formFault) report(survey, { path: from, ...at(), subject: reference.address, ...formFault });
  if (target.where !== 'here') return undefined;
  counts[reference.kind === 'asset' ? 'assets' : 'links']++;
  const place = isHtml(target.path) ? placeOfFragment(target.fragment) : '';
  if (!site.hasFile(target.path)) {
    const link = brokenLink(reference, target.path, undefined, whyMissing(survey, reference, target.path));
    report(survey, { path: from, ...at(), subject: subjectOf(target.path), ...link.saidOf(reference), link });
  } else if (place !== '') awaitFragment(survey, target.path, { reference, fragment: place, from, at: at() });
  return { path: target.path, place };
}

function faultOfForm(reference: Reference, where: string, origin: string): Said | undefined {
  if (where === 'unreadable') return say.unreadable(reference);
  if (reference.form !== 'any' && !isAbsolute(reference.address)) return say.notAbsolute(reference, origin);
  if (where === 'on another page') return say.ofAnotherPage(reference);
  const isOwn = reference.form === 'own' || reference.form === 'self';
  return where === 'elsewhere' && isOwn ? say.onAnotherSite(reference, origin) : undefined;
}

function whyMissing(survey: Survey, { kind }: Reference, path: string): BrokenLink['saidOf'] {
  const { site } = survey;
  const index = `${path}/index.html`;
  if (site.hasFile(index)) return (named) => say.withoutSlash(named, urlOfOutput(index));
  survey.twins ??= new Map(site.everyPath().map((each) => [folded(each), each]));
  const twin = survey.twins.get(folded(path));
  return (named) => say.missing(named, kind, path, twin);
}

function brokenLink(
  { entry }: Reference,
  path: string,
  place: string | undefined,
  saidOf: BrokenLink['saidOf'],
): BrokenLink {
  return { url: urlOfOutput(path), place, entry, saidOf };
}

function awaitFragment(survey: Survey, path: string, waiting: Waiting): void {
  survey.counts.fragments++;
  const known = survey.waiting.get(path);
  if (known) known.push(waiting);
  else survey.waiting.set(path, [waiting]);
}

function settleFragments(survey: Survey, path: string, places: Places): void {
  for (const { reference, fragment, from, at } of survey.waiting.get(path) ?? []) {
    if (hasPlace(places, fragment)) continue;
    const link = brokenLink(reference, path, fragment, (named) => say.brokenFragment(named, fragment));
    report(survey, { path: from, ...at, subject: subjectOf(path, fragment), ...link.saidOf(reference), link });
  }
  survey.waiting.delete(path);
}
