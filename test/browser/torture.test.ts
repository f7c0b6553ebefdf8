/**
 * The torture newsroom as readers see it, from the narrowest phone to a desk: nothing scrolls sideways, no text stands
 * over another or is cut, no picture is enlarged, no link is too small for a finger. With `BROADSHEET_SHOTS` set, pictures of it all go to `.cache/shots`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Seconds } from '../../src/content/times.ts';
import { inZone } from '../../src/content/times.ts';
import { instant, projectRoot } from '../support/newsroom.ts';
import { wordLanguages, wordsOf } from '../support/words.ts';
import { openBrowser } from './browser.ts';
import { pageFaults } from './page-faults.ts';
import type { ServedSite } from './served-site.ts';
import { furtherPages, torturePages } from './torture-pages.ts';
import { quickPictures } from './torture-pictures.ts';
import { openTortureSite } from './torture-site.ts';

const windows = [
  { width: 320, height: 568 },
  { width: 390, height: 844 },
  { width: 768, height: 1024 },
  { width: 1280, height: 800 },
  { width: 1920, height: 1000 },
];

/** In `npm run test:long` more pages, the other windows, and every width between, where layouts change. */
const isLong = process.env.BROADSHEET_TEST === 'long';
const looks = isLong
  ? [...windows, ...Array.from({ length: 24 }, (_, n) => ({ width: 340 + n * 47, height: 700 }))]
  : windows.filter(({ width }) => [320, 1280].includes(width));
const pages = isLong ? [...torturePages, ...furtherPages] : torturePages;

let site: ServedSite;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([
    openTortureSite(process.env.BROADSHEET_SHOTS ? quickPictures : undefined),
    openBrowser(),
  ]);
  page = await browser.newPage();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  site?.close();
});

function faultsOf(): Promise<string[]> {
  return page.evaluate(pageFaults);
}

test('at every width every page of the torture newsroom is whole', async () => {
  const found: string[] = [];
  for (const url of pages) {
    await page.goto(site.origin + url);
    for (const window of looks) {
      await page.setViewportSize(window);
      for (const fault of await faultsOf()) found.push(`${url} ${window.width}: ${fault}`);
    }
  }
  expect(found).toEqual([]);
}, 600_000);

test('so are stories with letters of twice the size, which may leave no room beside the text', async () => {
  const found: string[] = [];
  for (const url of ['/2015/11/26/torture/', '/2015/11/26/beside/']) {
    await page.goto(site.origin + url);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    for (const window of windows.filter(({ width }) => width > 1000)) {
      await page.setViewportSize(window);
      // A browser chooses files by what it is set to, not by a style.
      const faults = (await faultsOf()).filter((fault) => !fault.startsWith('sizes says'));
      for (const fault of faults) found.push(`${url} ${window.width}: ${fault}`);
    }
  }
  expect(found).toEqual([]);
});

/** Rules for the page that is open, past its policy. */
function plant(css: string): Promise<unknown> {
  return page.evaluate(`(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(${JSON.stringify(css)});
    document.adoptedStyleSheets = [sheet];
  })()`);
}

/** Its head and its foot. */
const edges = (element: { getBoundingClientRect(): { top: number; bottom: number } }): number[] => {
  const { top, bottom } = element.getBoundingClientRect();
  return [top, bottom];
};

const planted: [what: string, on: string, style: string][] = [
  ['scrolls sideways', 'h1', 'width: 900px'],
  ['outside of the page', 'h1', 'margin-inline-start: -40px'],
  ['text stands over', '.stand', 'margin-block-start: -60px'],
  ['text stands over', '.stand', 'margin-block-start: -40px'],
  ['a picture stands over', '.top-figure', 'margin-block-start: -12px'],
  ['cut at the side', 'h1', 'overflow: hidden; white-space: nowrap'],
  ['cut at the foot', '.stand', 'overflow: hidden; height: 30px'],
  ['is enlarged', 'img[width="90"]', 'width: 200px'],
  ['higher than the window', 'img[width="900"]', 'max-inline-size: none; width: 288px; height: 576px'],
  ['out of shape', 'img[width="1000"]', 'height: 100px'],
  ['sizes says', '.top-figure img', 'width: 150px'],
  ['a target of', '.share a', 'padding: 0'],
  ['the search is not in sight', '.mast-search', 'transform: translateX(60px)'],
  ['the masthead has two lines', '.mast-search', 'grid-row: 3'],
];

