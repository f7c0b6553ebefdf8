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
  /** One running story, named by its editors. Like pairs without a front; nobody asks for its head or its size. */
  thread: (id: string, language: Language): Scope => `thread:${id}:${language}`,
  /** What is about two topics at once. */
  pair: (one: string, other: string, language: Language): Scope => `pair:${[one, other].sort().join('+')}:${language}`,
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
  /** Which topics, or which authors, have articles in a language; which pages there are in it. */
  names: (of: 'topic' | 'author' | 'page', language: Language): Scope => `names:${of}:${language}`,
  /** Whether a route answers at a URL. */
  url: (url: string): Scope => `url:${url}`,
} as const;

/** Topics that say what a story is about, the first ones: more would make too many pairs. */
export const leadingTopics = 3;

/** Where what came before and after in a story stands: in its thread, else in each pair of its first topics. */
export function threadScopes(of: {
  thread?: string | undefined;
  topics: readonly string[];
  language: Language;
}): Scope[] {
  const { thread, language } = of;
  if (thread !== undefined) return [listings.thread(thread, language)];
  const topics = of.topics.slice(0, leadingTopics);
  return topics.flatMap((one, n) => topics.slice(n + 1).map((other) => listings.pair(one, other, language)));
}

/** What a scope is of: `{of: 'section', id: 'world', language: 'en'}` for `section:world:en`. */
export function readScope(scope: Scope): { of: string; id: string; language: Language } {
  const [of = '', ...rest] = scope.split(':');
  const language = rest.pop() ?? '';
  return { of, id: rest.join(':'), language };
}
