/**
 * Names of scopes: everything that a route can look at. A *listing* holds articles in their order; a
 * *single* is one thing that is there or not, and has no order.
 */
import type { Language } from './names.ts';
import type { PictureFile } from './pictures.ts';

export type Scope = string;

/** Listings of public articles, newest first. */
export const listings = {
  /** Of all languages, for sitemaps. */
  every: 'every',
  all: (language: Language): Scope => `all:${language}`,
  section: (id: string, language: Language): Scope => `section:${id}:${language}`,
  topic: (id: string, language: Language): Scope => `topic:${id}:${language}`,
  author: (id: string, language: Language): Scope => `author:${id}:${language}`,
  /** Opinion, for the strip on the front page. */
  opinion: (language: Language): Scope => `opinion:${language}`,
  /** Corrections, each by its instant: an article stands here once for each of its own. */
  corrections: (language: Language): Scope => `corrections:${language}`,
  /** Of all languages, not older than the news sitemap may be. */
  recent: 'recent',
} as const;

export const singles = {
  article: (story: string, language: Language): Scope => `article:${story}:${language}`,
  withdrawn: (story: string, language: Language): Scope => `withdrawn:${story}:${language}`,
  page: (id: string, language: Language): Scope => `page:${id}:${language}`,
  /** By the old address as it is asked for. */
  redirect: (from: string): Scope => `redirect:${from}`,
  /** `name` is without the ending, as in the addresses of what is made of it. */
  picture: (name: string, { blob, width, height }: PictureFile): Scope => `picture:${name}:${blob}:${width}x${height}`,
  /** An undated file of the content, by its path. */
  record: (path: string): Scope => `record:${path}`,
  /** Which topics, or which authors, have articles in a language. */
  names: (of: 'topic' | 'author', language: Language): Scope => `names:${of}:${language}`,
  /** Whether a route answers at a URL. */
  url: (url: string): Scope => `url:${url}`,
} as const;

/** What a scope is of: `{of: 'section', id: 'world', language: 'en'}` for `section:world:en`. */
export function readScope(scope: Scope): { of: string; id: string; language: Language } {
  const [of = '', ...rest] = scope.split(':');
  const language = rest.pop() ?? '';
  return { of, id: rest.join(':'), language };
}
