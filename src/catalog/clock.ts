/** What the clock changes, moving either way, since the last sync. */
import { type Catalog, states } from './catalog.ts';
import { unpackArticle } from './packed.ts';

/** From the instant of the last sync to this one, whichever comes first. */
function clockSpan(catalog: Catalog, now: number): [number, number] {
  const before = Number(catalog.state('now') ?? now);
  return [Math.min(before, now), Math.max(before, now)];
}

/** Whether anything becomes public or hidden between the last sync and this. */
export function isClockCrossing(catalog: Catalog, now: number): boolean {
  return (
    catalog.db.get('SELECT 1 FROM article WHERE due > ? AND due <= ? LIMIT 1', ...clockSpan(catalog, now)) !== undefined
  );
}

/** Articles that become public or hidden as the clock moves, either way, and their other languages, by id with the cause. */
export function crossClock(catalog: Catalog, now: number): Map<number, string> {
  const crossing = new Map<number, string>();
  const due = catalog.db.all<{ id: number; due: number; path: string; value: string }>(
    'SELECT article.id, due, path, value FROM article JOIN file USING (id) WHERE due > ? AND due <= ?',
    ...clockSpan(catalog, now),
  );
  for (const { id, path, value, ...row } of due) {
    const { story, withdrawn } = unpackArticle(value, path);
    const state = row.due > now ? states.hidden : withdrawn ? states.withdrawn : states.public;
    catalog.db.run('UPDATE article SET state = ? WHERE id = ?', state, id);
    const siblings = catalog.db.all<{ id: number }>(
      'SELECT id FROM file JOIN article USING (id) WHERE path GLOB ?',
      `articles/${story}.*`,
    );
    for (const sibling of siblings) crossing.set(sibling.id, path);
  }
  return crossing;
}
