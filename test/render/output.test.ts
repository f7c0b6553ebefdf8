import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { MachineryError, RefusedOutput } from '../../src/errors.ts';
import { OutputFolder, removedIn } from '../../src/render/output.ts';

function folderWith(files: Record<string, string> = {}): { out: string; output: OutputFolder } {
  const folder = mkdtempSync(join(tmpdir(), 'output-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const out = join(folder, 'dist');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  return { out, output: new OutputFolder(out) };
}

test('a folder says what it holds: nothing, an edition, an unfinished one, or something of somebody else', () => {
  expect(folderWith().output.state()).toEqual({ is: 'empty' });
  expect(folderWith({ 'letter.txt': 'x' }).output.state()).toEqual({ is: 'foreign' });
  expect(folderWith({ '.hidden': 'x' }).output.state()).toEqual({ is: 'foreign' });
  expect(folderWith({ '.edition': 'abc\n' }).output.state()).toEqual({ is: 'edition', name: 'abc' });
  expect(folderWith({ '.edition': 'unfinished word\n' }).output.state()).toEqual({ is: 'unfinished', word: 'word' });
});

test('from begin to finish a folder says that it is unfinished', () => {
  const { output, out } = folderWith();
  output.begin('word');
  output.write('index.html', 'x');
  expect(output.state()).toEqual({ is: 'unfinished', word: 'word' });
  output.finish('abc');
  expect(output.state()).toEqual({ is: 'edition', name: 'abc' });
  expect(readdirSync(out).sort()).toEqual(['.edition', 'index.html']);
});

test('a folder of changes says so, and knows what was removed and has not come back', () => {
  const { out } = folderWith();
  const list = `${out}-removed`;
  const output = new OutputFolder(out, list);
  output.begin('word');
  for (const path of ['a/index.html', 'b/index.html', 'c.png']) output.remove(path);
  output.write('b/index.html', 'back');
  output.finish('abc');
  expect(output.state()).toEqual({ is: 'changes', name: 'abc' });
  expect(removedIn(list, out)).toEqual(['a/index.html', 'c.png']);
  expect(output.acceptChanges('abc', undefined)).toBe('continued');
  expect(() => output.acceptChanges('abd', undefined)).toThrow(RefusedOutput);
  expect(() => output.acceptChanges('abc', 'word')).toThrow(RefusedOutput);
});

test('a file that holds just these bytes is not written again', () => {
  const { output, out } = folderWith();
  output.begin('word');
  expect(output.write('world/index.html', 'one')).toBe(true);
  const { ino } = statSync(join(out, 'world/index.html'));
  expect(output.write('world/index.html', 'one')).toBe(false);
  expect(statSync(join(out, 'world/index.html')).ino).toBe(ino);
  expect(output.write('world/index.html', 'two')).toBe(true);
  expect(readFileSync(join(out, 'world/index.html'), 'utf8')).toBe('two');
});

test('a reader who has a file open keeps all of it: a file is replaced, never written into', () => {
  const { output, out } = folderWith();
  output.begin('word');
  output.write('index.html', 'one');
  const { ino } = statSync(join(out, 'index.html'));
  output.write('index.html', 'two');
  expect(statSync(join(out, 'index.html')).ino).not.toBe(ino);
});

test('a file gives way to a folder, and a folder to a file', () => {
  const { output, out } = folderWith({ '.edition': 'abc\n', old: 'file', 'new.html/index.html': 'x' });
  output.begin('word');
  output.write('old/index.html', 'one');
  output.write('new.html', 'two');
  expect(readFileSync(join(out, 'old/index.html'), 'utf8')).toBe('one');
  expect(readFileSync(join(out, 'new.html'), 'utf8')).toBe('two');
});

test('a link is replaced and never written through', () => {
  const { output, out } = folderWith({ '.edition': 'abc\n' });
  const outside = join(dirname(out), 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'index.html'), 'theirs');
  symlinkSync(outside, join(out, 'world'));
  symlinkSync(join(outside, 'index.html'), join(out, 'index.html'));
  output.begin('word');
  output.write('world/index.html', 'ours');
  output.write('index.html', 'ours');
  expect(readFileSync(join(outside, 'index.html'), 'utf8')).toBe('theirs');
  expect(readFileSync(join(out, 'world/index.html'), 'utf8')).toBe('ours');
});

test('a removed file takes its empty folders along, and no other', () => {
  const { output, out } = folderWith({ '.edition': 'abc\n', '2015/11/26/a/index.html': 'x', '2015/index.html': 'x' });
  output.remove('2015/11/26/a/index.html');
  expect(existsSync(join(out, '2015/11'))).toBe(false);
  expect(existsSync(join(out, '2015/index.html'))).toBe(true);
  expect(() => output.remove('2014/none/index.html')).not.toThrow();
});

test('a folder that was removed is made again when something is written there', () => {
  const { output, out } = folderWith();
  output.begin('word');
  output.write('a/b/index.html', 'x');
  output.remove('a/b/index.html');
  output.write('a/b/index.html', 'y');
  expect(readFileSync(join(out, 'a/b/index.html'), 'utf8')).toBe('y');
});

test('strays are removed, links among them, and what a link leads to is left alone', () => {
  const { output, out } = folderWith({
    '.edition': 'abc\n',
    'index.html': 'x',
    'stray/a.html': 'x',
    'stray/b/c.html': 'x',
  });
  const outside = join(dirname(out), 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'theirs.txt'), 'theirs');
  symlinkSync(outside, join(out, 'link'));
  expect(output.removeAllBut((path) => path === 'index.html').sort()).toEqual([
    'link',
    'stray/a.html',
    'stray/b/c.html',
  ]);
  expect(readdirSync(out).sort()).toEqual(['.edition', 'index.html']);
  expect(existsSync(join(outside, 'theirs.txt'))).toBe(true);
});

test('a file that cannot be written is broken machinery, and names the file', () => {
  const { output, out } = folderWith();
  output.begin('word');
  rmSync(join(out, '.tmp'), { recursive: true });
  expect(() => output.write('index.html', 'x')).toThrow(MachineryError);
  expect(() => output.write('index.html', 'x')).toThrow(`${join(out, 'index.html')} could not be written`);
});
