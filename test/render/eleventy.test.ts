import { expect, test } from 'vitest';
import { renderWithEleventy } from '../../src/render/eleventy.ts';
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
