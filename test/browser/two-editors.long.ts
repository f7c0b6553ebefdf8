/**
 * Two editors of one newsroom in their browsers, behind the nginx of the README, which signs them in: each saves and publishes under
 * their own name, and whoever comes second to a text is told of the first and loses nothing.
 */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { git } from '../../src/source/git.ts';
import { answers, freePort, nginxCommand } from '../publish/nginx-server.ts';
import { articleText, Newsroom, projectRoot } from '../support/newsroom.ts';
import { openBrowser } from './browser.ts';
import { answerTold, box, formStays, patience, refusal, save, write } from './editor-steps.ts';

const path = 'content/articles/2015/11/26/ferry.md';
const passwords = { 'ann-lee': 'one', 'tom-reed': 'two' };

let room: Newsroom;
let start: ChildProcess;
let nginx: ChildProcess;
let folder: string;
let browser: Browser;
let origin: string;
let ann: Page;
let tom: Page;
const shots = process.env.BROADSHEET_SHOTS;

async function shot(of: Page, name: string): Promise<void> {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await of.screenshot({ path: join(shots, `two-${name}.png`) });
}

/** The README’s configuration, with the names, ports and files of the test. */
function configuration(port: number, behind: number): string {
  const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
  const written = /```nginx\n(map \$http_upgrade [\s\S]*?)```/.exec(readme)?.[1] ?? '';
  const puts: [string, string][] = [
    ['listen 443 ssl', `listen 127.0.0.1:${port} ssl`],
    ['server_name edit.paper.example', 'server_name edit.localhost'],
    ['/etc/ssl/edit.paper.example.pem', `${folder}/cert.pem`],
    ['/etc/ssl/private/edit.paper.example.key', `${folder}/key.pem`],
    ['/etc/nginx/editors', `${folder}/editors`],
    ['127.0.0.1:8080', `127.0.0.1:${behind}`],
  ];
  return puts.reduce((text, [from, to]) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  }, written);
}

