/** What the engine's fingerprint sees, here and as a package in a newsroom; a part that is missing is never passed over. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MachineryError } from '../../src/errors.ts';
import { fingerprintEngine } from '../../src/sync/engine.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { writeFiles } from '../support/project-copy.ts';

const engine = {
  '.eleventy.ts': '1',
  'package.json': '2',
  'tsconfig.json': '3',
  'src/content/a.ts': '4',
  'src/source/a.ts': '5',
  'src/catalog/a.ts': '6',
  'src/sync/a.ts': '6',
  'src/render/a.ts': '7',
  'layouts/styles/a.css': '8',
};

/** An engine as it lies in the folder of whoever installed it, which has the lockfiles. */
function installed(lockfiles: Record<string, string>): { folder: string; root: string } {
  const folder = temporaryFolder();
  const root = join(folder, 'node_modules/broadsheet');
  writeFiles(root, engine);
  writeFiles(folder, lockfiles);
  return { folder, root };
}

const lockOf = (version: string) => `{"packages": {"node_modules/markdown-it": {"version": "${version}"}}}`;

test.each(['node_modules/.package-lock.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'])(
  'another version of a package that %s has is another engine, for reading and for rendering',
  (lockfile) => {
    const { folder, root } = installed({ [lockfile]: lockOf('15.0.3') });
    const before = fingerprintEngine([], root);
    expect(fingerprintEngine([], root)).toEqual(before);
    writeFiles(folder, { [lockfile]: lockOf('15.0.4') });
    const after = fingerprintEngine([], root);
    expect(after.content).not.toBe(before.content);
    expect(after.all).not.toBe(before.all);
  },
);

test('every file of the engine is seen: those that read content by both hashes, the others by one', () => {
  const { root } = installed({ 'node_modules/.package-lock.json': '{}' });
  const before = fingerprintEngine([], root);
  const seen = Object.entries(engine).map(([path, text]) => {
    writeFiles(root, { [path]: `${text} changed` });
    const { content, all } = fingerprintEngine([], root);
    writeFiles(root, { [path]: text });
    return [path, { content: content !== before.content, all: all !== before.all }];
  });
  const both = { content: true, all: true };
  expect(Object.fromEntries(seen)).toEqual({
    ...Object.fromEntries(Object.keys(engine).map((path) => [path, both])),
    'src/render/a.ts': { content: false, all: true },
    'layouts/styles/a.css': { content: false, all: true },
  });
});

test('the program’s hash is of all but the layouts', () => {
  const { root } = installed({ 'node_modules/.package-lock.json': '{}' });
  const before = fingerprintEngine([], root).program;
  for (const [path, text] of Object.entries(engine)) {
    writeFiles(root, { [path]: `${text} changed` });
    expect([path, fingerprintEngine([], root).program === before]).toEqual([path, path.startsWith('layouts/')]);
    writeFiles(root, { [path]: text });
  }
});

test('files of types are not seen: they decide no byte', () => {
  const { root } = installed({ 'node_modules/.package-lock.json': '{}' });
  const before = fingerprintEngine([], root);
  writeFiles(root, { 'src/content/a.d.ts': 'export {};' });
  expect(fingerprintEngine([], root)).toEqual(before);
});

test('a newsroom’s own folder is seen by the one that renders', () => {
  const { root, folder } = installed({ 'node_modules/.package-lock.json': '{}', 'words/en.yaml': 'share: A\n' });
  const before = fingerprintEngine([join(folder, 'words')], root);
  writeFiles(folder, { 'words/en.yaml': 'share: B\n' });
  const after = fingerprintEngine([join(folder, 'words')], root);
  expect([after.content === before.content, after.all === before.all]).toEqual([true, false]);
});

test.each(['.eleventy.ts', 'package.json', 'tsconfig.json'])('without its %s it fails, naming it', (path) => {
  const { root } = installed({ 'node_modules/.package-lock.json': '{}' });
  rmSync(join(root, path));
  expect(() => fingerprintEngine([], root)).toThrow(MachineryError);
  expect(() => fingerprintEngine([], root)).toThrow(`${join(root, path)} could not be read: it is not there.`);
});

test('without a lockfile it fails, and says what to do', () => {
  const { root } = installed({});
  expect(() => fingerprintEngine([], root)).toThrow(MachineryError);
  expect(() => fingerprintEngine([], root)).toThrow(/no lockfile is in .*Install Broadsheet.*: npm install\.$/);
});
