/** Pictures of built pages: in the widths of phones, tablets and screens, light and dark, and on paper. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { outputPath } from '../../content/urls.ts';
import { contentTypeOf } from '../../publish/content-types.ts';

/** In pixels. */
export const usualWidths = [320, 768, 1280, 1920];
const height = 900;
const colourSchemes = ['light', 'dark'] as const;

/** A host that there is not: what it is asked for comes from the folder, and nobody else is asked. */
const origin = 'http://site.invalid';

export type Shots = {
  /** Whole paths: of the built site, and of the folder for the pictures. */
  out: string;
  folder: string;
  urls: readonly string[];
  widths: readonly number[];
  onProgress?(done: number, total: number): void;
};

/** `world-1280-dark.png`, `world-print.pdf`, and so on. */
export async function takeShots(browser: Browser, { out, folder, urls, widths, onProgress }: Shots): Promise<void> {
  let done = 0;
  for (const colorScheme of colourSchemes)
    for (const width of widths) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height }, reducedMotion: 'reduce' });
      await answerFrom([out], context);
      const page = await context.newPage();
      for (const url of urls) {
        await showPage(page, url);
        await page.screenshot({ path: join(folder, `${nameOf(url)}-${width}-${colorScheme}.png`), fullPage: true });
        if (colorScheme === 'light' && width === widths[0])
          await page.pdf({ path: join(folder, `${nameOf(url)}-print.pdf`), format: 'A4' });
        done += 1;
        onProgress?.(done, urls.length * widths.length * colourSchemes.length);
      }
      await context.close();
    }
}

/** With all its pictures. */
export async function showPage(page: Page, url: string): Promise<void> {
  await page.goto(origin + url);
  await page.evaluate('for (const image of document.images) image.loading = "eager"');
  await page.evaluate('Promise.allSettled([...document.images].map((image) => image.decode()))');
}

/** The bytes at a URL of the site that is in none of the folders, if there is something. */
export type AnswerElse = (url: string) => Promise<Uint8Array | undefined>;

/** The first of some folders that has what is asked for answers. */
export async function answerFrom(
  folders: readonly string[],
  context: BrowserContext,
  otherwise?: AnswerElse,
): Promise<void> {
  await context.route('**/*', async (route) => {
    const { origin: asked, pathname } = new URL(route.request().url());
    if (asked !== origin) return route.abort();
    const files = folders.map((folder) => join(folder, outputPath(pathname)));
    const path = files.find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
    if (path !== undefined) return route.fulfill({ path });
    const bytes = await otherwise?.(pathname);
    await (bytes === undefined
      ? route.abort()
      : route.fulfill({ body: Buffer.from(bytes), contentType: contentTypeOf(outputPath(pathname)) }));
  });
}

function nameOf(url: string): string {
  return (
    outputPath(url)
      .replace(/\/?(?:index)?\.html$/, '')
      .replaceAll('/', '_') || 'front'
  );
}
