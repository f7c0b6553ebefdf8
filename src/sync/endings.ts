/** What changed in `gone.yaml`, line by line; and the routes of what it names, which follow those that they lead to. */

import type { Catalog } from '../catalog/catalog.ts';
import { type Ending, type Gone, isForHosts, placeOfEnding, targetOf } from '../content/endings.ts';
import { claimOf } from '../content/redirect.ts';
import { type Scope, scopeName } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { spellings } from '../content/spelling.ts';
import type { Changes } from './changes.ts';
import { recheckUrl, type ToDo } from './dependents.ts';

/** `gone.yaml` is read, or gone: writes the lines that differ. Who links to what they name, or claims it, is checked again. */
export function noteEndings(
  { catalog, intake, changes }: { catalog: Catalog; intake: ToDo; changes: Changes },
  file: number,
  gone: Gone | undefined,
): void {
  const { site } = intake;
  const had = byClaim(catalog.endings.all());
  const has = byClaim(gone?.endings ?? []);
  const differing = new Set<string>();
  for (const [claim, ending] of had) if (!isSame(ending, has.get(claim), site)) differing.add(claim);
  for (const claim of has.keys()) if (!had.has(claim)) differing.add(claim);
  const near: ToDo = { ...intake, recheck: new Set() };
  for (const claim of differing) {
    const [was, is] = [had.get(claim), has.get(claim)];
    changes.ended.set(claim, was);
    if (is) catalog.endings.put(is, targetOf(is, site));
    else if (was) catalog.endings.remove(was);
    for (const url of [was?.url, is?.url]) for (const each of spellings(url ?? '')) recheckUrl(catalog, near, each);
  }
  for (const each of near.recheck) if (each !== file) intake.recheck.add(each);
  for (const claim of differing) intake.endings.add(claim);
}

/** By claim; of those with one, the first, with the addresses of the others. */
function byClaim(endings: readonly Ending[]): Map<string, Ending> {
  const byClaim = new Map<string, Ending>();
  for (const each of endings) {
    if (each.url === '') continue;
    const claim = claimOf(each.url);
    const first = byClaim.get(claim);
    byClaim.set(claim, first ? { ...first, also: [...(first.also ?? []), each.url] } : each);
  }
  return byClaim;
}

function isSame(one: Ending, other: Ending | undefined, site: Site): boolean {
  return JSON.stringify([one, targetOf(one, site)]) === JSON.stringify(other && [other, targetOf(other, site)]);
}

/** The places of all that have a route. `isThere`: whether one answers at a URL. */
export function endedPlaces(catalog: Catalog, site: Site, isThere: (url: string) => boolean): Scope[] {
  return catalog.endings.all().flatMap((each) => (hasRoute(each, site, isThere) ? placeOfEnding(each) : []));
}

/** What leads to a story that is not public yet is not there, and what a host alone can answer has no page. */
function hasRoute(ending: Ending, site: Site, isThere: (url: string) => boolean): boolean {
  const target = targetOf(ending, site);
  if (isForHosts(ending)) return false;
  return target === undefined || isThere(target);
}

/** Places of addresses that have not ended now, or are told of in another way: their routes go first. */
export function formerPlaces(catalog: Catalog, changes: Changes): Scope[] {
  return [...changes.ended.values()].flatMap((was) => {
    if (!was) return [];
    const is = catalog.endings.at(was.url);
    const place = placeOfEnding(was);
    return is && scopeName(placeOfEnding(is)) === scopeName(place) ? [] : place;
  });
}

/** Places that are to have a route, and such as are to have none; once all other routes are made. */
export function movedPlaces(catalog: Catalog, changes: Changes, site: Site): { scope: Scope; isThere: boolean }[] {
  const told = [...changes.ended.keys()].flatMap((claim) => catalog.endings.withClaim(claim) ?? []);
  const led = catalog.endings.isEmpty() ? [] : [...changes.moved].flatMap((url) => catalog.endings.leadingTo(url));
  const isLed = [...changes.ended.values(), ...told, ...led].some((each) => each?.to !== undefined);
  if (isLed) changes.hasRedirects = true;
  for (const each of told) changes.single(placeOfEnding(each), 0, 'gone.yaml');
  return [...new Map([...told, ...led].map((each) => [each.url, each])).values()].map((each) => ({
    scope: placeOfEnding(each),
    isThere: hasRoute(each, site, (url) => catalog.routes.at(url) !== undefined),
  }));
}
