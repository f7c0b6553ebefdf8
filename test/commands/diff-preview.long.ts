/** The preview as its command makes it: with a checkout where layouts differ, with pictures, and as browsers show it. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../browser/browser.ts';
import { runCli } from '../support/cli.ts';
import { articleText, Newsroom } from '../support/newsroom.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const bridge = 'articles/2015/11/26/bridge.md';
const own = '../layouts/styles/tokens.css';
const widths = [320, 768, 1280];

let browser: Browser;
let room: Newsroom;
beforeAll(async () => {
  browser = await openBrowser();
  room = new Newsroom({ files: { [bridge]: articleText({ title: 'The bridge' }) } });
  room.write({ [own]: ':root { --accent: #00a; }\n' }).commit();
  room.write({ [own]: ':root { --accent: #a00; }\n', [bridge]: articleText({ title: 'The new bridge' }) });
  room.write({ 'articles/2015/11/27/secret.md': articleText({ date: '2015-11-27', draft: true }) });
});
afterAll(async () => {
  await browser.close();
  room.dispose();
});

test('the older state has its own layouts; every page can be read in every width, light and dark, with keys and without scripts', async () => {
  const asked = ['--against', 'HEAD', '--unpublished', '--now', '2016-01-01'];
  const run = await runCli(['preview', '--newsroom', room.folder, '--cache', room.cache, ...asked]);
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout).toMatch(/Article: 1 changed, because layouts\/styles\/tokens\.css of the newsroom changed/);
  expect(run.stdout).toMatch(/Article \(a draft\): 1 added, because .+\n[\s\S]*not public\. Keep it in the newsroom\./);
  const address = run.stdout.trim().split('\n').at(-1) ?? '';
  const markup = readFileSync(join(fileURLToPath(address), '../page-1.html'), 'utf8');
  expect(markup).toMatch(/-.*#00a[\s\S]*\+.*#a00/);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of widths) {
      const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      for (const name of ['index.html', 'page-1.html']) {
        await page.goto(address.replace('index.html', name));
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
        await page.evaluate('for (const image of document.images) image.loading = "eager"');
        await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
        await page.evaluate(axe);
        const { violations } = (await page.evaluate(
          'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
        )) as { violations: { id: string; nodes: { html: string }[] }[] };
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      }
      await context.close();
    }
});
