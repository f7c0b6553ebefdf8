/** The bare `eleventy` command and ours, over the content of a small newsroom; `npm run test:long` takes the sample. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pictureOf } from '../support/canaries.ts';
import { contentsOf, differences, siteIn } from '../support/folder-contents.ts';
import { articleText, authorYaml, siteYaml } from '../support/newsroom.ts';
import { ourTree, plainEleventy } from '../support/plain-eleventy.ts';
import { projectCopy } from '../support/project-copy.ts';

test('plain eleventy --config=.eleventy.ts builds the tree that our build builds, byte for byte: with pictures, into an empty folder and over an edition, and leaves no temporary file', async () => {
  const story = 'content/articles/2015/11/26/a';
  const root = projectCopy({
    'content/site.yaml': siteYaml,
    'content/authors/desk.yaml': authorYaml,
    [`${story}.md`]: articleText({ image: { file: 'boat.png', alt: '' } }),
    [`${story}/boat.png`]: pictureOf('boat'),
  });
  const ours = await ourTree(root);
  expect(Object.keys(ours).filter((path) => path.startsWith('assets/'))).toEqual([
    'assets/',
    expect.stringMatching(/^assets\/\w+-.+\.avif$/),
    expect.stringMatching(/^assets\/\w+-.+\.jpeg$/),
    expect.stringMatching(/^assets\/\w+-.+\.webp$/),
  ]);
  for (const output of ['plain', 'ours']) {
    expect(await plainEleventy(root, output)).toMatchObject({ code: 0, stderr: '' });
    expect(differences(ours, siteIn(join(root, output)))).toEqual([]);
  }
  expect(contentsOf(join(root, 'ours'))['.edition']).toContain('unfinished');
});
