/**
 * Makes the files of one batch what they should be. The order is what makes a kill harmless: the
 * fingerprints are cleared, pages are rendered, then files go, then files are written, then the fingerprints are set.
 */
import type { Site } from '../content/site.ts';
import { outputPath } from '../content/urls.ts';
import { type Batch, hasLayout } from '../plan/plan-edition.ts';
import { clearRoutes, settleRoutes } from '../plan/settle.ts';
import { renderBodies } from './bodies.ts';
import { bytesOfRoutes } from './bytes.ts';
import type { RenderedRoute } from './eleventy.ts';
import { withFiles } from './failures.ts';
import type { OutputFolder } from './output.ts';
import type { PictureWork } from './pictures.ts';

/** What turns routes into the text of their files: Eleventy, unless a test puts something quicker. */
export type PageRenderer = (routes: readonly RenderedRoute[], site: Site) => Promise<Map<string, string>>;

export type RenderOptions = PictureWork & {
  output: OutputFolder;
  render: PageRenderer;
  /** Told of pictures, which take longest. */
  onPictures?(done: number, total: number): void;
};

/** Returns how many files were written or removed; the rest were as they should be. */
export async function renderRoutes(batch: Batch, options: RenderOptions): Promise<number> {
  const { catalog, source, output, render, onPictures } = options;
  clearRoutes(catalog, batch);
  const pages = batch.stale.filter(hasLayout);
  // Before any file is touched: a layout that fails leaves the site as it was.
  const texts = await render(await renderBodies(pages, source, catalog.site), catalog.site).catch((error: unknown) => {
    throw withFiles(error, pages, catalog);
  });
  for (const { url } of batch.gone) output.remove(outputPath(url));
  let written = batch.gone.length;
  // Before pages, so that none names a picture or a document that is not there.
  for await (const [url, bytes] of bytesOfRoutes(batch.stale, options, onPictures))
    if (output.write(outputPath(url), bytes)) written += 1;
  for (const { url } of pages) {
    const text = texts.get(url);
    if (text === undefined) throw new Error(`The layout of ${url} rendered nothing`);
    if (output.write(outputPath(url), text)) written += 1;
  }
  settleRoutes(catalog, batch);
  return written;
}
