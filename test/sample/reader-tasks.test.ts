/** What readers of the sample newsroom come for, done as they do it: with a pointer, with the keyboard alone, on paper. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kindsByName } from '../../src/routes/rules.ts';
import { openBrowser } from '../browser/browser.ts';
import { ServedSite } from '../browser/served-site.ts';

const story = '/2015/11/26/hollande-putin-talks/';

let site: ServedSite;
let browser: Browser;
let reader: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([ServedSite.openSample(), openBrowser()]);
  reader = await browser.newPage();
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** Kinds that are no pages, or none that a reader stays on. */
const withoutPages =
  /^(feed-(rss|atom|json)|.*sitemap.*|robots|icon|picture|social-card|document|public-file|redirect|found-stories|search-script|search-shard)$/;

test('a page of every kind is there, to be looked at in every test of pages', () => {
  const kinds = [...kindsByName().keys()].filter((name) => !withoutPages.test(name));
  expect(new Set(site.pages.map(({ kind }) => kind))).toEqual(new Set(kinds));
  expect(site.pages.length).toBeLessThan(40);
});

type Look = { viewport?: { width: number; height: number } } & Parameters<Page['emulateMedia']>[0];

/** Of one window, in which page follows page, as at a reader's. */
async function onPage<T>(
  url: string,
  work: (page: Page) => Promise<T>,
  { viewport = { width: 390, height: 844 }, colorScheme = 'light', reducedMotion = 'no-preference' }: Look = {},
): Promise<T> {
  await reader.setViewportSize(viewport);
  await reader.emulateMedia({ media: 'screen', colorScheme, reducedMotion });
  await reader.goto(site.origin + url);
  return await work(reader);
}

/** The address says later than the key or the click that a page is left. */
async function arrivesAt(page: Page, path: string): Promise<void> {
  await page.waitForURL(({ pathname, hash }) => pathname + hash === path);
}

test('read a story: from the front page to its text, sources and what came before', async () => {
  await onPage('/', async (page) => {
    await page.click('main h2 a');
    await arrivesAt(page, story);
    expect(await page.textContent('h1')).toBe('Hollande and Putin to discuss joint action against Islamic State');
    for (const part of ['.stand', '.facts time', '.note-points li', '.prose p', '.note-sources a', '.thread a'])
      expect({ part, isVisible: await page.locator(part).first().isVisible() }).toEqual({ part, isVisible: true });
  });
});

test('browse a section, and go back in time to a month and a day', async () => {
  await onPage('/', async (page) => {
    await page.click('.mast-nav a:has-text("Culture")');
    await arrivesAt(page, '/culture/');
    expect(await page.getAttribute('.mast-nav a:has-text("Culture")', 'aria-current')).toBe('page');
    await page.click('main .follow a:has-text("2015")');
    await arrivesAt(page, '/culture/2015/');
    await page.click('main a:has-text("October")');
    await arrivesAt(page, '/culture/2015/10/');
    expect(await page.locator('main a:has-text("The jar beneath the floor")').count()).toBe(1);
    await page.goto(`${site.origin}/2015/10/`);
    await page.click('h2 a:has-text("18")');
    await arrivesAt(page, '/2015/10/18/');
  });
});

test('switch the language: to the same story, or to the front page where there is none', async () => {
  await onPage(story, async (page) => {
    await page.click('.mast-tools a[hreflang]');
    await arrivesAt(page, `/ru${story}`);
    expect(await page.getAttribute('html', 'lang')).toBe('ru');
    await page.click('.mast-tools a[hreflang]');
    await arrivesAt(page, story);
    await page.goto(`${site.origin}/2015/11/05/kazakhstan-wto/`);
    expect(await page.textContent('.mast-tools a[hreflang]')).toContain('этой страницы нет');
    await page.click('.mast-tools a[hreflang]');
    await arrivesAt(page, '/ru/');
  });
});

test('with the keyboard alone every link is reached in order, its focus is seen and nothing hides it', async () => {
  await onPage(
    story,
    async (page) => {
      const links = (await page.evaluate('document.querySelectorAll("a[href], [tabindex]").length')) as number;
      const seen: { name: string; isMarked: boolean; isUncovered: boolean; size: number }[] = [];
      for (let n = 0; n < links; n++) {
        await page.keyboard.press('Tab');
        seen.push(
          (await page.evaluate(`(() => {
            const element = document.activeElement;
            const box = element.getBoundingClientRect();
            const style = getComputedStyle(element);
            const isWide = style.display !== 'inline';
            const [x, y] = [box.x + Math.min(box.width, innerWidth - box.x) / 2, box.y + box.height / 2];
            const top = document.elementFromPoint(x, y);
            return {
              name: (element.textContent || element.className).trim().slice(0, 60),
              isMarked: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
              isUncovered: element === top || element.contains(top) || (top?.contains(element) ?? false) || !isWide,
              size: element.closest('.prose, .note, .intro, .facts, .label, .kicker, .mast-name') ? 24 : Math.min(box.height, box.width),
            };
          })()`)) as (typeof seen)[number],
        );
      }
      expect(seen[0]?.name).toBe('Skip to the content');
      expect(seen.filter(({ isMarked }) => !isMarked)).toEqual([]);
      expect(seen.filter(({ isUncovered }) => !isUncovered)).toEqual([]);
      expect(seen.filter(({ size }) => size < 24)).toEqual([]);
      expect(new Set(seen.map(({ name }) => name)).size).toBeGreaterThan(20);
    },
    { viewport: { width: 1280, height: 800 } },
  );
});