test('a fault of each kind is seen where it is planted, and none where none is', async () => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`${site.origin}/2015/11/26/torture/`);
  const unseen: string[] = [];
  for (const [what, on, style] of planted) {
    const element = page.locator(on).first();
    await element.evaluate((node: { style: { cssText: string } }, css) => (node.style.cssText = css), style);
    if (!(await faultsOf()).join('\n').includes(what)) unseen.push(`${what} (${style})`);
    await element.evaluate((node: { style: { cssText: string } }) => (node.style.cssText = ''));
  }
  expect([unseen, await faultsOf()]).toEqual([[], []]);
});

test('on the narrowest phone the day and the search have one line, in every language', async () => {
  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(`${site.origin}/`);
  const found: string[] = [];
  for (const language of wordLanguages) {
    const { date, search } = wordsOf(language);
    const said = [date(inZone(instant('2015-09-23') as Seconds, 'UTC')), search.title];
    await page.evaluate(`(([day, search]) => {
      document.querySelector('.mast-date time').textContent = day;
      document.querySelector('.mast-search a').textContent = search;
    })(${JSON.stringify(said)})`);
    for (const fault of await faultsOf()) found.push(`${language}: ${fault}`);
    const lines = await page.locator('.mast-date').evaluate(edges);
    if ((lines[1] ?? 0) - (lines[0] ?? 0) > 30) found.push(`${language}: ${said[0]}`);
  }
  expect(found).toEqual([]);
});

test('other stories stand beside a text on a wide screen, and stay in view; on a phone they come after it', async () => {
  await page.goto(`${site.origin}/2015/11/26/long/`);
  const seen = async (width: number, down: number) => {
    await page.setViewportSize({ width, height: 1000 });
    await page.evaluate(`scrollTo(0, ${down})`);
    const of = (on: string) => page.locator(on).first().evaluate(edges);
    const [[, text = Number.NaN], [other = Number.NaN]] = await Promise.all([of('.story'), of('.around .related')]);
    return other > text ? 'after' : other > 0 && other < 1000 ? 'in view' : 'out of view';
  };
  const places: string[] = [];
  for (const width of [320, 1280, 1920]) for (const down of [0, 3000]) places.push(await seen(width, down));
  expect(places).toEqual(['after', 'after', 'in view', 'in view', 'in view', 'in view']);
  const column = page.locator('.around');
  await column.evaluate((node: { style: { cssText: string } }) => (node.style.cssText = 'position: static'));
  expect(await seen(1280, 3000)).not.toBe('in view');
});

/** The parts of a story's beginning in the order of its markup, and where the facts are seen. */
const beginning = `(() => {
  const [stand, facts] = ['.stand', '.facts'].map((on) => document.querySelector(on).getBoundingClientRect());
  const parts = [...document.querySelectorAll('h1, .stand, .facts, .story > p:not(.stand)')];
  const place = facts.top >= stand.bottom ? 'below' : facts.bottom > stand.top && (facts.right <= stand.left || facts.left >= stand.right) ? 'beside' : 'above';
  return [...parts.slice(0, 4).map(({ className, tagName }) => className.split(' ')[0] || tagName.toLowerCase()), place].join(' ');
})()`;

test('the facts of a story are read after its standfirst, and are seen there: below it on a phone, in the spine beside it on a wide screen', async () => {
  const found: unknown[] = [];
  for (const url of ['/2015/11/26/beside/', '/2015/11/26/torture/', '/ar/2015/11/25/second-ar/']) {
    await page.goto(site.origin + url);
    for (const width of [320, 768, 1280]) {
      await page.setViewportSize({ width, height: 1000 });
      found.push(String(await page.evaluate(beginning)).replace('h1 stand facts p ', ''));
    }
  }
  // Many authors stand in the column; what is set from the right has its spine there.
  expect(found).toEqual(['below', 'below', 'beside', 'below', 'below', 'below', 'below', 'below', 'beside']);
  await page.goto(`${site.origin}/2015/11/26/beside/`);
  await page.setViewportSize({ width: 320, height: 1000 });
  await plant('.story { display: grid } .facts { order: -1 }');
  expect(await page.evaluate(beginning)).toBe('h1 stand facts p above');
});

