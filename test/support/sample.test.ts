/** No test of the engine needs the sample’s own stories: none names them, and all pass with another newsroom behind the door. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { pictureOf } from './canaries.ts';
import { articleText, newsroom, projectRoot } from './newsroom.ts';
import { sampleContent } from './sample.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';

/** Those that come through the door; what needs no browser and no other program is quick. */
const throughTheDoor = isLong
  ? ['test/reader-mode', 'test/browser/every-page', 'test/browser/nu-checker', 'test/acceptance/plain-eleventy']
  : ['test/reader-mode', '-t', 'sample newsroom'];

/** The stories of the sample, as texts name them: `2015/11/26/slug`; not those with a name of one word, which any may have. */
const stories = globSync('content/articles/**/*-*.md', { cwd: projectRoot }).map((path) =>
  path.replace(/^content\/articles\/|(\.\w+)?\.md$/g, ''),
);

/** How a file of tests gets at the sample past the door: by its folder, or by one of its stories. */
function waysPast(text: string): string[] {
  const folder = /(projectRoot, '|import\.meta\.dirname, '[./]*)content\b/.exec(text);
  return [
    ...(folder ? [folder[0]] : []),
    ...stories.filter((story) => text.includes(`${story}/`) || text.includes(`${story}.md`)),
  ];
}

/** As long as they are in stories. */
const headline = 'The ferry stays in port for a third day, and the council meets again';
const body = Array.from(
  { length: 4 },
  (_, n) =>
    `The council of the port met for the ${n + 2}nd time, and the ferry, it said, stays where it is until the storm has passed.`,
).join('\n\n');

const isOwn = /^test\/(sample\/|support\/sample)/;

test('only the tests of the sample itself know its folder and its stories', () => {
  const files = globSync('test/**/*.{ts,tsx}', { cwd: projectRoot }).filter((file) => !isOwn.test(file));
  const told = files.map((file) => [file, waysPast(readFileSync(join(projectRoot, file), 'utf8'))] as const);
  expect(told.filter(([, ways]) => ways.length > 0)).toEqual([]);
  expect(waysPast(`cpSync(join(projectRoot, 'content'), out)`)).toHaveLength(1);
  expect(waysPast(`resolve(import.meta.dirname, '../../content')`)).toHaveLength(1);
  for (const story of stories) expect(waysPast(`page.goto('/${story}/')`)).toContain(story);
});

test('those that open it pass with a small newsroom in its place', () => {
  const room = newsroom({
    git: false,
    files: {
      'topics/sea.md': '---\nname: Sea\n---\n',
      'pages/about.md': '---\ntitle: About us\n---\nWe are three people in a port.\n',
      'articles/2015/11/26/ferry.md': articleText(
        {
          title: headline,
          topics: ['sea'],
          image: { file: 'boat.png', alt: 'A boat' },
          redirectFrom: ['/ferry/'],
        },
        body,
      ),
      'articles/2015/11/26/ferry/boat.png': pictureOf('boat'),
      'articles/2015/11/25/storm.md': articleText({ title: headline, date: '2015-11-25 09:30', topics: ['sea'] }, body),
    },
  });
  const vitest = join(projectRoot, 'node_modules/vitest/vitest.mjs');
  const env = { ...process.env, BROADSHEET_SAMPLE: room.folder, BROADSHEET_COUNTS: '' };
  const run = (...filters: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, [vitest, 'run', ...filters], {
      cwd: projectRoot,
      env,
      encoding: 'utf8',
    });
    return { status, stderr };
  };
  expect(run(...throughTheDoor)).toEqual({ status: 0, stderr: '' });
  if (!isLong) return;
  room.write({ 'articles/2015/11/25/storm.md': articleText({ date: '2015-11-25 09:30', section: 'wrold' }) });
  expect(run('test/reader-mode')).toEqual({ status: 1, stderr: expect.stringContaining('2015/11/25/storm.md') });
});

test('the door leads where BROADSHEET_SAMPLE says, else to the content of this repository', async () => {
  expect(sampleContent).toBe(join(projectRoot, 'content'));
  vi.stubEnv('BROADSHEET_SAMPLE', '/other');
  vi.resetModules();
  expect(await import('./sample.ts')).toMatchObject({ sampleContent: '/other/content' });
  vi.unstubAllEnvs();
});
