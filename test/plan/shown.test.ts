/** The page that a window shows comes first, whole, and whatever happens after it the site becomes what it would have been. */
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../src/commands/build.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { type Newsroom, treeOf } from '../support/newsroom.ts';
import { jpegWith, stemOf } from '../support/pictures.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { paths, rebuild, smallTown, story } from '../support/small-town.ts';

const bridge = '/2015/11/10/bridge/';
const renamed = { [paths.bridge]: story('bridge', { title: 'A new name' }) };

/** What has the new name when it is said that the pages shown are made. */
function shown(room: Newsroom, ...urls: string[]): { shown: NonNullable<BuildOptions['shown']>; seen: string[][] } {
  const seen: string[][] = [];
  const onMade = () => void seen.push(filesWith(room, 'A new name'));
  return { shown: { urls, onMade }, seen };
}

const filesWith = (room: Newsroom, words: string) =>
  [...treeOf(room.out)].filter(([, text]) => text.includes(words)).map(([path]) => path);

/** Builds with windows open. Afterwards there is nothing left to do, and the site is that of an empty folder. */
async function buildShown(room: Newsroom, options: Partial<BuildOptions>): Promise<string[]> {
  const { outcomes, problems } = await room.build(options);
  expect(problems).toEqual([]);
  expect((await rebuild(room)).outcomes).toEqual([]);
  return outcomes.map(({ url }) => url);
}

/** Is killed when a second batch is to be rendered. */
function killedAfterFirst(): PageRenderer {
  let batches = 0;
  return async (routes, site) => {
    batches += 1;
    if (batches > 1) throw new Error('killed');
    return renderDirectly(routes, site);
  };
}

test('it is made before the other pages of a change, and they follow in the same build', async () => {
  const room = await smallTown();
  room.write(renamed);
  const { seen, ...options } = shown(room, bridge);
  const urls = await buildShown(room, options);
  expect(seen).toEqual([['2015/11/10/bridge/index.html']]);
  expect(urls[0]).toBe(bridge);
  expect(urls).toContain('/');
});

test('several are made together, each once', async () => {
  const room = await smallTown();
  room.write(renamed);
  const { seen, ...options } = shown(room, '/', bridge, '/2015/11/');
  const made = await buildShown(room, options);
  expect(seen).toEqual([['2015/11/10/bridge/index.html', '2015/11/index.html', 'index.html']]);
  expect(made).toEqual([...new Set(made)]);
});

test('its pictures are there with it, of the head and of the text, and those of other pages are not yet', async () => {
  const room = await smallTown();
  const pictures = { span: jpegWith('span'), river: jpegWith('river'), tent: jpegWith('tent') };
  room.write({
    [paths.bridge]: story(
      'bridge',
      { title: 'A new name', image: { file: 'span.jpg', alt: 'A' } },
      '![A](bridge/river.jpg "B")',
    ),
    [paths.concert]: story('concert', { image: { file: 'tent.jpg', alt: 'A' } }),
    'articles/2015/11/10/bridge/span.jpg': pictures.span,
    'articles/2015/11/10/bridge/river.jpg': pictures.river,
    'articles/2015/11/26/concert/tent.jpg': pictures.tent,
  });
  const stems = { span: stemOf(pictures.span), river: stemOf(pictures.river), tent: stemOf(pictures.tent) };
  const isThere = (stem: string) => [...treeOf(room.out).keys()].some((path) => `/${path}`.startsWith(`${stem}-`));
  const found: Record<string, boolean>[] = [];
  const onMade = () =>
    void found.push(Object.fromEntries(Object.entries(stems).map(([name, stem]) => [name, isThere(stem)])));
  await buildShown(room, { shown: { urls: [bridge], onMade } });
  expect(found).toEqual([{ span: true, river: true, tent: false }]);
});

test('of a change that leaves it as it was, or ends it, nothing is said, and the change is made', async () => {
  const room = await smallTown();
  room.write(renamed);
  const other = shown(room, '/2015/10/05/ferry/', '/nothing/');
  await buildShown(room, other);
  expect(other.seen).toEqual([]);
  room.remove(paths.bridge);
  const gone = shown(room, bridge);
  expect(await buildShown(room, gone)).toContain(bridge);
  expect(gone.seen).toEqual([]);
});

test('what goes is gone before a page comes that lies where it lay', async () => {
  const room = await smallTown({ '../public/plan': 'a file' });
  room.remove('../public/plan');
  room.write({ 'pages/plan.md': '---\ntitle: Plan\nsummary: A new name\nnoindex: true\n---\n\nText.\n' });
  const { seen, ...options } = shown(room, '/plan/');
  await buildShown(room, options);
  expect(seen).toEqual([['plan/index.html']]);
});

test('a build that is killed after it is finished by the next, and a revert leaves nothing of it', async () => {
  const room = await smallTown();
  const before = treeOf(room.out);
  const kill = async () => {
    room.write(renamed);
    const { seen, ...options } = shown(room, bridge);
    await expect(room.build({ ...options, render: killedAfterFirst() })).rejects.toThrow('killed');
    expect(filesWith(room, 'A new name')).toEqual(seen[0]);
  };
  await kill();
  await rebuild(room);
  expect(filesWith(room, 'A new name')).toContain('index.html');
  room.write({ [paths.bridge]: story('bridge') });
  await rebuild(room);
  await kill();
  room.write({ [paths.bridge]: story('bridge') });
  await rebuild(room);
  expect(treeOf(room.out)).toEqual(before);
});

test('the rest is not begun before those who look at the pages shown are done', async () => {
  const room = await smallTown();
  room.write(renamed);
  let begun = 0;
  const render: PageRenderer = async (routes, site) => {
    begun += 1;
    return renderDirectly(routes, site);
  };
  const whileLooking: number[] = [];
  const onMade = async () => {
    for (let turn = 0; turn < 100; turn++) await setImmediate();
    whileLooking.push(begun);
  };
  await buildShown(room, { render, shown: { urls: [bridge], onMade } });
  expect(whileLooking).toEqual([1]);
  expect(begun).toBeGreaterThan(1);
});
