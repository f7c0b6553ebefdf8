/** Where git cannot be believed or does not answer, the build says so: it never guesses, and never takes the folder instead. */

import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { MachineryError, MissingSource, SourceChanged } from '../../src/errors.ts';
import { blobId } from '../../src/source/blob-id.ts';
import { openSource } from '../../src/source/git-source.ts';
import { listing, since, standing } from '../support/listing.ts';
import { articleText, Newsroom, newsroom, projectRoot } from '../support/newsroom.ts';

const bridge = 'articles/2015/11/26/bridge.md';
const text = articleText();
const stored = `644 ${blobId(Buffer.from(text))}`;

function setEnv(variables: Record<string, string>): void {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
}

const kept = (() => {
  const room = new Newsroom({ files: { [bridge]: text } }).commit();
  const all = room.keep();
  room.dispose();
  return all;
})();

function committed(): Newsroom {
  return newsroom({ like: kept });
}

/** Of one that git has just written it knows the files, and takes away what a sparse checkout leaves out. */
function justCommitted(): Newsroom {
  return newsroom({ files: { [bridge]: text } }).commit();
}

test('a file that git is told to overlook is refused, with the command that undoes it', async () => {
  const room = committed();
  room.git('update-index', '--assume-unchanged', `content/${bridge}`);
  await expect(listing(room)).rejects.toThrow(MachineryError);
  await expect(listing(room)).rejects.toThrow(`git update-index --no-assume-unchanged "content/${bridge}"`);
  room.git('update-index', '--no-assume-unchanged', `content/${bridge}`);
  expect((await listing(room))[bridge]).toBe(stored);
});

test('a file that git is told to skip, though it is there, is refused too', async () => {
  const room = committed();
  room.git('update-index', '--skip-worktree', `content/${bridge}`);
  room.write({ [bridge]: 'An edit that git does not see' });
  await expect(listing(room)).rejects.toThrow(`git update-index --no-skip-worktree "content/${bridge}"`);
  room.remove(bridge);
  expect((await listing(room))[bridge]).toBe(stored);
});

test('a file outside the content that git is told to overlook is nobody’s business', async () => {
  const room = newsroom();
  writeFileSync(join(room.folder, 'README.md'), 'x');
  room.commit().git('update-index', '--assume-unchanged', 'README.md');
  await expect(listing(room)).resolves.toBeDefined();
});

test('what a sparse checkout leaves out is not deleted, and is read from its object', async () => {
  const room = newsroom({ files: { [bridge]: text, 'pages/about.md': text } }).commit();
  const base = await standing(room);
  room.git('sparse-checkout', 'set', '--no-cone', '/content/*', '!/content/articles/');
  expect(await since(room, base)).toEqual({});
  expect(await listing(room)).toMatchObject({ [bridge]: stored, 'pages/about.md': stored });
  const source = await openSource(room.content);
  await source.candidates(undefined);
  expect(
    Buffer.from(source.read([{ path: bridge, blob: blobId(Buffer.from(text)) }]).get(bridge) ?? []).toString(),
  ).toBe(text);
});

test('what is staged but left out of a sparse checkout is read from its object', async () => {
  const room = justCommitted();
  room.write({ [bridge]: `${text}More.` }).commit();
  room.git('sparse-checkout', 'set', '--no-cone', '/content/*', '!/content/articles/');
  room.git('reset', '--quiet', '--soft', 'HEAD~1');
  const source = await openSource(room.content);
  const blob = blobId(Buffer.from(`${text}More.`));
  expect((await source.candidates(undefined)).files.get(bridge)).toEqual({ mode: 0o100644, blob });
  expect(Buffer.from(source.read([{ path: bridge, blob }]).get(bridge) ?? []).toString()).toBe(`${text}More.`);
});

