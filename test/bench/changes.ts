/** What each kind of change costs, whatever the archive: medians of builds, each after a change of its own. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type GeneratedStory, oneMoreStory, oneOfOld, stories } from './generate.ts';
import { type Done, type Room, serial } from './room.ts';

export type Row = { work: string } & Done;

const timesEach = 3;

export const restyled = { article: 'the article’s layout changed', token: 'a token changed' };

export async function measureChanges(room: Room, isChecked: boolean): Promise<Row[]> {
  const rows: Row[] = [];
  const say = (row: Row) => {
    rows.push(row);
    sayRow(row, room.size.perDay !== undefined);
  };
  const repeat = async (work: string, change: (round: number) => Promise<unknown>, after = () => room.build()) => {
    const results: Done[] = [];
    for (let round = 0; round < timesEach; round++) {
      await change(round);
      results.push(await after());
    }
    const median = results.sort((a, b) => a.seconds - b.seconds)[Math.floor(timesEach / 2)];
    if (median) say({ work, ...median });
  };
  const { out, cache } = room.place;
  const all = firstStories(room, 200 + 3 * timesEach).slice(200);
  const old = (round: number) => all[round] as GeneratedStory;

  if (!existsSync(cache) || !existsSync(out)) say({ work: 'first build', ...(await room.build()) });
  else await room.build();
  console.log(`catalog ${(statSync(join(cache, 'production.sqlite')).size / 1e6).toFixed(0)} MB`);
  await repeat('nothing new', async () => {});
  await repeat('one new story', (round) => room.commit(room.oneMore(round)));
  await repeat('one that comes years late', (round) =>
    room.commit(oneOfOld(room.size, old(2 * timesEach + round), serial + round)),
  );
  await repeat('an old body edited', (round) =>
    room.commit({ path: old(round).path, text: `${old(round).text}\nEdited ${process.pid} ${round}.\n` }),
  );
  await repeat('an old story retitled', (round) => {
    const { path, text } = old(timesEach + round);
    return room.commit({ path, text: text.replace(/^title: .*$/m, `title: Another title ${serial} ${round}`) });
  });
  await repeat('an author of many stories renamed', (round) =>
    room.commit({ path: 'authors/author-7.yaml', text: `name: Renamed ${serial} ${round}\n` }),
  );
  await repeat(
    'an embargo passing',
    async (round) => {
      const story = oneMoreStory(room.size, 1);
      const path = `articles/2040/01/0${round + 1}/embargoed-${serial}.md`;
      await room.commit({ path, text: story.text.replace(/^date: .*$/m, `date: 2040-01-0${round + 1} 12:00`) });
      await room.build();
    },
    () => room.build('--now', '2040-01-03T13:00Z'),
  );
  if (isChecked) {
    say({ work: 'first check', ...(await room.check()) });
    await repeat(
      'check after one new story',
      async (round) => {
        await room.commit(room.oneMore(30 + round));
        await room.build();
      },
      () => room.check(),
    );
  }
  const inWorkTree = (...args: string[]) => spawnSync('git', ['-C', room.repository, ...args]);
  const buildWorkTree = () => room.buildWith(room.engine, room.place);
  inWorkTree('reset', '--hard', '--quiet');
  await buildWorkTree();
  await repeat('nothing new, from the working tree', async () => {}, buildWorkTree);
  await repeat(
    'one new story, from the working tree',
    async (round) => {
      const { path, text } = room.oneMore(20 + round);
      const file = join(room.repository, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    },
    buildWorkTree,
  );
  inWorkTree('clean', '-fdq');
  for (const what of ['article', 'token'] as const)
    say({ work: restyled[what], ...(await room.buildWith(room.restyledEngine(what), room.place, '--commit', 'HEAD')) });
  return rows;
}

function firstStories({ size }: Room, n: number): GeneratedStory[] {
  const found: GeneratedStory[] = [];
  for (const story of stories(size)) if (found.push(story) === n) break;
  return found;
}

function sayRow(row: Row, isByEnding: boolean): void {
  const { work, seconds, cpuSeconds, megabytes, routes, rendered, written, bytes, bytesByEnding } = row;
  const cells = [work.padEnd(34), `${seconds.toFixed(2)} s`, `${cpuSeconds.toFixed(2)} s CPU`, `${megabytes} MB`];
  const made =
    routes > 0
      ? [`${rendered} of ${routes} rendered`, `${written} written`, `${kilobytes(bytes)} kB`]
      : [`${rendered} pages judged`];
  console.log([...cells, ...made].join('  '));
  const endings = Object.entries(bytesByEnding).sort(([, a], [, b]) => b - a);
  if (isByEnding && endings.length > 0)
    console.log(`${' '.repeat(36)}${endings.map(([ending, each]) => `${ending} ${kilobytes(each)} kB`).join(', ')}`);
}

function kilobytes(bytes: number): string {
  return Math.round(bytes / 1000).toLocaleString('en');
}
