/** Which URLs a built site has, and how two of them differ. */
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** Every page, feed, sitemap and text file of a built site: `/x/` for `x/index.html`. */
export function urlsOf(out: string): Set<string> {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && /\.(html|xml|txt)$/.test(entry.name),
  );
  return new Set(
    files.map(({ parentPath, name }) => {
      const path = relative(out, join(parentPath, name)).replaceAll(sep, '/');
      return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
    }),
  );
}

export type UrlDifference = { same: number; onlyOurs: string[]; onlyTheirs: string[] };

export function compareUrls(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): UrlDifference {
  const onlyOurs = [...ours].filter((url) => !theirs.has(url)).sort();
  const onlyTheirs = [...theirs].filter((url) => !ours.has(url)).sort();
  return { same: ours.size - onlyOurs.length, onlyOurs, onlyTheirs };
}
