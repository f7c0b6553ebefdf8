/** What goes wrong while somebody writes in the browser is told where they write, and no word is lost. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git } from '../../src/source/git.ts';
import { articleText, Newsroom, projectRoot } from '../support/newsroom.ts';
import { openBrowser } from './browser.ts';
import { answerTold, box, field, formStays, patience, press, refusal, save, write } from './editor-steps.ts';

let room: Newsroom;
let child: ChildProcess;
let browser: Browser;
let page: Page;
let origin = '';

async function startServer(): Promise<void> {
  const args = ['start', '--port', '18571', '--newsroom', room.folder, '--cache', 'cache'];
  child = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), ...args]);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('is rebuilt on every save'), patience);
  origin = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? '';
}

async function endServer(): Promise<void> {
  if (child.exitCode !== null) return;
  child.kill('SIGTERM');
  await vi.waitFor(() => expect(child.exitCode).not.toBeNull(), patience);
}

beforeAll(async () => {
  const files = { 'articles/2015/11/26/ferry.md': articleText(), 'authors/desk.yaml': 'name: Desk\n' };
  room = new Newsroom({ files }).commit();
  room.git('checkout', '-q', '-B', 'main');
  await startServer();
  browser = await openBrowser();
  page = await browser.newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/admin/#/collections/stories-world`);
  await press(page, 'Create New Entry');
  await formStays(page);
});

afterAll(async () => {
  await browser?.close();
  await endServer();
  room.dispose();
});

const saved = () => git(room.folder, ['for-each-ref', '--format=%(refname:lstrip=3)', 'refs/heads/cms']).toString();
const text = () => box(page, 'Text').innerText();
const words = 'Words that must not go.';

test('without a title nothing is saved, and the words stay', async () => {
  await write(page, 'Summary', 'It snows.');
  await field(page, 'Authors').getByRole('checkbox', { name: 'Desk' }).click();
  await write(page, 'Text', words);
  expect(await refusal(page)).toContain('this text has no address. Write its title');
  expect([saved(), await text()]).toEqual(['', words]);
});

test('without the server nothing is saved, and the words stay', async () => {
  await write(page, 'Title', 'Snow');
  await page.context().setOffline(true);
  expect(await refusal(page)).toContain('The server cannot be reached. What you wrote is still here');
  expect([saved(), await text()]).toEqual(['', words]);
  await page.context().setOffline(false);
});

test('a server that was started anew knows no older page; that page loaded anew offers the words, and they are saved', async () => {
  await endServer();
  await startServer();
  expect(await refusal(page)).toContain('this page is older than the server');
  expect([saved(), await text()]).toEqual(['', words]);
  await page.reload();
  await answerTold(page, 'Restore Draft', 'Restore');
  await expect.poll(text, patience).toBe(words);
  await save(page);
  expect(saved()).toBe('stories-world/snow\n');
});

test('a second story of the same title is not saved over the first', async () => {
  page = await (await browser.newContext()).newPage(); // in which no draft is kept
  page.setDefaultTimeout(60_000);
  await page.goto(`${origin}/admin/#/collections/stories-world`);
  await press(page, 'Create New Entry');
  await formStays(page);
  await write(page, 'Title', 'Snow');
  await write(page, 'Text', 'Other words.');
  expect(await refusal(page)).toMatch(/another text has this name already, .*snow\.md\. Open that one/);
  expect(await text()).toBe('Other words.');
  const [branch = ''] = saved().split('\n');
  expect(git(room.folder, ['log', '-1', '-p', `cms/${branch}`]).toString()).toContain(`+${words}`);
});
