/** The command that lets a newsroom go. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const story = 'articles/2015/11/26/talks.md';

function exportOf(room: ReturnType<typeof newsroom>, ...args: string[]) {
  return runHere(['export', '--newsroom', room.folder, '--cache', room.cache, '--now', '2016-01-01', ...args]);
}

test('it says what it wrote, and of WordPress what that cannot hold', async () => {
  const room = newsroom({ git: false, files: { [story]: articleText({ place: 'Baku', redirectFrom: ['/old/'] }) } });
  const to = join(temporaryFolder(), 'out');
  const first = await exportOf(room, '--to', to, '--wxr', `${to}.xml`);
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout).toContain(`Exported 1 story to ${to}: 3 files written, 0 unchanged.`);
  expect(first.stdout).toMatch(/ 1 {2}Datelines: .+, for example \/2015\/11\/26\/talks\//);
  expect(readFileSync(`${to}.redirects.csv`, 'utf8')).toContain('/old/,/2015/11/26/talks/\n');
  expect(readFileSync(`${to}.left-out.txt`, 'utf8')).toContain('Datelines');
  const { stdout } = await exportOf(room, '--to', to);
  expect(stdout).toBe(`Exported 1 story to ${to}: 0 files written, 3 unchanged.\n`);
});

test('a file with problems is left out and told, and everything else goes', async () => {
  const files = { [story]: articleText(), 'articles/2015/11/26/bad.md': articleText({ title: undefined }) };
  const room = newsroom({ git: false, files });
  const to = join(temporaryFolder(), 'out');
  const { code, stdout, stderr } = await exportOf(room, '--to', to);
  expect(code).toBe(1);
  expect(stderr).toContain('“title” is missing');
  expect(stdout).toContain('These files have problems, and were not exported:\n  content/articles/2015/11/26/bad.md\n');
  expect(existsSync(join(to, story))).toBe(true);
});

test('a folder that is in use is refused, and so is a name that is no XML file', async () => {
  const room = newsroom({ git: false });
  expect((await exportOf(room)).stderr).toContain('export needs a folder to write');
  expect((await exportOf(room, '--to', room.content)).stderr).toContain('which is in use');
  expect((await exportOf(room, '--to', join(room.content, 'out'))).stderr).toContain('one in the other');
  expect((await exportOf(room, '--to', 'out', '--wxr', 'paper.zip')).stderr).toContain('--wxr takes a file such as');
});

test('what it wrote, import makes the newsroom of again', async () => {
  const room = newsroom({ git: false, files: { [story]: articleText({ place: 'Baku' }) } });
  const to = join(temporaryFolder(), 'out');
  await exportOf(room, '--to', to);
  const other = newsroom({ git: false });
  other.remove('site.yaml', 'authors');
  const { code, stdout } = await runHere(['import', to, '--newsroom', other.folder, '--now', '2016-01-01']);
  expect([code, stdout]).toEqual([0, 'This is a newsroom that “export” has written: 3 files written, 0 unchanged.\n']);
  expect(readFileSync(join(other.content, story), 'utf8')).toContain('place: Baku');
});
