/** Lines of Markdown, as the texts of corrections are, with their links. */
import { renderLine } from '../src/content/markdown/line.ts';
import type { Site } from '../src/content/site.ts';
import { sponsoredRel } from '../src/content/sponsored.ts';
import type { Body } from '../src/queries/queries.ts';

/** Of a story that somebody paid for, its links say so. */
type LineOf = Pick<Body, 'links' | 'page'> & { isSponsored?: boolean };

/** `links` as they were resolved with the line's own text; `page` is put before fragments. */
export function lineHtml(text: string, { links, page, isSponsored }: LineOf, site: Site): string {
  return renderLine(text, {
    link: (href) => (href in links ? (links[href] ?? undefined) : href),
    page,
    ...(isSponsored ? { relOf: sponsoredRel(site) } : {}),
  });
}
