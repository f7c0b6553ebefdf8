/** The editor's page asks its own server alone, and its server answers the page that it made alone. */
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from '../../../src/commands/admin/editor.ts';
import { editorFile, editorModules } from '../../../src/commands/admin/editor-files.ts';
import { blockSyntax } from '../../../src/commands/admin/editor-page.ts';
import { SavedPreview } from '../../../src/commands/admin/saved-preview.ts';
import { type LocalServer, serveLocally } from '../../../src/commands/local-server.ts';
import { editorBlocks, insideField } from '../../../src/desk/editor/blocks.ts';
import { articleText, Newsroom } from '../../support/newsroom.ts';

const ferry = '/.saved/2015/11/26/ferry/';
let room: Newsroom;
let server: LocalServer;
let origin: string;

beforeAll(async () => {
  room = new Newsroom({ files: { 'articles/2015/11/26/ferry.md': articleText() } }).commit();
  const newsroom = { root: room.folder, call: (name: string) => name };
  const saved = new SavedPreview({ args: [], cache: room.cache, port: () => 18652 });
  const editor = new Editor({ newsroom, content: room.content, out: room.out, saved });
  server = await serveLocally(room.out, 18651, undefined, { answer: (request) => editor.answer(request) });
  origin = `http://localhost:${server.port}`;
});

afterAll(() => {
  server.close();
  room.dispose();
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(origin + path, { headers, redirect: 'manual' });
const tokenIn = (page: string) => /"token":"([\w-]{32})"/.exec(page)?.[1] ?? '';
const user = '/.admin/api/v4/user';

test('`/admin/` leads to the page, which may load from this server alone, and has a token of its own each time', async () => {
  const [one, other] = await Promise.all([get('/.admin/'), get('/.admin/')]);
  expect((await get('/admin/')).headers.get('location')).toBe('/.admin/');
  expect(one.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
  expect(one.headers.get('content-security-policy')).not.toMatch(/https?:|\*|unsafe-eval/);
  const [first, second] = [tokenIn(await one.text()), tokenIn(await other.text())];
  expect(first).not.toBe('');
  expect(first).not.toBe(second);
});

test('its API answers who has the token, from a page of this server', async () => {
  const token = tokenIn(await (await get('/.admin/')).text());
  const authorization = `Bearer ${token}`;
  expect((await get(user, { authorization })).status).toBe(200);
  expect((await get(user, { authorization, origin: 'https://evil.example' })).status).toBe(403);
  expect((await get(user, { authorization: 'Bearer x' })).status).toBe(401);
  expect((await get(user)).status).toBe(401);
});

test('its files are those of its packages, without an address of anyone else’s fonts', () => {
  const module = Buffer.from(editorFile('@sveltia/cms/npm/index.js')?.body ?? '').toString();
  expect(module).toContain('material-symbols-outlined-latin-wght-normal-');
  expect(module).not.toContain('cdn.jsdelivr.net');
  expect(module).toContain('See It as Saved');
  for (const address of Object.values(editorModules()))
    expect(editorFile(address.replace('/.admin/files/', ''))?.status, address).toBe(200);
  const words = editorFile('@sveltia/cms/locales/ru.json');
  expect(Buffer.from(words?.body ?? '').toString()).toMatch(/^export default \{/);
  for (const path of ['@sveltia/cms/npm/../../../zod/package.json', '@sveltia/cms/package.json', 'zod/index.js', ''])
    expect(editorFile(path), path).toBeUndefined();
});

test('a story of which nothing is saved is shown as it is', async () => {
  const answer = await get(ferry);
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/2015/11/26/ferry/']);
});

test.each(editorBlocks())('a block $name is read as it was written, and so are two of them', ({ name, fields }) => {
  type Syntax = {
    pattern: RegExp;
    fromBlock(match: RegExpExecArray): Record<string, string>;
    toBlock(values: Record<string, string>): string;
  };
  const syntaxOf = runInNewContext(`${blockSyntax} syntaxOf`) as (...args: unknown[]) => Syntax;
  const { pattern, fromBlock, toBlock } = syntaxOf(name, fields, insideField);
  const values = Object.fromEntries(fields.map((field, index) => [field.name, `Of ${field.name}, ${index}`]));
  const written = toBlock(values);
  const first = pattern.exec(`Before.\n\n${written}\n\nBetween.\n\n${written}\n`);
  expect(first?.[0]).toBe(written);
  expect({ ...fromBlock(first as RegExpExecArray) }).toEqual(values);
  const bare = pattern.exec(`::: ${name}\n:::\n`);
  expect(toBlock(fromBlock(bare as RegExpExecArray))).toBe(`::: ${name}\n:::`);
  const more = pattern.exec(`::: ${name} {other="kept"}\nText.\n:::`);
  expect(toBlock(fromBlock(more as RegExpExecArray))).toContain('other="kept"');
});
