/**
 * A built newsroom of six stories in two sections, two months of autumn and one of winter, three topics
 * and two authors; and the two questions every change to it is asked: which URLs were rendered, and is
 * there anything left to do.
 */
import { expect } from 'vitest';
import type { BuildOptions, BuildReport } from '../../src/commands/build.ts';
import { articleText, isOfSearch, type Kept, type Newsroom, newsroom, treeOf } from './newsroom.ts';

export const paths = {
  ferry: 'articles/2015/10/05/ferry.md',
  storm: 'articles/2015/10/20/storm.md',
  bridge: 'articles/2015/11/10/bridge.md',
  concert: 'articles/2015/11/26/concert.md',
  regatta: 'articles/2015/11/26/regatta.md',
  market: 'articles/2015/12/01/market.md',
};

type Name = keyof typeof paths;

const stories: Record<Name, Record<string, unknown>> = {
  ferry: { title: 'Ferry', date: '2015-10-05 10:00', authors: ['ann'], section: 'world', topics: ['sea'] },
  storm: { title: 'Storm', date: '2015-10-20 10:00', authors: ['ben'], section: 'world', topics: ['sea'] },
  bridge: { title: 'Bridge', date: '2015-11-10 10:00', authors: ['ann'], section: 'world', topics: ['town'] },
  concert: { title: 'Concert', date: '2015-11-26 09:00', authors: ['ben'], section: 'culture', topics: ['music'] },
  regatta: {
    title: 'Regatta',
    date: '2015-11-26 18:00',
    authors: ['ann'],
    section: 'culture',
    topics: ['sea', 'music'],
  },
  market: { title: 'Market', date: '2015-12-01 10:00', authors: ['ben'], section: 'world', topics: ['town'] },
};

/** A story of the town with what a test changes. */
export function story(name: Name, fields: Record<string, unknown> = {}, body?: string): string {
  return articleText({ ...stories[name], ...fields }, body);
}

/** Towns as they were when they had been built, by what was asked for. */
const towns = new Map<string, Kept>();

/** The newsroom, built once at the instant that the tests go on from. */
export async function smallTown(
  files: Record<string, string | Uint8Array> = {},
  options: Partial<BuildOptions> = {},
): Promise<Newsroom> {
  // A renderer or a maker of pictures is no part of a text.
  const isPlain = Object.values(options).every((option) => typeof option !== 'function');
  const asked = isPlain ? JSON.stringify([files, options]) : undefined;
  const like = asked === undefined ? undefined : towns.get(asked);
  if (like) return newsroom({ git: false, like });
  const written = Object.fromEntries((Object.keys(paths) as Name[]).map((name) => [paths[name], story(name)]));
  const authors = { 'authors/ann.yaml': 'name: Ann\nrole: Reporter\n', 'authors/ben.yaml': 'name: Ben\n' };
  const room = newsroom({ git: false, files: { ...written, ...authors, ...files } });
  await room.rendered(options);
  if (asked !== undefined) towns.set(asked, room.keep());
  return room;
}

/**
 * Builds after a change. Whatever it was, a second build asks nothing, and the site is, byte for
 * byte, the one that an empty folder and an empty cache give. What becomes of the search index is told apart.
 */
export async function rebuild(
  room: Newsroom,
  options: Partial<BuildOptions> = {},
): Promise<BuildReport & { rendered: string[]; removed: string[]; ofSearch: BuildReport['outcomes'] }> {
  const before = searchFiles(room);
  const whole = await room.build(options);
  const after = searchFiles(room);
  const [ofSearch, outcomes] = [true, false].map((is) => whole.outcomes.filter(({ url }) => isOfSearch(url) === is));
  const written = [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path) !== after.get(path),
  );
  const others = { routes: whole.routes - after.size, written: whole.written - written.length };
  const report = { ...whole, ...others, outcomes: outcomes ?? [], ofSearch: ofSearch ?? [] };
  expect(report.problems).toEqual([]);
  expect((await room.build(options)).outcomes, 'a second build asks nothing').toEqual([]);
  await room.build({ ...options, out: `${room.folder}/clean`, cache: undefined });
  expect(treeOf(room.out), 'as a clean build').toEqual(treeOf(`${room.folder}/clean`));
  const urls = (did: string) =>
    report.outcomes
      .filter((each) => each.did === did)
      .map(({ url }) => url)
      .sort();
  return { ...report, rendered: urls('rendered'), removed: urls('removed') };
}

function searchFiles({ out }: Newsroom): Map<string, string> {
  return new Map([...treeOf(out)].filter(([path]) => isOfSearch(`/${path.replace(/index\.html$/, '')}`)));
}

/** Why a URL was rendered, removed or asked. */
export function reason({ outcomes }: Pick<BuildReport, 'outcomes'>, url: string): string | undefined {
  return outcomes.find((each) => each.url === url)?.reason;
}

/**
 * `'/ /feed.{xml,json}'` as a sorted list. `{feeds}` stands for a front and its feeds, `{feed}` for a front
 * and the only one it has.
 */
export function urls(text: string): string[] {
  const written = text.replaceAll('{feeds}', '{,feed.xml,feed.atom,feed.json}').replaceAll('{feed}', '{,feed.xml}');
  return written.trim().split(/\s+/).flatMap(withBraces).sort();
}

function withBraces(url: string): string[] {
  const [, before = '', inside, after = ''] = /^(.*?)\{(.*?)\}(.*)$/.exec(url) ?? [];
  return inside === undefined ? [url] : inside.split(',').map((each) => before + each + after);
}
