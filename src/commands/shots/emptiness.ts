/**
 * How much of a page is empty, and how many stories are offered before a reader scrolls. What counts as full is each block
 * of text as wide as its widest line, or as its column if that line fills half of it, since ragged lines are no emptiness;
 * and each picture, field and button; all with a margin of 24 pixels around them, as layouts leave between two things on
 * purpose. Looked at is what the page is about (`main`), in the column of the page: the rest of the window is told apart. The
 * page is seen a window at a time, as readers scroll it, so that what stays in view is counted wherever it is seen.
 */
import type { Browser } from 'playwright-core';
import { answerFrom, showPage } from './take-shots.ts';

/** Of a window, in pixels. */
const height = 1000;

/** `ofPage`, `ofFold`, `ofWindow`: the empty part, from 0 to 1, of what the page is about, of what of that is seen first, of the whole paper. `stories`: how many links to stories stand whole in the first window. */
export type Emptiness = {
  url: string;
  width: number;
  ofPage: number;
  ofFold: number;
  ofWindow: number;
  stories: number;
};

type Measured = { out: string; urls: readonly string[]; widths: readonly number[] };

export async function measureEmptiness(browser: Browser, { out, urls, widths }: Measured): Promise<Emptiness[]> {
  const found: Emptiness[] = [];
  for (const width of widths) {
    const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce' });
    await answerFrom([out], context);
    const page = await context.newPage();
    for (const url of urls) {
      await showPage(page, url);
      found.push({ url, width, ...(await page.evaluate<Omit<Emptiness, 'url' | 'width'>>(emptiness)) });
    }
    await context.close();
  }
  return found;
}

/** A line for each page and width. */
export function emptinessTable(found: readonly Emptiness[]): string {
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`.padStart(7);
  const address = Math.max(...found.map(({ url }) => url.length), 'page'.length);
  const lines = found.map(
    ({ url, width, ofPage, ofFold, ofWindow, stories }) =>
      `${url.padEnd(address)}  ${String(width).padStart(5)}  ${percent(ofPage)}  ${percent(ofFold)}  ${percent(ofWindow)}  ${String(stories).padStart(7)}`,
  );
  return [`${'page'.padEnd(address)}  width    empty   on top   window  stories`, ...lines].join('\n');
}

/** A script for the browser, so a text. It counts squares of four by four pixels. */
const emptiness = `(() => {
  const margin = 24, side = 4;
  const across = document.documentElement.clientWidth, down = document.documentElement.scrollHeight;
  const { paddingLeft, paddingRight } = getComputedStyle(document.body);
  const body = document.body.getBoundingClientRect();
  const main = (document.querySelector('main') ?? document.body).getBoundingClientRect();
  const [left, right] = [body.left + parseFloat(paddingLeft), body.right - parseFloat(paddingRight)];
  const columns = Math.ceil(across / side), rows = Math.ceil(down / side);
  const full = new Uint8Array(columns * rows);
  const isSeen = (element) => element.checkVisibility() && !element.closest('.hidden, .skip:not(:focus), script, style');
  const blockAround = (element) => getComputedStyle(element).display === 'inline' ? blockAround(element.parentElement) : element;
  const range = document.createRange();
  // Of a window at a place in the page: the rows that are seen there first.
  const see = (start) => {
    scrollTo(0, start);
    const [first, last] = [start / side, Math.min(rows, (start + innerHeight) / side)];
    const fill = (box) => {
      const [from, to] = [box.left, box.right].map((x) => Math.max(0, Math.min(columns, x / side)));
      const [top, bottom] = [box.top + scrollY, box.bottom + scrollY];
      for (let row = Math.max(first, Math.floor((top - margin) / side)); row < Math.min(last, (bottom + margin) / side); row++)
        full.fill(1, row * columns + Math.floor(Math.max(0, from - margin / side)), row * columns + Math.ceil(Math.min(columns, to + margin / side)));
    };
    const blocks = new Map();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      if (!text.data.trim() || !isSeen(text.parentElement)) continue;
      range.selectNodeContents(text);
      const block = blockAround(text.parentElement);
      const known = blocks.get(block) ?? { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
      for (const line of range.getClientRects()) {
        if (line.width < 1 || line.height < 1) continue;
        known.left = Math.min(known.left, line.left);
        known.right = Math.max(known.right, line.right);
        known.top = Math.min(known.top, line.top);
        known.bottom = Math.max(known.bottom, line.bottom);
      }
      blocks.set(block, known);
    }
    for (const [block, { left, right, top, bottom }] of blocks) {
      if (right <= left) continue;
      const column = block.getBoundingClientRect();
      const isWide = right - left >= column.width / 2;
      fill(isWide ? { left: Math.min(left, column.left), right: Math.max(right, column.right), top, bottom } : { left, right, top, bottom });
    }
    for (const element of document.querySelectorAll('img, svg, video, audio, iframe, input, button, select, textarea, .ridge'))
      if (isSeen(element) && element.getBoundingClientRect().width > 0) fill(element.getBoundingClientRect());
  };
  for (let start = 0; start < down; start += innerHeight) see(start);
  scrollTo(0, 0);

  const emptyPart = ([from, to], [top, bottom]) => {
    let empty = 0, all = 0;
    for (let row = Math.floor(Math.max(0, top) / side); row < Math.min(rows, bottom / side); row++)
      for (let column = Math.ceil(from / side); column < Math.floor(to / side); column++, all++)
        empty += 1 - full[row * columns + column];
    return all === 0 ? 0 : empty / all;
  };
  const inFirstWindow = [...document.querySelectorAll('main a[href]')].filter((link) =>
    /\\/\\d{4}\\/\\d{2}\\/\\d{2}\\/[^/]+\\/$/.test(link.pathname) && isSeen(link) && link.textContent.trim() && link.getBoundingClientRect().bottom <= innerHeight);
  return {
    ofPage: emptyPart([left, right], [main.top, main.bottom]),
    ofFold: emptyPart([left, right], [main.top, Math.min(main.bottom, innerHeight)]),
    ofWindow: emptyPart([0, across], [0, down]),
    stories: new Set(inFirstWindow.map((link) => link.pathname)).size,
  };
})()`;
