import { expect, test, vi } from 'vitest';
import { folderOptions, formatOption, nowOption, problemArgs, projectRoot } from '../../src/commands/options.ts';

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

test('a newsroom at the root of its project keeps its output and its cache in it', () => {
  const named = { content: '/news', out: '/news/dist', cache: '/news/.cache' };
  expect(folderOptions(named)).toEqual(named);
  expect(folderOptions({ out: '/site', cache: '/site-cache' }).content).toBe(`${projectRoot}/content`);
});

test('--now is read in UTC, if it does not say its offset', () => {
  const at = (text: string) => new Date(nowOption(text) * 1000).toISOString();
  expect(at('2015-11-26T09:30')).toBe('2015-11-26T09:30:00.000Z');
  expect(at('2015-11-26T09:30+03:00')).toBe('2015-11-26T06:30:00.000Z');
  expect(at('2015-11-26')).toBe('2015-11-26T00:00:00.000Z');
});
