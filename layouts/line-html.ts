/** Lines of Markdown, as the texts of corrections are, with their links. */
import { renderLine } from '../src/content/markdown/line.ts';
import type { Body } from '../src/queries/queries.ts';

/** `links` as they were resolved with the line's own text; `page` is put before fragments. */
export function lineHtml(text: string, { links, page }: Pick<Body, 'links' | 'page'>): string {
  return renderLine(text, {
    link: (href) => (href in links ? (links[href] ?? undefined) : href),
    page,
  });
}
