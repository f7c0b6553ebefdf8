/** All that can be read, in the order in which they are asked whether they know a source. */
import type { Reader } from '../source-story.ts';
import type { Dialect } from '../text/source-html.ts';
import { astro } from './astro.ts';
import { docusaurus } from './docusaurus.ts';
import { eleventy } from './eleventy.ts';
import { atom, rss } from './feeds.ts';
import { folderReader } from './folder-reader.ts';
import type { OwnKeys } from './front-fields.ts';
import { ghost } from './ghost.ts';
import { htmlPages } from './html-pages.ts';
import { hugo } from './hugo.ts';
import { jekyll } from './jekyll.ts';
import { jsonFeed } from './json-feed.ts';
import { mdbook } from './mdbook.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { wordpress } from './wordpress.ts';
import { zola } from './zola.ts';

const programs = [zola, astro, eleventy, hugo, jekyll, docusaurus, mdbook, plainMarkdown, htmlPages];

export function readers(keys: OwnKeys): Reader[] {
  return [wordpress, ghost, rss, atom, jsonFeed, ...programs.map((program) => folderReader(program, keys))];
}

/** Which codes texts of a program have. */
export function dialectOf(name: string): Dialect {
  if (name === 'Hugo') return 'hugo';
  if (name === 'WordPress export') return 'wordpress';
  if (name === 'Zola') return 'zola';
  return ['Jekyll', 'Eleventy'].includes(name) ? 'liquid' : 'none';
}
