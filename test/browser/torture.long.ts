/**
 * The torture newsroom in every look that readers have: from phone to desk in the light, in the dark and in colours of
 * their own, and with letters of twice the size. Of each kind of page as many as have on them all that the others have.
 */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFaults, bringAxe, colourFaults } from './axe.ts';
import { openBrowser } from './browser.ts';
import { pageFaults } from './page-faults.ts';
import type { ServedSite } from './served-site.ts';
import { furtherPages, torturePages } from './torture-pages.ts';
import { openTortureSite } from './torture-site.ts';

const widths = [320, 768, 1280, 1920];
const height = 1000;

const light = { colorScheme: 'light', forcedColors: 'none' } as const;
const otherColours = {
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
  'forced and dark': { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let site: ServedSite;
let browser: Browser;
let page: Page;
let urls: readonly string[];
beforeAll(async () => {
  [site, browser] = await Promise.all([openTortureSite(), openBrowser()]);
  page = await browser.newPage({ reducedMotion: 'reduce' });
  urls = [...new Set([...torturePages, ...furtherPages, ...site.pages.map(({ url }) => url)])];
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** What is wrong with each page, as it is looked at. */
async function faultsOfAll(lookAt: (url: string, tell: (fault: string) => void) => Promise<void>): Promise<string[]> {
  const found: string[] = [];
  for (const url of urls) {
    await page.goto(site.origin + url);
    await lookAt(url, (fault) => found.push(`${url} ${fault}`));
  }
  return found;
}

function setFaults(): Promise<string[]> {
  return page.evaluate(pageFaults);
}

test('every page is whole and axe finds nothing, at every width, light, dark and in forced colours', async () => {
  const found = await faultsOfAll(async (_, tell) => {
    await bringAxe(page);
    for (const width of widths) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia(light);
      for (const fault of [...(await setFaults()), ...(await axeFaults(page))]) tell(`${width}: ${fault}`);
      for (const [name, colours] of Object.entries(otherColours)) {
        await page.emulateMedia(colours);
        for (const fault of [...(await setFaults()), ...(await colourFaults(page))]) tell(`${width} ${name}: ${fault}`);
      }
    }
    await page.emulateMedia(light);
  });
  expect(found).toEqual([]);
}, 3_000_000);

test('every page is whole with letters of twice the size', async () => {
  const found = await faultsOfAll(async (_, tell) => {
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    for (const width of widths.filter((each) => each > 320)) {
      await page.setViewportSize({ width, height });
      // A browser chooses files by what it is set to, not by a style.
      for (const fault of await setFaults()) if (!fault.startsWith('sizes says')) tell(`${width}: ${fault}`);
    }
  });
  expect(found).toEqual([]);
}, 3_000_000);