function openssl(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

beforeAll(async () => {
  room = new Newsroom({
    files: {
      'articles/2015/11/26/ferry.md': articleText({ title: 'The ferry', authors: ['ann-lee'] }, 'It sails at nine.'),
      'authors/desk.yaml': 'name: Desk\n',
      'authors/ann-lee.yaml': 'name: Ann Lee\nemail: ann@paper.example\n',
    },
  }).commit();
  room.git('checkout', '-q', '-B', 'main');
  folder = mkdtempSync(join(tmpdir(), 'editors-'));
  const port = await freePort();
  origin = `https://edit.localhost:${port}`;
  const args = ['start', '--port', '18561', '--newsroom', room.folder, '--cache', 'cache'];
  const ahead = ['--proxy', origin, '--signed-in', 'X-Signed-In'];
  start = spawn(process.execPath, [join(projectRoot, 'src/cli.js'), ...args, ...ahead]);
  let said = '';
  for (const stream of [start.stdout, start.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  await vi.waitFor(() => expect(said).toContain('is rebuilt on every save'), patience);
  const behind = Number(/http:\/\/localhost:(\d+)/.exec(said)?.[1]);
  const certificate = ['-subj', '/CN=edit.localhost', '-keyout', `${folder}/key.pem`, '-out', `${folder}/cert.pem`];
  openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...certificate);
  const lines = Object.entries(passwords).map(([name, word]) => `${name}:${openssl('passwd', '-apr1', word)}\n`);
  writeFileSync(join(folder, 'editors'), lines.join(''));
  nginx = nginxCommand(folder, configuration(port, behind));
  await vi.waitFor(async () => expect(await answers(port)).toBe(true), patience);
  browser = await openBrowser();
  [ann, tom] = await Promise.all([openAs('ann-lee'), openAs('tom-reed')]);
});

afterAll(async () => {
  await browser?.close();
  for (const child of [nginx, start]) if (child?.exitCode === null) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
  room.dispose();
});

async function openAs(username: keyof typeof passwords): Promise<Page> {
  const httpCredentials = { username, password: passwords[username] };
  const context = await browser.newContext({ httpCredentials, ignoreHTTPSErrors: true });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  return page;
}

async function openFerry(of: Page): Promise<void> {
  await of.goto(`${origin}/admin/#/collections/stories-world`);
  await of.getByText('The ferry', { exact: true }).first().click();
  await formStays(of);
}

const branch = () => git(room.folder, ['for-each-ref', '--format=%(refname)', 'refs/heads/cms']).toString().trim();
const authors = (of: string) => git(room.folder, ['log', '--format=%an <%ae>', of]).toString().trim().split('\n');
const textAt = (of: string) => git(room.folder, ['show', `${of}:${path}`]).toString();

test('who is not signed in is let in nowhere, and who is cannot say that they are somebody else', async () => {
  const stranger = await (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
  expect((await stranger.goto(`${origin}/admin/`).catch(() => undefined))?.status() ?? 401).toBe(401);
  await ann.goto(`${origin}/`);
  const user = await ann.evaluate(async () => {
    const headers = { 'X-Signed-In': 'tom-reed' };
    const page = await (await fetch('/.admin/', { headers })).text();
    const token = /"token":"([\w-]{32})"/.exec(page)?.[1] ?? '';
    return (await fetch('/.admin/api/v4/user', { headers: { ...headers, 'x-editor-token': token } })).json();
  });
  expect(user).toMatchObject({ name: 'Ann Lee', email: 'ann@paper.example' });
});

test('two write in one story: each save is by who made it, the second is told of the first, and loses nothing', async () => {
  await openFerry(ann);
  await openFerry(tom);
  await write(ann, 'Summary', 'The captain’s wife sails without passengers until spring.');
  await write(tom, 'Summary', 'Nobody waits on the pier.');
  await save(ann);
  expect(await refusal(tom)).toContain('Ann Lee has saved this text since you opened it.');
  expect(await box(tom, 'Summary').inputValue()).toBe('Nobody waits on the pier.');
  expect(textAt(branch())).toContain('summary: The captain’s wife sails without passengers until spring.');
  expect(authors(`main..${branch()}`)).toEqual(['Ann Lee <ann@paper.example>']);
});

test('whoever restores what the browser kept is asked before the other’s words go, and does what it says', async () => {
  await tom.reload();
  await answerTold(tom, 'Restore Draft', 'Restore');
  await expect.poll(() => box(tom, 'Summary').inputValue(), patience).toBe('Nobody waits on the pier.');
  expect(await refusal(tom)).toMatch(/takes back what Ann Lee saved last, “summary: The captain/);
  await tom.reload();
  await answerTold(tom, 'Restore Draft', 'Discard');
  const anns = 'The captain’s wife sails without passengers until spring.';
  await expect.poll(() => box(tom, 'Summary').inputValue(), patience).toBe(anns);
  await write(tom, 'Summary', 'The captain’s wife sails without passengers until spring. Nobody waits on the pier.');
  await save(tom);
  expect(authors(`main..${branch()}`)).toEqual(['tom-reed <>', 'Ann Lee <ann@paper.example>']);
});

test('published through the proxy, readers have both, by who published it', async () => {
  await openFerry(ann);
  await expect
    .poll(() => box(ann, 'Summary').inputValue())
    .toBe('The captain’s wife sails without passengers until spring. Nobody waits on the pier.');
  await ann.getByRole('button', { name: /Status/ }).click();
  await ann.getByRole('menuitemradio', { name: 'Ready' }).click();
  await ann.getByRole('button', { name: 'Publish Entry' }).click();
  await ann.getByRole('alertdialog').getByRole('button', { name: 'Publish' }).click();
  await vi.waitFor(() => expect(branch()).toBe(''), patience);
  await shot(ann, 'published');
  expect(authors('main')[0]).toBe('Ann Lee <ann@paper.example>');
  expect(textAt('main')).toContain(
    'The captain’s wife sails without passengers until spring. Nobody waits on the pier.',
  );
  await tom.goto(`${origin}/2015/11/26/ferry/`);
  await tom.getByText('Nobody waits on the pier').first().waitFor({ timeout: patience.timeout });
});
