/** Pages that came without the menu that led to them: readers get to stories by their lists, and to pages by links alone. */
import { readLink } from '../content/links.ts';
import { lastingAddresses, type Site } from '../content/site.ts';
import type { Placed } from './places.ts';

/** `links`: keys of what it links to. */
export type Linking = { placed: Placed; links?: readonly string[] };

/**
 * Of what readers have: the pages to which neither a story, nor the footer, nor a page that they get to links. Who gets to
 * a page in one language gets to it in all.
 */
export function unlinkedPages(all: Iterable<Linking>, site: Site): Placed[] {
  const pages: Linking[] = [];
  const ofStories = new Set<string>();
  for (const each of all)
    if (each.placed.story === undefined) pages.push(each);
    else for (const key of each.links ?? []) ofStories.add(key);
  const ids = new Map(pages.map(({ placed }) => [placed.key, idOf(placed)]));
  const inLanguages = Map.groupBy(pages, ({ placed }) => idOf(placed));
  const reached = new Set<string>();
  const follow = (links: Iterable<string>): void => {
    for (const key of links) reached.add(ids.get(key) ?? '');
  };
  for (const { url } of lastingAddresses(site))
    for (const each of typeof url === 'string' ? [url] : Object.values(url)) {
      const target = readLink(each, site);
      if (target.kind === 'page') reached.add(target.id);
    }
  follow(ofStories);
  for (const id of reached) for (const { links = [] } of inLanguages.get(id) ?? []) follow(links); // a set goes on to what it gets meanwhile
  return pages.map(({ placed }) => placed).filter((placed) => !reached.has(idOf(placed)));
}

/** Of a page, in whatever language. */
function idOf({ path }: Placed): string {
  return path.replace(/^pages\/|\..*$/g, '');
}
