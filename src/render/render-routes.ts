/**
 * Makes the files of batches what they should be, several at once where there are threads for it. The order is what makes a
 * kill harmless: a batch's fingerprints are cleared, its files are written, then its fingerprints are set, batch by batch.
 */
import { setImmediate } from 'node:timers/promises';
import { outputPath } from '../content/urls.ts';
import { type Batch, hasLayout } from '../plan/plan-edition.ts';
import { clearRoutes, settleRoutes } from '../plan/settle.ts';
import { textsOf } from './bodies.ts';
import { bytesOfRoutes } from './bytes.ts';
import { withFiles } from './failures.ts';
import type { OutputFolder } from './output.ts';
import type { PictureWork } from './pictures.ts';
import type { PagesToRender } from './render-pages.ts';

/** Where pages are rendered and written: `renderPages`, here or on other threads. */
export type PageMaker = {
  /** Returns how many files were written. Nothing is until `first` is done: pictures come before pages that name them. */
  make(pages: PagesToRender, first: () => Promise<void>): Promise<number>;
  /** So many batches may be under way. */
  mostAtOnce: number;
  /** Of how many routes the next may be, after so many. */
  batchAfter(asked: number): number;
};

export type RenderOptions = PictureWork & {
  output: OutputFolder;
  maker: PageMaker;
  /** Told of pictures, which take longest. */
  onPictures?(done: number, total: number): void;
};

/** Yields each batch once it is settled, with how many files were written or removed; the rest were as they should be. */
export async function* renderBatches(
  batches: Iterable<Batch>,
  options: RenderOptions,
): AsyncGenerator<{ batch: Batch; written: number }> {
  const underWay: { batch: Batch; work: Promise<number> }[] = [];
  const settleFirst = async () => {
    const { batch, work } = underWay[0] as (typeof underWay)[number];
    const written = await work;
    underWay.shift();
    settleRoutes(options.catalog, batch);
    return { batch, written };
  };
  try {
    for (const batch of batches) {
      const work = makeFiles(batch, options);
      work.catch(() => undefined); // it is told in its turn, if none before it failed
      underWay.push({ batch, work });
      await setImmediate(); // what other threads have done is heard of
      while (underWay.length >= options.maker.mostAtOnce) yield await settleFirst();
    }
    while (underWay.length > 0) yield await settleFirst();
  } finally {
    // Whatever stopped it: nothing is written any more once this has ended.
    await Promise.allSettled(underWay.map(({ work }) => work));
  }
}

async function makeFiles(batch: Batch, options: RenderOptions): Promise<number> {
  const { catalog, source, output, maker, onPictures } = options;
  clearRoutes(catalog, batch);
  for (const { url } of batch.gone) output.remove(outputPath(url));
  let written = batch.gone.length;
  const writeBytes = async () => {
    for await (const [url, bytes] of bytesOfRoutes(batch.stale, options, onPictures))
      if (output.write(outputPath(url), bytes)) written += 1;
  };
  const pages = batch.stale.filter(hasLayout);
  if (pages.length === 0) return writeBytes().then(() => written);
  const toRender = pages.map(({ url, kind, json }) => ({ url, kind, json }));
  const made = maker.make({ pages: toRender, texts: textsOf(pages, source), site: catalog.site }, writeBytes);
  return made.then(
    (more) => written + more,
    (error: unknown) => {
      throw withFiles(error, pages, catalog);
    },
  );
}
