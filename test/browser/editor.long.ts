/**
 * An editor who never opens a terminal: a story with a picture is written in a browser, saved, looked at, its Problem met there and in
 * the way of publishing, mended, published, and found on the site. Nobody but this server is asked for anything.
 * With `BROADSHEET_SHOTS` set to a folder, pictures of each step go there.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git } from '../../src/source/git.ts';
import { articleText, Newsroom, projectRoot } from '../support/newsroom.ts';
import { openBrowser } from './browser.ts';
import { field as fieldOf, formStays, patience, save } from './editor-steps.ts';

const title = 'First snow on the pass';
const slug = 'first-snow-on-the-pass';

let room: Newsroom;
let child: ChildProcess;
let browser: Browser;
let page: Page;
let elsewhere: Server;
const askedElsewhere: string[] = [];
/** Chromium itself asks it about forms, on pages of anyone; no page can. */
const ofBrowser = 'content-autofill.googleapis.com:443';
const askedByPages = new Set<string>();
let origin = '';
let picture: string;
const shots = process.env.BROADSHEET_SHOTS;
let taken = 0;

async function shot(of: Page, name: string): Promise<void> {
  taken += 1;
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await of.screenshot({ path: join(shots, `${String(taken).padStart(2, '0')}-${name}.png`) });
}

beforeAll(async () => {
  room = new Newsroom({
    files: {
      'articles/2015/11/26/ferry.md': articleText(),
      'authors/desk.yaml': 'name: Desk\n',
      'authors/ann.yaml': 'name: Ann Lee\n',
    },
  }).commit();
  git(room.folder, ['checkout', '-q', '-B', 'main']);
  picture = join(room.folder, 'cache-Snow at Lars.jpg');
  const snow = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#9ab' } });
  writeFileSync(picture, await snow.jpeg().toBuffer());
  let said = '';
  const args = ['start', '--port', '18541', '--newsroom', room.folder, '--cache', 'cache'];
  child = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), ...args]);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('is rebuilt on every save'), patience);
  origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
  // Whatever is not for this machine comes here.
  elsewhere = createServer((request, response) => {
    askedElsewhere.push(request.url ?? '');
    response.writeHead(502).end();
  }).on('connect', (request, socket) => {
    askedElsewhere.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const proxy = {
    server: `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`,
    bypass: 'localhost,127.0.0.1',
  };
  browser = await openBrowser();
  const context = await browser.newContext({
    ...{ proxy, viewport: { width: 1280, height: 1000 } },
    timezoneId: 'America/New_York',
  });
  context.on('request', (request) => askedByPages.add(new URL(request.url()).origin));
  page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.clock.install({ time: written.toJSDate() });
});

afterAll(async () => {
  await browser?.close();
  elsewhere?.close();
  if (child.exitCode === null) child.kill('SIGKILL');
  room.dispose();
});

const field = (name: string) => fieldOf(page, name);
const button = (name: string) => page.getByRole('button', { name, exact: true });
/** By the date of the newsroom: where the browser is it is the day before, and in UTC too. */
const written = DateTime.fromISO('2015-11-27T01:30', { zone: 'Europe/Moscow' });
const address = `/2015/11/27/${slug}/`;

function branch(): string {
  return git(room.folder, ['for-each-ref', '--format=%(refname)', 'refs/heads/cms']).toString().trim();
}

/** From the list to which a save leads back. */
async function reopen(): Promise<void> {
  await page.getByText(title, { exact: true }).first().click();
  await field('Title').waitFor();
}

let preview: Page;
const textOf = (of: Page) => of.locator('body').innerText();

