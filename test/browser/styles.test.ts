/** What styles say of small things, each looked at on a page that has nothing else. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StyleName } from '../../layouts/sheets.ts';
import { styleOf } from '../../layouts/styles.ts';
import { html } from '../content/markdown/rendered.ts';
import { openBrowser } from './browser.ts';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.newPage();
}, 60_000);
afterAll(() => browser?.close());

type Shown = { style?: StyleName; width?: number; language?: string; planted?: string };

async function show(body: string, { style = 'article', width = 320, language = 'en', planted = '' }: Shown = {}) {
  const dir = ['ar', 'he'].includes(language) ? 'rtl' : 'ltr';
  await page.setViewportSize({ width, height: 800 });
  await page.setContent(
    `<!doctype html><html lang="${language}" dir="${dir}"><style>${styleOf(style)}${planted}</style><main>${body}</main>`,
  );
}

/** Of each element, or of a place in its text: where it is. */
function boxes(
  of: string,
  range?: [from: number, to: number],
): Promise<Record<'left' | 'right' | 'top' | 'height', number>[]> {
  return page.evaluate(`[...document.querySelectorAll(${JSON.stringify(of)})].map((each) => {
    const range = document.createRange();
    range.selectNodeContents(each);
    const part = ${JSON.stringify(range ?? null)};
    if (part) [range.setStart, range.setEnd].forEach((set, n) => set.call(range, each.firstChild, part[n]));
    const { left, right, top, height } = range.getBoundingClientRect();
    return { left, right, top, height };
  })`);
}

const inStory = (markdown: string) =>
  `<article class="article"><div class="prose story">${html(markdown)}</div></article>`;

const fees =
  '| Country | Freight in tonnes | Fee for a lorry |\n|---|---:|---|\n| Russia | 1,204,000 | 2,100 roubles |\n| Georgia | 404,000 | 240 lari |';

test('on a phone no number in a table is parted from its unit, in whichever column', async () => {
  const lines = async () => new Set((await boxes('td')).map(({ height }) => Math.round(height))).size;
  await show(inStory(fees));
  expect(await lines()).toBe(1);
  await show(inStory(fees), { planted: 'td.amount { white-space: normal }' });
  expect(await lines()).toBe(2);
});

test.each(['en', 'he'])('numbers line up by their last digits and begin with their sign: %s', async (language) => {
  const table = inStory('| א | ב |\n|---|---:|\n| ג | −14 |\n| ד | 1,204 |');
  const seen = async (planted = '') => {
    await show(table, { language, planted });
    const rights = (await boxes('td.end')).map(({ right }) => Math.round(right));
    const [[sign], [digit]] = await Promise.all([boxes('td.end', [0, 1]), boxes('td.end', [1, 2])]);
    return [rights[0] === rights[1], (sign?.left ?? 0) < (digit?.left ?? 0)];
  };
  expect(await seen()).toEqual([true, true]);
  if (language === 'he')
    expect(await seen('.prose .end { text-align: end; unicode-bidi: normal }')).toEqual([false, false]);
});

test('the text of a standing page begins where the columns of other pages do, below the sections', async () => {
  const start = async (style: StyleName, body: string, planted = '') => {
    await show(body, { style, width: 1920, planted });
    return Math.round((await boxes('h1'))[0]?.left ?? Number.NaN);
  };
  const standing = '<article class="article"><header class="head"><h1>About</h1></header></article>';
  const front = await start('listing', '<section class="row"><h2 class="label">A</h2><h1>World</h1></section>');
  expect(await start('page', standing)).toBe(front);
  expect(await start('page', standing, 'main:not(:has(.whole)) { max-inline-size: 55rem }')).not.toBe(front);
});

test('few stories beside a text are set larger and one below the other on a large screen', async () => {
  const story = '<li><h3><a href="/">Snow</a></h3></li>';
  const around = (name: string) =>
    `<article class="article"><div class="prose story">${'<p>Text</p>'.repeat(40)}</div><div class="${name}"><div class="further"><aside class="row"><ul class="related">${story.repeat(3)}</ul></aside></div></div></article>`;
  const seen = async (name: string) => {
    await show(around(name), { width: 1920 });
    const [first, second] = await boxes('h3');
    return { isBelow: first?.left === second?.left, height: first?.height ?? 0 };
  };
  const [few, many] = [await seen('around few'), await seen('around')];
  expect([few.isBelow, many.isBelow]).toEqual([true, false]);
  expect(few.height).toBeGreaterThan(many.height);
});

test('the name of who paid stands beside a small picture, however long it is', async () => {
  const card =
    '<ol class="columns"><li class="cell brief"><article class="card"><img alt="" width="300" height="200"><p class="kicker"><span class="paid">Sponsored by Baku International Sea Trade Port</span></p><h3><a href="/">A port</a></h3></article></li></ol>';
  const isBeside = async (planted = '') => {
    await show(card, { style: 'listing', planted });
    const picture = await page.locator('img').boundingBox();
    return ((await boxes('.paid'))[0]?.top ?? Number.NaN) < (picture?.y ?? 0) + 20;
  };
  expect(await isBeside()).toBe(true);
  expect(await isBeside('.brief .card .paid { display: inline-block }')).toBe(false);
});

test('on paper the ground of the opinions lies over nothing that follows, also on their next page', async () => {
  const grounds: unknown[] = [];
  for (const media of ['screen', 'print'] as const) {
    await page.emulateMedia({ media });
    await show('<section class="row strip">Opinion</section>', { style: 'front' });
    grounds.push(await page.evaluate('getComputedStyle(document.querySelector(".strip")).boxShadow'));
  }
  await page.emulateMedia({ media: 'screen' });
  expect(grounds).toEqual([expect.stringContaining('px'), 'none']);
});

test('on paper an address stands apart from the words that lead to it', async () => {
  const gap = async (planted = '') => {
    await show(
      '<section class="note note-sources"><ol><li><a href="https://e.example/">A report</a></li></ol></section>',
      {
        planted,
      },
    );
    const [words] = await boxes('a');
    const all = await page.locator('a').boundingBox();
    return (all?.width ?? 0) - ((words?.right ?? 0) - (words?.left ?? 0));
  };
  await page.emulateMedia({ media: 'print' });
  const [apart, together] = [await gap(), await gap('.note-sources a { display: inline-flex }')];
  await page.emulateMedia({ media: 'screen' });
  expect(apart).toBeGreaterThan(together + 1);
});

test('on paper a question stays with its answer, and addresses run from left to right', async () => {
  const body = inStory('**Why?**\n\nBecause of [the sea](https://e.example/).');
  const seen = async (planted = '') => {
    await show(body, { language: 'he', planted });
    return page.evaluate(`(() => {
      const [question] = document.querySelectorAll('p:has(strong)');
      const [, address] = /"(.*)"/s.exec(getComputedStyle(document.querySelector('p a'), '::after').content) ?? [];
      return [getComputedStyle(question).breakAfter, / \u2066.*\u2069$/.test(address.replaceAll('" "', ''))];
    })()`);
  };
  await page.emulateMedia({ media: 'print' });
  const found = [await seen(), await seen('p { break-after: auto } .story a::after { content: " " attr(href) }')];
  await page.emulateMedia({ media: 'screen' });
  expect(found).toEqual([
    ['avoid', true],
    ['auto', false],
  ]);
});
