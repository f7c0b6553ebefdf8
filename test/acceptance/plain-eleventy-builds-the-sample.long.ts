/** The bare `eleventy` command and ours, over the content of a whole newsroom. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contentsOf, differences } from '../support/folder-contents.ts';
import { labelPictures } from '../support/pictures.ts';
import { ourTree, plainEleventy } from '../support/plain-eleventy.ts';
import { projectCopy } from '../support/project-copy.ts';
import { sampleContent } from '../support/sample.ts';

test('plain eleventy --config=.eleventy.ts builds the tree that our build builds, byte for byte', async () => {
  const root = projectCopy();
  cpSync(sampleContent, join(root, 'content'), { recursive: true });
  // Their labels are in the cache then, so that neither makes real ones.
  const ours = await ourTree(root, labelPictures);
  expect(await plainEleventy(root, 'plain')).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(ours).length).toBeGreaterThan(10);
  expect(differences(contentsOf(join(root, 'plain')), ours)).toEqual([]);
});
