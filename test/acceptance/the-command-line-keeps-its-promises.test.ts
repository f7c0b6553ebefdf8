/** Exit codes, help, reports and what is never read or touched, as scripts and CI rely on them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere, runBuild, runCli, runHere } from '../support/cli.ts';
import { contentsOf, differences, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/a.md';
const files = { [story]: articleText() };

test.for([
  ['no command', [], 'Help for one'],
  ['an unknown command', ['bild'], 'There is no command “bild”'],
  ['an unknown flag', ['build', '--al'], '--al'],
  ['a flag without its value', ['build', '--out'], '--out'],
  ['a stray word', ['build', 'now'], 'now'],
  ['a time that is none', ['build', '--now', 'tomorrow'], '--now takes an instant'],
  ['all of a change', ['build', '--all', '--changed-only'], '--all compares a whole site'],
  ['an explained URL that is none', ['build', '--explain', 'world'], '--explain takes a path'],
] as const)('wrong usage is exit code 2 and says what is wrong: %s', async ([, args, said]) => {
  const { code, stdout, stderr } = await (args.length === 0 ? runCli(args) : runHere(args));
  expect(code).toBe(2);
  expect(stdout + stderr).toContain(said);
  expect(stdout + stderr).not.toContain('    at ');
});

test('each command that the overview lists has help with examples, and asking for it is exit code 0', async () => {
  const overview = await runCli(['--help']);
  expect(overview.code).toBe(0);
  const commands = [...overview.stdout.matchAll(/^ {2}(\w+) {2,}/gm)].map(([, name]) => name ?? '');
  expect(commands).toEqual(expect.arrayContaining(['build', 'check']));
  for (const command of commands) {
    const { code, stdout, stderr } = await runHere([command, '--help']);
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    expect(stdout).toMatch(/Usage: [\s\S]*Examples?:/);
  }
});

test('Problems are exit code 1, all printed with their places, and the site stays as it was', async () => {
  const room = newsroom({ git: false, files });
  expect((await buildHere(room)).code).toBe(0);
  const before = contentsOf(room.out);
  room.write({
    [story]: articleText({ section: 'wrold', title: 'Changed' }),
    'articles/2015/11/26/b.md': articleText({ authors: ['nobody'] }),
  });
  const run = await runBuild(room);
  expect(run).toMatchObject({ code: 1, stdout: '' });
  expect(run.stderr).toMatch(/articles\/2015\/11\/26\/a\.md:\d+:\d+ {2}article\/unknown-section/);
  expect(run.stderr).toMatch(/articles\/2015\/11\/26\/b\.md:\d+:\d+ {2}article\/unknown-author/);
  expect(run.stderr).toContain('2 problems');
  expect(contentsOf(room.out)).toEqual(before);
  const all = await buildHere(room, ['--all', '--json']);
  expect(all.code).toBe(1);
  expect(JSON.parse(all.stdout).problems.map(({ code }: { code: string }) => code)).toEqual([
    'article/unknown-section',
    'article/unknown-author',
  ]);
  expect(contentsOf(room.out)).toEqual(before);
});

test('a cache or an output folder that cannot be written is exit code 3, with its name and no stack', async () => {
  const room = newsroom({ git: false, files });
  const file = join(room.folder, 'a-file');
  writeFileSync(file, '');
  for (const flag of ['--cache', '--out']) {
    const run = await buildHere(room, [flag, join(file, 'below')]);
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain(join(file, 'below'));
    expect(run.stderr).not.toContain('    at ');
  }
});

test('a repository that git refuses to read is exit code 3, never a silent change to another way of reading', async () => {
  const room = newsroom({ files }).commit();
  const run = await runBuild(room, [], { env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' } });
  expect(run.code).toBe(3);
  expect(run.stderr).toMatch(/git refuses the repository.*dubious ownership/s);
  expect(contentsOf(room.out)).toEqual({});
});

test('--commit is exit code 3 for a commit that is not there, and outside git', async () => {
  const unknown = await buildHere(newsroom({ files }).commit(), ['--commit', 'nonesuch']);
  expect(unknown).toMatchObject({ code: 3, stderr: expect.stringContaining('There is no commit “nonesuch”') });
  const outside = await buildHere(newsroom({ git: false, files }), ['--commit', 'HEAD']);
  expect(outside).toMatchObject({ code: 3, stderr: expect.stringContaining('--commit needs a git repository') });
});

test('--commit reads the commit and never the working tree', async () => {
  const room = newsroom({ files: { ...files, 'articles/2015/11/26/kept.md': articleText() } }).commit();
  expect((await buildHere(room, ['--commit', 'HEAD'])).code).toBe(0);
  const clean = contentsOf(room.out);
  room
    .write({
      [story]: articleText({ title: 'Edited and not committed' }),
      'articles/2015/11/26/new.md': articleText(),
      'evil.js': 'x',
    })
    .remove('articles/2015/11/26/kept.md');
  room.git('add', '--all');
  expect((await buildHere(room, ['--commit', 'HEAD', '--all'])).code).toBe(0);
  expect(differences(clean, contentsOf(room.out))).toEqual([]);
  const anew = await buildHere(room, [
    '--commit',
    'HEAD',
    '--out',
    `${room.out}-anew`,
    '--cache',
    `${room.cache}-anew`,
  ]);
  expect(anew.code).toBe(0);
  expect(differences(clean, contentsOf(`${room.out}-anew`))).toEqual([]);
});

test('--json is one value that says what was done with every URL', async () => {
  const room = newsroom({
    git: false,
    files: { ...files, 'articles/2016/02/01/due.md': articleText({ date: '2016-02-01 12:00' }) },
  });
  const first = await runBuild(room, ['--json']);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  const report = JSON.parse(first.stdout);
  expect(report).toMatchObject({ problems: [], nextDue: '2016-02-01T09:00:00.000Z' });
  expect(report.outcomes).toHaveLength(report.routes);
  expect(report.outcomes).toContainEqual({ url: '/2015/11/26/a/', did: 'rendered', reason: 'it is new' });
  expect(JSON.parse((await buildHere(room, ['--json'])).stdout)).toMatchObject({ outcomes: [], written: 0 });
});

test('--explain says why a page was rendered, that it was found unchanged, or that nothing asked it', async () => {
  const room = newsroom({
    git: false,
    files: {
      ...files,
      'authors/other.yaml': 'name: Other\n',
      'articles/2015/11/25/b.md': articleText({ date: '2015-11-25 12:00', authors: ['other'] }),
    },
  });
  const explained = async (url: string, ...args: string[]) =>
    (await buildHere(room, ['--explain', url, ...args])).stdout.trim().split('\n').at(-1);
  expect(await explained('/2015/11/26/a/')).toBe('/2015/11/26/a/ was rendered: it is new.');
  expect(await explained('/2015/11/26/a/')).toBe('/2015/11/26/a/ was not asked: nothing it looked at changed.');
  room.write({ [story]: articleText({ title: 'Another' }) });
  expect(await explained('/2015/11/26/a/')).toMatch(new RegExp(`^/2015/11/26/a/ was rendered: .*${story}`));
  expect(await explained('/no/such/page/')).toBe('Nothing is at /no/such/page/, before this build or after it.');
  room.write({ 'authors/desk.yaml': 'name: {en: News desk, ru: Отдел новостей}\n# the same\nrole: Desk\n' });
  expect(await explained('/authors/desk/')).toMatch(/^\/authors\/desk\/ was asked again and found unchanged: /);
});

test('it works from another folder, with folders given from there', async () => {
  const room = newsroom({ git: false, files });
  const elsewhere = temporaryFolder();
  mkdirSync(join(elsewhere, 'deep'));
  const cwd = join(elsewhere, 'deep');
  const run = await runCli(
    ['build', '--content', relative(cwd, room.content), '--out', 'site', '--cache', '../cache', '--now', '2016-01-01'],
    { cwd },
  );
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(contentsOf(join(cwd, 'site')))).toContain('2015/11/26/a/index.html');
  expect(Object.keys(contentsOf(elsewhere))).toContain('cache/production.sqlite');
});
