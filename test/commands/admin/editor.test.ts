/** The editor's page asks its own server alone, and its server answers the page that it made alone. */
import { request } from 'node:http';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Editor } from '../../../src/commands/admin/editor.ts';
import { editorFile, editorModules } from '../../../src/commands/admin/editor-files.ts';
import { blockSyntax, tokenHeader } from '../../../src/commands/admin/editor-page.ts';
import { type Check, checkIn } from '../../../src/commands/admin/merged-check.ts';
import { SavedPreviews } from '../../../src/commands/admin/saved-previews.ts';
import { type FrontProxy, personOf, proxyOption } from '../../../src/commands/behind-proxy.ts';
import { type LocalServer, serveLocally } from '../../../src/commands/local-server.ts';
import { editorBlocks, insideField } from '../../../src/desk/editor/blocks.ts';
import { git } from '../../../src/source/git.ts';
import { articleText, Newsroom } from '../../support/newsroom.ts';

const ferry = '/2015/11/26/ferry/';
const proxy = proxyOption('https://edit.paper.example', 'X-Signed-In') as FrontProxy;
let room: Newsroom;
let server: LocalServer;
let behind: LocalServer;
let check: Check;

beforeAll(async () => {
  const files = {
    'articles/2015/11/26/ferry.md': articleText(),
    'authors/ann-lee.yaml': 'name: Ann Lee\nemail: ann@paper.example\n',
  };
  room = new Newsroom({ files }).commit();
  git(room.folder, ['checkout', '-q', '-B', 'main']);
  check = checkIn({ newsroom: room.folder, content: room.content, args: [], cache: join(room.cache, 'check') });
  server = await serve(18651, undefined);
  behind = await serve(18671, proxy);
});

/** As `start` does, but that nothing is built before somebody asks. */
function serve(port: number, ahead: FrontProxy | undefined): Promise<LocalServer> {
  const newsroom = { root: room.folder, call: (name: string) => name };
  const { content, out } = room;
  const args = ['--newsroom', room.folder];
  const editor = new Editor({
    ...{ newsroom, content, out },
    saved: new SavedPreviews({ args, cache: join(room.cache, 'saved'), most: 1 }),
    check,
    personOf: (asked) => personOf(asked, ahead, { content, newsroom }),
  });
  return serveLocally(out, port, undefined, { answer: (asked) => editor.answer(asked), proxy: ahead });
}

afterAll(() => {
  server.close();
  behind.close();
  room.dispose();
});

type Sent = { headers?: Record<string, string>; method?: string; body?: unknown; to?: LocalServer };
type Got = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

function ask(path: string, { headers = {}, method = 'GET', body, to = server }: Sent = {}): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      agent: false, // a connection that is kept may be closed by the server meanwhile
      port: to.port,
      path,
      method,
      headers: { host: `localhost:${to.port}`, ...headers },
    });
    sent.on('error', reject).on('response', async (answer) => {
      let text = '';
      for await (const part of answer.setEncoding('utf8')) text += part;
      resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
    });
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const tokenIn = ({ text }: Got) => /"token":"([\w-]{32})"/.exec(text)?.[1] ?? '';
const user = '/.admin/api/v4/user';
test('`/admin/` leads to the page, which may load from this server alone, and has a token of its own each time', async () => {
  const [one, other] = await Promise.all([ask('/.admin/'), ask('/.admin/')]);
  expect((await ask('/admin/')).headers.location).toBe('/.admin/');
  expect(one.headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self' 'sha256-/);
  expect(one.headers['content-security-policy']).not.toMatch(/https?:|\*|unsafe-eval/);
  expect(tokenIn(one)).not.toBe('');
  expect(tokenIn(one)).not.toBe(tokenIn(other));
});

test('its API answers who has the token, as long as the same person is signed in', async () => {
  const headers = { host: 'edit.paper.example', 'x-signed-in': 'ann-lee' };
  const token = tokenIn(await ask('/.admin/', { to: behind, headers }));
  const statusWith = async (more: Record<string, string>) =>
    (await ask(user, { to: behind, headers: { ...headers, ...more } })).status;
  expect(await statusWith({ [tokenHeader]: token })).toBe(200);
  expect(await statusWith({ [tokenHeader]: token, 'x-signed-in': 'tom' })).toBe(401);
  expect(await statusWith({ [tokenHeader]: 'x' })).toBe(401);
  expect(await statusWith({})).toBe(401);
});

test.each([
  ['nobody is signed in', {}, 401],
  ['nobody is named', { 'x-signed-in': '' }, 401],
  ['a name is forged that git would sign for', { 'x-signed-in': 'Eve <ann@paper.example>' }, 401],
  ['it comes from a page of another site', { 'x-signed-in': 'ann', origin: 'https://evil.example' }, 403],
  ['it comes from the other scheme', { 'x-signed-in': 'ann', origin: 'http://edit.paper.example' }, 403],
  ['it is for another name', { 'x-signed-in': 'ann', host: 'edit.paper.example.evil.example' }, 421],
  ['it comes from its own page', { 'x-signed-in': 'ann', origin: 'https://edit.paper.example' }, 404],
])('behind a proxy, where %s: %j is answered with %d', async (_, headers, status) => {
  const asked = { to: behind, headers: { host: 'edit.paper.example', ...headers } };
  expect((await ask('/.admin/files/none', asked)).status).toBe(status);
});

test('without a proxy its name is no name of the server', async () => {
  const headers = { host: 'edit.paper.example', 'x-signed-in': 'ann' };
  expect((await ask('/.admin/files/none', { headers })).status).toBe(421);
});

test('its files are those of its packages, without an address of anyone else’s fonts', () => {
  const module = Buffer.from(editorFile('@sveltia/cms/npm/index.js')?.body ?? '').toString();
  expect(module).toContain('material-symbols-outlined-latin-wght-normal-');
  expect(module).not.toContain('cdn.jsdelivr.net');
  expect(module).toContain('See It as Saved');
  for (const address of Object.values(editorModules()))
    expect(editorFile(address.replace('/.admin/files/', ''))?.status, address).toBe(200);
  const words = editorFile('@sveltia/cms/locales/ru.json.js');
  expect(Buffer.from(words?.body ?? '').toString()).toMatch(/^export default \{/);
  for (const path of ['@sveltia/cms/npm/../../../zod/package.json', '@sveltia/cms/package.json', 'zod/index.js', ''])
    expect(editorFile(path), path).toBeUndefined();
});

test('a story of which nothing is saved is shown as it is', async () => {
  const answer = await ask(`/.saved${ferry}`);
  expect([answer.status, answer.headers.location]).toEqual([302, ferry]);
});

test('what is published is judged by the newsroom’s own build, with its files named from the top of the repository', async () => {
  room.write({ 'articles/2015/11/26/ferry.md': articleText({}, 'To be asked: TKTK') }).commit();
  const { inFiles, onPages } = await check(room.git('rev-parse', 'HEAD'));
  expect(inFiles).toMatchObject([
    { code: 'content/to-be-written', file: 'content/articles/2015/11/26/ferry.md', line: 9 },
  ]);
  expect(onPages).toBeUndefined();
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