test('an unfinished merge is said to be one', async () => {
  const room = committed();
  room.git('checkout', '--quiet', '-b', 'other');
  room.write({ [bridge]: articleText({ title: 'Theirs' }) }).commit();
  room.git('checkout', '--quiet', 'main');
  room.write({ [bridge]: articleText({ title: 'Ours' }) }).commit();
  expect(() => room.git('merge', 'other')).toThrow();
  await expect(listing(room)).rejects.toThrow(MachineryError);
  await expect(listing(room)).rejects.toThrow(`content/${bridge} has an unfinished merge`);
  await expect(listing(room, 'HEAD')).resolves.toBeDefined();
});

test('a symbolic link is listed as one, is never followed, and is a Problem', async () => {
  const room = committed();
  symlinkSync('/etc/hostname', join(room.content, 'articles/2015/11/26/link.md'));
  symlinkSync('nowhere', join(room.content, 'pages'));
  const report = await room.build();
  expect(report.problems.map(({ code, file }) => [code, file])).toEqual([
    ['content/symlink', 'articles/2015/11/26/link.md'],
    ['content/symlink', 'pages'],
  ]);
  room.commit();
  expect((await room.build({ commit: 'HEAD' })).problems).toHaveLength(2);
});

test('a submodule is a Problem, committed or not', async () => {
  const room = committed();
  const other = committed();
  room.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', other.folder, 'content/articles/other');
  const problem = [expect.objectContaining({ code: 'content/submodule', file: 'articles/other' })];
  expect((await room.build()).problems).toEqual(problem);
  room.commit();
  expect((await room.build()).problems).toEqual(problem);
  expect((await room.build({ commit: 'HEAD' })).problems).toEqual(problem);
});

test('a repository inside the content is a Problem, like a submodule', async () => {
  const room = committed();
  room.git('clone', '--quiet', committed().folder, 'content/articles/other');
  expect((await room.build()).problems).toMatchObject([{ code: 'content/submodule', file: 'articles/other' }]);
});

test('a commit that is not there is named', async () => {
  const room = committed();
  await expect(openSource(room.content, 'nowhere')).rejects.toThrow(MissingSource);
  await expect(openSource(room.content, 'nowhere')).rejects.toThrow('There is no commit “nowhere”');
  await expect(openSource(room.content, '--all')).rejects.toThrow('There is no commit “--all”');
});

test('a tree is no commit, and a tag is', async () => {
  const room = committed();
  room.git('tag', '--annotate', '--message', 'x', 'issue-1');
  expect((await listing(room, 'issue-1'))[bridge]).toBe(stored);
  await expect(openSource(room.content, 'HEAD^{tree}')).rejects.toThrow('There is no commit');
});

test('a commit without the content folder is said to have none', async () => {
  const room = newsroom();
  rmSync(room.content, { recursive: true });
  room.commit();
  await expect(openSource(room.content, 'HEAD')).rejects.toThrow('has no folder “content”');
});

test('--commit outside of git is refused', async () => {
  await expect(openSource(newsroom({ git: false }).content, 'HEAD')).rejects.toThrow('--commit needs a git repository');
});

test.for([true, false])(
  'a file that is edited between listing and reading stops the build (in git: %s)',
  async (git) => {
    const room = newsroom({ git, files: { [bridge]: text } });
    const source = await openSource(room.content);
    const file = (await source.candidates(undefined)).files.get(bridge);
    room.write({ [bridge]: `${text}More.` });
    expect(() => source.read([{ path: bridge, blob: file?.blob ?? '' }])).toThrow(SourceChanged);
    expect(() => source.read([{ path: bridge, blob: file?.blob ?? '' }])).toThrow(
      `${bridge} changed while it was being built`,
    );
  },
);

test.for([true, false])(
  'a file that is deleted between listing and reading stops the build (in git: %s)',
  async (git) => {
    const room = newsroom({ git, files: { [bridge]: text } });
    const source = await openSource(room.content);
    const file = (await source.candidates(undefined)).files.get(bridge);
    room.remove(bridge);
    expect(() => source.read([{ path: bridge, blob: file?.blob ?? '' }])).toThrow(SourceChanged);
  },
);

