/**
 * Addresses that Broadsheet makes itself, so that no section, page or redirect may take them and any
 * story may link to them. A new kind of page with an address of its own adds its word here; a listing has its folder.
 */
import { listingsWithFront } from './listings/listings.ts';
import { searchFolder } from './search/addresses.ts';

/** Files beside a front: of a language, a section, the corrections, a topic, an author. */
export const feedFiles = { rss: 'feed.xml', atom: 'feed.atom', json: 'feed.json' } as const;

export type FeedFormat = keyof typeof feedFiles;

/** The page of every language that says what can be followed. */
export const feedsPage = 'feeds';

/** Beside a story that has no picture of its own. */
export const socialCardFile = 'card.png';

/** The page of every language on which readers search. */
export const searchPage = 'search';

/** Files at the root, for machines. */
export const rootFiles = ['sitemap.xml', 'news-sitemap.xml', 'robots.txt'] as const;

/** Also there, for browsers and search engines; unlike the others, a newsroom may bring its own (`icons.ts`). */
export const iconFiles = ['favicon.ico', 'apple-touch-icon.png', 'icon-512.png'] as const;

export type IconFile = (typeof iconFiles)[number];

/** Folders at the root, of files for machines. */
const rootFolders = ['assets', 'sitemaps', searchFolder] as const;

/** Beside the front of each language. */
export const notFoundFile = '404.html';

const feedNames: readonly string[] = Object.values(feedFiles);
const files: readonly string[] = [...feedNames, ...rootFiles, ...iconFiles, notFoundFile];
/** Kept free for what may come, and for what readers would take for Broadsheet's. */
const keptFree = ['admin', 'archive', 'index', 'pages'];

/** Words of a newsroom's own kinds of page. */
const ownWords = new Set<string>();

/** What stands at a word, or below it, in any language is a kind of page that the newsroom has added. */
export function keepForOwnKind(word: string): void {
  ownWords.add(word);
}

export function isOfOwnKind(word: string): boolean {
  return ownWords.has(word);
}

function folders(): string[] {
  const ofListings = listingsWithFront().flatMap(({ front }) => (front.folder === '' ? [] : [front.folder]));
  return [...ofListings, feedsPage, searchPage, ...rootFolders, ...ownWords];
}

const ofFiles = [...feedNames, ...rootFiles].map((name) => name.replace(/\..*$/, ''));

/** Words that cannot name a section or a page. */
export function reservedWords(): string[] {
  return [...new Set([...folders(), ...ofFiles, ...keptFree])].sort();
}

export function isReserved(word: string): boolean {
  return keptFree.includes(word) || ofFiles.includes(word) || folders().includes(word);
}

/** For the remedy of a name that is one of them. */
export function reservedRemedy(): string {
  return `Choose a word that is not a year, a section, one of the site’s languages or one of these: ${reservedWords().join(', ')}.`;
}

export function isFeedFile(name: string): boolean {
  return feedNames.includes(name);
}

/** Whether a path below the root, without a slash at its end, is of a file for machines, or of a page for hosts. */
export function isForMachines(path: string): boolean {
  return (
    (rootFolders as readonly string[]).includes(path.split('/', 1)[0] ?? '') ||
    path.split('/').at(-1) === notFoundFile ||
    isOfSocialCard(path) ||
    files.includes(path)
  );
}

/** Whether a path below a language's front, such as `topics/x/` or `feed.xml`, can only be Broadsheet's. */
export function isOwnPath(path: string): boolean {
  return (
    folders().includes(path.split('/', 1)[0] ?? '') ||
    files.includes(path) ||
    isOfSocialCard(path) ||
    isOfPublishing(path)
  );
}

/** Whether a path from the root, or from a language's front, is that of a card. */
export function isOfSocialCard(path: string): boolean {
  return /^(?:[^/]+\/)?(?:\d+\/){3}[^/]+\/card\.png$/.test(path);
}

/** Which edition it is, and what servers look for beside a page: whether it says that it is gone, leads on, or is packed. */
function isOfPublishing(path: string): boolean {
  return (
    ['edition.json', 'edition-addresses.txt.gz'].includes(path) || /(^|\/)gone\.html$|\.html\.(gz|br|moved)$/.test(path)
  );
}
