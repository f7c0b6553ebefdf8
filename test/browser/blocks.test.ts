/** Blocks that show what is elsewhere: nothing is asked of anyone before readers ask for it. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articleText, Newsroom, projectRoot, siteYaml } from '../support/newsroom.ts';
import { openBrowser } from './browser.ts';
import { pageFaults } from './page-faults.ts';
import { quickly, ServedSite } from './served-site.ts';
import { draw } from './torture-pictures.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const body = `The council met on Thursday and spoke about the road over the pass, which had been closed since the first snow.

::: audio {file="pier/talk.mp3" title="The mayor speaks" duration="12:40"}
Recorded at the *pier*.
:::

::: audio {url="https://radio.example/1" title="The debate on Radio Harbour"}
:::

::: document {file="pier/report.pdf" title="The report of the council on the state of the pier"}
It has 40 pages.
:::

::: post {url="https://social.example/1" by="Ann Lee" date="2015-11-25"}
The pier is closed. Nobody told us.
:::

::: chart {url="https://charts.example/embed/1" still="pier/still.jpg" alt="Ships in the harbour, by year"}
More ships each year.
:::

::: chart {url="https://charts.example/embed/2" alt="Passengers by month"}
:::

The road stays closed.
`;

let room: Newsroom;
let site: ServedSite;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const refused: string[] = [];

beforeAll(async () => {
  room = new Newsroom({
    git: false,
    files: {
      'site.yaml': `${siteYaml}frames: [charts.example]\n`,
      'articles/2015/11/26/pier.md': articleText({}, body),
      'articles/2015/11/26/pier/talk.mp3': Buffer.alloc(3_240_000),
      'articles/2015/11/26/pier/report.pdf': Buffer.alloc(240_000),
      'articles/2015/11/26/pier/still.jpg': await draw(1200, 700),
    },
  });
  [site, browser] = await Promise.all([ServedSite.open({ content: room.content, ...quickly }), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.route('https://charts.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>A chart</title><p>Bars' }),
  );
});

afterAll(async () => {
  await browser.close();
  site.close();
  room.dispose();
});

const elsewhere = () => asked.filter((url) => !url.startsWith(site.origin));

test('a chart is loaded when a reader opens it, and nothing of its host before', async () => {
  await page.goto(`${site.origin}/2015/11/26/pier/`);
  await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
  await page.waitForLoadState('networkidle');
  expect(elsewhere()).toEqual([]);
  expect(asked.filter((url) => /\.(mp3|pdf)$/.test(url))).toEqual([]);
  const opened = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/embed/1'));
  await page.locator('summary').first().click();
  await opened;
  expect(elsewhere()).toEqual(['https://charts.example/embed/1']);
  await page.evaluate('document.querySelector("audio").load()');
  expect(refused).toEqual([]);
});

test.each([320, 700, 1280])('%i pixels wide, every block is within the page, and accessible', async (width) => {
  await page.setViewportSize({ width, height: 900 });
  await page.goto(`${site.origin}/2015/11/26/pier/`);
  expect(await page.evaluate(pageFaults)).toEqual([]);
  await page.evaluate(axe);
  const rules = 'axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } } })';
  const { violations } = (await page.evaluate(rules)) as { violations: { id: string; nodes: { html: string }[] }[] };
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
  if (process.env.BROADSHEET_SHOTS !== '1') return;
  const shots = join(projectRoot, '.cache/shots');
  mkdirSync(shots, { recursive: true });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(shots, `blocks-${width}-${colorScheme}.png`), fullPage: true });
  }
  await page.emulateMedia({ colorScheme: 'light', media: 'print' });
  await page.screenshot({ path: join(shots, `blocks-${width}-print.png`), fullPage: true });
  await page.emulateMedia({ media: 'screen' });
});
