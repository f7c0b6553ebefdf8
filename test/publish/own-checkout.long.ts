/**
 * What readers have is published again by the layouts and packages of its own commit, whatever became of those since: with
 * real commands, git and npm.
 */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { BesideContent } from '../../src/source/beside-content.ts';
import { cli, type Run, runHere, runProcess } from '../support/cli.ts';
import { articleText, authorYaml, type Newsroom, newsroom, projectRoot, siteYaml } from '../support/newsroom.ts';
import { projectCopy, writeFiles } from '../support/project-copy.ts';

const a = 'articles/2015/11/26/a.md';
const b = 'articles/2015/11/25/b.md';
const due = 'articles/2015/12/02/due.md';
const beta = (more = {}) =>
  articleText({ title: 'Beta', summary: 'What else there is.', date: '2015-11-25 10:00', ...more });
const words = (link: string) => `skipToContent: ${link}\n`;
const wordsFile = 'layouts/words/en.yaml';
const broken = { [`content/${a}`]: articleText({ section: 'nowhere' }) };
const early = ['--now', '2015-12-01'];
const late = ['--now', '2015-12-03'];

type Room = {
  room: Newsroom;
  folder: string;
  write(files: Record<string, string>): string;
  run(...args: string[]): Promise<Run>;
  live(path: string): string | undefined;
};

const content = {
  'site.yaml': siteYaml.replace('languages: [en, ru]', 'languages: [en]'),
  [a]: articleText({ title: 'Alpha' }),
  [b]: beta(),
  [due]: articleText({ title: 'Due', summary: 'What is to come.', date: '2015-12-02 10:00' }),
};
const ignored = '.cache/\nnode_modules\ncache*/\n';

/** A newsroom whose `node_modules` lead to this engine; `files` are beside the content. It may be a folder of its repository. */
function roomWith(files: Record<string, string> = { [wordsFile]: words('Jump there') }, below = ''): Room {
  const room = newsroom({ files: content });
  const folder = join(room.folder, below);
  if (below !== '') {
    mkdirSync(folder);
    renameSync(room.content, join(folder, 'content'));
  }
  writeFiles(folder, {
    '.gitignore': ignored,
    'publish.yaml': `targets: [{name: live, folder: ${join(room.folder, 'cache-live')}}]\n`,
    ...files,
  });
  mkdirSync(join(room.folder, 'node_modules'));
  symlinkSync(projectRoot, join(room.folder, 'node_modules/broadsheet'));
  return {
    room,
    folder,
    write(changed) {
      writeFiles(folder, changed);
      return room.commit().git('rev-parse', 'HEAD');
    },
    run: (command, ...args) =>
      runProcess(process.execPath, [cli, command ?? '', ...args, '--to', 'live'], { cwd: folder }),
    live(path) {
      const file = join(room.folder, 'cache-live/current', path);
      return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
    },
  };
}

const commitIn = ({ live }: Room) => JSON.parse(live('edition.json') ?? '{}').commit;

test.each([
  [
    'a layout that throws',
    { 'layouts/pages/front-page.js': 'export function FrontPage() {\n  throw new Error("planted");\n}\n' },
    /own\/layout-failed/,
    1,
  ],
  [
    'a layout that does not compile',
    { 'layouts/pages/front-page.js': 'export function (\n' },
    /own\/not-loaded[\s\S]*Expected identifier/,
    1,
  ],
  ['words with problems', { [wordsFile]: words('[') }, /yaml\/syntax/, 1],
  ['a site with problems', { 'content/site.yaml': 'title: [\n', [wordsFile]: words('Leap there') }, /site\.yaml/, 1],
] as const)('%s: what is due comes out as its commit has it, and both are said', async (_, by, said, code) => {
  const here = roomWith();
  const good = here.write({});
  expect(await here.run('publish', ...early)).toMatchObject({ code: 0, stderr: '' });
  here.write(by);
  expect((await here.run('publish', ...early)).code).toBe(code);
  expect(await here.run('publish', ...early, '--if-due')).toMatchObject({ code: 0, stdout: '', stderr: '' });
  const told = await here.run('publish', ...late, '--if-due');
  expect(told).toMatchObject({ code, stderr: expect.stringMatching(said) });
  expect(told.stderr).toContain(`What was due is public all the same, with commit ${good.slice(0, 8)}`);
  expect(here.live('2015/12/02/due/index.html')).toContain('Jump there');
  expect(commitIn(here)).toBe(good);
  // Nor does the timer try again what was told.
  expect(await here.run('publish', ...late, '--if-due')).toMatchObject({ code: 0, stdout: '', stderr: '' });
});

