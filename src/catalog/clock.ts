/**
 * What the clock changes, moving either way: stories become public and stop being recent, picks of the
 * front page expire.
 */
import { singles } from '../content/scopes.ts';
import type { Seconds } from '../content/times.ts';
import { type Catalog, states } from './catalog.ts';
import type { Changes } from './changes.ts';
import { recentSeconds, stateAt } from './derive.ts';
import { unpackArticle } from './packed.ts';

/** From the instant of the last sync to this one, whichever comes first. */
function clockSpan(catalog: Catalog, now: Seconds): [Seconds, Seconds] {
  const before = Number(catalog.state('now') ?? now);
  return [Math.min(before, now), Math.max(before, now)];
}

const isCrossed = `due > ?1 AND due <= ?2 OR due > ?1 - ${recentSeconds} AND due <= ?2 - ${recentSeconds}`;

/** Whether anything changes by itself between the last sync and this. */
export function isClockCrossing(catalog: Catalog, now: Seconds): boolean {
  const span = clockSpan(catalog, now);
  return (
    catalog.db.get(`SELECT 1 FROM article WHERE ${isCrossed} LIMIT 1`, ...span) !== undefined ||
    isFrontCrossed(catalog, span)
  );
}

/** Articles that stand differently as the clock moves, and their other languages, by id with the cause. */
export function crossClock(catalog: Catalog, now: Seconds, changes: Changes): Map<number, string> {
  const span = clockSpan(catalog, now);
  if (isFrontCrossed(catalog, span)) changes.single(singles.record('front.yaml'), 1, 'front.yaml');
  const crossing = new Map<number, string>();
  const due = catalog.db.all<{ id: number; path: string; value: string }>(
    `SELECT article.id, path, value FROM article JOIN file USING (id) WHERE ${isCrossed}`,
    ...span,
  );
  for (const { id, path, value } of due) {
    const article = unpackArticle(value, path);
    const state = states[stateAt(article, now)];
    catalog.db.run('UPDATE article SET state = ? WHERE id = ?', state, id);
    const siblings = catalog.db.all<{ id: number }>(
      'SELECT id FROM file JOIN article USING (id) WHERE path GLOB ?',
      `articles/${article.story}.*`,
    );
    for (const sibling of siblings) crossing.set(sibling.id, path);
  }
  return crossing;
}

function isFrontCrossed(catalog: Catalog, [from, to]: [Seconds, Seconds]): boolean {
  return frontExpiries(catalog).some((until) => until > from && until <= to);
}

function frontExpiries(catalog: Catalog): Seconds[] {
  const { lead, picks } = catalog.front();
  return [lead, ...picks].flatMap((pick) => pick?.until ?? []);
}

/** Something that the clock alone will change: when, and what, for the newsroom's own eyes. */
export type Due = { at: Seconds; what: string };

/** The next instant at which the site changes by itself, or undefined. */
export function nextDue(catalog: Catalog, now: Seconds): Due | undefined {
  const nextOf = (which: string, after: Seconds) =>
    catalog.db.get<{ due: number; path: string }>(
      `SELECT due, path FROM article JOIN file USING (id) WHERE due > ? ${which} ORDER BY due LIMIT 1`,
      after,
    );
  const public_ = nextOf('', now);
  const recent = nextOf(`AND state = ${states.public}`, now - recentSeconds);
  const dues: Due[] = [
    ...(public_ ? [{ at: public_.due, what: `${public_.path} becomes public` }] : []),
    ...(recent ? [{ at: recent.due + recentSeconds, what: `${recent.path} leaves the news sitemap` }] : []),
    ...frontExpiries(catalog)
      .filter((until) => until > now)
      .map((at) => ({ at, what: 'a pick leaves the front page' })),
  ];
  return dues.sort((a, b) => a.at - b.at)[0];
}
