/** Makes a preview of what the present state of a newsroom changes against a commit. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type Catalog, openCatalog } from '../../catalog/catalog.ts';
import { PictureCache } from '../../render/picture-cache.ts';
import { makePicture } from '../../render/picture-maker.ts';
import { BesideContent } from '../../source/beside-content.ts';
import { openSource } from '../../source/git-source.ts';
import type { History } from '../../source/history.ts';
import { buildElsewhere } from './build-elsewhere.ts';
import { changesBetween } from './changes.ts';
import { FilesInBoth } from './files-in-both.ts';
import { takePictures } from './page-pictures.ts';
import type { Preview } from './preview.ts';
import { type Both, buildBoth, type Refused, type TwoStates } from './two-states.ts';
import { type View, viewsOf } from './views.ts';

export type PreviewOptions = TwoStates & {
  history: History;
  /** As it was named. */
  name: string;
  /** The built site, for pictures that both states have. */
  site: string;
  /** A browser, or why there is none. */
  browser(): Promise<Browser | string>;
  announce(sentence: string): void;
};

export async function makePreview(options: PreviewOptions): Promise<{ preview: Preview } | { refused: Refused }> {
  const { content, newsroom, now, history, name, against, work, announce, isUnpublished = false } = options;
  const beside = new BesideContent(history, newsroom);
  const isElsewhere = options.elsewhere === undefined && beside.differing(against).length > 0;
  const from = { beside, folder: join(work, 'checkout'), content, now, isUnpublished, announce };
  const both = await buildBoth({ ...options, ...(isElsewhere ? { elsewhere: buildElsewhere(from) } : {}) });
  if ('refused' in both) return both;
  const catalog = openCatalog(both.cache);
  try {
    const changes = changesBetween(both, catalog);
    const views = viewsOf(changes);
    const note = views.size === 0 ? undefined : await takeOrTell([...views.values()], { both, catalog, options });
    const short = against.slice(0, 8);
    const preview: Preview = {
      ...changes,
      views,
      against: against.startsWith(name) ? short : `${name} (${short})`,
      state: both.report.source,
      title: Object.values(catalog.site.title)[0] ?? '',
      isUnpublished,
      note,
    };
    return { preview };
  } finally {
    catalog.close();
  }
}

type Taking = { both: Both; catalog: Catalog; options: PreviewOptions };

/** Takes pictures; or returns what people are to know of those that there are not. */
async function takeOrTell(views: readonly View[], { both, catalog, options }: Taking): Promise<string | undefined> {
  const { site, content, commit, cache, build } = options;
  const browser = await options.browser();
  if (typeof browser === 'string') return `There are no pictures of the pages: ${browser}`;
  const reasons = new Set<string>();
  const files = new FilesInBoth({
    ...{ catalog, source: await openSource(content, commit), cache: new PictureCache(cache) },
    ...{ make: build?.makePicture ?? makePicture, drawCard: build?.drawCard },
  });
  const isWhole = await takePictures(browser, views, {
    ...{ before: both.before, after: both.after, site },
    otherwise: (url) => files.at(url, (reason) => reasons.add(reason)),
    onProgress: (done, total) => build?.progress?.('Taking pictures', done, total),
  }).finally(() => browser.close());
  if (isWhole) return undefined;
  return ['Pictures in some of the pages are missing here.', ...reasons].join(' ');
}
