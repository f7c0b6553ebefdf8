/** Whoever keeps copies of pages is told which have changed, once it is so, and until it has worked. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { parseSite } from '../../src/content/site.ts';
import { hooksOf } from '../../src/publish/hook-form.ts';
import type { Surroundings } from '../../src/publish/hooks/hook.ts';
import { meetHooks, type Told, tellHooks, waitingHooks } from '../../src/publish/hooks.ts';
import { Ledger } from '../../src/publish/ledger.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { siteYaml } from '../support/newsroom.ts';
import { StandIn } from './stand-in.ts';

const { asRead: site } = parseSite(siteYaml, 'site.yaml', ['en', 'ru']);
const url = (path: string) => `https://courier.example/${path}`;
type Settings = Parameters<typeof hooksOf>[0];

/** A ledger with editions that come and go, and hooks that are told of them, without a site. */
class Room {
  readonly folder = mkdtempSync(join(tmpdir(), 'hooks-'));
  readonly ledger = new Ledger(join(this.folder, 'target.sqlite'));
  settings: Settings;
  /** What was waited for, in milliseconds. */
  readonly pauses: number[] = [];

  constructor(settings: Settings) {
    this.settings = settings;
    onTestFinished(() => {
      this.ledger.close();
      rmSync(this.folder, { recursive: true });
    });
  }

  /** An edition that puts new bytes at some paths, and takes others away. */
  edition(paths: readonly string[], gone: readonly string[] = []): void {
    meetHooks(hooksOf(this.settings), this.ledger);
    const at = (this.ledger.editions(1)[0]?.at ?? 0) + 1;
    const served = { hash: String(at), isGone: false };
    const changes = [
      ...paths.map((path) => ({ path, before: this.ledger.served(path), after: served })),
      ...gone.map((path) => ({ path, before: this.ledger.served(path) })),
    ];
    const edition = { name: 'x', revision: `commit-${at}`, at, how: 'publish' as const };
    this.ledger.finish(this.ledger.begin(edition, changes, 'a'), 'b');
    this.ledger.forgetOld();
  }

  tell(more: Partial<Surroundings & { everythingAbove: number }> = {}): Promise<Told[]> {
    const hooks = hooksOf(this.settings);
    meetHooks(hooks, this.ledger);
    return tellHooks(waitingHooks(hooks, this.ledger), this.ledger, {
      ...{ site, newsroom: this.folder, target: 'live', environment: process.env, everythingAbove: 500 },
      pause: async (wait) => this.pauses.push(wait),
      ...more,
    });
  }

  /** What a command wrote into the newsroom’s folder. */
  read(file: string): string[] {
    return readFileSync(join(this.folder, file), 'utf8').trimEnd().split('\n');
  }
}

test('a command reads the URLs in the newsroom’s folder, and is told of which edition, commit and target', async () => {
  const room = new Room([
    { run: 'cat > urls; echo $BROADSHEET_EDITION $BROADSHEET_COMMIT $BROADSHEET_TARGET > about' },
  ]);
  room.edition(['index.html', 'topics/é/index.html', 'edition.json'], ['old/index.html']);
  expect(await room.tell()).toMatchObject([{ urls: 4, failure: undefined }]);
  expect(room.read('urls').sort()).toEqual(['', 'edition.json', 'old/', 'topics/%C3%A9/'].map(url));
  expect(room.read('about')).toEqual(['1 commit-1 live']);
  expect(await room.tell()).toEqual([]);
});

test('above the threshold one line says “everything”; at it there are URLs', async () => {
  const room = new Room([{ run: 'cat > urls' }]);
  room.edition(['a.html', 'b.html']);
  expect(await room.tell({ everythingAbove: 1 })).toMatchObject([{ urls: 'everything', failure: undefined }]);
  expect(room.read('urls')).toEqual(['everything']);
  room.edition(['a.html', 'b.html']);
  await room.tell({ everythingAbove: 2 });
  expect(room.read('urls')).toEqual([url('a.html'), url('b.html')]);
});

test('what failed is told again, with all that came since, until it works; the others are not told twice', async () => {
  const room = new Room([{ run: 'cat > urls; echo no such cache >&2; test -e fixed' }, { run: 'cat >> other' }]);
  room.edition(['a.html']);
  const [first] = await room.tell();
  expect(first?.failure).toMatch(/ended with code 1.*no such cache/s);
  room.edition(['b.html']);
  expect((await room.tell()).map(({ failure }) => failure === undefined)).toEqual([false, true]);
  expect(room.read('urls')).toEqual([url('a.html'), url('b.html')]);
  room.settings = [{ run: 'cat > urls; test -d .' }, { run: 'cat >> other' }];
  // The command was wrong: the one in its place is told what that one was not.
  expect(await room.tell()).toMatchObject([{ urls: 2, failure: undefined }]);
  expect(room.read('other')).toEqual([url('a.html'), url('b.html')]);
  expect(await room.tell()).toEqual([]);
});

