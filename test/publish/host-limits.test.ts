/** Planted sizes at nine tenths of each limit, at it and beyond it. */
import { describe, expect, test } from 'vitest';
import { mistakesInSize } from '../../src/desk/mistakes/in-publishing.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import type { Problem } from '../../src/problem.ts';
import { type Host, hostLimits, type Limit, limitProblems, type Measures } from '../../src/publish/host-limits.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { expectTold } from '../support/expect-told.ts';

const small: Measures = {
  files: 10,
  entries: 20,
  bytes: 1000,
  largestFile: { path: 'a/report.pdf', bytes: 100 },
  redirects: 1,
  redirectBytes: 20,
};

function planted(of: Limit['of'], size: number): Measures {
  return of === 'fileBytes'
    ? { ...small, largestFile: { path: 'a/report.pdf', bytes: size } }
    : { ...small, [of]: size };
}

const rows = Object.entries(hostLimits).flatMap(([host, limits]) =>
  limits.map((limit) => [host as Host, limit] as const),
);

test('each limit has a page of the host and the day on which that was read', () => {
  expect(rows.length).toBeGreaterThan(10);
  for (const [, { source, read, most }] of rows) {
    expect(source).toMatch(/^https:\/\/(?:developers\.cloudflare|docs\.(?:netlify|github|gitlab))\.com\//);
    expect(read).toMatch(/^2026-\d\d-\d\d$/);
    expect(most).toBeGreaterThan(0);
  }
});

test.each(Object.keys(hostLimits) as Host[])('a small site has room on %s', (host) => {
  expect(limitProblems(small, host)).toEqual([]);
});

describe.each(rows)('%s', (host, limit) => {
  const { of, most, isAdvised } = limit;
  const isAdvice = isAdvised || of.startsWith('redirect');

  test(`of ${of} at most ${most}`, () => {
    const told = (size: number) => limitProblems(planted(of, size), host).map(({ code, weight }) => [code, weight]);
    expect(told(Math.floor(most * 0.9) - 1)).toEqual([]);
    expect(told(Math.ceil(most * 0.9))).toEqual([['publish/near-limit', 'advice']]);
    expect(told(most)).toEqual([['publish/near-limit', 'advice']]);
    expect(told(most + 1)).toEqual([['publish/beyond-limit', isAdvice ? 'advice' : undefined]]);
  });
});

test('explain shows it, and each way it offers has room', async () => {
  const told = Object.entries(mistakesInSize).map(([code, mistake]) => {
    const judge = (files: Files) => {
      const { targets, problems } = readSettings(Buffer.from(files['publish.yaml'] ?? ''), 'publish.yaml');
      expect(problems).toEqual([]);
      return targets.flatMap(({ pages }) =>
        pages === undefined ? [] : limitProblems(planted('files', mistake.siteFiles), pages),
      );
    };
    expect(mistake.says).toContain(mistake.siteFiles.toLocaleString('en'));
    for (const way of mistake.ways) expect([way.says, judge(toolMended(mistake, way))]).toEqual([way.says, []]);
    return [code, judge(toolFiles(mistake).files)[0] as Problem] as const;
  });
  await expectTold('size', Object.fromEntries(told));
});

test('it says how much there is, how much there may be, who says so, and what is safe', () => {
  expect(limitProblems(planted('files', 20_001), 'cloudflare')).toEqual([
    {
      code: 'publish/beyond-limit',
      file: 'dist',
      what: 'The site has 20,001 files, and Cloudflare (free plan) takes at most 20,000 files (https://developers.cloudflare.com/pages/platform/limits/, read on 2026-11-26).',
      fix: 'Choose a larger plan, or a server of your own, which has no such limit. Nothing is made for the host until then, and readers have the site as it was.',
    },
  ]);
  expect(limitProblems(planted('fileBytes', 24 * 1024 ** 2), 'cloudflare')).toMatchObject([
    { file: 'dist/a/report.pdf', what: expect.stringContaining('This file has 24 MiB, and'), weight: 'advice' },
  ]);
  expect(limitProblems(planted('redirectBytes', 70_000), 'gitlab')).toMatchObject([
    {
      what: expect.stringContaining('The old addresses are 70,000 bytes, and'),
      fix: expect.stringMatching(/The rules that it does not take are left out\.$/),
    },
  ]);
});
