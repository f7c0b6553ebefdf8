/** An editor without a mouse, in a browser that runs no script: a front is moved, dated, added to and taken back at `/.fronts/`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerWithHindrance, answerWithPage } from '../../src/commands/fronts/answer-fronts.ts';
import { frontPages } from '../../src/commands/fronts/front-pages.ts';
import { type LocalServer, serveLocally } from '../../src/commands/local-server.ts';
import { articleText, instant, Newsroom, siteYaml } from '../support/newsroom.ts';
import { axeFaults, bringAxe } from './axe.ts';
import { openBrowser } from './browser.ts';

const day = 'articles/2015/11/26';
const id = (name: string) => `2015/11/26/${name}`;
const written = `# By hand.\nlead: ${id('storm')}\npicks:\n  - ${id('ferry')} # first\n  - ${id('quay')}\n`;
const files = {
  'site.yaml': siteYaml.replace('languages: [en, ru]', 'languages: [en, ar]').replaceAll('ru:', 'ar:'),
  'authors/desk.yaml': 'name: Desk\n',
  ...Object.fromEntries(
    ['Storm', 'Ferry', 'Quay', 'Lighthouse'].map((title, hour) => [
      `${day}/${title.toLowerCase()}.md`,
      articleText({ title, date: `2015-11-26 0${hour + 1}:30` }),
    ]),
  ),
  [`${day}/storm.ar.md`]: articleText({ title: 'عاصفة فوق البحر' }),
  'front.yaml': written,
};

let room: Newsroom;
let server: LocalServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  room = new Newsroom({ git: false, files });
  const newsroom = { root: room.folder, call: (name: string) => name };
  const now = () => instant('2015-11-26T12:00+03:00');
  const pages = frontPages({ newsroom, content: room.content, cache: room.cache, now }, ({ page: asked, story }) =>
    asked ? answerWithPage(asked) : answerWithHindrance(story),
  );
  server = await serveLocally(room.out, 18671, undefined, { pages });
  browser = await openBrowser();
  page = await browser.newPage({ javaScriptEnabled: false, locale: 'en-US' });
  await page.goto(`http://localhost:${server.port}/.fronts/`);
});
afterAll(async () => {
  await browser?.close();
  server?.close();
  room?.dispose();
});

const text = () => readFileSync(join(room.content, 'front.yaml'), 'utf8');
const status = () => page.locator('[role=status]').textContent();

async function focused(): Promise<string> {
  const it = page.locator(':focus');
  return (await it.count()) === 0
    ? ''
    : (((await it.getAttribute('name')) === 'do' ? await it.textContent() : await it.getAttribute('name')) ?? '');
}

async function tabTo(name: string): Promise<void> {
  for (let tries = 0; tries < 80 && (await focused()) !== name; tries++) await page.keyboard.press('Tab');
  expect(await focused()).toBe(name);
}

/** Where a button leads, the page is another. */
async function press(name: string): Promise<void> {
  await tabTo(name);
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
}

test('a pick is moved up and down, and the focus stays on it', async () => {
  await press('Move up: Quay');
  expect(text()).toBe(`# By hand.\nlead: ${id('storm')}\npicks:\n  - ${id('quay')}\n  - ${id('ferry')} # first\n`);
  expect([await status(), await focused()]).toEqual(['Moved up: “Quay”.', 'Move down: Quay']);
  await page.keyboard.press('Enter');
  await page.waitForEvent('load');
  expect([text(), await focused()]).toEqual([written, 'Move up: Quay']);
});

test('a pick is made the lead, and given a time at which it leaves', async () => {
  await press('Make lead: Ferry');
  expect(text()).toContain(`lead: ${id('ferry')} # first\npicks:\n  - ${id('storm')}\n`);
  expect(await focused()).toBe('Make first pick: Ferry');
  await tabTo('until');
  await page.keyboard.type('11272015');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type('0930AM');
  await press('Set when it leaves: Ferry');
  expect(text()).toContain(`lead: {story: ${id('ferry')}, until: 2015-11-27 09:30} # first\n`);
  expect([await status(), await focused()]).toEqual([
    'Leaves by itself at 2015-11-27 09:30: “Ferry”.',
    'Set when it leaves: Ferry',
  ]);
});

test('a story is found, added, and taken back', async () => {
  await tabTo('words');
  await page.keyboard.type('light');
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
  const before = text();
  await press('Add as pick: Lighthouse');
  expect(text()).toBe(`${before}  - ${id('lighthouse')}\n`);
  expect(await status()).toBe('Added as the last pick: “Lighthouse”.');
  expect(await focused()).toBe('Move up: Lighthouse');
  await page.goto(`http://localhost:${server.port}/.fronts/`);
  await press('Take it back');
  expect([text(), await focused()]).toEqual([before, 'Take it back']);
});

test('axe finds nothing, and nothing is wider than the window, in every look and language', async () => {
  const looks = await browser.newPage();
  for (const url of ['', '?language=ar', '?section=culture', '?words=storm'])
    for (const width of [320, 1280]) {
      await looks.setViewportSize({ width, height: 900 });
      for (const colorScheme of ['light', 'dark'] as const) {
        await looks.emulateMedia({ colorScheme });
        await looks.goto(`http://localhost:${server.port}/.fronts/${url}`);
        await bringAxe(looks);
        expect(await axeFaults(looks), `${url} ${width} ${colorScheme}`).toEqual([]);
        expect(await looks.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      }
    }
});