test('the skip link leads past the masthead', async () => {
  await onPage(story, async (page) => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await arrivesAt(page, `${story}#main`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.querySelector("main").contains(document.activeElement)')).toBe(true);
  });
});

test('on paper a story is its text: one column, its address, its corrections, no furniture', async () => {
  await onPage('/2015/11/05/kazakhstan-wto/', async (page) => {
    await page.emulateMedia({ media: 'print' });
    const isShown = (selector: string) => page.locator(selector).first().isVisible();
    for (const part of ['h1', '.prose p', '.note-correction', '.print-address'])
      expect({ part, isShown: await isShown(part) }).toEqual({ part, isShown: true });
    for (const part of ['.mast-nav', '.mast-tools', '.thread', '.share', '.note-topics', '.related', '.foot nav'])
      expect({ part, isShown: await isShown(part) }).toEqual({ part, isShown: false });
    for (const width of [600, 700, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      const size = await page.evaluate(`getComputedStyle(document.querySelector('.story > p:not(.stand)')).fontSize`);
      expect([width, size]).toEqual([width, '14px']); // 10.5 points
    }
    expect(await page.textContent('.print-address')).toBe('https://vestnik-kavkaza.example/2015/11/05/kazakhstan-wto/');
    const pdf = await page.pdf({ format: 'A4' });
    writeFileSync(join(site.out, '../story.pdf'), pdf);
    const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect([pages > 0, pages < 4]).toEqual([true, true]);
  });
});

test('a picture in a text is as wide as the text, on every screen, and its words stand beside or below it', async () => {
  for (const width of [320, 768, 1280]) {
    const [picture, text] = await onPage(
      story,
      async (page) => [
        await page.locator('.prose .figure:not(.top-figure) img').boundingBox(),
        await page.locator('.prose > p:not(.stand)').first().boundingBox(),
      ],
      { viewport: { width, height: 900 } },
    );
    expect(Math.abs((picture?.width ?? 0) - (text?.width ?? 1))).toBeLessThan(1);
    expect(Math.abs((picture?.x ?? 0) - (text?.x ?? 1))).toBeLessThan(1);
  }
});

test('in the dark the page is dark before anything else is known of it', async () => {
  const colours = `(() => {
    const { backgroundColor, color } = getComputedStyle(document.body);
    return { backgroundColor, color };
  })()`;
  const of = (colorScheme: 'light' | 'dark') => onPage(story, (page) => page.evaluate(colours), { colorScheme });
  expect(await of('light')).toEqual({ backgroundColor: 'rgb(253, 253, 252)', color: 'rgb(21, 25, 26)' });
  expect(await of('dark')).toEqual({ backgroundColor: 'rgb(17, 21, 20)', color: 'rgb(231, 234, 231)' });
});

test('pages pass into one another where motion is welcome, and not where it is not', async () => {
  const passes = (reducedMotion: 'reduce' | 'no-preference') =>
    onPage(
      '/',
      async (page) => {
        await page.evaluate(
          `addEventListener('pageswap', (event) => sessionStorage.setItem('passes', String(event.viewTransition !== null)))`,
        );
        await page.click('main h2 a');
        await arrivesAt(page, story);
        return page.evaluate(`sessionStorage.getItem('passes')`);
      },
      { reducedMotion },
    );
  expect([await passes('no-preference'), await passes('reduce')]).toEqual(['true', 'false']);
});

test('a page is fetched while a reader points at the link to it', async () => {
  await onPage(
    '/',
    async (page) => {
      const from = site.asked.length;
      await page.hover('main h2 a');
      await expect
        .poll(
          () =>
            site.asked
              .slice(from)
              .filter(({ headers }) => headers['sec-purpose'] === 'prefetch')
              .map(({ url }) => url),
          { timeout: 60_000 },
        )
        .toContain(story);
    },
    { viewport: { width: 1280, height: 900 } },
  );
});