/** Of a page: where its masthead begins and ends, as if it were the only one. */
const mastheadEdges = `(() => {
  const { left, right } = document.querySelector('.ridge').getBoundingClientRect();
  return [left, right].map(Math.round).join(' to ');
})()`;

test('the masthead has one place on all pages, however narrow the sheet below it', async () => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  const places = new Set<unknown>();
  for (const url of ['/', '/2015/11/26/long/', '/2015/11/26/line/', '/about/', '/2015/11/25/']) {
    await page.goto(site.origin + url);
    places.add(await page.evaluate(mastheadEdges));
  }
  expect(places.size).toBe(1);
  await plant('body { max-inline-size: 40rem }');
  expect(places).not.toContain(await page.evaluate(mastheadEdges));
});

test('a large screen shows a day to its edge, and the picture of a front’s large story leaves room for its headline', async () => {
  await page.setViewportSize({ width: 1920, height: 1000 });
  const share = `(() => {
    const [main, ...items] = [...document.querySelectorAll('main, .columns > li')].map((each) => each.getBoundingClientRect());
    return Math.max(...items.map(({ right }) => right)) / main.right;
  })()`;
  await page.goto(`${site.origin}/2015/11/25/`);
  expect(await page.evaluate(share)).toBeCloseTo(1, 2);
  await plant('.columns { max-inline-size: 48rem }');
  expect(await page.evaluate(share)).toBeLessThan(0.9);
  await page.goto(`${site.origin}/section-7/`);
  await page.setViewportSize({ width: 1920, height: 400 });
  const picture = page.locator('.large img');
  const height = async () => {
    const [top = Number.NaN, bottom = Number.NaN] = await picture.evaluate(edges);
    return bottom - top;
  };
  expect(await height()).toBeLessThan(250);
  await plant('.large img { max-block-size: none }');
  expect(await height()).toBeGreaterThan(250);
});

test('a date among words of another direction is not torn', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/ar/section-1/`);
  await page.evaluate(
    `document.querySelector('.kicker').innerHTML = '<a href="/">Georgia</a> · <time>22 نوفمبر 2015</time>'`,
  );
  const torn = async () => (await faultsOf()).filter((fault) => fault.startsWith('a date is torn'));
  expect(await torn()).toEqual([]);
  await plant('time, .kicker a { unicode-bidi: normal }');
  expect(await torn()).not.toEqual([]);
});

/** Where each line of what an element says begins, and the height of the first. */
const linesOf = `((element) => {
  const range = document.createRange();
  const text = [...element.childNodes].find(({ nodeType }) => nodeType === 3);
  range.selectNodeContents(text ?? element);
  return [...range.getClientRects()].map(({ left, top }) => [Math.round(left), Math.round(top)]);
})`;

test('what a line is set with stays with it: one frame around who paid, an arrow beside its words, a number at the first of them', async () => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto(`${site.origin}/2015/11/26/torture/`);
  const frames = () => page.evaluate(`document.querySelector('.paid').getClientRects().length`);
  const arrow = async () => {
    const lines = (await page.evaluate(`${linesOf}(document.querySelector('.watch'))`)) as [number, number][];
    return [lines.length > 1, new Set(lines.map(([left]) => left)).size];
  };
  expect([await frames(), await arrow()]).toEqual([1, [true, 1]]);
  await plant('.paid { display: inline } .watch::before { float: none; margin: 0 }');
  expect([await frames(), await arrow()]).not.toContainEqual(1);
  expect((await arrow())[1]).toBeGreaterThan(1);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/2015/11/26/beside/`);
  // What stands on the line of an item is on that of its number.
  const number = `(() => {
    const item = document.querySelector('.contents li');
    item.firstChild.textContent = 'What is said of it in all of the villages between the two passes';
    item.parentElement.style.cssText = 'display: flex; align-items: baseline';
    const probe = document.createElement('li');
    probe.textContent = '1';
    item.before(probe);
    const [[, first], second] = ${linesOf}(item.firstChild);
    const [[, at]] = ${linesOf}(probe);
    probe.remove();
    return [second !== undefined, Math.abs(at - first) < 6];
  })()`;
  expect(await page.evaluate(number)).toEqual([true, true]);
  await plant('.contents li a { display: inline-block }');
  expect(await page.evaluate(number)).toEqual([true, false]);
});

