/**
 * The packed file as a newsroom gets it: installed into an empty folder, by whatever Node and npm this system has, with
 * an empty home. It builds what the source builds, sees every dependency, makes newsrooms, and brings its types.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { makePackage, packFolder } from '../../pack/make-package.ts';
import { type Run, runCli, runProcess } from '../support/cli.ts';
import { differences, siteIn } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';
import { sampleContent } from '../support/sample.ts';

let folder: string;
let room: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'installed-'));
  room = join(folder, 'paper');
  for (const name of ['home', 'package', 'paper']) mkdirSync(join(folder, name));
  await makePackage(projectRoot, join(folder, 'package'));
  const file = packFolder(join(folder, 'package'));
  const { stdout: cache } = await runProcess('npm', ['config', 'get', 'cache']);
  env.npm_config_cache = cache.trim();
  expect(await inRoom('npm', 'install', file)).toMatchObject({ code: 0 });
  cpSync(sampleContent, join(room, 'content'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Without the Node and the programs of this project, which npm puts first. */
const path = (process.env.PATH ?? '').split(delimiter).filter((each) => !each.includes('node_modules'));
const env: NodeJS.ProcessEnv = { PATH: path.join(delimiter) };

function inRoom(command: string, ...args: string[]): Promise<Run> {
  return runProcess(command, args, { cwd: room, env: { ...env, HOME: join(folder, 'home') } });
}

const broadsheet = (...args: string[]) => inRoom('node_modules/.bin/broadsheet', ...args);
const now = ['--now', '2016-01-01'];

/** A slow machine is told how far its pictures are. */
const onlyProgress = expect.stringMatching(/^(?:Making pictures: [^\n]*\n)*$/);

test('it builds the bytes that the source builds, and finds them good', async () => {
  const [out, cache] = [join(folder, 'dist'), join(folder, 'cache')];
  const byUs = await runCli(['build', '--content', sampleContent, '--out', out, '--cache', cache, ...now]);
  expect(byUs).toMatchObject({ code: 0, stderr: onlyProgress });
  expect(await broadsheet('build', ...now)).toMatchObject({ code: 0, stderr: onlyProgress });
  expect(Object.keys(siteIn(out)).length).toBeGreaterThan(10);
  expect(differences(siteIn(out), siteIn(join(room, 'dist')))).toEqual([]);
  expect((await broadsheet('check')).stdout).toContain('No problems found.');
  expect((await broadsheet('build', ...now)).stdout).toContain('nothing to do');
  expect(await broadsheet('find', 'Nobody Of That Name')).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^“Nobody Of That Name”: nothing found\. Looked at /),
  });
  expect(await broadsheet('new', 'Київ', '--section', 'nowhere', '--author', 'nobody')).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^--section: There is no section “nowhere”/),
  });
  expect(await broadsheet('shots')).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/^Pictures are taken by playwright-core, which is not installed here: [^\n]*\n$/),
  });
});

test('it has nothing of TypeScript with it', () => {
  const names = readdirSync(join(room, 'node_modules'));
  expect(names).toEqual(expect.arrayContaining(['broadsheet', 'markdown-it']));
  expect(names.filter((name) => /^(typescript|tsx|esbuild)$/.test(name))).toEqual([]);
});

test('another version of a package is another engine: everything is asked again', async () => {
  const lock = join(room, 'node_modules/.package-lock.json');
  const { packages, ...rest } = JSON.parse(readFileSync(lock, 'utf8'));
  packages['node_modules/markdown-it'].version = '15.9.9';
  writeFileSync(lock, JSON.stringify({ packages, ...rest }));
  const { stdout } = await broadsheet('build', '--json', ...now);
  const { outcomes, routes } = JSON.parse(stdout);
  expect(outcomes).toHaveLength(routes);
});

