/** What a link inside the site points at, by its form alone. */
import { defaultLanguage, isFreeId, isLanguage, type Language, reservedWords } from './names.ts';
import type { Site } from './site.ts';

export type LinkTarget =
  | { kind: 'always'; url: string }
  | { kind: 'article'; url: string; story: string; language: Language }
  | { kind: 'page' | 'topic' | 'author'; url: string; id: string; language: Language }
  /** A year, month or day of something: there while it has stories. */
  | { kind: 'archive'; url: string }
  | { kind: 'none'; url: string };

/** Reads a path such as `/ru/2015/11/26/story/#part`; `url` is without query and fragment. */
export function readLink(href: string, site: Site): LinkTarget {
  const url = href.replace(/[?#].*$/s, '');
  const parts = url.split('/').slice(1);
  // While the languages are not known, what may be a language's address is not held against anyone.
  if (site.unknown?.includes('languages') && isLanguage(parts[0] ?? '')) return { kind: 'always', url };
  const isPrefixed = isLanguage(parts[0] ?? '') && site.languages.slice(1).includes(parts[0] ?? '');
  const language = isPrefixed ? (parts.shift() as Language) : defaultLanguage(site);
  const isFolder = parts.at(-1) === '';
  const path = (isFolder ? parts.slice(0, -1) : parts).join('/');
  const files = isPrefixed ? filesPerLanguage : filesAtRoot;
  if (!isFolder) return { kind: files.has(path) ? 'always' : 'none', url };
  const [first = '', second = ''] = path.split('/');
  if (path === '' || site.sections.some((section) => section.id === path)) return { kind: 'always', url };
  if (/^\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+$/.test(path)) return { kind: 'article', url, story: path, language };
  if (/^\d{4}(\/\d{2}){0,2}$/.test(path)) return { kind: 'archive', url };
  const isListed = first === 'topics' || first === 'authors';
  if (isListed && path.split('/').length === 2)
    return { kind: first === 'topics' ? 'topic' : 'author', url, id: second, language };
  const rest = path.slice(path.indexOf('/') + 1).replace(isListed ? `${second}/` : '', '');
  const isArchived = isListed || site.sections.some((section) => section.id === first);
  if (isArchived && /^\d{4}(\/\d{2})?$/.test(rest)) return { kind: 'archive', url };
  if (site.unknown?.includes('sections') && isFreeId(first)) return { kind: 'always', url };
  if (!path.includes('/') && !reservedWords.has(path)) return { kind: 'page', url, id: path, language };
  return { kind: 'none', url };
}

const filesPerLanguage: ReadonlySet<string> = new Set(['feed.xml']);
const filesAtRoot: ReadonlySet<string> = new Set([...filesPerLanguage, 'sitemap.xml', 'robots.txt']);
