import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderOptions, formatOption, problemArgs } from '../../src/commands/options.ts';
import { temporaryFolder } from '../support/folder-contents.ts';

test('what a build is told about printing, the builds of npm start are told too', () => {
  expect(problemArgs({ format: 'json', 'all-problems': true })).toEqual(['--format', 'json', '--all-problems']);
  expect(problemArgs({})).toEqual([]);
});

test('without a format it is text, and in GitHub Actions github', () => {
  vi.stubEnv('GITHUB_ACTIONS', undefined);
  expect(formatOption(undefined)).toBe('text');
  vi.stubEnv('GITHUB_ACTIONS', 'true');
  expect(formatOption(undefined)).toBe('github');
  expect(formatOption('text')).toBe('text');
  vi.unstubAllEnvs();
});

test('paths are from the newsroom’s folder, which may itself keep its output and its cache in its content', () => {
  const room = { root: temporaryFolder(), call: () => '' };
  mkdirSync(join(room.root, 'content'));
  const named = { content: '/news', out: '/news/dist', cache: '/news/.cache' };
  expect(folderOptions(room, named)).toEqual(named);
  expect(folderOptions(room, { out: 'built/site' })).toEqual({
    content: join(room.root, 'content'),
    out: join(room.root, 'built/site'),
    cache: join(room.root, '.cache'),
  });
});
