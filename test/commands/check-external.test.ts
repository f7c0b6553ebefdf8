/** `check --external` as a newsroom has it: over days, told at the lines of its texts, asking for nothing twice. */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogOf } from '../../src/commands/check.ts';
import { checkExternal } from '../../src/commands/check-external.ts';
import { openNewsroom } from '../../src/commands/newsroom.ts';
import { placeOf } from '../../src/problem.ts';
import { here, type OtherSites, openSites, resolveHere, StillClock } from '../check/external/other-sites.ts';
import { buildHere, runHere } from '../support/cli.ts';
import { articleText, type Newsroom, newsroom, siteYaml } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/ferry.md';
const site = siteYaml.replace(/social:.*/s, '');
const day = 24 * 3_600_000;

async function roomWith(files: Record<string, string>, git = false): Promise<Newsroom> {
  const room = newsroom({ git, files: { 'site.yaml': site, ...files } });
  await room.rendered();
  return room;
}

type Asked = { clock?: StillClock; resolve?: typeof resolveHere; all?: boolean; minutes?: number };

/** Problems as `place code what fix`, and the lines after them. */
async function check(room: Newsroom, { clock = new StillClock(), resolve = resolveHere, ...options }: Asked = {}) {
  const { content, cache } = room;
  const world = { clock, resolve, mayAsk: () => true, limitMs: here.limitMs };
  const opened = { newsroom: openNewsroom(room.folder), content, cache, ...options };
  const { told, counted } = await checkExternal(catalogOf(cache, room.out), opened, world);
  return {
    told: told.map((each) => `${placeOf(each)} ${each.weight} ${each.code} ${each.what} ${each.fix}`).sort(),
    counted,
  };
}

/** A story with a link of each fate. */
function everyFate(sites: OtherSites): string {
  sites.answer({
    'a.example/good': 200,
    'a.example/forbidden': 403,
    'b.example/odd': 999,
    'b.example/broken': 502,
    'c.example/old': [301, { Location: sites.at('c.example/new') }],
    'c.example/new': 200,
  });
  const names = [
    'a.example/good',
    'a.example/lost',
    'a.example/forbidden',
    'b.example/odd',
    'b.example/broken',
    'c.example/old',
  ];
  const links = names.map((name) => `See [it](${sites.at(name)}).`);
  const twice = `Again [the lost one](${sites.at('a.example/lost')}).`;
  return articleText({ sources: [{ title: 'S', url: 'http://nowhere.invalid/x' }] }, [...links, twice].join('\n\n'));
}

test('a dead link is told on the second day, once at each of its places, and stops nothing', async () => {
  const sites = await openSites();
  const room = await roomWith({ [story]: everyFate(sites) }, true);
  const clock = new StillClock();
  const unknown = '3 could not be judged: 1 × 403, 1 × 502, 1 × 999.';
  const moved = `content/${story}:20:10 advice check/external-moved “${sites.at('c.example/old')}” has moved for good, and the old address may end one day. Look whether the new page is still the one that is meant, and write ${sites.at('c.example/new')}.`;
  expect(await check(room, { clock })).toEqual({
    told: [moved],
    counted: [
      'external: 7 links, 4 hosts, 7 asked',
      '2 may be dead; a second look, a day later, will tell.',
      unknown,
      'No dead links found.',
    ],
  });
  clock.at += day;
  const lost = sites.at('a.example/lost');
  const copy = (href: string) =>
    `Link to a copy, if there is one at https://web.archive.org/web/20151126/${href}, or take the link out.`;
  const since = 'on 2026-11-27, and nothing has been there since 2026-11-26.';
  const dead = (place: string) =>
    `content/${story}:${place} advice check/external-dead “${lost}” is dead: the answer was 404 ${since} ${copy(lost)}`;
  const host = 'http://nowhere.invalid/x';
  const nowhere = `content/${story}:7:30 advice check/external-dead “${host}” is dead: there was no such host ${since} ${copy(host)}`;
  const told = [dead('12:10'), dead('22:22'), moved, nowhere].sort();
  // The two that may be dead and the one that was broken; a refusal is not asked again so soon.
  expect(await check(room, { clock })).toEqual({
    told,
    counted: ['external: 7 links, 4 hosts, 3 asked', unknown, '2 dead links.'],
  });
  const asked = sites.asked.length;
  expect(await check(room, { clock })).toEqual({
    told,
    counted: ['external: 7 links, 4 hosts, 0 asked', unknown, '2 dead links.'],
  });
  expect(sites.asked).toHaveLength(asked);
  sites.answer({ 'a.example/lost': 200 });
  expect((await check(room, { clock, all: true })).told).toEqual([moved, nowhere].sort());
});

test('a text that was edited since the build is told without a line, and a link that was taken out is forgotten', async () => {
  const sites = await openSites();
  const text = articleText({}, `See [it](${sites.at('a.example/lost')}).`);
  const room = await roomWith({ [story]: text });
  const clock = new StillClock();
  await check(room, { clock });
  clock.at += day;
  room.write({ [story]: text.replace('See', 'First see') });
  expect((await check(room, { clock })).told).toEqual([
    expect.stringMatching(/^content\/articles\S+\.md advice check\/external-dead /),
  ]);
  room.write({ [story]: articleText({}, 'Nothing to see.') });
  await room.rendered();
  expect((await check(room, { clock })).told).toEqual([]);
  room.write({ [story]: text });
  await room.rendered();
  expect((await check(room, { clock })).counted).toContain('1 may be dead; a second look, a day later, will tell.');
});

