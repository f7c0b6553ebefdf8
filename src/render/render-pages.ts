/**
 * Makes the pages of a batch: renders their Markdown, then their layouts, then writes their files. What it needs is plain data,
 * so that it can be done on another thread.
 */
import type { Site } from '../content/site.ts';
import { outputPath } from '../content/urls.ts';
import type { UnrenderedBody } from '../queries/queries.ts';
import { renderBodies, type Texts } from './bodies.ts';
import type { PageRenderer, RenderedRoute } from './eleventy.ts';
import type { OutputFolder } from './output.ts';

/** `bodies`: the very objects inside `props`. */
type PageToRender = RenderedRoute & { bodies: readonly UnrenderedBody[] };

export type PagesToRender = { pages: readonly PageToRender[]; texts: Texts; site: Site };

type Means = { render: PageRenderer; output: Pick<OutputFolder, 'write'>; onRoute?: (url: string) => void };

/** Returns how many files were written. No file is touched unless all pages could be rendered. */
export async function renderPages(
  { pages, texts, site }: PagesToRender,
  { render, output, onRoute }: Means,
): Promise<number> {
  const rendered = await render(await renderBodies(pages, texts, site, onRoute), site, onRoute);
  let written = 0;
  for (const { url } of pages) {
    const text = rendered.get(url);
    if (text === undefined) throw new Error(`The layout of ${url} rendered nothing`);
    if (output.write(outputPath(url), text)) written += 1;
  }
  return written;
}
