/**
 * What the clock changes, moving either way: stories become public, are corrected, updated and withdrawn and
 * stop being recent (`content/life.ts`), picks of the front page expire.
 */

import { type Catalog, states } from '../catalog/catalog.ts';
import { packNumbers, unpackNumbers } from '../catalog/packed.ts';
import { happenings, stateAt, type Turn } from '../content/life.ts';
import { singles } from '../content/scopes.ts';
import type { Seconds } from '../content/times.ts';
import type { Changes } from './changes.ts';

/** Above the first, up to the second: whatever turns at an instant is as it will be from that on. */
export type ClockSpan = [after: Seconds, to: Seconds];

/** From the instant of the last sync to this one, whichever comes first. */
export function clockSpan(catalog: Catalog, now: Seconds): ClockSpan {
  const before = Number(catalog.state('now') ?? now);
  return [Math.min(before, now), Math.max(before, now)];
}

/** Writes down when an article turns, in place of what was known of it; nothing for a draft. */
export function writeTurns(catalog: Catalog, article: number, turns: readonly Turn[]): void {
  const after = turns.map(({ at, what }) => [at, happenings.indexOf(what)] as const);
  const packed = after.length === 0 ? null : packNumbers(after.flat());
  const before = catalog.articleRow(article)?.turns ?? null;
  if (packed && before && Buffer.compare(before, packed) === 0) return;
  const numbers = before ? unpackNumbers(before) : [];
  for (let index = 0; index < numbers.length; index += 2)
    catalog.db.run(
      'DELETE FROM turn WHERE at = ? AND what = ? AND article = ?',
      ...(numbers.slice(index, index + 2) as [number, number]),
      article,
    );
  for (const [at, what] of after) catalog.db.run('INSERT OR IGNORE INTO turn VALUES (?, ?, ?)', at, what, article);
  catalog.db.run('UPDATE article SET turns = ? WHERE id = ?', packed, article);
}

/** Whether anything changes by itself between the last sync and this. */
export function isClockCrossing(catalog: Catalog, now: Seconds): boolean {
  const span = clockSpan(catalog, now);
  if (span[0] === span[1]) return false;
  const isTurning = catalog.db.get('SELECT 1 FROM turn WHERE at > ? AND at <= ? LIMIT 1', ...span) !== undefined;
  return isTurning || isFrontCrossed(catalog, span);
}

/** Articles that stand differently as the clock moves, and their other languages, by id with the cause. */
export function crossClock(catalog: Catalog, span: ClockSpan, changes: Changes): Map<number, string> {
  if (isFrontCrossed(catalog, span)) changes.single(singles.record('front.yaml'), 1, 'front.yaml');
  const crossing = new Map<number, string>();
  const turning = catalog.db.all<{ id: number }>(
    'SELECT DISTINCT article AS id FROM turn WHERE at > ? AND at <= ?',
    ...span,
  );
  for (const { id } of turning) {
    const article = catalog.writtenArticle(id);
    if (!article) continue;
    catalog.db.run('UPDATE article SET state = ? WHERE id = ?', states[stateAt(article, catalog.now)], id);
    const siblings = catalog.db.all<{ id: number }>(
      'SELECT id FROM file JOIN article USING (id) WHERE path GLOB ?',
      `articles/${article.story}.*`,
    );
    for (const sibling of siblings) crossing.set(sibling.id, article.path);
  }
  return crossing;
}

function isFrontCrossed(catalog: Catalog, [after, to]: ClockSpan): boolean {
  return frontExpiries(catalog).some((until) => until > after && until <= to);
}

function frontExpiries(catalog: Catalog): Seconds[] {
  const { lead, picks } = catalog.front();
  return [lead, ...picks].flatMap((pick) => pick?.until ?? []);
}

/** Something that the clock alone will change: when, and what. It names no story, for logs of builds may be public. */
export type Due = { at: Seconds; what: string };

/** The next instant at which the site changes by itself, or undefined. */
export function nextDue(catalog: Catalog, now: Seconds): Due | undefined {
  const turn = catalog.db.get<{ at: number; what: number }>(
    'SELECT at, what FROM turn WHERE at > ? ORDER BY at, what LIMIT 1',
    now,
  );
  const dues: Due[] = [
    ...(turn ? [{ at: turn.at, what: happenings[turn.what] ?? '' }] : []),
    ...frontExpiries(catalog)
      .filter((until) => until > now)
      .map((at) => ({ at, what: 'a pick leaves the front page' })),
  ];
  return dues.sort((a, b) => a.at - b.at)[0];
}
