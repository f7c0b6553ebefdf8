/** The newsroom that has one of everything of its own, with the packed engine; and what an update of that does to it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePackage, packFolder } from '../../pack/make-package.ts';
import { type Run, runCli, runProcess } from '../support/cli.ts';
import { differences, siteIn } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

let folder: string;
let room: string;
const path = (process.env.PATH ?? '').split(delimiter).filter((each) => !each.includes('node_modules'));
const env: NodeJS.ProcessEnv = { PATH: path.join(delimiter) };
const now = ['--now', '2026-03-03T12:00Z'];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'extended-'));
  room = join(folder, 'paper');
  const { stdout: cache } = await runProcess('npm', ['config', 'get', 'cache']);
  env.npm_config_cache = cache.trim();
  env.HOME = folder;
  cpSync(join(projectRoot, 'test/newsrooms/extended'), room, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(room, 'package.json'), 'utf8'));
  const { tsx, typescript } = manifest.devDependencies;
  writeFileSync(join(room, 'package.json'), JSON.stringify({ ...manifest, dependencies: {}, devDependencies: {} }));
  await install(await packed({}));
  missing = await broadsheet('build', ...now);
  expect(await inRoom('npm', 'install', '--save-dev', `tsx@${tsx}`, `typescript@${typescript}`)).toMatchObject({
    code: 0,
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What it said before what reads TSX was installed. */
let missing: Run;

const inRoom = (command: string, ...args: string[]) => runProcess(command, args, { cwd: room, env });
const broadsheet = (...args: string[]) => inRoom('node_modules/.bin/broadsheet', ...args);
const types = () => inRoom('node_modules/.bin/tsc');

async function install(file: string): Promise<void> {
  expect(await inRoom('npm', 'install', file)).toMatchObject({ code: 0 });
}

/** An engine in which files say something else: in each, one text by another. */
async function packed(edits: Record<string, readonly [text: string, by: string][]>): Promise<string> {
  const root = mkdtempSync(join(folder, 'engine-'));
  const parts = [
    'src',
    'layouts',
    'pack',
    '.node',
    '.eleventy.ts',
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  const papers = ['README.md', 'CHANGELOG.md', 'LICENSE', 'test/newsrooms/extended/README.md'];
  for (const part of [...parts, ...papers]) cpSync(join(projectRoot, part), join(root, part), { recursive: true });
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const [file, pairs] of Object.entries(edits))
    for (const [text, by] of pairs) {
      const before = readFileSync(join(root, file), 'utf8');
      expect(before.split(text).length, `${file}: ${text}`).toBeGreaterThan(1);
      writeFileSync(join(root, file), before.replaceAll(text, by));
    }
  await makePackage(root, join(root, 'package'));
  return packFolder(join(root, 'package'));
}

test('before what reads TSX is there, it says how to install that', () => {
  expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('npm install --save-dev tsx') });
});

test('it builds what the source of the engine builds of it, finds it good, and its types hold', async () => {
  expect(await broadsheet('build', ...now)).toMatchObject({ code: 0, stderr: '' });
  const out = join(folder, 'dist');
  const bySource = ['--newsroom', room, '--out', out, '--cache', join(folder, 'cache')];
  expect(await runCli(['build', ...bySource, ...now])).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(siteIn(out)).length).toBeGreaterThan(40);
  expect(differences(siteIn(out), siteIn(join(room, 'dist')))).toEqual([]);
  expect((await broadsheet('check')).stdout).toContain('No problems found.');
  expect((await broadsheet('build', ...now)).stdout).toContain('nothing to do');
  expect(await types()).toMatchObject({ code: 0, stdout: '' });
});

test('an update that changes markup, classes and words needs no edit, and all that is its own is still there', async () => {
  await install(
    await packed({
      'layouts/components/footer.tsx': [['class="foot"', 'class="foot" data-new="1"']],
      'layouts/components/card.tsx': [["'card'", "'card newer'"]],
      'layouts/components/page-title.tsx': [['class="title"', 'class="title heading"']],
      'layouts/words/en.yaml': [['corrections: Corrections', 'corrections: What we got wrong']],
    }),
  );
  expect(await broadsheet('build', ...now)).toMatchObject({ code: 0, stderr: '' });
  const page = (name: string) => readFileSync(join(room, 'dist', name), 'utf8');
  expect(page('index.html')).toContain('data-new="1"');
  expect(page('index.html')).toContain('What we got wrong');
  expect(page('sea/index.html')).toContain('class="title heading"');
  expect(page('sea/index.html')).toContain('Tide: high');
  expect(page('sea/index.html')).toContain('Just in');
  expect(page('2026/03/02/ferry/index.html')).toContain('class="note recipe"');
  expect(page('tides/index.html')).toContain('The ferry sails again');
  expect(page('districts/old-quay/index.html')).toContain('The market moves');
  expect((await broadsheet('check')).stdout).toContain('No problems found.');
  expect(await types()).toMatchObject({ code: 0, stdout: '' });
});

test('an update that renames a prop is told with file and line, by the types and by the build', async () => {
  const engine = await packed({
    'layouts/components/card.tsx': [
      ['  story: CardRecord;', '  item: CardRecord;'],
      ['Card({ story,', 'Card({ item: story,'],
    ],
    'layouts/components/opening.tsx': [['<Card story=', '<Card item=']],
    'layouts/components/columns.tsx': [['  story={', '  item={']],
    'layouts/pages/front-page.tsx': [['  story={', '  item={']],
  });
  await install(engine);
  expect(await types()).toMatchObject({ stdout: expect.stringMatching(/^layouts\/components\/card\.tsx\(6,\d+\)/) });
  expect(await broadsheet('build', ...now)).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^layouts\/components\/card\.tsx:6:\d+ {2}own\/layout-failed/),
  });
});
