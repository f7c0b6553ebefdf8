/** Finds the routes that looked at a point deep enough for it to matter. */

import type { Catalog } from '../catalog/catalog.ts';
import type { WatchesOfScope } from '../catalog/tables/watches.ts';
import { Remembered } from '../content/remember.ts';
import { scopeName } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { inZone } from '../content/times.ts';
import type { Changes, Point } from './changes.ts';

const levelWords = ['a story came or went', 'a headline changed', 'a teaser changed', 'a text changed'];

/** Touches every route one of whose watches holds a point, saying why. */
export function touchRoutes(catalog: Catalog, changes: Changes, site: Site): void {
  const asked = new Remembered<number, WatchesOfScope>(200);
  for (const point of changes.points.values()) {
    const routes = asked
      .get(point.scope, (scope) => catalog.watches.inScope(scope))
      .routesMeeting([point.at, point.to ?? point.at], point.level);
    if (routes.length === 0) continue;
    const why = reason(catalog, point, site);
    for (const route of routes) catalog.touched.add(route, why);
  }
}

/** `section:en:world, 2015-11-26 09:30: a teaser changed (authors/desk.yaml)`. */
function reason(catalog: Catalog, { scope, at, to, level, cause }: Point, site: Site): string {
  if (scope === 0) return `${cause} ${level === 0 ? 'came or went' : 'changed'}`;
  if (scope < 0)
    return `the count of ${scopeName(catalog.scopes.withId(-scope))}${at === 0 ? '' : ` in ${at}`} changed`;
  if (to !== undefined) return `${cause} came, went or changed`;
  const when = inZone(at, site.timeZone).toFormat('yyyy-MM-dd HH:mm');
  return `${scopeName(catalog.scopes.withId(scope))}, ${when}: ${levelWords[level]} (${cause})`;
}