test('a file that is edited while it is built publishes nothing, and the next build is as if nothing had been', async () => {
  const room = newsroom({ git: false, files: { [bridge]: text } });
  const source = await openSource(room.content);
  const hasty = {
    ...source,
    read: (files: Parameters<typeof source.read>[0]) =>
      source.read(files.map((file) => ({ ...file, blob: '0'.repeat(40) }))),
  };
  await expect(room.build({ source: hasty })).rejects.toThrow(SourceChanged);
  expect((await room.rendered()).length).toBeGreaterThan(0);
});

test('a repository of somebody else is broken machinery, never taken for a plain folder', async () => {
  const room = committed();
  setEnv({ GIT_TEST_ASSUME_DIFFERENT_OWNER: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' });
  await expect(openSource(room.content)).rejects.toThrow(MachineryError);
  await expect(openSource(room.content)).rejects.toThrow(/git refuses the repository.*dubious ownership/s);
  const run = spawnSync(
    process.execPath,
    ['src/cli.js', 'build', '--content', room.content, '--out', room.out, '--cache', room.cache],
    { cwd: projectRoot, encoding: 'utf8' },
  );
  expect(run.stderr).toContain('dubious ownership');
  expect(run.status).toBe(3);
});

test('a .git file that leads nowhere is broken machinery, never taken for a plain folder', async () => {
  const room = newsroom({ git: false, files: { [bridge]: text } });
  writeFileSync(join(room.folder, '.git'), 'gitdir: /nowhere/at/all\n');
  await expect(openSource(room.content)).rejects.toThrow(MachineryError);
});

test('a repository that is damaged is broken machinery', async () => {
  const room = committed();
  rmSync(join(room.folder, '.git/objects'), { recursive: true });
  await expect(listing(room)).rejects.toThrow(MachineryError);
});

test('an object that is not there is broken machinery, and is named', async () => {
  const room = committed();
  const source = await openSource(room.content, 'HEAD');
  expect(() => source.read([{ path: bridge, blob: '1'.repeat(40) }])).toThrow(MachineryError);
  expect(() => source.read([{ path: bridge, blob: '1'.repeat(40) }])).toThrow(
    `git has no object ${'1'.repeat(40)} for ${bridge}`,
  );
});

test('run from a git hook, the repository is still the one around the content', async () => {
  const room = committed();
  setEnv({ GIT_DIR: '.', GIT_INDEX_FILE: '/nowhere/index', GIT_WORK_TREE: '/' });
  expect((await openSource(room.content)).name).toBe('the working tree');
  expect((await listing(room))[bridge]).toBe(stored);
});

test('a machine without git says what to do', async () => {
  const room = committed();
  setEnv({ PATH: '/nowhere' });
  await expect(openSource(room.content)).rejects.toThrow(MachineryError);
  await expect(openSource(room.content)).rejects.toThrow('Install git');
});

test.for([true, false])('a folder that is not there, or is a file, is named (in git: %s)', async (git) => {
  const room = newsroom({ git });
  rmSync(room.content, { recursive: true });
  await expect(openSource(room.content)).rejects.toThrow(MissingSource);
  await expect(openSource(room.content)).rejects.toThrow(`There is no folder ${room.content}`);
  writeFileSync(room.content, '');
  await expect(openSource(room.content)).rejects.toThrow(MissingSource);
  await expect(openSource(room.content)).rejects.toThrow(`${room.content} is a file`);
});

test('a folder that only the commit has is read from there, as in a sparse checkout', async () => {
  const room = justCommitted();
  room.git('sparse-checkout', 'set', 'elsewhere');
  expect(existsSync(room.content)).toBe(false);
  expect((await listing(room))[bridge]).toBe(stored);
});

test('the index that a hook works on is not read: what its sparse checkout leaves out is still there', async () => {
  const room = justCommitted();
  room.git('sparse-checkout', 'set', '--no-cone', '/content/*', '!/content/articles/');
  const empty = join(room.folder, 'cache-index');
  spawnSync('git', ['-C', room.folder, 'read-tree', '--empty'], { env: { ...process.env, GIT_INDEX_FILE: empty } });
  setEnv({ GIT_INDEX_FILE: empty });
  expect((await listing(room))[bridge]).toBe(stored);
});