test('what was learnt outlives the catalog', async () => {
  const sites = await openSites();
  sites.answer({ 'a.example/good': 200 });
  const room = await roomWith({ [story]: articleText({}, `See [it](${sites.at('a.example/good')}).`) });
  await check(room);
  for (const file of ['production.sqlite', 'production.sqlite.sum']) rmSync(join(room.cache, file));
  await room.build();
  expect((await check(room)).counted).toEqual(['external: 1 link, 1 host, 0 asked', 'No dead links found.']);
  expect(sites.asked).toEqual(['HEAD a.example/good']);
});

test('hosts see who asks; one that is busy is left alone, across checks too; what there was no time for is first the next time', async () => {
  const sites = await openSites();
  const names = ['a.example/1', 'a.example/2', 'a.example/3', 'b.example/1', 'b.example/2'];
  for (const name of names) sites.answer({ [name]: 200 });
  sites.answer({ 'b.example/1': [429, { 'Retry-After': '7200' }] });
  const room = await roomWith({ [story]: articleText({}, names.map((name) => `[it](${sites.at(name)})`).join(' ')) });
  const clock = new StillClock();
  const first = await check(room, { clock, minutes: 0.025 });
  expect(sites.asked.toSorted()).toEqual(['HEAD a.example/1', 'HEAD a.example/2', 'HEAD b.example/1']);
  expect(first.counted).toContain('external: 5 links, 2 hosts, 3 asked, 2 left for the next time');
  expect(new Set(sites.headers.map((each) => each['user-agent']))).toEqual(
    new Set([expect.stringMatching(/^Broadsheet\/[\d.]+ \(checks links of https:\/\/courier\.example\/\)$/)]),
  );
  sites.asked.length = 0;
  clock.at += 3_600_000;
  expect((await check(room, { clock })).counted[0]).toBe(
    'external: 5 links, 2 hosts, 1 asked, 1 left for the next time',
  );
  expect(sites.asked).toEqual(['HEAD a.example/3']);
  clock.at += 3_600_000;
  expect((await check(room, { clock })).counted[0]).toBe('external: 5 links, 2 hosts, 1 asked');
  expect(sites.asked).toEqual(['HEAD a.example/3', 'HEAD b.example/2']);
});

test('without a network nothing is learnt; a host that is not there is one only if the site’s own is', async () => {
  const room = await roomWith({ [story]: articleText({}, 'See [it](http://nowhere.invalid/).') });
  const resolve = (host: string) => resolveHere(`${host}.invalid`);
  const clock = new StillClock();
  await expect(check(room, { clock, resolve })).rejects.toThrow(
    'Nobody has answered, and courier.example itself cannot be found: this machine seems to have no network. Nothing was remembered of this check.',
  );
  clock.at += day;
  expect((await check(room, { clock })).counted).toContain('1 may be dead; a second look, a day later, will tell.');
});

describe('on the command line', () => {
  const args = ({ content, out, cache, folder }: Newsroom) => [
    '--newsroom',
    folder,
    '--content',
    content,
    '--out',
    out,
    '--cache',
    cache,
  ];

  test('nothing but check --external asks, and that never asks this machine itself', async () => {
    const sites = await openSites();
    const links = `See [it](${sites.at('127.0.0.1/x')}) and [it](${sites.at('localhost/x')}).`;
    const room = newsroom({ files: { 'site.yaml': site, [story]: articleText({}, links) } });
    expect((await buildHere(room)).code).toBe(0);
    const plain = await runHere(['check', ...args(room)]);
    expect(plain.stdout).toContain('No problems found.');
    expect(existsSync(join(room.cache, 'external-links.jsonl'))).toBe(false);
    // No name server is asked: an address has no name, and “localhost” is on this machine's own list.
    const asked = await runHere(['check', '--external', '--minutes', '1', ...args(room)]);
    expect(asked).toMatchObject({ code: 0, stderr: '' });
    expect(asked.stdout).toContain('2 could not be judged: 2 × an address of a private network.');
    const json = await runHere(['check', '--external', '--format', 'json', ...args(room)]);
    expect(json).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(sites.asked).toEqual([]);
  });

  test('wrong usage is told: a folder that no build left so, a time that is none, a time without --external', async () => {
    const room = await roomWith({});
    const wrong = async (...more: string[]) => {
      const { code, stderr } = await runHere(['check', ...args(room), ...more]);
      expect(code).toBe(2);
      return stderr;
    };
    expect(await wrong('--minutes', '3')).toContain('--minutes is only for --external.');
    for (const minutes of ['0', '-1', 'soon', 'Infinity'])
      expect(await wrong('--external', `--minutes=${minutes}`)).toContain(`such as 30, not “${minutes}”.`);
    rmSync(room.cache, { recursive: true });
    expect(await wrong('--external')).toContain('Build it again');
  });
});
