/** Pages to look at: as few as have on them all that the pages of their kind have, and what is read most in every language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { outputPath } from '../../src/content/urls.ts';

/** What a browser shows: a file of another kind is no page. */
export type Page = { url: string; kind: string };

export function pagesIn(cache: string): Page[] {
  const catalog = openCatalog(cache);
  try {
    const routes = catalog.db.all<Page>('SELECT url, kind FROM route WHERE gone = 0 ORDER BY url');
    return routes.filter(({ url }) => outputPath(url).endsWith('.html'));
  } finally {
    catalog.close();
  }
}

/** Of pages with as much on them that no other has, the first by its address is taken. */
export function pagesWithAll(out: string, pages: readonly Page[]): Page[] {
  const left = new Map(
    pages.map((page) => [page, partsOf(page, readFileSync(join(out, outputPath(page.url)), 'utf8'))]),
  );
  const taken: Page[] = [];
  for (;;) {
    const [best] = [...left].sort(([, one], [, other]) => other.size - one.size);
    if (!best || best[1].size === 0) return taken;
    taken.push(best[0]);
    for (const part of [...best[1]]) for (const parts of left.values()) parts.delete(part);
  }
}

const mostRead = ['front-page', 'article'];

/** Its kind, with the classes in its markup and, where it is read most, its language. */
function partsOf({ kind }: Page, html: string): Set<string> {
  const classes = [...html.matchAll(/<\w+[^>]* class="([^"]*)"/g)].flatMap(([, list = '']) => list.split(' '));
  const [language = ''] = mostRead.includes(kind) ? (/<html lang="[^"]*"/.exec(html) ?? []) : [];
  return new Set([kind, language, ...classes].map((name) => `${kind} ${name}`));
}
