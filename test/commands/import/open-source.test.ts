/** Whose a source is, and what is read of its files. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInput, readerOf } from '../../../src/commands/import/open-source.ts';
import { temporaryFolder } from '../../support/folder-contents.ts';
import { writeFiles } from '../../support/project-copy.ts';

function opened(files: Record<string, string | Uint8Array>) {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  return openInput(folder);
}
const named = async (input: ReturnType<typeof openInput>, as?: string, before?: string) => {
  const { reader, others } = await readerOf(input, {}, { as, before });
  return [reader.name, others];
};

test('who else could have made a folder is told, and which it is can be said', async () => {
  const input = opened({
    'hugo.toml': 'baseURL = "https://old.example"\n',
    '_posts/2015-11-26-ferry.md': 'x',
    'content/a.md': 'x',
    'static/a.html': 'x',
  });
  expect(await named(input)).toEqual(['Hugo', ['Jekyll by its folder _posts/']]);
  expect(await named(input, 'jekyll')).toEqual(['Jekyll', []]);
  expect(await named(input, undefined, 'Jekyll')).toEqual([
    'Jekyll',
    ['Hugo by its hugo.toml and its folder content/'],
  ]);
  await expect(named(input, 'zola')).rejects.toThrow(/is no Zola\.$/);
  await expect(named(input, 'Word')).rejects.toThrow(/^--as has to be one of .*Hugo, Jekyll/);
});

test('of a folder that no program made, it is told what else stands in it', async () => {
  const input = opened({ 'a.md': 'x', 'b.html': 'x' });
  expect(await named(input)).toEqual(['Markdown', ['HTML by its 1 HTML page']]);
  await expect(named(opened({ 'a.txt': 'x' }))).rejects.toThrow(/^Nobody here can read .*Markdown, HTML\. Of a folder/);
});

test('old pages are read in the letters that they say', async () => {
  const page = (charset: string, ...bytes: number[]) =>
    Buffer.concat([
      Buffer.from(`<meta http-equiv="Content-Type" content="text/html; charset=${charset}"><p>`),
      Buffer.from(bytes),
    ]);
  const input = opened({
    'a.html': page('windows-1251', 0xcc, 0xee, 0xf0, 0xe5),
    'b.html': page('windows-1251', ...Buffer.from('Море')),
    'c.html': page('no-such', 0x61),
  });
  expect(
    (await Promise.all(['a.html', 'b.html', 'c.html'].map((file) => input.read(file)))).map((text) => text?.slice(-4)),
  ).toEqual(['Море', 'Море', '<p>a']);
});

test('git says when a file was first there, whatever happened to it later', async () => {
  const folder = temporaryFolder();
  const git = (at: string, ...args: string[]) =>
    spawnSync('git', ['-C', folder, '-c', 'user.name=Ann', '-c', 'user.email=ann@old.example', ...args], {
      env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
    });
  git('', 'init', '-q');
  writeFiles(folder, { 'site/é a.md': 'x', 'b.md': 'x' });
  git('', 'add', '-A');
  git('2015-11-26T09:30:00+03:00', 'commit', '-qm', 'a');
  writeFiles(folder, { 'site/é a.md': 'y', 'site/c.md': 'x' });
  git('', 'add', '-A');
  git('2015-11-27T09:30:00+03:00', 'commit', '-qm', 'b');
  const input = openInput(join(folder, 'site'));
  const first = await Promise.all(['é a.md', 'c.md', 'd.md'].map((file) => input.firstCommitted?.(file)));
  expect(first).toEqual(['2015-11-26T09:30:00+03:00', '2015-11-27T09:30:00+03:00', undefined]);
  expect(await opened({ 'a.md': 'x' }).firstCommitted?.('a.md')).toBeUndefined();
});
