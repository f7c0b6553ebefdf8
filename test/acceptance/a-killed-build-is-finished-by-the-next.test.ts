/**
 * Builds killed on either side of every rename, removal and commit; then the next build, of the same commit and of
 * the one before. One process copies what a kill would leave at each step; real kills show that they leave just that.
 */
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureOf } from '../support/canaries.ts';
import { buildHere, type Run, runBuild, runProcess } from '../support/cli.ts';
import { contentsOf, differences, siteIn } from '../support/folder-contents.ts';
import {
  articleText,
  lateEnough,
  type Newsroom,
  newsroom,
  projectRoot,
  siteYaml,
  testEngine,
} from '../support/newsroom.ts';

const killer = join(projectRoot, 'test/support/kill-at.ts');
const child = join(projectRoot, 'test/support/build-directly.ts');

/** Of one language: each route is a step at which a build is killed, and those of another language are no other. */
const first = {
  'site.yaml': siteYaml.replace('languages: [en, ru]', 'languages: [en]'),
  'articles/2015/11/26/a.md': articleText({ title: 'Before' }),
  'articles/2015/10/20/b.md': articleText({
    date: '2015-10-20 10:00',
    section: 'culture',
    topics: ['ferry'],
    image: { file: 'boat.png', alt: '' },
    redirectFrom: ['/old/b/'],
  }),
  'articles/2015/10/20/b/boat.png': pictureOf('boat'),
};

/** Adds a story, takes one away and renames one, so that files come, go and change. */
function change(room: Newsroom): Newsroom {
  room.remove('articles/2015/10/20/b.md', 'articles/2015/10/20/b');
  return room.write({
    'articles/2015/11/26/a.md': articleText({ title: 'After' }),
    'articles/2015/12/01/c.md': articleText({
      date: '2015-12-01 10:00',
      image: { file: 'quay.png', alt: '' },
      redirectFrom: ['/old/c/'],
    }),
    'articles/2015/12/01/c/quay.png': pictureOf('quay'),
  });
}

function put(from: string, to: string): void {
  rmSync(to, { recursive: true, force: true });
  if (existsSync(from)) cpSync(from, to, { recursive: true });
}

/** Puts a site and its cache where the next build finds them, or keeps them. */
function copySite(room: Newsroom, from: string, to: string): void {
  for (const name of ['dist', 'cache']) put(join(room.folder, name + from), join(room.folder, name + to));
}

/** How a test builds: the state after the change, killed on the way; and either state, to the end. */
type Builder = {
  room: Newsroom;
  kill(killAt: string): Promise<Run>;
  build(state: 'before' | 'after'): Promise<unknown>;
};
type Trees = Record<'before' | 'after', Record<string, string>>;

/** Builds both states clean, and leaves the first one as `-first`. */
async function prepare({ room, build }: Builder): Promise<Trees> {
  await build('after');
  const after = contentsOf(room.out);
  rmSync(room.out, { recursive: true });
  rmSync(room.cache, { recursive: true });
  await build('before');
  copySite(room, '', '-first');
  return { after, before: contentsOf(room.out) };
}

/** The steps of the build that is to be killed, by name; what a kill would leave at each is copied. */
async function stepsOf({ room, kill }: Builder): Promise<string[]> {
  copySite(room, '-first', '');
  return (await kill('never')).stderr.trim().split('\n');
}

/** What differs from a clean build after a build killed at a step and one more, of either state; empty if all is well. */
async function aftermath({ room, build }: Builder, killAt: string, clean: Trees): Promise<string[]> {
  const faults: string[] = [];
  for (const state of ['after', 'before'] as const) {
    const said = `killed ${killAt}, then the state ${state} the change`;
    copySite(room, `-${killAt.replace(' ', '-')}`, '');
    await build(state).catch((error: Error) => faults.push(`${said}: ${error.message}`));
    faults.push(...differences(clean[state], contentsOf(room.out)).map((each) => `${said}: ${each}`));
  }
  return faults;
}

async function aftermaths(builder: Builder, killsAt: readonly string[], clean: Trees): Promise<string[]> {
  const faults: string[] = [];
  for (const killAt of killsAt) faults.push(...(await aftermath(builder, killAt, clean)));
  return faults;
}

