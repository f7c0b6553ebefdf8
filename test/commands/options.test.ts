import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { folderOptions, formatOption, nowOption, problemArgs } from '../../src/commands/options.ts';
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

test('--now is read in UTC or the zone at hand, if it does not say its offset', () => {
  const at = (text: string) => new Date(nowOption(text) * 1000).toISOString();
  expect(at('2015-11-26T09:30')).toBe('2015-11-26T09:30:00.000Z');
  expect(at('2015-11-26T09:30+03:00')).toBe('2015-11-26T06:30:00.000Z');
  expect(at('2015-11-26')).toBe('2015-11-26T00:00:00.000Z');
  expect(nowOption('2015-11-26T09:30', 'Europe/Moscow')).toBe(nowOption('2015-11-26T06:30'));
  expect(nowOption('2015-11-26T09:30Z', 'Europe/Moscow')).toBe(nowOption('2015-11-26T09:30'));
});
