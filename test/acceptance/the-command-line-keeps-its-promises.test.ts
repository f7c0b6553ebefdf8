/** Exit codes, help, reports and what is never read or touched, as scripts and CI rely on them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere, runBuild, runCli, runHere } from '../support/cli.ts';
import { contentsOf, differences, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, newsroom, projectRoot } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/a.md';
const files = { [story]: articleText() };

test.for([
  ['no command', [], 'Help for a command'],
  ['an unknown command', ['bild'], 'There is no command “bild”. Did you mean “build”?'],
  ['a command that resembles none', ['constructor'], 'There is no command “constructor”.\n\n'],
  ['help for an unknown command', ['help', 'chek'], 'Did you mean “check”?'],
  ['an unknown flag', ['build', '--nwo', '2015-01-01'], 'There is no flag --nwo. Did you mean --now?'],
  ['a format as a flag', ['check', '--json'], 'There is no flag --json. Did you mean --format json?'],
  ['a format as a flag', ['publish', '--JSON'], 'Did you mean --format json?'],
  ['a format as a flag of a command that has none', ['rollback', '--json'], 'There is no flag --json.\n'],
  ['a flag cut short', ['check', '--all-problem'], 'Did you mean --all-problems?'],
  ['a flag that resembles none', ['build', '--verbose'], 'There is no flag --verbose.\n'],
  ['one letter', ['build', '-o', 'x'], 'There is no flag -o.'],
  ['a flag without its value', ['build', '--out'], '--out needs a value'],
  ['a flag with nothing as its value', ['build', '--out='], '--out needs a value'],
  ['a flag with a flag as its value', ['build', '--out', '--all'], '--out needs a value'],
  ['a value that none is asked for', ['build', '--all=yes'], '--all takes no value'],
  ['a stray word that is a flag', ['build', 'now'], 'Did you mean --now?'],
  [
    'a stray word, as npm leaves of flags before “--”',
    ['build', '/world/'],
    'npm passes on only what comes after “--”.\nSee: npm run build -- --help',
  ],
  ['a time that is none', ['build', '--now', 'yesterday'], '--now takes an instant'],
  ['all of a change', ['build', '--all', '--changed-only'], '--all compares the whole site'],
  ['an explained URL that is none', ['build', '--explain', 'world'], '--explain takes a path'],
  ['a format that is none', ['build', '--format', 'xml'], '--format is one of text, json, github, not “xml”'],
  ['two formats', ['build', '--json', '--format', 'json'], '--json prints the whole report'],
  ['content that is not there', ['build', '--content', '/no/where'], 'There is no folder /no/where.'],
  ['content that is a file', ['build', '--content', 'package.json'], 'package.json is a file.'],
  ['an output folder that is a file', ['build', '--out', 'package.json'], 'package.json is a file.'],
  ['the output for the content', ['build', '--out', 'content'], '--out and --content are both'],
  ['the content in the output', ['build', '--out', '.'], '--content is inside --out'],
  ['the output for the cache', ['build', '--cache', 'dist'], '--out and --cache are both'],
  ['the cache in the output', ['build', '--cache', 'dist/.cache'], '--cache is inside --out'],
  ['the cache for the content', ['build', '--cache', 'content'], '--cache and --content are both'],
  ['a site that is not there', ['check', '--out', '/no/where'], 'There is no site at /no/where'],
  ['a site that is a file', ['check', '--out', 'package.json'], 'There is no site at'],
  ['a port that is none: 0', ['start', '--port', '0'], '--port takes a number from 1 to 65535'],
  ['a port that is none: 65536', ['start', '--port', '65536'], '--port takes a number from 1 to 65535'],
  ['a port that is none: 80a', ['start', '--port', '80a'], '--port takes a number from 1 to 65535'],
  ['a format that a server cannot hand on', ['start', '--format', 'xml'], '--format is one of'],
  ['nothing to serve', ['start', '--content', '/no/where'], 'There is no folder /no/where.'],
  ['a misspelt verb', ['state', 'sve', 'x'], 'Did you mean “save”?'],
  ['no file to save to', ['state', 'save'], 'state takes “save FILE” or “load FILE”.\n'],
  ['a state that is not there', ['state', 'load', '/no/where'], 'there is no such file'],
] as const)('wrong usage is exit code 2, and says what is wrong: %s', async ([, args, said]) => {
  const { code, stdout, stderr } = await (args.length === 0 ? runCli(args) : runHere(args));
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(said);
  expect(stderr).not.toMatch(/ {4}at |bug in Broadsheet/);
});

test('every way of asking for help, and for the version, is exit code 0', async () => {
  const help = await runHere(['build', '--help']);
  for (const args of [
    ['help', 'build'],
    ['build', '-h'],
    ['build', '--nwo', '--help'],
  ])
    expect(await runHere(args)).toEqual(help);
  expect(await runHere(['help'])).toEqual(await runHere(['-h']));
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'));
  for (const flag of ['--version', '-v'])
    expect(await runHere([flag])).toMatchObject({
      code: 0,
      stdout: `Broadsheet ${version}, on Node ${process.versions.node}\n`,
    });
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

/** Twelve stories in a section that there is not. */
const wrongSection = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => [
    `articles/2015/11/26/${String.fromCharCode(97 + n)}.md`,
    articleText({ section: 'wrold' }),
  ]),
);

