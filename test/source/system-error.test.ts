import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MachineryError, SystemError } from '../../src/errors.ts';
import { makeFolder } from '../../src/source/make-folder.ts';
import { findSystemError, onFile, systemErrorOf } from '../../src/source/system-error.ts';
import { onFailingDisk, refusal } from '../support/failing-disk.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

const sqlite = (errcode: number) =>
  Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode });

test('what the machine refuses is told with its file, why, and what to do', () => {
  const fail = () =>
    onFile('/site/a', 'written', () => {
      throw refusal('ENOSPC', 'write');
    });
  expect(fail).toThrow(SystemError);
  expect(fail).toThrow('/site/a could not be written: the disk is full. Make room on it, then try again.');
  expect(onFile('/site/a', 'written', (file) => file)).toBe('/site/a');
});

test.for([
  ['EACCES', 'open', '/a could not be opened: this user may not do that.'],
  ['EROFS', 'mkdir', '/a could not be made: it can only be read here.'],
  ['EMFILE', 'open', '/a could not be opened: too many files are open.'],
  ['EIO', 'read', '/a could not be read: the disk failed.'],
  ['ENOTDIR', 'scandir', '/a could not be read: a file is in the place of a folder.'],
  ['EBUSY', 'unlink', '/a could not be removed: another program is using it.'],
] as const)('%s is found in an error from anywhere, however it is wrapped', ([code, syscall, sentence]) => {
  const error = refusal(code, syscall, '/a');
  const eleventys = Object.assign(new Error('wrapped'), { originalError: error });
  for (const each of [error, new Error('wrapped', { cause: error }), new Error('twice', { cause: eleventys })])
    expect(findSystemError(each)?.message).toContain(sentence);
});

test('a database that is full, may only be read or cannot be opened is no fault of ours', () => {
  const told = (errcode: number) => findSystemError(sqlite(errcode))?.message;
  expect(told(13)).toBe(
    'The catalog in the cache folder could not be read or written: the disk is full. Make room on it, then try again.',
  );
  expect(told(8 | (4 << 8))).toContain('it can only be read here');
  expect(told(14)).toContain('it cannot be opened');
  expect(told(1)).toBeUndefined();
});

test('a bug stays one, with its stack', () => {
  const bug = new TypeError('x is not a function');
  for (const each of [bug, new Error('x', { cause: bug }), 'a text', undefined])
    expect(findSystemError(each)).toBeUndefined();
  expect(systemErrorOf('/a', 'written', bug)).toBe(bug);
  const told = new MachineryError('told already');
  expect(systemErrorOf('/a', 'written', told)).toBe(told);
});

test('a refusal that has no words here is told in those of the system', () => {
  expect(String(systemErrorOf('C:/site/a:b', 'written', refusal('EINVAL', 'open', 'x')))).toBe(
    'Error: C:/site/a:b could not be written: invalid argument.',
  );
});

test('folders are made, and what is in the way of one is told', async () => {
  const folder = temporaryFolder();
  makeFolder(join(folder, 'a/b/c'));
  expect(existsSync(join(folder, 'a/b/c'))).toBe(true);
  writeFileSync(join(folder, 'file'), '');
  for (const path of ['file', 'file/below', 'file/far/below'])
    expect(() => makeFolder(join(folder, path))).toThrow(
      `${join(folder, path)} could not be written to: a file is in the place of a folder.`,
    );
  // `mkdirSync` alone says that there is no such folder.
  await onFailingDisk({ code: 'EROFS', of: ['accessSync'], at: (path) => path === folder }, () => {
    expect(() => makeFolder(join(folder, 'new/one'))).toThrow(
      `${join(folder, 'new/one')} could not be written to: it can only be read here.`,
    );
  });
});
