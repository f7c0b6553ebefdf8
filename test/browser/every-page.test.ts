/**
 * A page of every kind, light and dark, narrow and wide: accessible by axe, nothing to scroll sideways,
 * nothing that moves while it loads, nothing asked of anyone else, nothing that its policy refuses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveLocally } from '../../src/commands/local-server.ts';
import { withPolicy } from '../../src/render/page-policy.ts';
import { axeFaults, bringAxe, colourFaults } from './axe.ts';
import { openBrowser } from './browser.ts';
import { ServedSite } from './served-site.ts';

const viewport = { width: 768, height: 900 };
/** In `npm run test:long` as many pages of each kind as have on them all that the others have, and each in every look. */
const isLong = process.env.BROADSHEET_TEST === 'long';
/** In which axe looks at a page: at all of it in the light, at its colours in the dark. */
const looks = [
  { width: 320, inLight: true, inDark: isLong },
  { width: 1280, inLight: isLong, inDark: true },
];

/** The words, links and pictures of a page, as the browser has them. */
/** What a search says without a script is another (`search.test.ts`). */
const contentOf = `({
  text: document.querySelector('search') ? '' : document.body.innerText,
  links: [...document.links].map((link) => link.href),
  pictures: [...document.images].map((image) => image.getAttribute('src')),
})`;

/** What is seen of a page in one visit. */
type Seen = {
  /** How much of it moved while it was loaded and scrolled through, its pictures included. */
  shifted: number;
  pictures: string[];
  /** Those that were there. */
  shown: string[];
  contents: unknown;
  /** What its policy refused, as the browser says it. */
  refused: string[];
  /** By axe, and by its width, in every look. */
  faults: string[];
};

