/**
 * Builds killed on either side of every rename, removal and commit; then the next build, of the same commit and of
 * the one before. A build that is not killed copies what a kill would leave at its steps; real kills show that they leave
 * just that.
 */
import { cpSync, existsSync } from 'node:fs';
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
import { watchSteps } from '../support/steps.ts';

/** In `npm run test:long` each step is one at which a build is killed, and the command line has more than one kill. */
const isLong = process.env.BROADSHEET_TEST === 'long';

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

type State = 'before' | 'after';

/** The folders of a site and of what is remembered with it. */
type Site = { out: string; cache: string };

function siteOf({ out, cache }: Newsroom, name: string): Site {
  const suffix = name.replace(' ', '-');
  return { out: `${out}-${suffix}`, cache: `${cache}-${suffix}` };
}

function copySite(from: Site, to: Site): Site {
  for (const part of ['out', 'cache'] as const)
    if (existsSync(from[part])) cpSync(from[part], to[part], { recursive: true });
  return to;
}

/** How a test builds a state to its end, and how the state after the change in a process that is killed. */
type Builder = {
  room: Newsroom;
  build(state: State, site: Site): Promise<unknown>;
  kill?(killAt: string, site: Site): Promise<Run>;
};

/**
 * The steps of a build of the state after the change, by name. At those that are asked for it leaves what a kill would
 * leave: the site `before 7`, or `after 7`.
 */
async function stepsOf({ room, build }: Builder, from: Site, isKept: (killAt: string, name: string) => boolean) {
  const steps: string[] = [];
  const site = copySite(from, siteOf(room, `way-${Math.random()}`));
  const keep = (side: string, name: string) => {
    const killAt = `${side} ${steps.length}`;
    if (isKept(killAt, name)) copySite(site, siteOf(room, killAt));
  };
  const unwatch = watchSteps((name, perform) => {
    steps.push(name);
    keep('before', name);
    const result = perform();
    keep('after', name);
    return result;
  });
  await build('after', site).finally(unwatch);
  return steps;
}

type Clean = Record<State, Record<string, string>> & { first: Site };

/** Builds both states clean; `first` is where the builds begin that are killed. */
async function prepare({ room, build }: Builder): Promise<Clean> {
  const [first, last] = [siteOf(room, 'first'), siteOf(room, 'last')];
  await build('before', first);
  await build('after', last);
  return { before: contentsOf(first.out), after: contentsOf(last.out), first };
}

/** What differs from a clean build after a build killed at a step and one more, of either state; empty if all is well. */
async function aftermath({ room, build }: Builder, killAt: string, clean: Clean): Promise<string[]> {
  const faults: string[] = [];
  const left = siteOf(room, killAt);
  for (const [state, site] of [
    ['after', copySite(left, siteOf(room, `${killAt} once more`))],
    ['before', left],
  ] as const) {
    const said = `killed ${killAt}, then the state ${state} the change`;
    await build(state, site).catch((error: Error) => faults.push(`${said}: ${error.message}`));
    faults.push(...differences(clean[state], contentsOf(site.out)).map((each) => `${said}: ${each}`));
  }
  return faults;
}

async function aftermaths(builder: Builder, killsAt: readonly string[], clean: Clean): Promise<string[]> {
  const faults: string[] = [];
  for (const killAt of killsAt) faults.push(...(await aftermath(builder, killAt, clean)));
  return faults;
}

/** Kills a build in earnest, and expects what was copied at that step: the same files of both folders, the site’s to the byte. */
async function expectAsCopied({ room, kill }: Builder, killAt: string, first: Site): Promise<void> {
  const [killed, copied] = [copySite(first, siteOf(room, `killed ${killAt}`)), siteOf(room, killAt)];
  expect(await kill?.(killAt, killed)).toMatchObject({ signal: 'SIGKILL' });
  expect(differences(siteIn(copied.out), siteIn(killed.out))).toEqual([]);
  expect(Object.keys(contentsOf(killed.cache))).toEqual(Object.keys(contentsOf(copied.cache)));
}

/** Without Eleventy, in a process of its own from its content folder. */
function killDirectly({ content }: Newsroom): Builder['kill'] {
  return (killAt, site) => {
    const options = JSON.stringify({ content, ...site, now: lateEnough, engine: testEngine });
    return runProcess(process.execPath, ['--import', killer, child, options], { env: { KILL_AT: killAt } });
  };
}

