/**
 * The exact check: every internal link, fragment and asset of the whole site, read from its files one
 * at a time. Kept are only the paths and the fragments that wait for their target page to be read; what
 * a page has that was read before somebody named a place on it is asked at the end.
 */
import { folded } from '../content/spelling.ts';
import { urlOfOutput } from '../content/urls.ts';
import type { Problem } from '../problem.ts';
import { type BuiltSite, isHtml, readText } from './built-site.ts';
import { readHtmlReferences } from './html-references.ts';
import { readJsonReferences } from './json-references.ts';
import * as problem from './link-problems.ts';
import type { Verdict } from './looked-at.ts';
import { positionFinder } from './position-finder.ts';
import type { Reference, References } from './reference.ts';
import { hasPlace, isAbsolute, type Places, placeOfFragment, resolveAddress } from './resolve.ts';
import { readRobotsReferences, readXmlReferences } from './xml-references.ts';

/** What a file was found to say: where it links to, the places it names on other pages, and its own. */
export type SurveyedFile = {
  path: string;
  targets: ReadonlySet<string>;
  namedPlaces: readonly { target: string; place: string }[];
  places: References['places'];
};

type Waiting = { address: string; found: string; fragment: string; from: string; place: problem.Place };

type Survey = {
  site: BuiltSite;
  problems: Problem[];
  /** Files that have one of them. */
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
  const survey: Survey = { site, problems: [], faulty: new Set(), counts, waiting: new Map() };
  for (const path of site.paths) {
    const read = readerOf(path);
    const file = read ? surveyFile(survey, path, await readText(site, path), read) : withoutLinks(path);
    onSurveyed?.(file);
  }
  for (const path of survey.waiting.keys()) {
    const places = await placesOf(path);
    if (places) settleFragments(survey, path, places);
  }
  return { problems: survey.problems, faulty: survey.faulty, looked: { gate: 'links', counts } };
}

export async function readPlaces(site: Pick<BuiltSite, 'out'>, path: string): Promise<Places> {
  return readHtmlReferences(await readText(site, path)).places;
}

function readerOf(path: string): ((text: string) => References) | undefined {
  if (isHtml(path)) return readHtmlReferences;
  if (path.endsWith('.xml') || path.endsWith('.atom')) return readXmlReferences;
  if (path.endsWith('.json')) return readJsonReferences;
  return path === 'robots.txt' ? readRobotsReferences : undefined;
}

function withoutLinks(path: string): SurveyedFile {
  return { path, targets: new Set(), namedPlaces: [], places: new Map() };
}

function surveyFile(survey: Survey, path: string, text: string, read: (text: string) => References): SurveyedFile {
  const { references, places, repeatedIds, unreadable } = read(text);
  const find = positionFinder(text);
  const file = survey.site.file(path);
  const base = `${survey.site.origin}${urlOfOutput(path)}`;
  if (unreadable !== undefined) report(survey, path, problem.unreadableFile(unreadable, file));
  for (const { id, offset } of repeatedIds) {
    const first = find(places.get(id) ?? 0);
    report(survey, path, problem.repeatedId(id, first.line, { file, ...find(offset) }));
  }
  const targets = new Set<string>();
  const namedPlaces: { target: string; place: string }[] = [];
  for (const reference of references) {
    const target = judge(survey, reference, path, base, () => ({ file, ...find(reference.offset) }));
    if (target) targets.add(target.path);
    if (target?.place) namedPlaces.push({ target: target.path, place: target.place });
  }
  if (isHtml(path)) {
    survey.counts.pages++;
    settleFragments(survey, path, places);
  } else if (path !== 'robots.txt') survey.counts['data files']++;
  return { path, targets, namedPlaces, places };
}

function report(survey: Survey, path: string, found: Problem): void {
  survey.problems.push(found);
  survey.faulty.add(path);
}

/** The file of the site that a reference leads to, and the place it names on a page. */
function judge(
  survey: Survey,
  reference: Reference,
  from: string,
  base: string,
  at: () => problem.Place,
): { path: string; place: string } | undefined {
  const { site, counts } = survey;
  const { address, form, kind } = reference;
  const target = resolveAddress(address, base, site.origin);
  if (target.where === 'unreadable') report(survey, from, problem.unreadable(reference, at()));
  else if (form !== 'any' && !isAbsolute(address))
    report(survey, from, problem.notAbsolute(reference, site.origin, at()));
  else if (target.where === 'elsewhere' && form === 'own')
    report(survey, from, problem.onAnotherSite(reference, site.origin, at()));
  if (target.where !== 'here') return undefined;
  counts[kind === 'asset' ? 'assets' : 'links']++;
  const place = isHtml(target.path) ? placeOfFragment(target.fragment) : '';
  if (!site.hasFile(target.path)) report(survey, from, whyMissing(survey, reference, target.path, at()));
  else if (place !== '') awaitFragment(survey, reference, from, target.path, place, at());
  return { path: target.path, place };
}

function whyMissing(survey: Survey, reference: Reference, path: string, at: problem.Place): Problem {
  const { site } = survey;
  const index = `${path}/index.html`;
  if (site.hasFile(index)) return problem.withoutSlash(reference, urlOfOutput(index), at);
  survey.twins ??= new Map(site.everyPath().map((each) => [folded(each), each]));
  return problem.missing(reference, path, survey.twins.get(folded(path)), at);
}

function awaitFragment(
  survey: Survey,
  { address, found }: Reference,
  from: string,
  path: string,
  fragment: string,
  place: problem.Place,
): void {
  survey.counts.fragments++;
  const waiting = survey.waiting.get(path) ?? [];
  survey.waiting.set(path, waiting);
  waiting.push({ address, found, fragment, from, place });
}

function settleFragments(survey: Survey, path: string, places: Places): void {
  for (const { fragment, from, place, ...named } of survey.waiting.get(path) ?? [])
    if (!hasPlace(places, fragment)) report(survey, from, problem.brokenFragment(named, fragment, place));
  survey.waiting.delete(path);
}