let site: ServedSite;
let browser: Browser;
let urls: string[];
const seen = new Map<string, Seen>();
const elsewhere: string[] = [];
beforeAll(async () => {
  [site, browser] = await Promise.all([ServedSite.openSample(), openBrowser()]);
  const firsts = new Map(site.pages.toReversed().map(({ kind, url }) => [kind, url]));
  urls = isLong ? site.pages.map(({ url }) => url) : [...firsts.values()];
  await inContext({ viewport, colorScheme: 'light' }, async (context) => {
    context.on('request', (request) => {
      const url = request.url();
      if (!url.startsWith(site.origin) && !url.startsWith('data:')) elsewhere.push(url);
    });
    const page = await context.newPage();
    const refused = watchPolicy(page);
    await page.addInitScript(watchShifts);
    for (const url of urls) seen.set(url, await lookAt(page, url, refused));
  });
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** A list to which is added what the policies of pages refuse. */
function watchPolicy(page: Page): string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  return refused;
}

async function lookAt(page: Page, url: string, refusals: string[]): Promise<Seen> {
  refusals.length = 0;
  await page.setViewportSize(viewport);
  await page.goto(site.origin + url, { waitUntil: 'load' });
  await scrollThrough(page);
  const { pictures, shown, shifted, contents } = (await page.evaluate(`({
    shifted: window.shifted,
    pictures: [...document.images].map((image) => image.src),
    shown: [...document.images].filter((image) => image.naturalWidth > 0).map((image) => image.src),
    contents: ${contentOf},
  })`)) as Omit<Seen, 'faults' | 'refused'>;
  const refused = [...refusals];
  await bringAxe(page);
  const faults: string[] = [];
  for (const { width, inLight, inDark } of looks) {
    await page.setViewportSize({ width, height: 900 });
    const pixels = await overflow(page);
    if (pixels > 0) faults.push(`at ${width} it is ${pixels} pixels too wide`);
    for (const fault of inLight ? await axeFaults(page) : []) faults.push(`at ${width}: ${fault}`);
    for (const fault of inDark ? await darkFaults(page) : []) faults.push(`at ${width}: ${fault}`);
  }
  return { shifted, pictures, shown, contents, refused, faults };
}

/** Something of each page, of those of which there is any. */
function ofPages<T>(some: (page: Seen) => readonly T[]): [url: string, T[]][] {
  return [...seen].map(([url, page]): [string, T[]] => [url, [...some(page)]]).filter(([, list]) => list.length > 0);
}

/** After `axeFaults`, of the same page in the dark: its colours, and whether it is as wide as it was. */
async function darkFaults(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' });
  const faults = await colourFaults(page);
  const pixels = await overflow(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...faults, ...(pixels > 0 ? [`${pixels} pixels too wide`] : [])].map((each) => `in the dark ${each}`);
}

/** How far the page can be scrolled sideways, in CSS pixels. */
async function overflow(page: Page): Promise<number> {
  const root = 'document.documentElement';
  // Below nothing by the room that is kept for a scroll bar.
  return Math.max(0, Number(await page.evaluate(`${root}.scrollWidth - ${root}.clientWidth`)));
}

const watchShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shifted += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** Down to the end of the page and back, so that all its pictures are shown. */
async function scrollThrough(page: Page): Promise<void> {
  await page.evaluate(`(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise((done) => requestAnimationFrame(done));
    }
    scrollTo(0, 0);
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
  })()`);
}

async function inContext<T>(
  options: Parameters<Browser['newContext']>[0],
  work: (context: BrowserContext) => Promise<T>,
) {
  const context = await browser.newContext(options);
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

test('axe finds nothing wrong on any kind of page, narrow and wide, light and dark, and none can be scrolled sideways', () => {
  expect([...seen.keys()].sort()).toEqual(urls.toSorted());
  expect(urls.length).toBeGreaterThan(15);
  expect(ofPages(({ faults }) => faults)).toEqual([]);
});

/** A busy machine may paint a page in two parts. A picture without its size moves ten times as much (https://web.dev/articles/cls). */
const noticeable = 0.01;

test('nothing moves while a page loads, its pictures included, and nobody else is asked for anything', () => {
  expect(ofPages(({ shifted }) => (shifted > noticeable ? [shifted] : []))).toEqual([]);
  expect(ofPages(({ pictures }) => pictures)).toEqual(ofPages(({ shown }) => shown));
  expect(elsewhere).toEqual([]);
});

test('no policy refuses anything that its page has', async () => {
  expect(ofPages(({ refused }) => refused)).toEqual([]);
  const redirect = await inContext({}, async (context) => {
    const page = await context.newPage();
    const refused = watchPolicy(page);
    const old = site.redirects[0] ?? expect.fail('the sample has no redirect');
    await page.goto(site.origin + old);
    await page.waitForURL((url) => url.pathname !== old);
    return refused;
  });
  expect(redirect).toEqual([]);
});

test('what is planted in a page is refused: code, styles in attributes, what is loaded from elsewhere', async () => {
  await inContext({}, async (context) => {
    const page = await context.newPage();
    const refused = watchPolicy(page);
    const asked: string[] = [];
    await context.route('https://stranger.example/**', (route) => {
      asked.push(route.request().url());
      return route.fulfill({ body: '' });
    });
    const planted =
      '<script>window.ran = 1</script><img src="https://stranger.example/x.png" alt="" onerror="window.ran = 2">' +
      '<p style="color: red" id="planted">x</p><style>#planted { color: red }</style><a href="javascript:window.ran = 3">x</a>';
    await page.route(`${site.origin}/`, async (route) => {
      const body = readFileSync(join(site.out, 'index.html'), 'utf8').replace('<main id="main">', `$&${planted}`);
      await route.fulfill({ contentType: 'text/html', body });
    });
    await page.goto(site.origin);
    await page.evaluate(`document.querySelector('a[href^=javascript]').click()`);
    await page.waitForTimeout(200);
    expect(await page.evaluate('window.ran')).toBe(undefined);
    expect(await page.evaluate(`getComputedStyle(planted).color`)).not.toBe('rgb(255, 0, 0)');
    expect(asked).toEqual([]);
    expect(refused.length).toBeGreaterThanOrEqual(5);
  });
});

test('the script with which `npm start` reloads windows runs under the policies of pages', async () => {
  const local = await serveLocally(site.out, 18931);
  try {
    await inContext({}, async (context) => {
      const page = await context.newPage();
      const refused = watchPolicy(page);
      for (const path of ['/', '/ru/nothing/']) {
        const told = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
        await page.goto(`http://localhost:${local.port}${path}`);
        expect((await told).payload).toMatch(/^[0-9a-f]{64}$/); // what stands at its address
      }
      expect(refused).toEqual([]);
      expect(await page.evaluate('document.documentElement.lang')).toBe('ru');
    });
  } finally {
    local.close();
  }
});

test('a script of the newsroom runs, and asks its own hosts and no others', async () => {
  await inContext({}, async (context) => {
    const page = await context.newPage();
    const asked: string[] = [];
    await context.route(/example/, (route) => {
      const { host } = new URL(route.request().url());
      asked.push(host);
      const body = host === 'stats.example' ? script : '';
      return route.fulfill({ body, contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' } });
    });
    const script = `
      window.ran = Promise.allSettled(['data.stats', 'stranger'].map((name) => fetch('https://' + name + '.example/')));
      new Image().src = 'https://pictures.stranger.example/x.png';`;
    const tag = '<script defer src="https://stats.example/s.js"></script>';
    const scripts = [{ src: 'https://stats.example/s.js', hosts: ['data.stats.example'] }];
    const text = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>${tag}</head><body></body></html>`;
    await page.route(`${site.origin}/scripted/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: withPolicy(text, { frames: [], scripts }) }),
    );
    await page.goto(`${site.origin}/scripted/`);
    const ran = (await page.evaluate('window.ran')) as { status: string }[];
    expect(ran.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(asked).toEqual(['stats.example', 'data.stats.example']);
  });
});

test('with scripts off every page has the same words, links and pictures', async () => {
  await inContext({ javaScriptEnabled: false, viewport }, async (context) => {
    const page = await context.newPage();
    for (const [url, { contents }] of seen) {
      await page.goto(site.origin + url);
      expect([url, await page.evaluate(contentOf)]).toEqual([url, contents]);
    }
  });
});

test('the gates see what they are for: a picture without words or size, a row too wide, a stranger asked', async () => {
  await inContext({ viewport: { width: 320, height: 700 }, bypassCSP: true }, async (context) => {
    const page = await context.newPage();
    const elsewhere: string[] = [];
    await context.route('https://stranger.example/**', (route) => route.fulfill({ body: '' }));
    context.on('request', (request) => {
      if (request.url().startsWith('https://stranger')) elsewhere.push(request.url());
    });
    await page.addInitScript(watchShifts);
    await page.goto(site.origin);
    await page.evaluate(`(async () => {
      document.body.insertAdjacentHTML('afterbegin', '<p style="width:900px">wide</p><img src="https://stranger.example/x.png">');
      await new Promise((done) => setTimeout(done, 300));
      document.querySelector('main').style.marginTop = '300px';
      await new Promise((done) => setTimeout(done, 300));
    })()`);
    await bringAxe(page);
    expect((await axeFaults(page)).join()).toContain('image-alt');
    expect(await darkFaults(page)).toContainEqual(expect.stringMatching(/^in the dark \d+ pixels too wide/));
    await page.addStyleTag({ content: '@media (prefers-color-scheme: dark) { h1, h2, p { color: #222 !important } }' });
    expect((await darkFaults(page)).join()).toContain('in the dark color-contrast');
    expect(await overflow(page)).toBeGreaterThan(0);
    expect(elsewhere).toHaveLength(1);
    expect(await page.evaluate('window.shifted')).toBeGreaterThan(0);
  });
});