test('a hook that is new is told of what comes, and one that is taken out is forgotten', async () => {
  const room = new Room([]);
  room.edition(['a.html']);
  room.settings = [{ run: 'cat > urls; exit 1' }];
  expect(await room.tell()).toEqual([]);
  room.edition(['b.html']);
  expect(await room.tell()).toMatchObject([{ urls: 1 }]);
  room.settings = [];
  expect(await room.tell()).toEqual([]);
  expect(room.ledger.hooks().size).toBe(0);
});

test('of editions that are not known any more, everything is told', async () => {
  const standIn = await StandIn.start();
  const room = new Room([{ run: 'cat > urls; test -e fixed || exit 1' }, { purge: standIn.address }]);
  standIn.answer = () => ({ status: 501 });
  for (let n = 0; n < 13; n++) room.edition([`${n}.html`], n === 0 ? [] : [`${n - 1}.html`]);
  expect((await room.tell()).map(({ urls }) => urls)).toEqual(['everything', 'everything']);
  expect(room.read('urls')).toEqual(['everything']);
  standIn.take();
  standIn.answer = () => ({ status: 200 });
  await room.tell();
  expect(new Set(standIn.take().map(({ path }) => path)).size).toBe(13);
});

test('a command that does not end is stopped with all that it started', async () => {
  const room = new Room([{ run: 'sleep 600 & echo waiting; wait' }]);
  room.edition(['a.html']);
  const [told] = await room.tell({ environment: process.env, commandSeconds: 0.3 });
  expect(told?.failure).toMatch(/was stopped.*waiting/s);
});

test('PURGE asks the cache for each path under the site’s host, and what is not there is no failure', async () => {
  const cache = await StandIn.start();
  const room = new Room([{ purge: cache.address }]);
  room.edition(['index.html', 'a/index.html', 'b/index.html', 'c/index.html', 'd/index.html']);
  const answers: Record<string, number> = { '/a/': 404, '/b/': 410, '/c/': 412, '/d/': 301 };
  cache.answer = ({ path }) => ({ status: answers[path] ?? 200, headers: { Location: '/elsewhere/' } });
  const environment = { BROADSHEET_PURGE_HEADER: 'Fastly-Key: abc' };
  expect(await room.tell({ environment, everythingAbove: 1 })).toMatchObject([{ failure: undefined }]);
  const heard = cache.take();
  expect(new Set(heard.map(({ method, headers }) => `${method} ${headers.host} ${headers['fastly-key']}`))).toEqual(
    new Set(['PURGE courier.example abc']),
  );
  expect(heard.map(({ path }) => path).sort()).toEqual(['/', '/a/', '/b/', '/c/', '/d/']);
});

test('PURGE is repeated after a while where the cache is busy; if that lasts, it has failed', async () => {
  const cache = await StandIn.start();
  const room = new Room([{ purge: cache.address }]);
  room.edition(['index.html']);
  let left = 2;
  cache.answer = () => (left-- > 0 ? { status: 503 } : { status: 200 });
  expect(await room.tell()).toMatchObject([{ failure: undefined }]);
  expect(room.pauses).toEqual([1000, 4000]);
  room.edition(['index.html']);
  cache.answer = () => ({ status: 503, body: '<h1>Busy</h1>', headers: { 'Retry-After': '7' } });
  expect((await room.tell())[0]?.failure).toBe(`PURGE of ${url('')} at ${cache.address} was answered with 503: Busy.`);
  expect(room.pauses.slice(2)).toEqual([7000, 7000]);
});

test.each([
  [403, {}, /BROADSHEET_PURGE_HEADER/],
  [405, {}, /does not know PURGE/],
  [301, { Location: 'https://courier.example/' }, /leads to https:\/\/courier.example: name that/],
])('an answer of %i says what to do', async (status, headers, told) => {
  const cache = await StandIn.start();
  const room = new Room([{ purge: cache.address }]);
  room.edition(['index.html']);
  cache.answer = () => ({ status, headers });
  expect((await room.tell())[0]?.failure).toMatch(told);
});

test('a cache that is not there is a failure that names it', async () => {
  const room = new Room([{ purge: 'http://127.0.0.1:1' }]);
  room.edition(['index.html']);
  expect((await room.tell())[0]?.failure).toBe('PURGE http://127.0.0.1:1/ has no answer (ECONNREFUSED).');
});

const zone = '0123456789abcdef0123456789abcdef';