/** Kills a build in earnest, and expects what was copied at that step: the same files of both folders, the site’s to the byte. */
async function expectAsCopied({ room, kill }: Builder, killAt: string): Promise<void> {
  copySite(room, '-first', '');
  expect(await kill(killAt)).toMatchObject({ signal: 'SIGKILL' });
  const copied = killAt.replace(' ', '-');
  expect(differences(siteIn(`${room.out}-${copied}`), siteIn(room.out))).toEqual([]);
  expect(Object.keys(contentsOf(room.cache))).toEqual(Object.keys(contentsOf(`${room.cache}-${copied}`)));
}

/** Without Eleventy, from a content folder and a child that is killed. */
function direct(room: Newsroom, build: Builder['build'], content = room.content): Builder {
  const options = JSON.stringify({ content, out: room.out, cache: room.cache, now: lateEnough, engine: testEngine });
  const env = { KILL_COPIES: room.folder };
  return {
    room,
    build,
    kill: (killAt) =>
      runProcess(process.execPath, ['--import', killer, child, options], { env: { ...env, KILL_AT: killAt } }),
  };
}

test('a build killed at any step is finished by the next, also when the change was taken back meanwhile', async () => {
  const room = newsroom({ git: false, files: first });
  const former = join(room.folder, 'former');
  cpSync(room.content, former, { recursive: true });
  change(room);
  const builder = direct(room, (state) => room.rendered({ content: state === 'after' ? room.content : former }));
  const clean = await prepare(builder);
  const steps = await stepsOf(builder);
  expect(steps.filter((step) => step.startsWith('rename')).length).toBeGreaterThan(20);
  // After one step is before the next but for the temporary file, so a few of them are enough.
  const killsAt = steps.flatMap((_, index) => [
    `before ${index + 1}`,
    ...(index % 6 === 0 ? [`after ${index + 1}`] : []),
  ]);
  expect(await aftermaths(builder, [...killsAt, `after ${steps.length}`], clean)).toEqual([]);
  for (const killAt of [`after ${Math.floor(steps.length / 2)}`, `before ${steps.length}`])
    await expectAsCopied(builder, killAt);
});

test('a first build killed before anything is in the output folder does not make it look like someone else’s', async () => {
  const room = newsroom({ git: false, files: first });
  await direct(room, () => room.rendered()).kill('never');
  for (const step of [1, 2, 3, 4, 5]) {
    copySite(room, `-before-${step}`, '');
    expect(Object.keys(siteIn(room.out)).filter((path) => !path.startsWith('.tmp/'))).toEqual([]);
    await room.rendered();
  }
});

/** A repository of two commits, on the second. */
function repository(): Newsroom {
  return change(newsroom({ files: first }).commit()).commit();
}

const commitOf = { before: 'HEAD~1', after: 'HEAD' };

test('in a git repository, a build killed after a commit of the catalog does not hide what a revert changes', async () => {
  const room = repository();
  const builder = direct(room, (state) => room.rendered({ commit: commitOf[state] }));
  const clean = await prepare(builder);
  const killsAt = (await stepsOf(builder)).flatMap((step, index) => (step === 'commit' ? [`after ${index + 1}`] : []));
  expect(killsAt.length).toBeGreaterThan(3);
  expect(await aftermaths(builder, killsAt, clean)).toEqual([]);
});

test('so is a build of the command line, with Eleventy, killed at its first, a middle and its last rename', async () => {
  const room = repository();
  const env = { NODE_OPTIONS: `--import=${killer}`, KILL_COPIES: room.folder };
  const builder: Builder = {
    room,
    kill: (killAt) => runBuild(room, [], { env: { ...env, KILL_AT: killAt } }),
    async build(state) {
      const run = await buildHere(room, ['--commit', commitOf[state]]);
      if (run.code !== 0) throw new Error(run.stderr);
    },
  };
  const clean = await prepare(builder);
  const renames = (await stepsOf(builder)).flatMap((step, index) => (step.startsWith('rename') ? [index + 1] : []));
  const middle = `before ${renames[Math.floor(renames.length / 2)]}`;
  expect(await aftermaths(builder, [`after ${renames[0]}`, middle, `before ${renames.at(-1)}`], clean)).toEqual([]);
  await expectAsCopied(builder, middle);
});
