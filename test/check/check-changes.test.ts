/**
 * After any change the check of what changed says what a survey of everything says. The pages are made
 * by a renderer that plants links no query knows of, so that the check can lean on nothing else. None of them is for search
 * engines: whether all pages are reached is asked of everything alone.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { Database } from '../../src/catalog/database.ts';
import { openBuiltSite } from '../../src/check/built-site.ts';
import { judgeEdition } from '../../src/check/check-edition.ts';
import type { Finding } from '../../src/check/finding.ts';
import { KnownLinks } from '../../src/check/known-links.ts';
import { catalogOf } from '../../src/commands/check.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { runHere } from '../support/cli.ts';
import { articleText, type Kept, type Newsroom, newsroom } from '../support/newsroom.ts';
import { checkLinks } from './gates.ts';
import { page } from './site-folder.ts';

// What it says is not asked here, and it would crawl the site hundreds of times.
vi.mock('../../src/check/with-linkinator.ts', () => ({
  checkWithLinkinator: async () => ({ findings: [], looked: { gate: 'linkinator', counts: { pages: 1 } } }),
}));

const siteUrl = 'https://courier.example';
const limits = { wholeFiles: 0, changedFiles: 10_000 };

/** What is planted: links that every page carries, by the page; changed, only pages rendered later carry it. */
type Planted = (url: string) => string;

function rendererOf(planted: () => Planted): PageRenderer {
  return async (routes) =>
    new Map(
      routes.map(({ url, props }) => [
        url,
        url.endsWith('.json')
          ? '{}'
          : /\.(xml|atom)$/.test(url)
            ? '<nothing/>'
            : url.endsWith('.txt')
              ? ''
              : page(`<p id="a${textOf(props)}">${planted()(url)}</p>`),
      ]),
    );
}

/** Something of the story that its page can be told by: its summary, as an id. */
function textOf(props: unknown): string {
  const { story } = props as { story?: { summary?: string } };
  return story?.summary ?? '';
}

const paths = ['25', '26', '27'].map((day) => `articles/2015/11/${day}/story.md`);
const urls = paths.map((path) => path.slice('articles'.length, -'.md'.length).concat('/'));

function textFor(index: number, summary: string, body = 'Text.'): string {
  return articleText({ date: `2015-11-${25 + index} 10:00`, title: `Story ${index}`, summary }, body);
}

/** Each finding, in one order. */
function said(findings: readonly Finding[]): string[] {
  return findings.map(({ path, line, code, what }) => `/${path} ${code} ${what} ${line}`).sort();
}

class Checked {
  readonly room: Newsroom;
  planted: Planted = nothing;
  readonly #render = rendererOf(() => this.planted);

  constructor(like?: Kept) {
    this.room = newsroom({ git: false, like });
    if (like) return;
    for (const [index, path] of paths.entries()) this.room.write({ [path]: textFor(index, `s${index}`) });
  }

