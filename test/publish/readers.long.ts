/**
 * Readers while editions change under them: a hundred publishes, with eight readers who fetch a page and then all that it
 * names, from a real nginx. The same readers find what a publisher does who copies into the folder that is served.
 */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { nginxText } from '../../src/publish/nginx.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { pictureOf } from '../support/canaries.ts';
import { runCli } from '../support/cli.ts';
import { articleText } from '../support/newsroom.ts';
import { figure } from './figures.ts';
import { LiveRoom } from './live-room.ts';
import { NginxServer } from './nginx-server.ts';

const site = { url: 'https://courier.example', formerly: [], languages: ['en', 'ru'] };
const editions = 100;
const readers = 8;

const story = (n: number, round: number) =>
  articleText({
    title: `Story ${n} in round ${round}`,
    date: `2015-11-${String(10 + n).padStart(2, '0')} 10:00`,
    image: { file: 'boat.png', alt: 'A boat' },
  });

/** A commit of each round: a story changes with its picture, one comes, and the one before that is renamed. */
function filesOf(round: number): Record<string, string | Uint8Array | null> {
  const changing = `articles/2015/11/${10 + (round % 5)}/s`;
  const fresh = (of: number) => `articles/2015/12/01/fresh-${of}`;
  const dated = (more: object) => articleText({ title: 'Fresh', date: '2015-12-01 10:00', ...more });
  return {
    [`${changing}.md`]: story(round % 5, round),
    [`${changing}/boat.png`]: pictureOf(`boat ${round}`),
    [`${fresh(round)}.md`]: dated({ title: `Fresh ${round}` }),
    ...(round > 1
      ? {
          [`${fresh(round - 1)}.md`]: null,
          [`articles/2015/12/01/old-${round - 1}.md`]: dated({
            title: `Old ${round - 1}`,
            id: `/2015/12/01/fresh-${round - 1}/`,
            redirectFrom: [`/2015/12/01/fresh-${round - 1}/`],
          }),
        }
      : {}),
  };
}

const start = Object.fromEntries(
  [0, 1, 2, 3, 4].flatMap((n) => [
    [`articles/2015/11/${10 + n}/s.md`, story(n, 0)],
    [`articles/2015/11/${10 + n}/s/boat.png`, pictureOf('boat 0')],
  ]),
);

/** Reads until it is told to stop; what went wrong, by kind, and how much was read. */
class Reader {
  readonly faults: string[] = [];
  read = 0;
  isEnough = false;

  async readFrom(server: NginxServer, pages: readonly string[]): Promise<void> {
    for (let n = 0; !this.isEnough; n++) {
      const url = pages[n % pages.length] ?? '/';
      const page = await server.ask({ path: url });
      this.read += 1;
      const text = page.body.toString();
      if (page.status !== 200) this.faults.push(`${page.status} ${url}`);
      else if (!text.trimEnd().endsWith('</html>')) this.faults.push(`cut ${url}`);
      else for (const named of linksIn(text)) await this.#follow(server, named, url);
    }
  }

  async #follow(server: NginxServer, named: string, from: string): Promise<void> {
    const { status } = await server.ask({ path: named });
    this.read += 1;
    if (status >= 400) this.faults.push(`${status} ${named} on ${from}`);
  }
}

