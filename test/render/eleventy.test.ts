import { expect, test } from 'vitest';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { EditionPart, RouteToRender, renderWithEleventy } from '../../src/render/eleventy.ts';
import type { RenderFailure } from '../../src/render/failures.ts';
import { files } from '../snapshots/newsroom-files.ts';
import { newsroom, projectRoot, treeOf } from '../support/newsroom.ts';

test('Eleventy renders, to the byte, what the layouts give when they are called directly', async () => {
  const room = newsroom({ git: false, files });
  await room.rendered();
  const direct = treeOf(room.out);
  room.out = `${room.folder}/by-eleventy`;
  process.chdir(projectRoot);
  await room.rendered({ render: renderWithEleventy, cache: undefined });
  expect(treeOf(room.out)).toEqual(direct);
});

test('what a layout cannot render is told with its page and the file it is of, those of one file first', async () => {
  const room = newsroom({ git: false, files });
  process.chdir(projectRoot);
  const render: PageRenderer = async (routes, site) => {
    const broken = new EditionPart(site, routes);
    for (const route of routes)
      if (/^(article|section-front|archive-day)$/.test(route.kind)) broken.render(new RouteToRender(route), fail);
    broken.refuseFailures();
    return new Map();
  };
  const failure = (await room.build({ render }).catch((error: unknown) => error)) as RenderFailure;
  const [first, second = '', ...rest] = failure.message.split('\n');
  expect(first).toMatch(/^\d+ of the pages could not be rendered:$/);
  expect(second).toMatch(/^ {2}\/\S+ \(content\/articles\/\S+\.md\): no layout$/);
  expect(rest.at(-1)).toMatch(/ and \d+ more$/);
});

function fail(): never {
  throw new Error('no layout');
}
