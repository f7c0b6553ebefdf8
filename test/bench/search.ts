/** What the search costs: builds with it and without it, in turns; and the files and bytes that a query asks before it shows a story. */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { searchSite } from '../search/search-site.ts';
import { type GeneratedStory, oneMoreStory, rareWord, siteYaml, stories } from './generate.ts';
import { type Done, type Place, type Room, serial } from './room.ts';

const rounds = 3;
/** The end of the month after the last story, in which the new ones are; and the first day of the year after that. */
const december = '2015-12-31T12:00:00Z';
const newYear = '2016-01-01T12:00:00Z';

/** Each is a branch of the newsroom. */
const ways = ['without', 'with'] as const;
type Way = (typeof ways)[number];

type Costs = Record<Way, Done[]>;

/** `change`: of a round; without one, only the clock has gone on. */
type Turns = { now: string; times: number; change(round: number): GeneratedStory | undefined };

export async function measureSearch(room: Room): Promise<object> {
  const old = oldStories(room);
  for (const way of ways) {
    for (const folder of Object.values(placeOf(room, way))) rmSync(folder, { recursive: true, force: true });
    spawnSync('git', ['-C', room.repository, 'branch', '--quiet', '-D', way]); // a room that was kept begins anew
    await room.commitTo(way, { path: 'site.yaml', text: `${siteYaml}search: ${way === 'with'}\n` });
  }
  const of = (round: number) => old[round] as GeneratedStory;
  const costs: Record<string, Costs> = {};
  const take = async (
    work: string,
    now: string,
    change: (round: number) => GeneratedStory | undefined,
    times = rounds,
  ) => {
    const done = await inTurns(room, { now, times, change });
    costs[work] = done;
    tellCosts(work, done);
  };
  await take('first build', december, () => undefined, 1);
  await take('one new story', december, (round) => room.oneMore(round));
  await take('an old text corrected', december, (round) => corrected(of(round), round));
  await take('the year ends', newYear, () => undefined, 1);
  await take('a text of a closed year corrected', newYear, (round) => corrected(of(rounds + round), round));
  await take('a story of a closed year rewritten', newYear, (round) => rewritten(room, of(2 * rounds + round), round));
  await take('a story put into a closed year', newYear, (round) => putBeside(room, of(3 * rounds + round), round));
  await take('a story of a closed year withdrawn', newYear, (round) => withdrawn(of(4 * rounds + round)));
  for (const way of ways)
    console.log(`${way} search: catalog ${Math.round(catalogBytes(placeOf(room, way)) / 1e6)} MB`);
  const queries = [];
  for (const text of queriesOf(room)) queries.push(await costOfQuery(placeOf(room, 'with').out, text));
  for (const { text, files, kilobytes, found } of queries)
    console.log(`${text.padEnd(36)} ${files} files, ${kilobytes} kB before the first of ${found}`);
  return { costs, queries };
}

function placeOf(room: Room, way: Way): Place {
  return room.placeNamed(`${way}-`);
}

/** The machine may do other things too: both ways take the same turns. */
async function inTurns(room: Room, { now, times, change }: Turns): Promise<Costs> {
  const costs: Costs = { without: [], with: [] };
  for (let round = 0; round < times; round++)
    for (const way of ways) {
      const file = change(round);
      if (file) await room.commitTo(way, file);
      costs[way].push(await room.buildWith(room.engine, placeOf(room, way), '--commit', way, '--now', now));
    }
  return costs;
}

function tellCosts(work: string, costs: Costs): void {
  const of = (way: Way, key: 'seconds' | 'cpuSeconds' | 'bytes' | 'written') => {
    const sorted = costs[way].map((done) => done[key]).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] as number;
  };
  const told = (key: 'seconds' | 'cpuSeconds') => {
    const [off, on] = [of('without', key), of('with', key)];
    return `${off.toFixed(2)} s → ${on.toFixed(2)} s (${(on / off).toFixed(2)} ×)`;
  };
  const bytes = Math.round((of('with', 'bytes') - of('without', 'bytes')) / 1000).toLocaleString('en');
  const files = of('with', 'written') - of('without', 'written');
  console.log(`${work.padEnd(36)} ${told('seconds')}, CPU ${told('cpuSeconds')}, ${files} files and ${bytes} kB more`);
}

function catalogBytes({ cache }: Place): number {
  return statSync(join(cache, 'production.sqlite')).size;
}

function oldStories({ size }: Room): GeneratedStory[] {
  const first = Math.floor(size.articles / 2);
  return [...stories(size).take(first + 5 * rounds)].slice(first);
}

/** A name that was wrong, and some words about it. */
function corrected({ path, text }: GeneratedStory, round: number): GeneratedStory {
  return { path, text: text.replace('begins here', `starts with Zanzibari${serial}x${round} and seven other words`) };
}

/** It stays the story that it was, with another text. */
function rewritten({ size }: Room, { path, text }: GeneratedStory, round: number): GeneratedStory {
  const [, body = ''] = splitMatter(oneMoreStory(size, serial + round).text);
  return { path, text: `${splitMatter(text)[0]}${body}` };
}

/** Another story, a minute later. */
function putBeside({ size }: Room, { path, text }: GeneratedStory, round: number): GeneratedStory {
  const [matter, body] = splitMatter(oneMoreStory(size, serial + 100 + round).text);
  const [date = ''] = /^date: .*$/m.exec(text) ?? [];
  return {
    path: path.replace(/[^/]*$/, `beside-${serial}-${round}.md`),
    text: `${matter.replace(/^date: .*$/m, date)}${body}`,
  };
}

function withdrawn({ path, text }: GeneratedStory): GeneratedStory {
  return { path, text: text.replace('\n---\n', '\nwithdrawn: {date: 2015-12-30, reason: It was wrong}\n---\n') };
}

function splitMatter(text: string): [matter: string, body: string] {
  const end = text.indexOf('\n---\n') + 5;
  return [text.slice(0, end), text.slice(end)];
}

/** Of frequent words, of rarer ones, of two and of three, and of words still being written. */
function queriesOf({ size: { vocabulary = 1000 } }: Room): string[] {
  const word = (rank: number) => rareWord(rank, vocabulary);
  const [often, some, rare, rarest] = [20, vocabulary / 50, vocabulary / 5, vocabulary - 2].map(Math.floor) as [
    number,
    number,
    number,
    number,
  ];
  return [
    `${word(often)} `,
    `${word(some)} `,
    `${word(rare)} `,
    `${word(rarest)} `,
    `${word(often)} ${word(some)} `,
    `${word(often)} ${word(rare)} `,
    `${word(some)} ${word(rare)} `,
    `${word(often)} ${word(often + 1)} ${word(some)} `,
    word(rare).slice(0, 5),
    'zanzib',
  ];
}

async function costOfQuery(out: string, text: string) {
  const { asked } = await searchSite(out, text, { most: 1 });
  const { urls } = await searchSite(out, text);
  return { text, files: asked.length, kilobytes: kilobytesOf(out, asked), found: urls.length };
}

/** As hosts send them. */
function kilobytesOf(out: string, urls: readonly string[]): number {
  const packed = urls.map((url) =>
    brotliCompressSync(readFileSync(join(out, url)), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  );
  return Math.round(packed.reduce((sum, { length }) => sum + length, 0) / 100) / 10;
}