function linksIn(page: string): string[] {
  const named = [...page.matchAll(/(?:href|src)="(\/[^"#]*)/g)].map(([, url = '']) => url);
  return [...new Set(named)].filter((url) => /\/$|assets/.test(url)).slice(0, 30);
}

async function whileReading(
  server: NginxServer,
  work: () => Promise<void>,
): Promise<{ faults: string[]; read: number }> {
  const all = Array.from({ length: readers }, () => new Reader());
  const reading = all.map((reader, n) =>
    reader.readFrom(server, n % 2 ? ['/', '/2015/11/', '/world/'] : ['/world/', '/']),
  );
  await work();
  await pause(50);
  for (const reader of all) reader.isEnough = true;
  await Promise.all(reading);
  return { faults: all.flatMap(({ faults }) => faults), read: all.reduce((sum, { read }) => sum + read, 0) };
}

/** Two connections that ask for the front page as fast as they can; what they found, once they are to end. */
function startLoad({ port }: NginxServer): () => Promise<string> {
  const flags = ['--threads', '1', '--connections', '2', '--duration', '1h', '--header', 'Host: courier.example'];
  const wrk = spawn('wrk', [...flags, `http://127.0.0.1:${port}/`], { stdio: ['ignore', 'pipe', 'ignore'] });
  let said = '';
  wrk.stdout.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = new Promise((resolve) => wrk.once('close', resolve));
  return async () => {
    wrk.kill('SIGINT');
    await ended;
    return said;
  };
}

function configuration(folder: string, port: number): string {
  const text = `targets:\n  - {name: live, folder: ${folder}, server: {listen: "127.0.0.1:${port}"}}\n`;
  const [target] = readSettings(Buffer.from(text), 'publish.yaml').targets;
  if (!target) throw new Error('There is no target');
  return nginxText(site, { ...target, folder }, 'broadsheet nginx');
}

test('in a hundred publishes no reader meets half a page, or a link or a picture that is not there', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  const server = await NginxServer.start((port) => configuration(live.folder, port));
  const endLoad = startLoad(server);
  const { faults, read } = await whileReading(server, async () => {
    for (let round = 1; round <= editions; round++) {
      live.commit(filesOf(round));
      expect((await live.publish({ grace: 600 })).sent[0]?.edition).toBeDefined();
    }
  });
  const load = await endLoad();
  expect(load).toMatch(/[1-9]\d{3,} requests in/);
  faults.push(...(load.match(/Non-2xx.*|Socket errors.*/g) ?? []));
  figure(
    `${editions} publishes, ${readers} readers who follow links, wrk beside: failed, cut or dead of ${read} answers`,
    '0',
    String(faults.length),
    faults.length === 0,
  );
  expect(read).toBeGreaterThan(1000);
  expect(faults).toEqual([]);
}, 600_000);

test('the control: copied into the folder that is served, by name, removals first, readers meet what is missing', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  const served = join(live.room.folder, 'cache-in-place');
  const copy = () => {
    const now = live.room.folder;
    const wanted = new Map(Object.entries(live.readers()));
    for (const path of Object.keys(siteBefore))
      if (!wanted.has(path)) rmSync(join(served, 'current', path), { force: true });
    for (const path of [...wanted.keys()].sort()) {
      const to = join(served, 'current', path);
      const from = join(live.folder, 'current', path);
      if (!existsSync(from) || (siteBefore[path] === wanted.get(path) && existsSync(to))) continue;
      mkdirSync(dirname(to), { recursive: true });
      copyFileSync(from, to);
    }
    siteBefore = Object.fromEntries(wanted);
    return now;
  };
  let siteBefore: Record<string, string> = {};
  copy();
  const server = await NginxServer.start((port) => configuration(served, port));
  const { faults } = await whileReading(server, async () => {
    for (let round = 1; round <= 20; round++) {
      live.commit(filesOf(round));
      await live.publish({ grace: 0 });
      copy();
      await pause(30);
    }
  });
  figure(
    'the control: removals first, by name, into the folder that is served',
    'more than 0',
    String(faults.length),
    faults.length > 0,
  );
  expect(faults.length).toBeGreaterThan(0);
}, 600_000);

test('a correction of equal length reaches those who ask with an ETag, twenty of twenty; with constant times it does not', async () => {
  const live = new LiveRoom(start);
  live.commit();
  await live.publish();
  const server = await NginxServer.start((port) => configuration(live.folder, port));
  const path = '/2015/11/10/s/';
  const statuses: number[] = [];
  for (let round = 10; round < 30; round++) {
    const { headers } = await server.ask({ path });
    live.commit({ 'articles/2015/11/10/s.md': story(0, round) });
    await live.publish();
    statuses.push((await server.ask({ path, headers: { 'if-none-match': String(headers.etag) } })).status);
  }
  const fresh = statuses.filter((status) => status === 200).length;
  figure('a correction of equal length, reader with If-None-Match: 200', '20 of 20', `${fresh} of 20`, fresh === 20);
  expect(fresh).toBe(20);

  const file = join(live.folder, 'current/2015/11/10/s/index.html');
  utimesSync(file, 1e9, 1e9);
  const { headers } = await server.ask({ path });
  writeFileSync(file, readFileSync(file, 'utf8').replace('round 29', 'round 92'));
  utimesSync(file, 1e9, 1e9);
  const { status } = await server.ask({ path, headers: { 'if-none-match': String(headers.etag) } });
  figure('the control: constant times', '304', String(status), status === 304);
  expect(status).toBe(304);
}, 600_000);

test('of two publishers at once one wins and the other names it, a hundred times; an older commit never comes back', async () => {
  const live = new LiveRoom(start);
  writeFileSync(join(live.room.folder, 'publish.yaml'), `targets: [{name: live, folder: ${live.folder}}]\n`);
  const first = live.commit();
  const publish = () => runCli(['publish', '--to', 'live', '--newsroom', live.room.folder, '--now', '2016-01-01']);
  expect(await publish()).toMatchObject({ code: 0 });
  const endings: string[] = [];
  for (let round = 1; round <= 100; round++) {
    live.commit({ 'articles/2015/11/10/s.md': story(0, round) });
    const runs = await Promise.all([publish(), publish()]);
    const codes = runs.map(({ code }) => code).sort();
    const lost = runs.find(({ code }) => code === 1);
    const isTold =
      lost === undefined || /Another publish is at work there: publishing [0-9a-f]{8}, process \d+/.test(lost.stderr);
    endings.push(`${codes} ${isTold}`);
    expect(live.live('2015/11/10/s/index.html')).toContain(`round ${round}<`);
  }
  const counts = Object.groupBy(endings, (each) => each);
  const told = Object.entries(counts).map(([ending, of]) => `${of?.length} × exit ${ending.replace(' true', '')}`);
  figure('100 races of two publishers: one wins, the other names it', 'all', told.join('; '), true);
  expect(endings.filter((each) => !/^0,[01] true$/.test(each))).toEqual([]);
  const newest = live.live('edition.json');
  live.room.git('checkout', '--quiet', '-B', 'main', first);
  expect((await publish()).code).toBe(1);
  for (let round = 0; round < 100; round++) await expect(live.publish()).rejects.toThrow(/newer/);
  expect(live.live('edition.json')).toBe(newest);
  figure('100 tries of an older commit: older editions', '0', '0', true);
}, 600_000);
