/** Publishing to a real object store, Swift: how fast the first time is, and how many requests a story takes later. */
import { expect, onTestFinished, test, vi } from 'vitest';
import { MachineryError } from '../../src/errors.ts';
import { StoreClient } from '../../src/publish/store-client.ts';
import { openStoreTarget } from '../../src/publish/store-target.ts';
import type { Target } from '../../src/publish/target.ts';
import { differences } from '../support/folder-contents.ts';
import { articleText } from '../support/newsroom.ts';
import { figure, timeFigure } from './figures.ts';
import { LiveRoom } from './live-room.ts';
import { startSwift, swiftKeys } from './swift-server.ts';

const stories = Number(process.env.BROADSHEET_STORIES ?? 3000);
const [bucket, state] = ['courier', 'courier-state'];
const surroundings = { environment: swiftKeys, pause: async () => {}, chance: Math.random };

class SwiftRoom extends LiveRoom {
  endpoint = '';
  lock: 'store' | 'ci' = 'ci';

  override open(): Promise<Target> {
    const settings = { endpoint: this.endpoint, bucket, state, prefix: '', lock: this.lock, encoding: 'none' } as const;
    return openStoreTarget(settings, 'a test', surroundings);
  }
}

function pathOf(n: number): string {
  const day = new Date(Date.UTC(2015, 10, 25 - Math.floor(n / 8))).toISOString().slice(0, 10);
  return `articles/${day.replaceAll('-', '/')}/story-${n}.md`;
}

function story(n: number, title = `Story ${n}`): string {
  const [year, month, day] = pathOf(n).split('/').slice(1);
  return articleText({ title, date: `${year}-${month}-${day} 10:00`, topics: [`topic-${n % 40}`] });
}

test(`${stories} stories go to Swift, and one more in few requests: how fast is printed`, async () => {
  const room = new SwiftRoom(Object.fromEntries(Array.from({ length: stories }, (_, n) => [pathOf(n), story(n)])));
  room.endpoint = await startSwift();
  const client = new StoreClient({ endpoint: room.endpoint }, surroundings);
  const names = ["a+b & c/ü (1)!*'.html", 'plain'];
  for (const name of [bucket, state]) await client.shelf(name, '').put('', new Blob([]));
  for (const name of names) {
    await client.shelf(state, '').put(name, new Blob([name]));
    expect((await client.shelf(state, '').get(name))?.bytes.toString()).toBe(name);
  }
  room.commit();
  room.lock = 'store';
  await expect(room.publish()).rejects.toThrow(/lock: ci/);
  room.lock = 'ci';

  const real = globalThis.fetch;
  const puts: number[] = [];
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation((url, options) => {
    if (String(url).includes(`/${bucket}/`)) puts.push(performance.now());
    return real(url, options);
  });
  onTestFinished(() => asked.mockRestore());
  const site = client.shelf(bucket, '');
  const cpu = process.cpuUsage();
  const first = await room.publish();
  const files = first.sent[0]?.changes.length ?? 0;
  const seconds = ((puts.at(-1) ?? 0) - (puts[0] ?? 0)) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  console.log(
    `first upload: ${files} files in ${seconds.toFixed(1)} s, ${(files / seconds).toFixed(0)} a second; the whole publish took ${((user + system) / 1e6).toFixed(0)} s of CPU, its build among it`,
  );
  figure(
    'object store: first upload',
    '≥ 100 files a second',
    `${(files / seconds).toFixed(0)} of ${files}`,
    files / seconds >= 100,
  );
  expect((await site.get('index.html'))?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  const clean = await room.cleanly();
  expect(Object.keys(clean).length).toBe(files - 1);
  for (const path of ['index.html', 'feed.xml', Object.keys(clean).at(-1) ?? ''])
    expect((await site.get(path))?.bytes.toString('latin1')).toBe(clean[path]);

  room.commit({ [pathOf(0)]: story(0, 'Another title') });
  asked.mockClear();
  const started = performance.now();
  const { sent } = await room.publish();
  const took = (performance.now() - started) / 1000;
  const requests = asked.mock.calls.map(([url, options]) => `${options?.method} ${new URL(String(url)).pathname}`);
  console.log(
    `one story: ${sent[0]?.changes.length} files, ${requests.length} requests, ${took.toFixed(2)} s with its build`,
  );
  for (const each of requests) console.log(`  ${each}`);
  const changed = sent[0]?.changes.length ?? 0;
  figure(
    `object store: requests for ${changed} files of ${stories} stories`,
    `≤ ${changed + 10}, 0 lists`,
    String(requests.length),
    requests.length <= changed + 10,
  );
  const { written = 0, routes = 0 } = sent[0]?.report ?? {};
  figure(
    'empty machine, state in the store: written by the build',
    'what changed',
    `${written} of ${routes}`,
    written < 100,
  );
  timeFigure('object store: that publish with its build', 2, [took]);
  expect(requests.length - (sent[0]?.changes.length ?? 0)).toBeLessThanOrEqual(10);
  expect(asked.mock.calls.filter(([url]) => new URL(String(url)).search !== '')).toEqual([]);
  const now = await room.cleanly();
  for (const { path, after } of sent[0]?.changes ?? [])
    if (after && path !== 'edition.json')
      expect(
        differences({ [path]: (await site.get(path))?.bytes.toString('latin1') ?? '' }, { [path]: now[path] ?? '' }),
      ).toEqual([]);

  const back = performance.now();
  await room.rollback();
  console.log(`rollback to the last edition: ${((performance.now() - back) / 1000).toFixed(2)} s`);
  expect((await site.get('index.html'))?.bytes.toString('latin1')).toBe(clean['index.html']);
  // The control: a key that is wrong.
  const wrong = { ...surroundings, environment: { ...swiftKeys, AWS_SECRET_ACCESS_KEY: 'wrong' } };
  const refused = new StoreClient({ endpoint: room.endpoint }, wrong).shelf(bucket, '').get('index.html');
  await expect(refused).rejects.toThrow(MachineryError);
}, 600_000);
