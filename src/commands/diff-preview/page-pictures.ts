/** Pictures of pages before and after, where Chromium is at hand; without it there are none. */
import type { Browser } from 'playwright-core';
import { type AnswerElse, answerFrom, showPage } from '../shots/take-shots.ts';
import { isPage } from './changes.ts';
import type { View } from './views.ts';

const width = 1280;
/** In pixels. A longer page is shown down to there. */
const mostHeight = 4000;
/** So many pages: of each group one, before there are more of any. */
const most = 20;

type From = {
  before: string;
  after: string;
  /** The built site, for what is the same: the pictures in texts; what it does not have is made. */
  site: string;
  otherwise: AnswerElse;
  onProgress?(done: number, total: number): void;
};

/** Puts them into the views. Returns whether all that the pages show was there. */
export async function takePictures(browser: Browser, views: readonly View[], from: From): Promise<boolean> {
  const pages = views.filter(({ change }) => isPage(change.url) && change.kind !== 'redirect');
  const groups = [...Map.groupBy(pages, ({ change: { kind, did, reason } }) => `${kind} ${did} ${reason}`).values()];
  const shown = [...groups.map(([first]) => first), ...groups.flatMap((group) => group.slice(1))]
    .filter((view) => view !== undefined)
    .slice(0, most);
  let done = 0;
  let isWhole = true;
  for (const side of ['before', 'after'] as const) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: 'reduce' });
    await answerFrom([from[side], from.site], context, from.otherwise);
    context.setDefaultNavigationTimeout(0); // pictures may have to be made first
    const page = await context.newPage();
    for (const view of shown) {
      if (view.change[side] !== undefined) {
        await page.setViewportSize({ width, height: 900 });
        await showPage(page, view.change.url);
        isWhole &&= await page.evaluate<boolean>('[...document.images].every((image) => image.naturalWidth > 0)');
        const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
        await page.setViewportSize({ width, height: Math.min(height, mostHeight) });
        view.pictures = { ...view.pictures, [side]: await page.screenshot({ type: 'jpeg', quality: 70 }) };
      }
      from.onProgress?.(++done, 2 * shown.length);
    }
    await context.close();
  }
  return isWhole;
}