const written = `import { defineBlock, markup } from 'broadsheet/blocks';
import { type Kind, pageHead } from 'broadsheet/kinds';
import { type KindProps, type Words, wordsIn } from 'broadsheet/layouts';
import { type Listing, listings } from 'broadsheet/listings';

export const city: Listing = { name: 'city', idsOf: ({ topics }) => topics, spans: ['whole', 'year'] };
export const aside = defineBlock({
  name: 'aside',
  attributes: { title: { is: 'text', isNeeded: true } },
  render: ({ title }, content) => markup\`<figure role="note"><p>\${title.trim()}</p>\${content}</figure>\`,
});
export const kind: Kind<'x', { n: number }> = { name: 'x', url: () => '/x/', props: () => ({ n: 1 }) };
export const told = (words: Words) => words.stories(3);
export const address = ({ url }: KindProps['article']) => url.length;
export const all = [listings.map(({ name }) => name), pageHead, wordsIn];
`;
type Step = { run?: string };

test('a newsroom that it makes is published by its workflow, step by step, from a fresh clone', async () => {
  const [fresh, clone, output] = ['fresh', 'clone', 'output'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const flags = [
    '--title',
    'Porto',
    '--url',
    'https://p.example',
    '--time-zone',
    'UTC',
    '--languages',
    'pt',
    '--section',
    'Cidade',
  ];
  expect(await broadsheet('init', fresh, ...flags)).toMatchObject({ code: 0, stderr: '' });
  const shell = (script: string, cwd: string) =>
    runProcess('bash', ['-e', '-c', script], {
      cwd,
      env: { ...env, HOME: join(folder, 'home'), GITHUB_OUTPUT: output },
    });
  const publish = 'git -c user.name=T -c user.email=t@t.example commit --quiet --message First';
  expect(await shell(`npm install && git init --quiet && git add --all && ${publish}`, fresh)).toMatchObject({
    code: 0,
  });
  const { jobs } = parse(readFileSync(join(fresh, '.github/workflows/publish.yml'), 'utf8'));
  const { with: how } = jobs.publish.steps[0];
  const folders = how['sparse-checkout'].trim().replaceAll('\n', ' ');
  const cloning = `git -C ${fresh} config uploadpack.allowFilter true
    git clone --quiet --sparse --filter=${how.filter} file://${fresh} ${clone}
    git -C ${clone} sparse-checkout add ${folders}`;
  expect(await shell(cloning, folder)).toMatchObject({ code: 0 });
  expect(existsSync(join(clone, 'content'))).toBe(false);
  const scriptsOf = (job: { steps: Step[] }) => job.steps.flatMap(({ run }) => run ?? []);
  const scripts = [...scriptsOf(jobs.check), ...scriptsOf(jobs.publish)] as string[];
  expect(scripts[0]).toBe('npm ci');
  for (const script of scripts)
    expect({ script, ...(await shell(`FIRST=--first\n${script}`, clone)) }).toMatchObject({ script, code: 0 });
  const site = siteIn(join(clone, 'site'));
  expect(Object.keys(site)).toEqual(expect.arrayContaining(['cidade/index.html', 'edition.json']));
  expect(readFileSync(output, 'utf8')).toMatch(/^is-new=true\ndue=\d+\n$/);
});

/** Each line after the imports is one that its door’s types refuse. */
const wrong = `import { markup } from 'broadsheet/blocks';
import type { Kind } from 'broadsheet/kinds';
import type { KindProps, Words } from 'broadsheet/layouts';
import type { Listing } from 'broadsheet/listings';
markup\`<b>\${1}</b>\`;
export const kind: Kind = { name: 1 };
export const told = (words: Words) => words.date('2015');
export const address = ({ url }: KindProps['article']) => url.size;
export const city: Listing = { name: 'city', idsOf: () => 'one', spans: ['week'] };
`;

test('its four doors have types that a newsroom’s TypeScript is held to, with every library looked at', async () => {
  writeFiles(room, { 'package.json': '{"type": "module"}', 'src/written.ts': written, 'src/wrong.ts': wrong });
  const compiler = join(projectRoot, 'node_modules/typescript/bin/tsc');
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'esnext', '--pretty', 'false'];
  const check = (file: string) => runProcess(process.execPath, [compiler, ...flags, file], { cwd: room });
  expect(await check('src/written.ts')).toMatchObject({ code: 0, stdout: '' });
  const { stdout } = await check('src/wrong.ts');
  expect(stdout.match(/^src\/wrong\.ts\(\d+/gm)).toEqual([5, 6, 7, 8, 9, 9].map((line) => `src/wrong.ts(${line}`));
});
