/**
 * A story with a picture is written in a browser, saved, and looked at with its Problem. Nobody but this server is asked for anything.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git } from '../../src/source/git.ts';
import { articleText, Newsroom, projectRoot } from '../support/newsroom.ts';
import { openBrowser } from './browser.ts';

const patience = { timeout: 180_000, interval: 250 };
const title = 'First snow on the pass';
const slug = 'first-snow-on-the-pass';

let room: Newsroom;
let child: ChildProcess;
let browser: Browser;
let page: Page;
let elsewhere: Server;
const askedElsewhere: string[] = [];
/** Chromium asks it about forms, on pages of anyone. */
const ofBrowser = 'content-autofill.googleapis.com:443';
let origin = '';
let picture: string;

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
  writeFileSync(
    picture,
    await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#9ab' } })
      .jpeg()
      .toBuffer(),
  );
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
  const context = await browser.newContext({ proxy, viewport: { width: 1280, height: 1400 } });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
});

afterAll(async () => {
  await browser?.close();
  elsewhere?.close();
  if (child.exitCode === null) child.kill('SIGKILL');
  room.dispose();
});

const field = (name: string) => page.getByRole('group', { name: new RegExp(`“.?${name}.?” Field`) }).first();
/** Where its page is below the site, by the day on which it was written. */
function addressOf(ref: string): string {
  const files = git(room.folder, ['ls-tree', '-r', '--name-only', ref, 'content/articles']).toString();
  return `/${new RegExp(`content/articles/(.*/${slug})\\.md`).exec(files)?.[1]}/`;
}

function branch(): string {
  return git(room.folder, ['for-each-ref', '--format=%(refname)', 'refs/heads/cms']).toString().trim();
}

test('a story with a picture and its alternative text is saved on a branch, in the form that `new` gives it', async () => {
  await page.goto(`${origin}/.admin/#/collections/stories-world/new`);
  await field('Title').getByRole('textbox').fill(title);
  await field('Summary').getByRole('textbox').fill('Lorries wait until the ploughs have passed.');
  await field('Authors').getByRole('checkbox', { name: 'Ann Lee' }).click();
  await field('Image').getByRole('checkbox', { name: /Add/ }).click();
  await field('File').locator('input[type=file]').first().setInputFiles(picture);
  await field('Alt').getByRole('textbox').fill('Lorries under fresh snow');
  await field('Text').getByRole('textbox').last().click();
  await page.keyboard.type('The road was closed on Friday. TKTK');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await vi.waitFor(() => expect(branch()).not.toBe(''), patience);
  const file = git(room.folder, [
    'show',
    `${branch()}:content/articles${addressOf(branch()).replace(/\/$/, '')}.md`,
  ]).toString();
  expect(file).toMatch(
    /^---\ntitle: First snow on the pass\nsummary: .*\ndate: \d{4}-\d\d-\d\d \d\d:\d\d\nauthors:\n {2}- ann\n/,
  );
  expect(file).toContain('alt: Lorries under fresh snow');
  expect(file).not.toContain('draft');
  const listed = git(room.folder, ['ls-tree', '-r', '--name-only', branch()]).toString();
  expect(listed).toMatch(new RegExp(`content/articles/\\d{4}/\\d\\d/\\d\\d/${slug}/[a-z0-9-]+\\.jpg`));
  expect(git(room.folder, ['status', '--porcelain', 'content']).toString()).toBe('');
});

test('its preview tells the Problem, at its line, and nobody else was asked for anything', async () => {
  const shown = await page.context().newPage();
  const url = `${origin}/.saved${addressOf(branch())}`;
  await shown.goto(url, { timeout: 180_000 });
  expect(await shown.locator('body').innerText()).toMatch(/to-be-written[\s\S]*:13:32[\s\S]*TKTK/);
  await shown.close();
  expect(askedElsewhere.filter((each) => each !== ofBrowser)).toEqual([]);
});
