/**
 * `npm run shots`: a picture of every kind of page for people to look at, in `.cache/shots`: 320, 768, 1280 and 1920
 * pixels wide, light and dark, and on paper. Another newsroom: --content DIR; one page: --page /about/.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import 'tsx/esm';

const { openBrowser } = await import('./browser.ts');
const { ServedSite } = await import('./served-site.ts');

const { values } = parseArgs({
  options: { content: { type: 'string' }, page: { type: 'string', multiple: true }, now: { type: 'string' } },
});
const folder = resolve(import.meta.dirname, '../../.cache/shots');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

const site = await ServedSite.open({ ...values, content: values.content && resolve(values.content) });
const urls = values.page ?? site.pages.map(({ url }) => url);
const browser = await openBrowser();
for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [320, 768, 1280, 1920]) {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    for (const url of urls) {
      const answer = await page.goto(site.origin + url);
      if (!answer?.ok()) throw new Error(`there is no page at ${url}`);
      await page.evaluate('for (const image of document.images) image.loading = "eager"');
      await page.waitForLoadState('networkidle');
      await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
      await page.screenshot({ path: join(folder, `${nameOf(url)}-${width}-${colorScheme}.png`), fullPage: true });
      if (colorScheme === 'light' && width === 1280)
        await page.pdf({ path: join(folder, `${nameOf(url)}-print.pdf`), format: 'A4' });
    }
    await context.close();
  }
}
await browser.close();
site.close();
console.log(`${urls.length} pages, each in eight looks and on paper: ${folder}`);

function nameOf(url: string): string {
  return url.replace(/^\/|\/$/g, '').replaceAll('/', '_') || 'front';
}