test('where layouts are edited and not committed, what is due comes out as it was committed, and the files are named', async () => {
  const here = roomWith();
  const good = here.write({});
  await here.run('publish', ...early);
  writeFiles(here.folder, { [wordsFile]: words('Leap there') });
  const refused = { code: 1, stderr: expect.stringMatching(/^Only commits are published.*layouts\/words\/en\.yaml/m) };
  expect(await here.run('publish', ...early)).toMatchObject({ ...refused, stdout: '' });
  const told = await here.run('publish', ...late, '--if-due');
  expect(told).toMatchObject(refused);
  expect(told.stderr).toContain(`What was due is public all the same, with commit ${good.slice(0, 8)}.\n`);
  expect(here.live('2015/12/02/due/index.html')).toContain('Jump there');
});

test('the control: with the layouts at hand readers would get those of a commit that is not public', async () => {
  vi.spyOn(BesideContent.prototype, 'differing').mockReturnValue([]);
  const here = roomWith();
  here.write({});
  const publish = (...args: string[]) => runHere(['publish', '--newsroom', here.room.folder, '--to', 'live', ...args]);
  expect((await publish(...early)).code).toBe(0);
  here.write({ ...broken, [wordsFile]: words('Leap there') });
  expect((await publish(...late, '--if-due')).code).toBe(1);
  expect(here.live('2015/12/02/due/index.html')).toContain('Leap there');
});

test('under a hold what is due comes out as the commit that readers have has it, and a rollback is built so too', async () => {
  const here = roomWith();
  const good = here.write({});
  await here.run('publish', ...early);
  here.write({ [`content/${b}`]: beta({ withdrawn: { date: '2015-11-27', reason: 'It was not true.' } }) });
  const bad = here.write({ [wordsFile]: words('Leap there') });
  await here.run('publish', ...early);
  expect(here.live('index.html')).toContain('Leap there');
  const back = await here.run('rollback', ...early);
  expect(back).toMatchObject({ code: 0, stdout: expect.stringMatching(/as in edition 1.*is held/) });
  expect(back.stderr).toContain(`because it differs in: ${wordsFile}.`);
  expect(here.live('index.html')).toContain('Jump there');
  expect(here.live('index.html')).not.toContain('Beta');
  const dry = await here.run('publish', ...late, '--dry-run');
  expect(dry).toMatchObject({ code: 1, stdout: expect.stringContaining('add 2015/12/02/due/index.html') });
  expect(here.live('2015/12/02/due/index.html')).toBeUndefined();
  const told = await here.run('publish', ...late, '--if-due');
  expect(told).toMatchObject({ code: 1, stderr: expect.stringContaining(`Commit ${bad.slice(0, 8)} was rolled back`) });
  expect(told.stderr.match(/was rolled back/g)).toHaveLength(1);
  expect(here.live('2015/12/02/due/index.html')).toContain('Jump there');
  expect(here.live('2015/11/25/b/index.html')).toBeUndefined();
  expect(commitIn(here)).toBe(good);
});

/**
 * Names a package as the newsroom’s engine, which says which version it is, where it runs and what it is told to do; with the
 * file that npm installs it from, and the lockfile that npm makes of it.
 */
function depend(version: string, { folder }: Room): void {
  const source = mkdtempSync(join(folder, 'cache-stand-in-'));
  const said = `'Stand-in ${version}: ' + process.argv.slice(2).join(' ') + ' in ' + process.cwd()`;
  writeFiles(source, {
    'package.json': JSON.stringify({ name: 'broadsheet', version, bin: { broadsheet: 'start.js' } }),
    'start.js': `#!/usr/bin/env node\nconsole.log(${said});\n`,
  });
  const npm = (...args: string[]) => spawnSync('npm', [...args, '--silent'], { cwd: folder, encoding: 'utf8' });
  mkdirSync(join(folder, 'vendor'), { recursive: true });
  expect(npm('pack', source, '--pack-destination', 'vendor').status).toBe(0);
  const dependencies = { broadsheet: `file:vendor/broadsheet-${version}.tgz` };
  writeFiles(folder, { 'package.json': JSON.stringify({ name: 'paper', version: '1.0.0', dependencies }) });
  expect(npm('install', '--package-lock-only').status).toBe(0);
}

