/**
 * The same newsroom for stock Eleventy and, where it is installed, for Hugo: how long each takes for
 * one more story, in turns with Broadsheet, and whether all make the same pages.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Measured, measure } from './measure.ts';
import { writeHugoSite } from './peers/hugo.ts';
import { type Peer, writeEleventySite } from './peers/stock-eleventy.ts';
import { styleOf } from './peers/style.ts';
import { compareUrls, urlsOf } from './peers/urls.ts';

type Settings = {
  /** The repository, whose work tree is made for the peers. */
  repository: string;
  folder: string;
  out: string;
  /** Adds one story as a commit, and builds it; its path below the content folder is in the work tree then. */
  buildOneMore(round: number): Promise<Measured>;
};

const rounds = 3;

export type Compared = { peer: string; ratio: number } & Measured;

export async function comparePeers({ repository, folder, out, buildOneMore }: Settings): Promise<Compared[]> {
  const content = join(repository, 'content');
  const style = styleOf(readFileSync(join(out, 'index.html'), 'utf8'));
  const makers: [string, () => Peer | undefined][] = [
    ['stock Eleventy', () => writeEleventySite(join(folder, 'eleventy'), content, style)],
    ['Hugo', () => writeHugoSite(join(folder, 'hugo'), content, style)],
  ];
  const ours: Measured[] = [];
  const theirs = new Map<string, Measured[]>();
  const failed = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    ours.push(await buildOneMore(round));
    spawnSync('git', ['-C', repository, 'reset', '--quiet', '--hard', 'main']);
    for (const [name, make] of makers) {
      const peer = failed.has(name) ? undefined : make();
      if (!peer) continue;
      const measured = await measureOrSay(name, peer);
      if (!measured) {
        failed.add(name);
        continue;
      }
      theirs.set(name, [...(theirs.get(name) ?? []), measured]);
      if (round === rounds - 1) sayUrls(name, out, peer.out);
    }
  }
  const own = median(ours);
  return [...theirs].map(([peer, list]) => ({ peer, ...median(list), ratio: median(list).seconds / own.seconds }));
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
