/** Builds killed on either side of every rename, removal and commit; then the next build, of the same commit and of the one before. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureOf } from '../support/canaries.ts';
import { type Run, runBuild, runProcess } from '../support/cli.ts';
import { contentsOf, differences } from '../support/folder-contents.ts';
import { articleText, lateEnough, type Newsroom, newsroom, projectRoot, testEngine } from '../support/newsroom.ts';

const killer = join(projectRoot, 'test/support/kill-at.ts');
const builder = join(projectRoot, 'test/support/build-directly.ts');

/** Its second commit adds a story, takes one away and renames one, so that files come, go and change. */
function twoCommits(): Newsroom {
  const room = newsroom({
    files: {
      'articles/2015/11/26/a.md': articleText({ title: 'Before' }),
      'articles/2015/10/20/b.md': articleText({ date: '2015-10-20 10:00', section: 'culture', topics: ['ferry'], image: { file: 'boat.png', alt: '' }, redirectFrom: ['/old/b/'] }),
      'articles/2015/10/20/b/boat.png': pictureOf('boat'),
    },
  });
  room.commit();
  return room;
}

function secondCommit(room: Newsroom): void {
  room.remove('articles/2015/10/20/b.md', 'articles/2015/10/20/b');
  room.write({
    'articles/2015/11/26/a.md': articleText({ title: 'After' }),
    'articles/2015/12/01/c.md': articleText({ date: '2015-12-01 10:00', image: { file: 'quay.png', alt: '' }, redirectFrom: ['/old/c/'] }),
    'articles/2015/12/01/c/quay.png': pictureOf('quay'),
  });
  room.commit();
}

function put(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** Puts the first commit's site and cache where the next build finds them. */
function restore(room: Newsroom, from: string, to = ''): void {
  for (const name of ['dist', 'cache']) put(join(room.folder, name + from), join(room.folder, name + to));
}

/** What differs from a clean build after a build killed at a step and the next one; empty if all is well. */
async function aftermath(room: Newsroom, killAt: string, kill: (killAt: string) => Promise<Run>, next: (commit: string) => Promise<unknown>, clean: Record<string, Record<string, string>>): Promise<string[]> {
  restore(room, '-first');
  const run = await kill(killAt);
  if (run.signal !== 'SIGKILL') return [`${killAt}: not killed but ${run.code}, ${run.stderr}`];
  restore(room, '', '-killed');
  const faults: string[] = [];
  for (const [commit, expected] of Object.entries(clean)) {
    restore(room, '-killed');
    await next(commit).catch((error: Error) => faults.push(`${killAt}, then ${commit}: ${error.message}`));
    faults.push(...differences(expected, contentsOf(room.out)).map((each) => `${killAt}, then ${commit}: ${each}`));
  }
  return faults;
}

/** Builds the first commit, keeps it as `-first`, and builds both commits clean. */
async function prepare(room: Newsroom, next: (commit: string) => Promise<unknown>): Promise<Record<string, Record<string, string>>> {
  await next('HEAD');
  restore(room, '', '-first');
  const first = contentsOf(room.out);
  secondCommit(room);
  rmSync(room.out, { recursive: true });
  rmSync(room.cache, { recursive: true });
  await next('HEAD');
  return { HEAD: contentsOf(room.out), 'HEAD~1': first };
}

test('a build killed at any step is finished by the next, also when its commit was taken back meanwhile', async () => {
  const room = twoCommits();
  const options = JSON.stringify({ content: room.content, out: room.out, cache: room.cache, now: lateEnough, engine: testEngine });
  const kill = (killAt: string) => runProcess(process.execPath, ['--import', killer, builder, options], { env: { KILL_AT: killAt } });
  const next = (commit: string) => room.rendered({ commit });
  const clean = await prepare(room, next);
  expect(differences(clean.HEAD ?? {}, clean['HEAD~1'] ?? {}).length).toBeGreaterThan(20);

  restore(room, '-first');
  const steps = (await kill('never')).stderr.trim().split('\n');
  expect(steps.filter((step) => step.startsWith('rename')).length).toBeGreaterThan(20);
  const faults: string[] = [];
  for (let step = 1; step <= steps.length; step += 1) {
    for (const side of ['before', 'after']) faults.push(...(await aftermath(room, `${side} ${step}`, kill, next, clean)));
  }
  expect(faults).toEqual([]);
}, 120_000);

test('so is one of the command line, with Eleventy, killed in its first, a middle and its last rename', async () => {
  const room = twoCommits();
  const env = (killAt: string) => ({ env: { KILL_AT: killAt, NODE_OPTIONS: `--import=${killer}` } });
  const kill = (killAt: string) => runBuild(room, [], env(killAt));
  const next = async (commit: string) => {
    const run = await runBuild(room, ['--commit', commit]);
    if (run.code !== 0) throw new Error(run.stderr);
  };
  const clean = await prepare(room, next);
  restore(room, '-first');
  const steps = (await kill('never')).stderr.trim().split('\n');
  const renames = steps.flatMap((step, index) => (step.startsWith('rename') ? [index + 1] : []));
  const chosen = [`after ${renames[0]}`, `before ${renames[Math.floor(renames.length / 2)]}`, `before ${renames.at(-1)}`];
  const faults: string[] = [];
  for (const killAt of chosen) faults.push(...(await aftermath(room, killAt, kill, next, clean)));
  expect(faults).toEqual([]);
}, 120_000);