test.each(['', 'paper'])(
  'with another lockfile its own packages are installed, once, and all flags are passed on (in “%s”)',
  async (below) => {
    const here = roomWith({}, below);
    depend('1.0.0', here);
    here.write({});
    expect((await here.run('publish', ...early)).code).toBe(0);
    depend('2.0.0', here);
    here.write(broken);
    const flags = ['--content', 'content', '--format', 'json', '--all-problems'];
    const told = await here.run('publish', ...late, ...flags);
    const checkout = join(here.folder, '.cache/checkout', below);
    const midnight = '2015-12-02T21:00:00.000Z'; // in the site’s zone, whatever the commit says that it is
    const passed = `publish --to live --if-due --format json --all-problems --now ${midnight} --content ${join(checkout, 'content')}`;
    expect(told.stdout).toContain(`Stand-in 1.0.0: ${passed} in ${checkout}\n`);
    expect(told).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('differs in: package-lock.json, package.json.'),
    });
    const installed = statSync(join(checkout, 'node_modules/.whole')).mtimeMs;
    expect((await here.run('publish', ...late, '--if-due')).stdout).toContain('Stand-in 1.0.0: publish');
    expect(statSync(join(checkout, 'node_modules/.whole')).mtimeMs).toBe(installed);
  },
);

test('where its packages cannot be installed, those at hand are used, and that is said', async () => {
  const here = roomWith({ '.gitignore': `${ignored}vendor/\n`, [wordsFile]: words('Jump there') });
  depend('1.0.0', here);
  const good = here.write({});
  await here.run('publish', ...early);
  depend('2.0.0', here);
  here.write({ ...broken, [wordsFile]: words('Leap there') });
  // npm has what it has seen before in its cache.
  const env = { npm_config_cache: join(here.folder, 'cache-npm') };
  const publish = (now: string) =>
    runProcess(process.execPath, [cli, 'publish', '--to', 'live', '--now', now], { cwd: here.folder, env });
  const told = await publish('2015-12-03');
  expect(told).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /could not be installed, so it is built with those of the present commit: npm ci failed/,
    ),
  });
  expect(commitIn(here)).toBe(good);
  expect(here.live('2015/12/02/due/index.html')).toContain('Jump there');
  // npm empties the folder that it installs into, which must not be the one that was linked.
  expect((await publish('2015-12-05')).stderr).toContain('npm ci failed');
  expect(existsSync(join(here.folder, 'node_modules/broadsheet/package.json'))).toBe(true);
});

test('the engine’s own repository is such a newsroom too', async () => {
  const inContent = Object.entries({ ...content, 'authors/desk.yaml': authorYaml });
  const root = projectCopy({
    '.gitignore': ignored,
    ...Object.fromEntries(inContent.map(([path, text]) => [`content/${path}`, text])),
  });
  const target = mkdtempSync(join(root, 'cache-live-'));
  writeFileSync(join(root, 'publish.yaml'), `targets: [{name: live, folder: ${target}}]\n`);
  const git = (...args: string[]) =>
    spawnSync('git', ['-C', root, '-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args], { encoding: 'utf8' });
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
    return git('rev-parse', 'HEAD').stdout.trim();
  };
  git('init', '--quiet');
  const good = commit();
  const publish = (...args: string[]) =>
    runProcess(process.execPath, [join(root, 'src/cli.js'), 'publish', '--to', 'live', ...args], { cwd: root });
  expect(await publish(...early)).toMatchObject({ code: 0 });
  writeFileSync(join(root, 'layouts/pages/article.tsx'), 'export function (\n');
  commit();
  const told = await publish(...late);
  expect(told).toMatchObject({ code: 3, stderr: expect.stringContaining('What was due is public all the same') });
  const file = (path: string) => readFileSync(join(target, 'current', path), 'utf8');
  expect(JSON.parse(file('edition.json')).commit).toBe(good);
  expect(file('2015/12/02/due/index.html')).toContain('Due');
});