test('a story with a picture and its alternative text is saved on a branch, in the form that `new` gives it', async () => {
  await page.goto(`${origin}/admin/`);
  await button('Create New Entry').waitFor();
  await shot(page, 'signed-in');
  await button('Create New Entry').click();
  await formStays(page);
  await field('Title').getByRole('textbox').fill(title);
  await field('Summary').getByRole('textbox').fill('Lorries wait until the ploughs have passed.');
  await field('Authors').getByRole('checkbox', { name: 'Ann Lee' }).click();
  await shot(page, 'written');
  await field('Image').getByRole('checkbox', { name: /Add/ }).click();
  await field('File').locator('input[type=file]').first().setInputFiles(picture);
  await field('Alt').getByRole('textbox').fill('Lorries under fresh snow');
  await shot(page, 'picture');
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.type('The road was closed on Friday. TKTK');
  await save(page);
  await vi.waitFor(() => expect(branch()).not.toBe(''), patience);
  await shot(page, 'saved');
  const name = `${branch()}:content/articles/2015/11/27/${slug}.md`;
  const file = git(room.folder, ['show', name]).toString();
  expect(file).toMatch(
    /^---\ntitle: First snow on the pass\nsummary: .*\ndate: 2015-11-27 01:3\d\nauthors:\n {2}- ann\n/,
  );
  expect(file).toContain('alt: Lorries under fresh snow');
  expect(file).not.toContain('draft');
  const listed = git(room.folder, ['ls-tree', '-r', '--name-only', branch()]).toString();
  expect(listed).toMatch(new RegExp(`content/articles/2015/11/27/${slug}/[a-z0-9-]+\\.jpg`));
  expect(git(room.folder, ['status', '--porcelain', 'content']).toString()).toBe('');
});

test('it is opened again as it was saved, and its preview tells the Problem, at its line', async () => {
  await reopen();
  expect(await page.getByRole('alertdialog').count()).toBe(0);
  expect(await field('Text').getByRole('textbox').last().innerText()).toContain('TKTK');
  const opened = page.context().waitForEvent('page');
  await page.getByText('See It as Saved').first().click();
  preview = await opened;
  await preview.waitForLoadState();
  await vi.waitFor(
    async () => expect(await textOf(preview)).toMatch(/to-be-written[\s\S]*:13:32[\s\S]*TKTK/),
    patience,
  );
  expect(preview.url()).toBe(`${origin}/.saved-1${address}`);
  await shot(preview, 'preview-with-problem');
});

test('it is not published while it has the Problem: the editor says what, where, and what to do', async () => {
  await page.bringToFront();
  await page.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('menuitemradio', { name: 'Ready' }).click();
  await page.getByRole('button', { name: 'Publish Entry' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  const told = page.getByRole('dialog', { name: /Nothing was published/ });
  await told.waitFor({ timeout: patience.timeout });
  await shot(page, 'publish-refused');
  const sentence = await told.innerText();
  expect(sentence).toMatch(
    new RegExp(`line 13 of .*${slug}\\.md. “TKTK” .*Write here what belongs here.*What you saved is kept`),
  );
  await told.getByRole('button', { name: 'Close' }).click();
  expect(branch()).not.toBe('');
  expect((await fetch(origin + address)).status).toBe(404);
});

test('mended and saved, the preview shows it at once, with its picture', async () => {
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.press('Control+End');
  for (const _ of ' TKTK') await page.keyboard.press('Backspace');
  await button('Save').click();
  await preview.bringToFront();
  await preview.getByRole('heading', { level: 1, name: title }).waitFor({ timeout: patience.timeout });
  expect(await preview.getByRole('img', { name: 'Lorries under fresh snow' }).count()).toBe(1);
  const width = (of: HTMLImageElement) => of.decode().then(() => of.naturalWidth);
  expect(await preview.getByRole('img', { name: 'Lorries under fresh snow' }).evaluate(width)).toBeGreaterThan(0);
  await preview.getByText('It is not published.').waitFor();
  await shot(preview, 'preview-mended');
});

test('published, it is on the site that is built, and nobody else was asked for anything', async () => {
  await page.bringToFront();
  await reopen();
  await page.getByRole('button', { name: 'Publish Entry' }).click();
  await shot(page, 'publish');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await vi.waitFor(async () => expect((await fetch(origin + address)).status).toBe(200), patience);
  await shot(page, 'published');
  expect(branch()).toBe('');
  await preview.goto(origin + address);
  expect(await preview.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  await shot(preview, 'on-the-site');
  const built = ['build', '--newsroom', room.folder, '--cache', 'cache'];
  expect(spawnSync(process.execPath, [join(projectRoot, 'src/cli.js'), ...built]).status).toBe(0);
  expect(readFileSync(join(room.out, address, 'index.html'), 'utf8')).toContain(title);
  expect(askedElsewhere.filter((each) => each !== ofBrowser)).toEqual([]);
  expect([...askedByPages].filter((each) => each !== origin && each !== 'null')).toEqual([]); // `null`: of what a page made itself
});
