/**
 * What the clock changes, moving either way: stories become public, are corrected, updated and withdrawn and
 * stop being recent (`content/life.ts`), notices begin and end (`notices.ts`), picks of fronts expire.
 */

import type { Catalog } from '../catalog/catalog.ts';
import { nextClosing, openMonthKnown } from '../catalog/search-month.ts';
import { states } from '../catalog/tables/articles.ts';
import type { ClockSpan } from '../catalog/tables/turns.ts';
import { picksOf } from '../content/front-picks.ts';
import { stateAt } from '../content/life.ts';
import { singles } from '../content/scopes.ts';
import { openMonthAt } from '../content/search/periods.ts';
import type { Seconds } from '../content/times.ts';
import type { Changes } from './changes.ts';
import { expirePortraits } from './portraits.ts';

/** From the instant of the last sync to this one, whichever comes first. */
export function clockSpan(catalog: Catalog, now: Seconds): ClockSpan {
  const before = Number(catalog.state.get('now') ?? now);
  return [Math.min(before, now), Math.max(before, now)];
}

/** Whether anything changes by itself between the last sync and this. */
export function isClockCrossing(catalog: Catalog, now: Seconds): boolean {
  const span = clockSpan(catalog, now);
  if (span[0] === span[1]) return false;
  return catalog.turns.isAnyIn(span) || isFrontCrossed(catalog, span) || isMonthCrossed(catalog, now);
}

/** Articles that stand differently as the clock moves, their other languages, and those of authors whose portraits do, by id with the cause. `turning`: files that do. */
export function crossClock(
  catalog: Catalog,
  span: ClockSpan,
  { turning, changes }: { turning: readonly number[]; changes: Changes },
): Map<number, string> {
  if (isFrontCrossed(catalog, span)) changes.single(singles.record('front.yaml'), 1, 'front.yaml');
  const crossing = expirePortraits(catalog, changes, turning);
  for (const id of turning) {
    const article = catalog.writtenArticle(id);
    if (!article) continue;
    catalog.articles.setState(id, states[stateAt(article, catalog.now, catalog.site)]);
    for (const sibling of catalog.articles.ofStory(article.story)) crossing.set(sibling, article.path);
  }
  return crossing;
}

/** Whether another month is the open one of the search index. */
function isMonthCrossed(catalog: Catalog, now: Seconds): boolean {
  const open = openMonthKnown(catalog);
  return open !== undefined && open !== openMonthAt(now, catalog.site.timeZone);
}

function isFrontCrossed(catalog: Catalog, [after, to]: ClockSpan): boolean {
  return frontExpiries(catalog).some((until) => until > after && until <= to);
}

function frontExpiries(catalog: Catalog): Seconds[] {
  return picksOf(catalog.front()).flatMap(({ pick }) => pick.until ?? []);
}

/** Something that the clock alone will change: when, and what. It names no story, for logs of builds may be public. */
export type Due = { at: Seconds; what: string };

/** The next instant at which the site changes by itself, or undefined. */
export function nextDue(catalog: Catalog, now: Seconds): Due | undefined {
  const turn = catalog.turns.next(now);
  const dues: Due[] = [
    ...(turn ? [turn] : []),
    ...frontExpiries(catalog)
      .filter((until) => until > now)
      .map((at) => ({ at, what: 'a pick leaves its front' })),
    ...[nextClosing(catalog) ?? []].flat(),
  ];
  return dues.sort((a, b) => a.at - b.at)[0];
}
