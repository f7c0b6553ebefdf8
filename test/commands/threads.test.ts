/** A large build goes on several threads. What comes of it, of what is wrong with it and of what fails in it is as on one. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Tinypool } from 'tinypool';
import { expect, onTestFinished, test, vi } from 'vitest';
import { deskOf } from '../../src/commands/desk-of.ts';
import { type ThreadSettings, Threads } from '../../src/commands/threads.ts';
import { SystemError } from '../../src/errors.ts';
import { OutputFolder } from '../../src/render/output.ts';
import { articleText, lateEnough, type Newsroom, newsroom, projectRoot, treeOf } from '../support/newsroom.ts';
import { headlines, render } from '../support/render-plainly.ts';

const renderer = join(projectRoot, 'test/support/render-plainly.ts');

/** Stories of two languages that link to each other and have pictures, so that batches share what they show. */
function stories(n: number, of: (index: number) => Record<string, unknown> = () => ({})): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: n }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      const fields = { title: `Story ${index}`, date: `2015-11-${day} 09:30`, topics: [`topic-${index % 3}`] };
      const body = `Text ${index}, see [another](/2015/11/01/story-0/).[^1]\n\n## Part\n\n[^1]: A note.`;
      const language = index % 5 === 4 ? '.ru' : '';
      return [`articles/2015/11/${day}/story-${index}${language}.md`, articleText({ ...fields, ...of(index) }, body)];
    }),
  );
}

function buildOn(room: Newsroom, settings: Partial<ThreadSettings> = {}, batch?: number) {
  const hands = new Threads(
    { newsroom: room.folder, content: room.content, out: room.out },
    { few: { files: 0, routes: 0 }, renderer, ...settings },
  );
  return room.build({ render, hands, ...(batch === undefined ? {} : { batch }) });
}

test('any number of threads and any size of batch makes the same tree, first and after a change', async () => {
  const room = newsroom({ git: false, files: stories(12) });
  const build = (threads: number, batch: number) => buildOn(room, { threads }, batch);
  expect((await build(0, 500)).problems).toEqual([]);
  const tree = treeOf(room.out);
  expect(tree.size).toBeGreaterThan(60);
  for (const [threads = 0, batch = 0] of [
    [1, 2000],
    [2, 1],
    [4, 7],
  ]) {
    for (const folder of [room.out, room.cache]) rmSync(folder, { recursive: true });
    expect((await build(threads, batch)).problems).toEqual([]);
    expect(treeOf(room.out), `${threads} threads, batches of ${batch}`).toEqual(tree);
  }
  room.write(stories(3, (index) => ({ title: `Retitled ${index}` })));
  expect((await build(4, 7)).outcomes.length).toBeGreaterThan(3);
  const changed = treeOf(room.out);
  for (const folder of [room.out, room.cache]) rmSync(folder, { recursive: true });
  await build(0, 500);
  expect(changed).toEqual(treeOf(room.out));
  expect(changed).not.toEqual(tree);
});

test('batches get smaller to the end, so that no thread has much to do when the others are done', async () => {
  const room = newsroom({ git: false });
  const hands = new Threads({ newsroom: room.folder, content: room.content, out: room.out }, { threads: 1 });
  const output = new OutputFolder(room.out);
  const sizes = (routes: number) => {
    const maker = hands.makerFor(routes, { render, output });
    const all: number[] = [];
    for (let asked = 0; asked < routes; asked += all.at(-1) ?? routes) all.push(maker.batchAfter(asked));
    return all;
  };
  const [some, many] = [sizes(1100), sizes(30_000)];
  for (const all of [some, many]) {
    expect(all).toEqual(all.toSorted((a, b) => b - a));
    expect(all.slice(-3)).toEqual([20, 20, 20]);
  }
  expect(many.filter((size) => size === 250).length).toBeGreaterThan(100);
  expect(many.length).toBeLessThan(150);
  await hands.end();
});