/** Between the name of a language and what is said of it, in pixels, where both are seen. */
const gapsOfLanguages = `[...document.querySelectorAll('.mast-tools small')].map((small) => {
  const range = document.createRange();
  range.selectNodeContents(small.previousSibling ?? small.parentElement.firstChild);
  const [name, said] = [range.getBoundingClientRect(), small.getBoundingClientRect()];
  return Math.round(Math.max(name.left - said.right, said.left - name.right));
})`;

test('the names of languages stand apart from what is said of them, whichever way each is written', async () => {
  await page.setViewportSize({ width: 1920, height: 800 });
  for (const url of ['/2015/11/26/long/', '/ar/2015/11/25/second-ar/']) {
    await page.goto(site.origin + url);
    const gaps = (await page.evaluate(gapsOfLanguages)) as number[];
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThan(2);
    await page.evaluate(`for (const link of document.querySelectorAll('.mast-tools a')) link.removeAttribute('dir')`);
    expect(Math.min(...((await page.evaluate(gapsOfLanguages)) as number[]))).toBeLessThan(2);
  }
});

test('two other languages are in sight beside however many sections, if there is room for more than them', async () => {
  await page.goto(`${site.origin}/section-12/`);
  await page.evaluate(`(() => {
    const tools = document.querySelector('.mast-bar .mast-tools');
    while (tools.children.length > 2) tools.lastChild.remove();
    tools.classList.add('mast-few');
  })()`);
  const inSight = `[...document.querySelectorAll('.mast-few a')].every((link) => {
    const [bar, { left, right }] = [link.closest('.mast-bar').getBoundingClientRect(), link.getBoundingClientRect()];
    return left >= bar.left && right <= bar.right;
  })`;
  for (const width of [768, 1024]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(inSight)).toBe(true);
  }
  await plant('.mast-few { position: static }');
  expect(await page.evaluate(inSight)).toBe(false);
});

test('a notice after a story stands below its text, beside which there is room for more', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`${site.origin}/2015/11/26/beside/`);
  const [, text = Number.NaN] = await page.locator('.story').evaluate(edges);
  const [notice = Number.NaN] = await page.locator('.notice-after-story').first().evaluate(edges);
  expect(notice).toBeGreaterThanOrEqual(text);
});

test('what a script needs reaches its pages: upright where it has no italics, lines that do not meet', async () => {
  const settings = `(() => {
    const { fontStyle, letterSpacing, lineHeight, fontSize } = getComputedStyle(document.querySelector('.lead h2'));
    return { fontStyle, letterSpacing, lines: Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100) / 100 };
  })()`;
  const found: Record<string, unknown> = {};
  for (const language of ['ru', 'ar', 'ka', 'zh', 'th']) {
    await page.goto(`${site.origin}/${language}/`);
    found[language] = await page.evaluate(settings);
  }
  const upright = { fontStyle: 'normal', letterSpacing: 'normal' };
  expect(found).toEqual({
    ru: { fontStyle: 'italic', letterSpacing: expect.stringMatching(/^-/), lines: 1.06 },
    ar: { ...upright, lines: 1.38 },
    ka: { ...upright, lines: 1.22 },
    zh: { ...upright, lines: 1.22 },
    th: { ...upright, lines: 1.38 },
  });
});

if (process.env.BROADSHEET_SHOTS) {
  test('pictures of it', async () => {
    const folder = join(projectRoot, '.cache/shots');
    mkdirSync(folder, { recursive: true });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const window of windows.filter(({ width }) => width === 320 || width === 1280)) {
        await page.setViewportSize(window);
        for (const url of [...torturePages, ...furtherPages]) {
          await page.goto(site.origin + url);
          await page.evaluate('for (const image of document.images) image.loading = "eager"');
          await page.waitForLoadState('networkidle');
          const name = `torture${url.replaceAll('/', '_')}-${window.width}-${colorScheme}.png`;
          await page.screenshot({ path: join(folder, name), fullPage: true });
        }
      }
    }
  }, 600_000);
}
