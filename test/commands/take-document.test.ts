/** A document that is sent from the preview's own page becomes a draft; no other page can send one, and none ends the preview. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type LocalServer, serveLocally } from '../../src/commands/local-server.ts';
import { documentsPages } from '../../src/commands/take-document.ts';
import { Newsroom } from '../support/newsroom.ts';
import { docxOf } from '../support/zip.ts';

const form = '/.documents/';
const path = '2015/11/27/first-snow';
const again = '2015/11/27/snow-again';
let room: Newsroom;
let server: LocalServer;

beforeAll(async () => {
  room = new Newsroom({ git: false, files: { 'authors/ann.yaml': 'name: Ann & Lee\n' } });
  const newsroom = { root: room.folder, call: (name: string) => name };
  const pages = documentsPages({
    newsroom,
    content: room.content,
    out: room.out,
    atNow: ['--now', '2015-11-27T06:30+03:00'],
  });
  pages['/.small/'] = {
    show: async () => '',
    take: async () => ({ status: 200, headers: {}, body: '' }),
    mostBytes: 10,
  };
  // As if it were built: what is sent is waited for until its page is there.
  for (const each of [path, again]) {
    mkdirSync(join(room.out, each), { recursive: true });
    writeFileSync(join(room.out, each, 'index.html'), '<title>Snow</title>');
  }
  server = await serveLocally(room.out, 18631, undefined, { pages });
});

afterAll(() => {
  server.close();
  room.dispose();
});

const snow = (more = '') =>
  docxOf(`<w:p><w:r><w:t>First snow</w:t></w:r></w:p><w:p><w:r><w:t>It fell.</w:t></w:r>${more}</w:p>`);
const inserted = '<w:ins w:author="Nina &lt;b&gt;"><w:r><w:t> All night.</w:t></w:r></w:ins>';

type Sent = {
  bytes?: Uint8Array;
  name?: string;
  headers?: Record<string, string>;
  to?: string;
  fields?: Record<string, string>;
};

function send({ bytes = snow(), name = 'snow.docx', headers, to = form, fields = {} }: Sent = {}): Promise<Response> {
  const body = new FormData();
  body.set('document', new File([new Uint8Array(bytes)], name));
  for (const [field, value] of Object.entries({ section: 'culture', author: 'ann', ...fields })) body.set(field, value);
  const origin = `http://localhost:${server.port}`;
  return fetch(origin + to, { method: 'POST', body, redirect: 'manual', headers: headers ?? { origin } });
}

const drafts = () =>
  existsSync(join(room.content, 'articles'))
    ? [path, again].filter((each) => existsSync(join(room.content, `articles/${each}.md`)))
    : [];

test.each<[string, Record<string, string>]>([
  ['of another site', { origin: 'https://evil.example' }],
  ['of another program of this machine', { origin: 'http://localhost:3000' }],
  ['that hides where it is', { origin: 'null' }],
  ['that says nothing of it', {}],
])('a page %s cannot send one', async (_, headers) => {
  expect((await send({ headers })).status).toBe(403);
  expect(drafts()).toEqual([]);
});

test('nor can one that a browser knows to be of another site, whatever it calls itself', async () => {
  const headers = { origin: `http://localhost:${server.port}`, 'sec-fetch-site': 'cross-site' };
  expect((await send({ headers })).status).toBe(403);
  expect(drafts()).toEqual([]);
});

test('what is no form, broken or too large is refused in a sentence', async () => {
  const headers = { origin: `http://localhost:${server.port}` };
  const post = (type: string, to = form) =>
    fetch(`http://localhost:${server.port}${to}`, {
      method: 'POST',
      body: 'x',
      headers: { ...headers, 'content-type': type },
    });
  expect((await post('text/plain')).status).toBe(415);
  expect((await post('multipart/form-data; boundary=a')).status).toBe(400);
  const large = await send({ bytes: Buffer.alloc(100 * 1024), to: '/.small/' });
  expect([large.status, await large.text()]).toEqual([413, expect.stringContaining('This is more than')]);
  expect((await fetch(`http://localhost:${server.port}/`, { method: 'POST', headers })).status).toBe(405);
});

test('the page asks for what is to be known, in the words of the newsroom', async () => {
  const text = await (await fetch(`http://localhost:${server.port}${form}`)).text();
  expect(text).toContain('<option value="culture">Culture</option>');
  expect(text).toContain('<option value="ann">Ann &amp; Lee</option>');
  expect(text).toMatch(/<input type="file"[^>]* accept="\.docx,/);
  expect(text).not.toContain('<script');
});

test('who sends the form without a document is told so, and a document has the name that it has at home', async () => {
  // As browsers send it; `FormData` leaves an empty name out.
  const body =
    '--a\r\nContent-Disposition: form-data; name="document"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n--a--\r\n';
  const origin = `http://localhost:${server.port}`;
  const headers = { origin, 'content-type': 'multipart/form-data; boundary=a' };
  const none = await fetch(origin + form, { method: 'POST', body, headers });
  expect([none.status, await none.text()]).toEqual([
    422,
    expect.stringContaining('No document was chosen. Choose one.'),
  ]);
  const broken = await send({ bytes: snow().subarray(0, 99), name: 'C:\\Texts\\snow.docx' });
  expect(await broken.text()).toMatch(/<pre class="told">snow\.docx: /);
});

test('a document that cannot be read is told of beside the form as it was filled in', async () => {
  const broken = await send({ bytes: snow().subarray(0, 99), name: '../../a "b".docx' });
  const text = await broken.text();
  expect([broken.status, text]).toEqual([
    422,
    expect.stringContaining('a -b-.docx: This is no zip archive, or breaks off.'),
  ]);
  expect(text).toContain('<option value="culture" selected>');
  expect(drafts()).toEqual([]);
});

test('one of which all is in the draft leads to that; else to what is not in it, which stays', async () => {
  const whole = await send();
  expect([whole.status, whole.headers.get('location')]).toEqual([303, `/${path}/`]);
  expect(readFileSync(join(room.content, `articles/${path}.md`), 'utf8')).toMatch(
    /authors: \[ann\]\nsection: culture\n[\s\S]*\nIt fell\.\n$/,
  );
  vi.stubEnv('TMPDIR', mkdtempSync(join(room.folder, 'cache-')));
  const told = await send({ bytes: snow(inserted), fields: { headline: 'Snow again' } });
  expect([told.status, told.headers.get('location')]).toEqual([303, `${form}${again}/`]);
  expect(readFileSync(join(room.content, `articles/${again}.md`), 'utf8')).toContain('title: Snow again\n');
  expect(readdirSync(process.env.TMPDIR ?? '').filter((name) => name.startsWith('document-'))).toEqual([]);
  const page = await (await fetch(`http://localhost:${server.port}${form}${again}/`)).text();
  expect(page).toContain('<li>Nina &lt;b&gt;: “All night.”</li>');
  expect(page).toContain(`href="/${again}/"`);
  expect(drafts()).toEqual([path, again]);
});

test('nobody is led to a draft before its page is there', async () => {
  const name = '2015/11/27/late';
  const page = join(room.out, name, 'index.html');
  const sent = send({ fields: { headline: 'Late' } }).then((answer) => [
    answer.headers.get('location'),
    existsSync(page),
  ]);
  await vi.waitFor(() => expect(existsSync(join(room.content, `articles/${name}.md`))).toBe(true), { timeout: 60_000 });
  // As a build takes its time; longer than the process that made the draft takes to end.
  await wait(1500);
  mkdirSync(join(room.out, name), { recursive: true });
  writeFileSync(page, '');
  expect(await sent).toEqual([`${form}${name}/`, true]);
});
