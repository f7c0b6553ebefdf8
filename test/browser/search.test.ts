/** The search page as readers have it: with its script, without one, with a keyboard, and with the way back. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { ServedSite } from './served-site.ts';

let site: ServedSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([ServedSite.openSample(), openBrowser()]);
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** `said`: what the page and its policy complain of. */
async function opened(path: string, look: (page: Page, said: string[]) => Promise<void>, javaScriptEnabled = true) {
  const context = await browser.newContext({ viewport: { width: 768, height: 900 }, javaScriptEnabled });
  const page = await context.newPage();
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('pageerror', ({ message }) => said.push(message));
  await page.goto(site.origin + path);
  await look(page, said);
  await context.close();
}

const headlines = (page: Page) => page.locator('#found h3').allTextContents();
const told = (page: Page) => page.locator('#found-label').textContent();

test('stories are found while somebody writes, with their words marked, and the address leads to them again', async () => {
  await opened('/search/', async (page, said) => {
    await page.keyboard.press('Tab');
    await page.locator('#q').focus();
    await page.keyboard.type('gaul');
    await page.locator('#found mark').first().waitFor();
    expect(await headlines(page)).toEqual([
      'Hollande and Putin to discuss joint action against Islamic State',
      'Hollande asks parliament for new powers and a wider war on Islamic State',
    ]);
    await expect.poll(() => told(page)).toBe('2 stories');
    expect(await page.locator('#found-said').getAttribute('role')).toBe('status');
    await page.locator('#found p mark').nth(1).waitFor();
    expect(new Set(await page.locator('#found mark').allTextContents())).toEqual(new Set(['Gaulle']));
    await page.waitForURL('**/search/?q=gaul');
    expect(said).toEqual([]);
  });
});

test('what was found before is there again on the way back, narrowed as it was', async () => {
  await opened('/search/?q=turkey&section=politics', async (page) => {
    await page.locator('#found li').first().waitFor();
    const before = await headlines(page);
    expect(before.length).toBeGreaterThan(0);
    expect(await page.locator('select[name=section]').inputValue()).toBe('politics');
    for (const text of ['gaul', 'gaulle']) {
      await page.locator('#q').fill(text);
      await page.waitForURL(`**/search/?q=${text}&section=politics`);
    }
    await page.keyboard.press('Enter');
    await page.locator('#found li').first().waitFor({ state: 'detached' });
    await expect.poll(() => told(page)).toBe('Nothing was found.');
    await page.goBack();
    await page.locator('#found li').first().waitFor();
    expect(await headlines(page)).toEqual(before);
  });
});

test('without a script the form leads to the archive', async () => {
  const without = async (page: Page) => {
    expect(await page.locator('noscript').textContent()).toContain('The form leads to the archive.');
    expect(await page.locator('.search-narrow').isVisible()).toBe(false);
    await page.locator('#q').fill('turkey');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/2015/?q=turkey');
    expect(await page.locator('h1').textContent()).toContain('2015');
  };
  await opened('/search/', without, false);
});

test('what is found keeps the letters of its genre', async () => {
  await opened('/search/?q=neighbour', async (page) => {
    await page.locator('#found .opinion h3').first().waitFor();
    const style = (css: string) =>
      page
        .locator('#found .opinion h3')
        .first()
        .evaluate((node: Element, name) => getComputedStyle(node).getPropertyValue(name), css);
    expect([await style('font-style'), await style('font-weight')]).toEqual(['italic', '400']);
  });
});
