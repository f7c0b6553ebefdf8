/**
 * A newsroom as `init` makes it, with the packed engine of its lockfile: under a commit with another lockfile, what is due is
 * published by the engine that npm installs for the commit that readers have.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, test } from 'vitest';
import { makePackage, packFolder } from '../../pack/make-package.ts';
import { type Run, runProcess } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';

/** Without the Node and the programs of this project, which npm puts first. */
const path = (process.env.PATH ?? '').split(delimiter).filter((each) => !each.includes('node_modules'));

const flags = ['--title', 'Porto', '--url', 'https://p.example', '--time-zone', 'UTC', '--languages', 'pt'];
const story = (title: string, date: string, section = 'cidade') =>
  `---\ntitle: ${title}\nsummary: O que é ${title}.\ndate: ${date}\nauthors: [newsroom]\nsection: ${section}\n---\n\nTexto.\n`;

test('the engine of the commit’s own lockfile is installed, and publishes', async () => {
  const folder = realpathSync(temporaryFolder());
  const [maker, paper, live] = ['maker', 'paper', 'live'].map((name) => join(folder, name)) as [string, string, string];
  const env = { PATH: path.join(delimiter) };
  const run = (cwd: string, command: string, ...args: string[]): Promise<Run> =>
    runProcess(command, args, { cwd, env });
  mkdirSync(maker);
  await makePackage(projectRoot, join(folder, 'package'), { types: false });
  expect(await run(maker, 'npm', 'install', packFolder(join(folder, 'package')))).toMatchObject({ code: 0 });
  const init = ['init', paper, ...flags, '--section', 'Cidade'];
  expect(await run(maker, 'node_modules/.bin/broadsheet', ...init)).toMatchObject({ code: 0, stderr: '' });
  writeFiles(paper, {
    'publish.yaml': `targets: [{name: live, folder: ${live}}]\n`,
    'content/articles/2026/05/01/a.md': story('Alfa', '2026-05-01 10:00'),
    'content/articles/2026/05/03/due.md': story('Esperada', '2026-05-03 10:00'),
    'layouts/words/pt.yaml': 'skipToContent: Saltar para aqui\n',
  });
  expect(await run(paper, 'npm', 'install')).toMatchObject({ code: 0 });
  const git = (...args: string[]) =>
    spawnSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args], { cwd: paper, encoding: 'utf8' });
  const commit = () => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change');
    return git('rev-parse', 'HEAD').stdout.trim();
  };
  git('init', '--quiet');
  const good = commit();
  const publish = (now: string) =>
    run(paper, 'npm', 'run', '--silent', 'broadsheet', '--', 'publish', '--to', 'live', '--now', now);
  expect(await publish('2026-05-02')).toMatchObject({ code: 0 });
  const lock = join(paper, 'package-lock.json');
  writeFiles(paper, {
    'package-lock.json': readFileSync(lock, 'utf8').replace('"lockfileVersion": 3', '"lockfileVersion": 9'),
    'layouts/words/pt.yaml': 'skipToContent: Outra coisa\n',
    'content/articles/2026/05/01/a.md': story('Alfa', '2026-05-01 10:00', 'nada'),
  });
  commit();
  const told = await publish('2026-05-04');
  expect(told).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`What was due is public all the same, with commit ${good.slice(0, 8)}`),
  });
  expect(told.stderr).not.toContain('could not be installed');
  const installed = join(paper, '.cache/checkout/node_modules/broadsheet');
  expect(realpathSync(installed)).toBe(installed);
  const page = readFileSync(join(live, 'current/2026/05/03/due/index.html'), 'utf8');
  expect(page).toContain('Saltar para aqui');
});