  build() {
    return this.room.rendered({ render: this.#render });
  }

  /** `html` are the pages whose HTML is not good, or that have a style in an attribute. */
  async check(everything = false): Promise<{ told: string[]; html: string[]; knownGood: number }> {
    const catalog = openCatalog(this.room.cache);
    try {
      const known = new KnownLinks(catalog);
      const { findings, knownGood } = await judgeEdition({ out: this.room.out, siteUrl, known, everything, limits });
      const told = said(findings.filter(({ code }) => !/linkinator|html|style-attribute|looked-at-nothing/.test(code)));
      const bad = findings.filter(({ code }) => code === 'check/html' || code === 'check/style-attribute');
      const html = [...new Set(bad.map(({ path }) => `/${path}`))];
      return { told, html, knownGood };
    } finally {
      catalog.close();
    }
  }

  /** Checks what changed, then everything with nothing remembered, which must say the same. */
  async checkBoth(): Promise<{ told: string[]; knownGood: number }> {
    const changes = await this.check();
    const whole = await checkLinks(openBuiltSite({ out: this.room.out, siteUrl }));
    const told = said(whole.findings);
    expect(changes.told).toEqual(told);
    return changes;
  }
}

const nothing: Planted = () => '';
/** The site with nothing planted, built and checked. */
let sound: Kept | undefined;

async function ready(planted: Planted = nothing): Promise<Checked> {
  if (planted === nothing && sound) return new Checked(sound);
  const site = new Checked();
  site.planted = planted;
  await site.build();
  await site.check(true);
  if (planted === nothing) sound = site.room.keep();
  return site;
}

test('what did not change is not read again', async () => {
  const site = await ready();
  site.room.write({ [paths[2] as string]: textFor(2, 'other') });
  await site.build();
  const { knownGood } = await site.checkBoth();
  expect(knownGood).toBeGreaterThan(5);
});

test('pages that were not rendered again are told when what they link to goes, and again until it is mended', async () => {
  const site = await ready((url) => `<a href="${urls[0]}">first</a> ${url}`);
  const pages = (await site.check(true)).told;
  expect(pages).toEqual([]);
  site.room.remove(paths[0] as string);
  await site.build();
  const { told } = await site.checkBoth();
  expect(told.some((line) => line.startsWith('/contact') || line.includes('404.html'))).toBe(true);
  expect(told.length).toBeGreaterThan(5);
  expect((await site.checkBoth()).told).toEqual(told);
  site.room.write({ [paths[0] as string]: textFor(0, 's0') });
  await site.build();
  expect((await site.checkBoth()).told).toEqual([]);
});

/** Of the two gates that judge a page by itself. */
const bad = ['<b id="">x</b>', '<b style="color: red">x</b>'];

test.each(bad)('HTML that a build has broken is told, and again until it is mended: %s', async (broken) => {
  const site = await ready();
  expect((await site.check()).html).toEqual([]);
  site.planted = () => broken;
  site.room.write({ [paths[2] as string]: textFor(2, 'other') });
  await site.build();
  const { html } = await site.check();
  expect(html).toContain(`${urls[2]}index.html`);
  expect(html).not.toContain(`${urls[0]}index.html`);
  expect((await site.check()).html).toEqual(html);
  site.planted = () => '';
  site.room.write({ [paths[2] as string]: textFor(2, 's2') });
  await site.build();
  expect((await site.check()).html).toEqual([]);
});

test.each(bad)(
  'HTML that a check of everything found bad is told by the next check of what changed: %s',
  async (broken) => {
    const site = await ready();
    site.planted = (url) => (url === urls[2] ? broken : '');
    site.room.write({ [paths[2] as string]: textFor(2, 'other') });
    await site.build();
    const { html } = await site.check(true);
    expect(html).toEqual([`${urls[2]}index.html`]);
    expect((await site.check()).html).toEqual(html);
  },
);

test('a page that is not in the folder and links to what has gone is told of all the same', async () => {
  const site = await ready((url) => (url === urls[1] ? `<a href="${urls[0]}">first</a>` : ''));
  site.room.remove(paths[0] as string);
  await site.build();
  rmSync(join(site.room.out, `${urls[1]}index.html`));
  expect((await site.check()).told).toContainEqual(expect.stringContaining(`${urls[1]}index.html check/not-at-hand`));
});

async function placeGoes(): Promise<void> {
  const site = await ready((url) => (url === urls[1] ? `<a href="${urls[0]}#as0">place</a>` : ''));
  site.room.write({ [paths[0] as string]: textFor(0, 'renamed') });
  await site.build();
  expect((await site.checkBoth()).told).toMatchObject([expect.stringMatching(/11\/26\/story.*broken-fragment.*as0/)]);
  site.room.write({ [paths[0] as string]: textFor(0, 's0') });
  await site.build();
  expect((await site.checkBoth()).told).toEqual([]);
}

test('a place that goes from a page is told where it is named', placeGoes);

test('a page that goes and comes back between two checks is right, and its new number is known', async () => {
  const site = await ready(() => `<a href="${urls[0]}">first</a>`);
  for (const step of ['gone', 'back', 'checked', 'gone again'] as const) {
    if (step === 'checked') expect((await site.checkBoth()).told).toEqual([]);
    else if (step === 'back') site.room.write({ [paths[0] as string]: textFor(0, 's0') });
    else site.room.remove(paths[0] as string);
    await site.build();
  }
  expect((await site.checkBoth()).told.length).toBeGreaterThan(5);
});

test('a folder that was tampered with is only seen by judging everything', async () => {
  const site = await ready();
  const file = join(site.room.out, '404.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<p', '<p><a href="/nothing/">x</a></p><p'));
  expect((await site.check()).told).toEqual([]);
  expect((await site.check(true)).told).toMatchObject([expect.stringMatching(/404\.html check\/broken-link/)]);
});

/** Lives of a site: each step plants something else, changes or removes a story, and now and then checks. */
const life = fc.array(
  fc.record({
    what: fc.constantFrom('change', 'remove', 'write'),
    story: fc.nat(2),
    link: fc.nat(4),
    check: fc.boolean(),
  }),
  { minLength: 4, maxLength: 8 },
);
const livesAtRandom = process.env.BROADSHEET_TEST === 'long' ? 15 : 6;
type Life = { what: string; story: number; link: number; check: boolean }[];

async function live(steps: Life): Promise<void> {
  const site = await ready();
  try {
    for (const { what, story, link, check } of steps) {
      const path = paths[story] as string;
      const target = urls[link % 3];
      site.planted = (url) =>
        link === 4 ? '' : `<a href="${target}${link === 3 ? '#as0' : ''}">${url === target ? 'self' : 'x'}</a>`;
      const isThere = existsSync(join(site.room.content, path));
      if (what === 'remove' && isThere) site.room.remove(path);
      else site.room.write({ [path]: textFor(story, what === 'change' ? `t${link}` : `s${story}`) });
      await site.build();
      if (check) await site.checkBoth();
    }
    await site.checkBoth();
  } finally {
    site.room.dispose();
  }
}

test('whatever happens to a site, both checks say the same', async () => {
  await fc.assert(fc.asyncProperty(life, live), { numRuns: livesAtRandom, seed: 11, endOnFailure: true });
});

describe('a mistake in what is remembered is caught', () => {
  afterEach(() => vi.restoreAllMocks());

  const anyLife = () =>
    fc.assert(fc.asyncProperty(life, live), { numRuns: livesAtRandom, seed: 11, endOnFailure: true });
  const mistakes: Record<string, [RegExp, () => Promise<void>]> = {
    'what is written is not noted': [/INSERT OR IGNORE INTO unchecked/, anyLife],
    'where files link to is not kept': [/REPLACE INTO link /, anyLife],
    'places that are named are not kept': [/INTO link_to_place/, placeGoes],
  };
  test.each(Object.entries(mistakes))('%s', async (_, [forgotten, lives]) => {
    const { run } = Database.prototype;
    vi.spyOn(Database.prototype, 'run').mockImplementation(function (this: Database, sql, ...values) {
      return forgotten.test(sql) ? { changes: 0, id: 0 } : run.call(this, sql, ...values);
    });
    await expect(lives()).rejects.toThrow();
  });
});

test('a small site is judged whole, so that a file that somebody removed is missed', async () => {
  const room = newsroom({ git: false, files: { [paths[0] as string]: textFor(0, 's') } });
  await room.rendered();
  const check = () => runHere(['check', '--out', room.out, '--cache', room.cache, '--format', 'json']);
  expect(await check()).toMatchObject({ code: 0 });
  rmSync(join(room.out, 'world/index.html'));
  const { code, stdout } = await check();
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toContainEqual(expect.objectContaining({ code: 'check/broken-link' }));
});

test('what is known of a folder is believed only if the folder is as the build left it', async () => {
  const site = await ready();
  const { cache, out } = site.room;
  const isBelieved = () => {
    const catalog = catalogOf(cache, out);
    catalog?.close();
    return catalog !== undefined;
  };
  expect(isBelieved()).toBe(true);
  const marker = join(out, '.edition');
  const written = readFileSync(marker, 'utf8');
  for (const other of [`${'0'.repeat(32)}\n`, 'unfinished word\n']) {
    writeFileSync(marker, other);
    expect([other, isBelieved()]).toEqual([other, false]);
  }
  writeFileSync(marker, written);
  const catalog = openCatalog(cache);
  catalog.state.set('writing', 'word');
  catalog.close();
  expect(isBelieved()).toBe(false);
  rmSync(cache, { recursive: true });
  expect(isBelieved()).toBe(false);
  expect(existsSync(cache)).toBe(false);
});
