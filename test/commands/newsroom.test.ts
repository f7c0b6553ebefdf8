/** Engine and newsroom apart: which folder is the newsroom, what is read and written there, and how commands are called there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openNewsroom } from '../../src/commands/newsroom.ts';
import { runHere } from '../support/cli.ts';
import { contentsOf, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, newsroom, projectRoot } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

const files = { 'articles/2015/11/26/a.md': articleText({ topics: [] }) };
const at = ['--now', '2016-01-01'];

describe('the newsroom that --newsroom names', () => {
  test('is what is built, and has the site and what is remembered in its own folder', async () => {
    const room = newsroom({ git: false, files });
    const run = await runHere(['build', `--newsroom=${room.folder}`, ...at]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(contentsOf(join(room.folder, 'dist'))).toHaveProperty(['2015/11/26/a/index.html']);
    expect(contentsOf(join(room.folder, '.cache'))).toHaveProperty(['next-due']);
    expect(await runHere(['--newsroom', room.folder, 'check'])).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No problems found.'),
    });
  });

  test('is where every other path of the command line begins', async () => {
    const room = newsroom({ git: false, files });
    const inRoom = (...args: string[]) => runHere([...args, '--newsroom', room.folder]);
    expect(await inRoom('build', '--out', 'site', '--cache', 'kept', ...at)).toMatchObject({ code: 0 });
    expect(await inRoom('state', 'save', 'state.bin', '--cache', 'kept')).toMatchObject({ code: 0 });
    expect(Object.keys(contentsOf(room.folder))).toEqual(
      expect.arrayContaining(['site/index.html', 'kept/production.sqlite', 'state.bin']),
    );
  });

  test('is where the paths of Problems begin, those of its own words too', async () => {
    const room = newsroom({ git: false, files: { 'articles/2015/11/26/a.md': articleText({ section: 'wrold' }) } });
    const told = async () => (await runHere(['build', '--newsroom', room.folder, ...at])).stderr;
    expect(await told()).toMatch(/^content\/articles\/2015\/11\/26\/a\.md:\d+:\d+ {2}article\/unknown-section/m);
    room.write({ ...files, '../layouts/words/en.yaml': 'shaer: Pass on\n' });
    expect(await told()).toMatch(/^layouts\/words\/en\.yaml:1:1 {2}yaml\/unknown-key/m);
  });

  test('may have words of its own, and a change of them renders what they stand in', async () => {
    const room = newsroom({ git: false, files });
    const build = () => runHere(['build', '--newsroom', room.folder, ...at]);
    const page = () => contentsOf(join(room.folder, 'dist'))['2015/11/26/a/index.html'];
    expect(await build()).toMatchObject({ code: 0 });
    room.write({ '../layouts/words/en.yaml': 'share: Pass it on\n' });
    expect(await build()).toMatchObject({ code: 0, stderr: '' });
    expect(page()).toContain('Pass it on');
    room.write({ '../layouts/words/en.yaml': 'share: Tell others\n' });
    expect(await build()).toMatchObject({ code: 0, stderr: '' });
    expect(page()).toContain('Tell others');
    expect((await build()).stdout).toContain('nothing to do');
  });
});

describe('a folder that is no newsroom', () => {
  test.each(['build', 'check', 'start'])('is told with what to do, and %s writes nothing there', async (command) => {
    const folder = temporaryFolder();
    const run = await runHere([command, '--newsroom', folder]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(
      `${folder} is no newsroom: it has no content folder. Start the command in the newsroom’s folder, or name that folder with --newsroom.`,
    );
    expect(contentsOf(folder)).toEqual({});
  });

  test.each([
    ['a folder that is not there', ['build', '--newsroom', '/no/where'], 'There is no folder /no/where.'],
    ['no folder at all', ['build', '--newsroom'], '--newsroom needs a value after it.'],
    ['a flag in its place', ['build', '--newsroom', '--all'], '--newsroom needs a value after it.'],
    ['a misspelt flag', ['build', '--newsrom', 'x'], 'Did you mean --newsroom?'],
  ])('cannot be %s', async (_, args, said) => {
    expect(await runHere(args)).toMatchObject({ code: 2, stderr: expect.stringContaining(said) });
  });

  test('is one if its package.json depends on Broadsheet, as in a clone without its content', async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { 'package.json': '{"dependencies": {"broadsheet": "0.2.0"}}' });
    const { stderr } = await runHere(['build', '--newsroom', folder]);
    expect(stderr).toContain(`There is no folder ${folder}/content.`);
    writeFiles(folder, { 'package.json': '{"dependencies": {"other": "0.2.0"}}' });
    expect((await runHere(['build', '--newsroom', folder])).stderr).toContain('is no newsroom');
  });
});

describe('a command is called', () => {
  const scripts = {
    all: { start: 'broadsheet start', make: 'broadsheet build', any: 'broadsheet' },
    some: { build: 'broadsheet build && rsync dist host:', any: 'node src/cli.js' },
  };

  function callsIn(manifest: string | undefined): string[] {
    const folder = temporaryFolder();
    if (manifest !== undefined) writeFileSync(join(folder, 'package.json'), manifest);
    const { call } = openNewsroom(folder);
    return [call('build'), call('build', '--all'), call('start', '--port 1'), call('state', 'save FILE')];
  }

  test('by the scripts of the newsroom’s package.json', () => {
    expect(callsIn(JSON.stringify({ scripts: scripts.all }))).toEqual([
      'npm run make',
      'npm run make -- --all',
      'npm start -- --port 1',
      'npm run any -- state save FILE',
    ]);
  });

  test('by the script that takes any command, where another does more than the command', () => {
    expect(callsIn(JSON.stringify({ scripts: scripts.some }))).toEqual(
      ['build', 'build --all', 'start --port 1', 'state save FILE'].map((words) => `npm run any -- ${words}`),
    );
  });

  test.each([
    ['no package.json', undefined],
    ['one that npm cannot read', '{'],
    ['one without scripts', '{}'],
  ])('by its file where there is %s and the engine is no package', (_, manifest) => {
    for (const call of callsIn(manifest)) expect(call).toMatch(/^node \S+\/src\/cli\.js (build|start|state)/);
  });

  test('so in help, and wherever a command is advised', async () => {
    const room = newsroom({ git: false, files });
    writeFileSync(join(room.folder, 'package.json'), JSON.stringify({ scripts: scripts.all }));
    const said = async (...args: string[]) => {
      const { stdout, stderr } = await runHere([...args, '--newsroom', room.folder]);
      return stdout + stderr;
    };
    expect(await said('build', '--help')).toMatch(/^Usage: npm run make -- \[flags\].*^ {2}npm run make -- --commit/ms);
    expect(await said('help')).toContain('Help for a command: npm run make -- --help');
    expect(await said('build', '--nwo')).toContain('See: npm run make -- --help');
    expect(await said('check', '--out', 'nowhere')).toContain('Build it first: npm run make');
    expect(await said('state', '--help')).toContain('npm run any -- state save FILE');
    expect(openNewsroom(projectRoot).call('check', '--all')).toBe('npm run check -- --all');
  });
});
