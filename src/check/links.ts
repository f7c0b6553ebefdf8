/**
 * The exact check: every internal link, fragment and asset of the whole site, read from its files one
 * at a time. Kept are only the paths and the fragments that wait for their target page to be read; a
 * page that was read before somebody named a place on it is read a second time at the end.
 */
import type { Problem } from '../problem.ts';
import { type BuiltSite, isHtml, readText, urlOfFile } from './built-site.ts';
import { readHtmlReferences } from './html-references.ts';
import * as problem from './link-problems.ts';
import type { Verdict } from './looked-at.ts';
import { positionFinder } from './position-finder.ts';
import type { Reference, References } from './reference.ts';
import { hasPlace, isAbsolute, placeOfFragment, resolveAddress } from './resolve.ts';
import { readRobotsReferences, readXmlReferences } from './xml-references.ts';

type Waiting = { address: string; found: string; fragment: string; place: problem.Place };

type Survey = {
  site: BuiltSite;
  problems: Problem[];
  counts: { pages: number; 'XML files': number; links: number; fragments: number; assets: number };
  /** By the path of the page that must have the place. */
  waiting: Map<string, Waiting[]>;
  /** Made when the first file is missing: path in lower case to path. */
  twins?: Map<string, string>;
};

export async function checkLinks(site: BuiltSite): Promise<Verdict> {
  const counts = { pages: 0, 'XML files': 0, links: 0, fragments: 0, assets: 0 };
  const survey: Survey = { site, problems: [], counts, waiting: new Map() };
  for (const path of site.paths) {
    const read = readerOf(path);
    if (read) surveyFile(survey, path, await readText(site, path), read);
  }
  for (const path of survey.waiting.keys())
    settleFragments(survey, path, readHtmlReferences(await readText(site, path)).places);
  return { problems: survey.problems, looked: { gate: 'links', counts } };
}

function readerOf(path: string): ((text: string) => References) | undefined {
  if (isHtml(path)) return readHtmlReferences;
  if (path.endsWith('.xml') || path.endsWith('.atom')) return readXmlReferences;
  return path === 'robots.txt' ? readRobotsReferences : undefined;
}

function surveyFile(survey: Survey, path: string, text: string, read: (text: string) => References): void {
  const { references, places, repeatedIds } = read(text);
  const find = positionFinder(text);
  const file = survey.site.file(path);
  const base = `${survey.site.origin}${urlOfFile(path)}`;
  for (const { id, offset } of repeatedIds) {
    const first = find(places.get(id) ?? 0);
    survey.problems.push(problem.repeatedId(id, first.line, { file, ...find(offset) }));
  }
  for (const reference of references) judge(survey, reference, base, () => ({ file, ...find(reference.offset) }));
  if (isHtml(path)) {
    survey.counts.pages++;
    settleFragments(survey, path, places);
  } else if (path !== 'robots.txt') survey.counts['XML files']++;
}

function judge(survey: Survey, reference: Reference, base: string, at: () => problem.Place): void {
  const { site, problems, counts } = survey;
  const { address, form, kind } = reference;
  const target = resolveAddress(address, base, site.origin);
  if (target.where === 'unreadable') problems.push(problem.unreadable(reference, at()));
  else if (form !== 'any' && !isAbsolute(address)) problems.push(problem.notAbsolute(reference, site.origin, at()));
  else if (target.where === 'elsewhere' && form === 'own')
    problems.push(problem.onAnotherSite(reference, site.origin, at()));
  if (target.where !== 'here') return;
  counts[kind === 'asset' ? 'assets' : 'links']++;
  const place = placeOfFragment(target.fragment);
  if (!site.files.has(target.path)) problems.push(whyMissing(survey, reference, target.path, at()));
  else if (place !== '' && isHtml(target.path)) awaitFragment(survey, reference, target.path, place, at());
}

function whyMissing(survey: Survey, reference: Reference, path: string, at: problem.Place): Problem {
  const { files, paths } = survey.site;
  const index = `${path}/index.html`;
  if (files.has(index)) return problem.withoutSlash(reference, urlOfFile(index), at);
  survey.twins ??= new Map(paths.map((each) => [each.toLowerCase(), each]));
  return problem.missing(reference, path, survey.twins.get(path.toLowerCase()), at);
}

function awaitFragment(
  survey: Survey,
  { address, found }: Reference,
  path: string,
  fragment: string,
  place: problem.Place,
): void {
  survey.counts.fragments++;
  const waiting = survey.waiting.get(path) ?? [];
  survey.waiting.set(path, waiting);
  waiting.push({ address, found, fragment, place });
}

function settleFragments(survey: Survey, path: string, places: References['places']): void {
  for (const { fragment, place, ...named } of survey.waiting.get(path) ?? [])
    if (!hasPlace(places, fragment)) survey.problems.push(problem.brokenFragment(named, fragment, place));
  survey.waiting.delete(path);
}
