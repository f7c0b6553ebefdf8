/**
 * Addresses that Broadsheet makes itself, so that no section, page or redirect may take them and any
 * story may link to them. A new kind of page with an address of its own adds its word here; a listing has its folder.
 */
import { listingsWithFront } from './listings/listings.ts';

/** Files beside a front: of a language, a section, the corrections, a topic, an author. */
export const feedFiles = { rss: 'feed.xml', atom: 'feed.atom', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** The page of every language that says what can be followed. */
export const feedsPage = 'feeds';

/** Files at the root, for machines. */
export const rootFiles = ['sitemap.xml', 'news-sitemap.xml', 'robots.txt'] as const;

/** Folders at the root, of files for machines. */
const rootFolders = ['assets', 'sitemaps'] as const;

const notFoundFile = '404.html';

const feedNames: readonly string[] = Object.values(feedFiles);
const ofListings = listingsWithFront().flatMap(({ front }) => (front.folder === '' ? [] : [front.folder]));
const folders: readonly string[] = [...ofListings, feedsPage, ...rootFolders];
const files: readonly string[] = [...feedNames, ...rootFiles, notFoundFile];
/** Kept free for what may come, and for what readers would take for Broadsheet's. */
const keptFree = ['admin', 'archive', 'index', 'pages', 'search', 'series'];

/** Words that cannot name a section or a page. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...folders,
  ...[...feedNames, ...rootFiles].map((name) => name.replace(/\..*$/, '')),
  ...keptFree,
]);

/** For the remedy of a name that is one of them. */
export const reservedRemedy = `Choose a word that is not a year, a section, one of the site’s languages or one of these: ${[...reservedWords].sort().join(', ')}.`;

export function isFeedFile(name: string): boolean {
  return feedNames.includes(name);
}

/** Whether a path below a language's front, such as `topics/x/` or `feed.xml`, can only be Broadsheet's. */
export function isOwnPath(path: string): boolean {
  return folders.includes(path.split('/', 1)[0] ?? '') || files.includes(path);
}