test(`a build killed at ${isLong ? 'any' : 'every eighth'} step is finished by the next, also when the change was taken back meanwhile`, async () => {
  const room = newsroom({ git: false, files: first });
  const former = join(room.folder, 'former');
  cpSync(room.content, former, { recursive: true });
  change(room);
  const builder: Builder = {
    room,
    build: (state, site) => room.rendered({ content: state === 'after' ? room.content : former, ...site }),
    kill: killDirectly(room),
  };
  const clean = await prepare(builder);
  const { length } = await stepsOf(builder, clean.first, () => false);
  // After one step is before the next but for the temporary file, so a few of them are enough.
  const all = Array.from({ length }, (_, index) => [
    `before ${index + 1}`,
    ...(index % 6 === 0 || index + 1 === length ? [`after ${index + 1}`] : []),
  ]);
  const killsAt = all.filter((_, index) => isLong || index % 8 === 0 || index + 1 === length).flat();
  const inEarnest = [`after ${Math.floor(length / 2)}`, `before ${length}`];
  const steps = await stepsOf(builder, clean.first, (killAt) => [...killsAt, ...inEarnest].includes(killAt));
  expect(steps.filter((step) => step.startsWith('rename')).length).toBeGreaterThan(20);
  for (const killAt of inEarnest) await expectAsCopied(builder, killAt, clean.first);
  expect(await aftermaths(builder, killsAt, clean)).toEqual([]);
});

test('a first build killed before anything is in the output folder does not make it look like someone else’s', async () => {
  const room = newsroom({ git: false, files: first });
  const builder: Builder = { room, build: (_, site) => room.rendered(site) };
  await stepsOf(builder, siteOf(room, 'none'), (killAt) => /^before [1-5]$/.test(killAt));
  for (const step of [1, 2, 3, 4, 5]) {
    const site = siteOf(room, `before ${step}`);
    expect(Object.keys(siteIn(site.out)).filter((path) => !path.startsWith('.tmp/'))).toEqual([]);
    await room.rendered(site);
  }
});

/** A repository of two commits, on the second. */
function repository(): Newsroom {
  return change(newsroom({ files: first }).commit()).commit();
}

const commitOf = { before: 'HEAD~1', after: 'HEAD' };

test('in a git repository, a build killed after a commit of the catalog does not hide what a revert changes', async () => {
  const room = repository();
  const builder: Builder = { room, build: (state, site) => room.rendered({ commit: commitOf[state], ...site }) };
  const clean = await prepare(builder);
  const killsAt: string[] = [];
  await stepsOf(builder, clean.first, (killAt, name) => {
    const isAfterCommit = name === 'commit' && killAt.startsWith('after');
    if (isAfterCommit) killsAt.push(killAt);
    return isAfterCommit;
  });
  expect(killsAt.length).toBeGreaterThan(3);
  expect(await aftermaths(builder, killsAt, clean)).toEqual([]);
});

test(`so is a build of the command line, with Eleventy, killed at ${isLong ? 'its first, a middle and its last' : 'a middle'} rename`, async () => {
  const room = repository();
  const folders = ({ out, cache }: Site) => ['--out', out, '--cache', cache];
  const builder: Builder = {
    room,
    async build(state, site) {
      const run = await buildHere(room, ['--commit', commitOf[state], ...folders(site)]);
      if (run.code !== 0) throw new Error(run.stderr);
    },
    kill: (killAt, site) =>
      runBuild(room, ['--commit', 'HEAD', ...folders(site)], {
        env: { NODE_OPTIONS: `--import=${killer}`, KILL_AT: killAt },
      }),
  };
  const clean = await prepare(builder);
  const steps = await stepsOf(builder, clean.first, () => false);
  const renames = steps.flatMap((step, index) => (step.startsWith('rename') ? [index + 1] : []));
  const middle = `before ${renames[Math.floor(renames.length / 2)]}`;
  const killsAt = isLong ? [`after ${renames[0]}`, middle, `before ${renames.at(-1)}`] : [middle];
  await stepsOf(builder, clean.first, (killAt) => killsAt.includes(killAt));
  await expectAsCopied(builder, middle, clean.first);
  expect(await aftermaths(builder, killsAt, clean)).toEqual([]);
});
