/** Makes a preview of what the present state of a newsroom changes against a commit. */
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openCatalog } from '../../catalog/catalog.ts';
import { BesideContent } from '../../source/beside-content.ts';
import type { History } from '../../source/history.ts';
import { buildElsewhere } from './build-elsewhere.ts';
import { changesBetween } from './changes.ts';
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
    const note = views.size === 0 ? undefined : await takeOrTell([...views.values()], both, options);
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

/** Takes pictures; or returns what people are to know of those that there are not. */
async function takeOrTell(
  views: readonly View[],
  { before, after }: Both,
  options: PreviewOptions,
): Promise<string | undefined> {
  const browser = await options.browser();
  if (typeof browser === 'string') return `There are no pictures of the pages: ${browser}`;
  const onProgress = (done: number, total: number) => options.build?.progress?.('Taking pictures', done, total);
  const isWhole = await takePictures(browser, views, { before, after, site: options.site, onProgress }).finally(() =>
    browser.close(),
  );
  return isWhole ? undefined : missing(options.isUnpublished ?? false);
}

/** They are the same in both states, so neither has been made here. */
function missing(isUnpublished: boolean): string {
  const build = isUnpublished ? 'Run build with --unpublished' : 'Build the site';
  return `Pictures in some of the pages are missing here. ${build}, then make the preview again.`;
}
