/** Builds that were killed, and output folders that are not as the last build left them. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { RefusedOutput } from '../../src/errors.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { treeOf } from '../support/newsroom.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { paths, rebuild, smallTown, story } from '../support/small-town.ts';

/** Renders as ever, and is killed when the file of a URL would be written. */
function killedAt(url: string): PageRenderer {
  return async (routes, site) => {
    const texts = await renderDirectly(routes, site);
    return {
      get: (each: string) =>
        each === url
          ? (() => {
              throw new Error('killed');
            })()
          : texts.get(each),
    } as unknown as Map<string, string>;
  };
}

test('a build that is killed is finished by the next one', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { title: 'New' }) });
  await expect(room.build({ render: killedAt('/2015/11/') })).rejects.toThrow('killed');
  expect(readFileSync(join(room.out, '.edition'), 'utf8')).toMatch(/^unfinished /);
  const report = await rebuild(room);
  expect(report.rendered).toContain('/2015/11/');
});

test('a kill followed by a revert leaves no byte of what was reverted', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  room.write({ [paths.bridge]: story('bridge', { title: 'A mistake' }) });
  await expect(room.build({ render: killedAt('/2015/12/01/market/') })).rejects.toThrow('killed');
  expect([...treeOf(room.out).values()].join('')).toContain('A mistake');
  room.write({ [paths.bridge]: story('bridge') });
  await rebuild(room);
  expect(treeOf(room.out)).toEqual(before);
});

test('a kill while layouts changed, followed by the old layouts, leaves no byte of the new ones', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  const loud: PageRenderer = async (routes, site) => {
    const texts = new Map(
      [...(await renderDirectly(routes, site))].map(([url, text]) => [url, `${text}<!-- new layout -->`]),
    );
    return {
      get: (url: string) =>
        url === '/2015/11/'
          ? (() => {
              throw new Error('killed');
            })()
          : texts.get(url),
    } as unknown as Map<string, string>;
  };
  await expect(room.build({ render: loud, engine: { content: 'test', all: 'new' } })).rejects.toThrow('killed');
  await rebuild(room);
  expect(treeOf(room.out)).toEqual(before);
});

test('a deleted output folder is made again, whole', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  rmSync(room.out, { recursive: true });
  const report = await rebuild(room);
  expect(report.rendered).toHaveLength(report.routes);
  expect(treeOf(room.out)).toEqual(before);
});

test('another output folder is filled whole, and the first is noticed to be of another edition', async () => {
  const room = await smallTown();
  const first = room.out;
  room.out = `${first}-2`;
  room.write({ [paths.bridge]: story('bridge', { title: 'New' }) });
  await rebuild(room);
  room.out = first;
  const report = await rebuild(room);
  expect(report.outcomes).toHaveLength(report.routes);
  expect(room.page('2015/11/10/bridge/index.html')).toContain('New');
});

test('a folder of somebody else is refused and left as it is', async () => {
  const room = await smallTown();
  rmSync(join(room.out, '.edition'));
  const before = treeOf(room.out);
  await expect(room.build()).rejects.toThrow(RefusedOutput);
  expect(treeOf(room.out)).toEqual(before);
});

test('an edition of another catalog is compared whole, and strays go', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  writeFileSync(join(room.out, '.edition'), `${'0'.repeat(32)}\n`);
  writeFileSync(join(room.out, 'stray.html'), 'x');
  const report = await rebuild(room);
  expect(report.outcomes).toHaveLength(report.routes);
  expect(report.written).toBe(1);
  expect(treeOf(room.out)).toEqual(before);
});

test('--all finds a file that was tampered with', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  writeFileSync(join(room.out, 'index.html'), 'tampered');
  expect((await room.build()).written).toBe(0);
  expect((await room.build({ all: true })).written).toBe(1);
  expect(treeOf(room.out)).toEqual(before);
});

test('an edition’s name is that of a clean build, and says nothing of the clock', async () => {
  const room = await smallTown();
  room.write({ [paths.bridge]: story('bridge', { title: 'New' }) });
  await rebuild(room); // compares `.edition` too
  const name = readFileSync(join(room.out, '.edition'), 'utf8');
  expect(name).toMatch(/^[0-9a-f]{32}\n$/);
  room.write({ [paths.bridge]: story('bridge') });
  await rebuild(room);
  expect(readFileSync(join(room.out, '.edition'), 'utf8')).not.toBe(name);
});
