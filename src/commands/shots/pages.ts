/** Which pages stand for all others where people look at them: of each kind the one with most on it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.ts';
import { outputPath } from '../../content/urls.ts';
import { kinds } from '../../routes/kinds.ts';

/** So many of a kind are compared, the newest. */
const compared = 50;

const forMachines: ReadonlySet<string> = new Set(
  kinds.flatMap(({ name, isForMachines }) => (isForMachines ? name : [])),
);

/** URLs, in the order of their kinds' names. */
export function onePageOfEachKind(catalog: Catalog, out: string): string[] {
  const pages = catalog.routes
    .someOfEachKind(compared)
    .filter(({ kind, url }) => !forMachines.has(kind) && outputPath(url).endsWith('.html'));
  return [...Map.groupBy(pages, ({ kind }) => kind).values()].flatMap((some) => {
    const parts = some.map(({ url }) => ({ url, count: classesIn(readFileSync(join(out, outputPath(url)), 'utf8')) }));
    return parts.sort((a, b) => b.count - a.count)[0]?.url ?? [];
  });
}

/** How many classes its markup has: each is a part that has a look. */
function classesIn(html: string): number {
  return new Set([...html.matchAll(/<\w+[^>]* class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '))).size;
}
