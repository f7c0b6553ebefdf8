/** Before an update is rendered, the build says how many pages that takes; any other build says nothing. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../src/commands/build.ts';
import { engineVersion } from '../../src/engine-files.ts';
import { articleText, type Newsroom, newsroom, projectRoot, testEngine, treeOf } from '../support/newsroom.ts';
import { renderDirectly } from '../support/render-directly.ts';

/** Enough stories for more than fifty pages, or so few that there are not. */
function withStories(n: number): Newsroom {
  const stories = Array.from({ length: n }, (_, index): [string, string] => [
    `articles/2015/11/26/story-${index}.md`,
    articleText(),
  ]);
  return newsroom({ git: false, files: Object.fromEntries(stories) });
}

/** What is said by a build, and whether anything was rendered by then. */
async function said(room: Newsroom, options: Partial<BuildOptions>): Promise<string[]> {
  const told: string[] = [];
  const report = await room.build({
    engineVersion: '0.2.0',
    announce: (sentence) => told.push(sentence),
    render: (routes, site) => {
      told.push('rendering');
      return renderDirectly(routes, site);
    },
    ...options,
  });
  expect(report.problems).toEqual([]);
  return told;
}

const layoutsChanged = { ...testEngine, all: 'other layouts' };
const pagesOf = (room: Newsroom) => [...treeOf(room.out).keys()].filter((path) => path.endsWith('.html')).length;

test('of another version of the engine, whatever the size of the site', async () => {
  const room = withStories(2);
  expect(await said(room, {})).toEqual(['rendering']);
  const pages = pagesOf(room);
  expect(pages).toBeLessThan(50);
  const next = { engine: layoutsChanged, engineVersion: '0.3.0' };
  expect(await said(room, next)).toEqual([`Engine 0.2.0 → 0.3.0: ${pages} pages will be rendered.`, 'rendering']);
  expect(await said(room, next)).toEqual([]);
});

test('of layouts or own code only if that takes some time', async () => {
  const small = withStories(2);
  await said(small, {});
  expect(await said(small, { engine: layoutsChanged })).toEqual(['rendering']);
  const large = withStories(60);
  await said(large, {});
  const pages = pagesOf(large);
  expect(await said(large, { engine: layoutsChanged })).toEqual([
    `The layouts or the program changed: ${pages} pages will be rendered.`,
    'rendering',
  ]);
  large.write({ 'articles/2015/11/26/new.md': articleText() });
  expect(await said(large, { engine: layoutsChanged })).toEqual(['rendering']);
});

test('a first build, and a site with faults, have nothing to say of it', async () => {
  const room = withStories(60);
  expect(await said(room, { engineVersion: '0.3.0' })).toEqual(['rendering']);
  room.write({ 'articles/2015/11/26/story-1.md': articleText({ section: 'none' }) });
  const told: string[] = [];
  const announce = (sentence: string) => told.push(sentence);
  expect((await room.build({ engineVersion: '0.4.0', engine: layoutsChanged, announce })).problems).toHaveLength(1);
  expect(told).toEqual([]);
});

test('the version is that of the package', () => {
  expect(engineVersion()).toBe(JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')).version);
});