test('Cloudflare gets URLs in groups of a hundred, or is told to forget everything', async () => {
  const api = await StandIn.start();
  api.answer = () => ({ status: 200, body: '{"success": true}' });
  const room = new Room([{ cloudflare: zone }]);
  const paths = Array.from({ length: 250 }, (_, n) => `${n}.html`);
  room.edition(paths);
  const environment = { CLOUDFLARE_API_TOKEN: 'secret', CLOUDFLARE_BASE_URL: api.address };
  expect(await room.tell({ environment })).toMatchObject([{ failure: undefined }]);
  const heard = api.take();
  expect(heard.map(({ method, path, headers }) => [method, path, headers.authorization])).toEqual(
    Array(3).fill(['POST', `/zones/${zone}/purge_cache`, 'Bearer secret']),
  );
  const groups = heard.map(({ body }) => JSON.parse(body).files as string[]);
  expect(groups.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(groups.flat().sort()).toEqual(paths.map(url).sort());
  room.edition(paths);
  await room.tell({ environment, everythingAbove: 249 });
  expect(api.take().map(({ body }) => JSON.parse(body))).toEqual([{ purge_everything: true }]);
});

test('Cloudflare’s token is of the environment alone, and is never said', async () => {
  const api = await StandIn.start();
  const room = new Room([{ cloudflare: zone }]);
  room.edition(['index.html']);
  expect((await room.tell({ environment: {} }))[0]?.failure).toMatch(/^CLOUDFLARE_API_TOKEN is not set/);
  const environment = { CLOUDFLARE_API_TOKEN: 'secret', CLOUDFLARE_BASE_URL: api.address };
  api.answer = () => ({ status: 403, body: '{"success":false,"errors":[{"message":"secret is wrong"}]}' });
  const [refused] = await room.tell({ environment });
  expect(refused?.failure).toMatch(/403.*… is wrong.*may purge/);
  expect(refused?.failure).not.toContain('secret');
  api.answer = () => ({ status: 200, body: '{"success":false}' });
  expect((await room.tell({ environment }))[0]?.failure).toMatch(/answered 200/);
});

test('a hub is told of feeds whose bytes changed and that are there, and of nothing else', async () => {
  const hub = await StandIn.start();
  hub.answer = () => ({ status: 204 });
  const room = new Room([{ webSub: true }]);
  const given = { site: { ...site, webSub: `${hub.address}/push` } };
  room.edition(['index.html', 'feed.xml', 'feed.atom', 'world/feed.json', 'topics/a/feed.xml']);
  await room.tell(given);
  hub.take();
  room.edition(['index.html', 'feed.xml', 'sitemap.xml'], ['topics/a/feed.xml']);
  await room.tell({ ...given, everythingAbove: 1 });
  expect(
    hub.take().map(({ method, path, body }) => [method, path, Object.fromEntries(new URLSearchParams(body))]),
  ).toEqual([['POST', '/push', { 'hub.mode': 'publish', 'hub.url': url('feed.xml'), 'hub.topic': url('feed.xml') }]]);
  room.edition(['index.html']);
  expect(await room.tell(given)).toMatchObject([{ failure: undefined }]);
  expect(hub.take()).toEqual([]);
  room.edition(['feed.xml']);
  hub.answer = () => ({ status: 400, body: 'Unknown topic' });
  expect((await room.tell(given))[0]?.failure).toMatch(/feed.xml and answered 400: Unknown topic/);
  expect((await room.tell())[0]?.failure).toMatch(/Add webSub: .* to site.yaml/);
});

const settings = (hooks: string) =>
  readSettings(Buffer.from(`targets:\n  - name: live\n    folder: /srv/x\n    hooks:\n${hooks}`), 'publish.yaml');

test.each([
  ['      - {purge: "127.0.0.1:6081"}', 'publish/bad-purge', 'purge: http://127.0.0.1:6081'],
  ['      - {purge: "https://me:pw@a.example/x"}', 'publish/bad-purge', 'purge: https://a.example'],
  ['      - {cloudflare: my-zone}', 'publish/bad-zone', /Zone ID/],
  ['      - {webSup: true}', 'yaml/unknown-key', /Did you mean “webSub”/],
  ['      - {command: ./purge.sh}', 'yaml/unknown-key', /Did you mean “run”/],
  ['      - {run: a, webSub: true}', 'publish/hook-kind', /an item of its own/],
  ['      - {}', 'publish/hook-kind', /Remove it, or write one/],
  ['      - {run: a}\n      - {run: a}', 'publish/hook-twice', 'Remove one.'],
  ['      - {webSub: false}', 'publish/hook-kind', /Remove it, or write one/],
])('%s is refused as %s', (hooks, code, fix) => {
  const { problems } = settings(`${hooks}\n`);
  expect(problems.map((each) => each.code)).toEqual([code]);
  const [{ fix: told = '', line = 0 } = {}] = problems;
  if (typeof fix === 'string') expect(told).toContain(fix);
  else expect(told).toMatch(fix);
  expect(line).toBeGreaterThan(4);
});

test('hooks of each kind are read, and are told apart by what they do', () => {
  const { problems, targets } = settings(
    `      - {run: a b}\n      - {purge: "http://127.0.0.1:6081/"}\n      - {cloudflare: ${zone}}\n      - {webSub: true}\n`,
  );
  expect(problems).toEqual([]);
  const names = hooksOf(targets[0]?.hooks ?? []).map(({ name }) => name);
  expect(names).toEqual(['run a b', 'purge http://127.0.0.1:6081', `cloudflare ${zone}`, 'webSub']);
});
