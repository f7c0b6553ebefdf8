/**
 * Makes the files of one batch what they should be. The order is what makes a kill harmless: the
 * fingerprints are cleared, then files go, then files are written, then the fingerprints are set.
 */
import type { Catalog } from '../catalog/catalog.ts';
import type { Source } from '../catalog/source.ts';
import type { Site } from '../content/site.ts';
import { outputPath } from '../content/urls.ts';
import type { Batch, StaleRoute } from '../plan/plan-edition.ts';
import { clearRoutes, settleRoutes } from '../plan/settle.ts';
import type { PictureProps } from '../routes/picture.ts';
import { renderBodies } from './bodies.ts';
import type { RenderedRoute } from './eleventy.ts';
import type { OutputFolder } from './output.ts';

/** What turns routes into the text of their files: Eleventy, unless a test puts something quicker. */
export type PageRenderer = (routes: readonly RenderedRoute[], site: Site) => Promise<Map<string, string>>;

export type RenderOptions = { catalog: Catalog; source: Source; output: OutputFolder; render: PageRenderer };

/** Returns how many files were written or removed; the rest were as they should be. */
export async function renderRoutes(batch: Batch, { catalog, source, output, render }: RenderOptions): Promise<number> {
  clearRoutes(catalog, batch);
  for (const { url } of batch.gone) output.remove(outputPath(url));
  const pictures = batch.stale.filter(({ kind }) => kind === 'picture');
  const pages = batch.stale.filter(({ kind }) => kind !== 'picture');
  await renderBodies(
    pages.flatMap(({ bodies }) => bodies),
    source,
  );
  const texts = await render(pages, catalog.site);
  let written = batch.gone.length;
  for (const { url } of pages) {
    const text = texts.get(url);
    if (text === undefined) throw new Error(`The layout of ${url} rendered nothing`);
    if (output.write(outputPath(url), text)) written += 1;
  }
  for (const [url, bytes] of readPictures(catalog, source, pictures))
    if (output.write(outputPath(url), bytes)) written += 1;
  settleRoutes(catalog, batch);
  return written;
}

/** The bytes of pictures by URL, read in one go. */
export function readPictures(
  catalog: Catalog,
  source: Source,
  pictures: readonly Pick<StaleRoute, 'url' | 'props'>[],
): Map<string, Uint8Array> {
  const files = pictures.map(({ url, props }) => {
    const { blob } = props as PictureProps;
    const path = catalog.db.get<{ path: string }>(
      "SELECT path FROM file WHERE blob = ? AND path NOT GLOB '*.md' AND path NOT GLOB '*.yaml' ORDER BY path",
      blob,
    )?.path;
    if (path === undefined) throw new Error(`No file of the content is the picture ${url}`);
    return { url, path, blob };
  });
  const bytes = source.read(files);
  return new Map(files.map(({ url, path }) => [url, bytes.get(path) ?? new Uint8Array()]));
}
