/**
 * The same newsroom for us, for stock Eleventy and, where it is installed, for Hugo: all on one file system, in turns, each
 * into an empty folder. Peers build everything each time, whatever changed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { restyled } from './changes.ts';
import { type Measured, measure } from './measure.ts';
import { writeHugoSite } from './peers/hugo.ts';
import { type Peer, writeEleventySite } from './peers/stock-eleventy.ts';
import { styleOf } from './peers/style.ts';
import { compareUrls, urlsOf } from './peers/urls.ts';
import type { Room } from './room.ts';

/** `ratios`: to the first build of each peer, by its name; of a peer there are none. */
export type Compared = { work: string; ratios: Record<string, number> } & Measured;

export async function comparePeers(room: Room, rounds: number, isChecked: boolean): Promise<Compared[]> {
  const measured = new Map<string, Measured[]>();
  const note = (work: string, result: Measured) => measured.set(work, [...(measured.get(work) ?? []), result]);
  const peers = new Map<string, Peer>();
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    await buildOurs(room, { round, isChecked, note });
    for (const [name, make] of makersOf(room)) {
      const peer = failed.has(name) ? undefined : make();
      if (!peer) continue;
      const result = await measureOrSay(name, peer);
      if (!result) failed.add(name);
      if (!result) continue;
      note(name, result);
      peers.set(name, peer);
    }
  }
  for (const [name, { out }] of peers) sayUrls(name, compareOut(room), out);
  const medians = [...measured].map(([work, list]) => ({ work, ...median(list) }));
  const theirs = medians.filter(({ work }) => peers.has(work));
  const rows = medians.map((row) => ({
    ...row,
    ratios: peers.has(row.work)
      ? {}
      : Object.fromEntries(theirs.map(({ work, seconds }) => [work, row.seconds / seconds])),
  }));
  for (const row of rows) sayRow(row);
  return rows;
}

type Ours = { round: number; isChecked: boolean; note(work: string, result: Measured): void };

async function buildOurs(room: Room, { round, isChecked, note }: Ours): Promise<void> {
  const place = room.placeNamed('first-');
  for (const folder of Object.values(place)) rmSync(folder, { recursive: true, force: true });
  const build = (engine = room.engine) => room.buildWith(engine, place, '--commit', 'HEAD');
  note('first build', await build());
  if (isChecked) note('first check', await room.check(place));
  await room.commit(room.oneMore(round));
  note('one new story', await build());
  for (const what of ['article', 'token'] as const) note(restyled[what], await build(room.restyledEngine(what, round)));
}

function compareOut(room: Room): string {
  return room.placeNamed('first-').out;
}

/** Each writes the project of a peer, of the last commit. */
function makersOf(room: Room): [name: string, make: () => Peer | undefined][] {
  spawnSync('git', ['-C', room.repository, 'reset', '--quiet', '--hard', 'main']);
  const content = join(room.repository, 'content');
  const style = styleOf(readFileSync(join(compareOut(room), 'index.html'), 'utf8'));
  return [
    ['Hugo', () => writeHugoSite(join(room.folder, 'hugo'), content, style)],
    ['stock Eleventy', () => writeEleventySite(join(room.folder, 'eleventy'), content, style)],
  ];
}

/** Undefined if the peer cannot build a newsroom of this size; why is said. */
async function measureOrSay(name: string, { command, cwd }: Peer): Promise<Measured | undefined> {
  try {
    const { output: _output, ...measured } = await measure(command, cwd);
    return measured;
  } catch (error) {
    const why = /.*(heap out of memory|Killed|ENOMEM).*/.exec((error as Error).message)?.[0];
    console.log(`${name} built nothing: ${why?.trim() ?? (error as Error).message}`);
    return undefined;
  }
}

function median<T extends Measured>(list: T[]): T {
  return list.sort((a, b) => a.seconds - b.seconds)[Math.floor(list.length / 2)] as T;
}

function sayUrls(name: string, ours: string, theirs: string): void {
  const { same, onlyOurs, onlyTheirs } = compareUrls(urlsOf(ours), urlsOf(theirs));
  const some = (urls: string[]) => (urls.length > 0 ? ` (${urls.slice(0, 3).join(', ')})` : '');
  console.log(
    `${name}: ${same} URLs the same, ${onlyOurs.length} only ours${some(onlyOurs)}, ${onlyTheirs.length} only theirs${some(onlyTheirs)}`,
  );
}

function sayRow({ work, seconds, cpuSeconds, megabytes, ratios }: Compared): void {
  const said = Object.entries(ratios).map(([peer, ratio]) => `${ratio.toFixed(2)} × ${peer}`);
  console.log(
    [
      ...[work.padEnd(20), `${seconds.toFixed(2)} s`, `${cpuSeconds.toFixed(2)} s CPU`, `${megabytes} MB`],
      ...said,
    ].join('  '),
  );
}