test('problems are those of one thread, in the same order, also where a remedy names what else there is', async () => {
  const wrong = (index: number) =>
    [{}, { authors: ['dsek'] }, { section: 'wrld' }, { authors: 7 }, { subtitle: 'x' }, { date: 'soon' }][index % 6] ??
    {};
  const room = newsroom({ git: false, files: stories(24, wrong) });
  const [here, apart] = [await buildOn(room, { threads: 0 }), await buildOn(room, { threads: 2 })];
  expect(here.problems.length).toBeGreaterThan(15);
  expect(apart.problems).toEqual(here.problems);
});

test('pages that fail on threads are told with their files, and nothing is written after the build has ended', async () => {
  const failing = (index: number) => (index % 10 === 3 ? { title: headlines.failing } : {});
  const room = newsroom({ git: false, files: stories(14, failing) });
  await expect(buildOn(room, { threads: 2 }, 1)).rejects.toThrow(
    /^1 of the pages could not be rendered:\n {2}\/2015\/11\/\d\d\/story-\d*3\/ \(content\/articles\/2015\/11\/\d\d\/story-\d*3\.md\): It failed$/,
  );
  const left = treeOf(room.out);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(treeOf(room.out)).toEqual(left);
  room.write(stories(14));
  expect((await buildOn(room, { threads: 2 }, 1)).problems).toEqual([]);
  const clean = newsroom({ git: false, files: stories(14) });
  await buildOn(clean, { threads: 0 });
  expect(treeOf(room.out)).toEqual(treeOf(clean.out));
});

test('a layout of the newsroom’s own that cannot be loaded on a thread is told as on one, with its file', async () => {
  const room = newsroom({
    git: false,
    files: { ...stories(1), '../layouts/components/lead.tsx': 'export const Other = 1;' },
  });
  const notLoading = join(projectRoot, 'test/support/render-not-loading.ts');
  expect(await buildOn(room, { threads: 1, isHereToo: false, renderer: notLoading })).toMatchObject({
    isStopped: true,
    problems: [
      { code: 'own/not-loaded', file: '../layouts/components/lead.tsx', what: expect.stringContaining('lacks “Lead”') },
    ],
  });
});

test('a thread that dies is told with the page at which it did', async () => {
  const endless = (index: number) => (index === 11 ? { title: headlines.endless } : {});
  const room = newsroom({ git: false, files: stories(20, endless) });
  await expect(buildOn(room, { threads: 2, isHereToo: false, old: 40 }, 7)).rejects.toThrow(
    'A thread of the build ran out of memory at /2015/11/12/story-11/. ',
  );
});

test('what the disk refuses to a thread is told in words, with the file', async () => {
  const full = (index: number) => (index === 2 ? { title: headlines.full } : {});
  const room = newsroom({ git: false, files: stories(8, full) });
  const failed = await buildOn(room, { threads: 1, isHereToo: false }).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(SystemError);
  expect(String(failed)).toMatch(
    /index\.html could not be written: the disk is full\. Make room on it, then try again\.$/,
  );
});

test('threads that make no pages go as soon as all is parsed, and come again where more is to be', async () => {
  const room = newsroom({ git: false, files: stories(12) });
  const gone = vi.spyOn(Tinypool.prototype, 'destroy');
  onTestFinished(() => gone.mockRestore());
  const { folder, content, cache } = room;
  const settings = { threads: 1, isHereToo: false, isToRender: false, few: { files: 0, routes: 0 } };
  const hands = new Threads({ newsroom: folder, content, out: room.out }, settings);
  const read = async () => {
    const { catalog, problems } = await deskOf({ newsroom: folder, content, cache, now: lateEnough, hands });
    catalog?.close();
    return { problems, gone: gone.mock.calls.length };
  };
  expect(await read()).toEqual({ problems: [], gone: 1 });
  room.write(stories(3, () => ({ title: 'Another' })));
  expect(await read()).toEqual({ problems: [], gone: 2 });
});