test('more than ten Problems of a code are folded, and --all-problems prints them', async () => {
  const room = newsroom({ git: false, files: wrongSection });
  const folded = await buildHere(room);
  expect(folded.stderr.match(/section: "wrold"/g)).toHaveLength(10);
  expect(folded.stderr).toContain('… and 2 more of article/unknown-section, in 2 files: --all-problems shows them.');
  expect(folded.stderr).toContain('12 problems in 12 files; nothing was built');
  const all = await buildHere(room, ['--all-problems']);
  expect(all.stderr.match(/section: "wrold"/g)).toHaveLength(12);
  expect(all.stderr).not.toContain('more of');
});

test('--format json is a list of all Problems and nothing else; --format github makes annotations of them', async () => {
  const room = newsroom({ git: false, files: wrongSection });
  const refused = await buildHere(room, ['--format', 'json']);
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringMatching(/^12 problems/) });
  expect(JSON.parse(refused.stdout).map(({ code }: { code: string }) => code)).toEqual(
    Array(12).fill('article/unknown-section'),
  );
  const annotated = await buildHere(room, ['--format', 'github']);
  expect(
    annotated.stderr.match(/^::error file=.*\/content\/articles\/.*,title=article\/unknown-section::/gm),
  ).toHaveLength(10);
  expect(annotated.stderr).toMatch(/\n12 problems in 12 files; nothing was built, .*\n$/);
});

test('what a build says besides Problems, and what a check finds, is told in each format too', async () => {
  const room = newsroom({ git: false, files });
  const built = await buildHere(room, ['--format', 'json', '--explain', '/']);
  expect(built).toMatchObject({ code: 0, stdout: '[]\n', stderr: expect.stringMatching(/^Built .*\n\/ was rendered/) });
  rmSync(join(room.out, '2015/11/26/a/index.html'));
  const check = (format: string) => runHere(['check', '--out', room.out, '--cache', room.cache, '--format', format]);
  const checked = await check('json');
  expect(checked).toMatchObject({ code: 1, stderr: '' });
  expect(JSON.parse(checked.stdout)).toContainEqual(expect.objectContaining({ code: 'check/broken-link' }));
  const annotated = await check('github');
  expect(annotated.stdout).toMatch(/^::error file=.*title=check\/broken-link::/m);
  expect(annotated.stdout).toMatch(/\d problems?\.\n$/);
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

test('--commit is exit code 2 for a commit that is not there, and outside git', async () => {
  const unknown = await buildHere(newsroom({ files }).commit(), ['--commit', 'nonesuch']);
  expect(unknown).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no commit “nonesuch”') });
  const outside = await buildHere(newsroom({ git: false, files }), ['--commit', 'HEAD']);
  expect(outside).toMatchObject({ code: 2, stderr: expect.stringContaining('--commit needs a git repository') });
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
  expect(report.outcomes).toContainEqual({
    url: '/2015/11/26/a/',
    kind: 'article',
    did: 'rendered',
    reason: 'it is new',
  });
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
  expect(await explained('/2015/11/26/a/')).toBe('/2015/11/26/a/ was not rendered: nothing it looked at has changed.');
  room.write({ [story]: articleText({ title: 'Another' }) });
  expect(await explained('/2015/11/26/a/')).toMatch(new RegExp(`^/2015/11/26/a/ was rendered: .*${story}`));
  expect(await explained('/no/such/page/')).toBe('There is nothing at /no/such/page/, before or after this build.');
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
