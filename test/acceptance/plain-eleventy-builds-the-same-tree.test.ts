/** The bare `eleventy` command and ours, over the content of a whole newsroom. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { PictureMaker } from '../../src/render/picture-maker.ts';
import { pictureOf } from '../support/canaries.ts';
import { runProcess } from '../support/cli.ts';
import { type Contents, contentsOf, differences, siteIn } from '../support/folder-contents.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { labelPictures } from '../support/pictures.ts';
import { projectCopy } from '../support/project-copy.ts';
import { sampleContent } from '../support/sample.ts';

const eleventy = join(projectRoot, 'node_modules/.bin/eleventy');

/** What our build makes of the content of a copy, in its folder `ours`, with pictures that it makes so or real ones. */
async function ourTree(root: string, pictures?: PictureMaker): Promise<Contents> {
  const [content, out, cache] = [join(root, 'content'), join(root, 'ours'), join(root, '.cache')];
  const now = Math.floor(Date.now() / 1000);
  const { problems } = await build({ content, out, cache, now, newsroom: projectRoot, makePicture: pictures });
  expect(problems).toEqual([]);
  return siteIn(out);
}

test('plain eleventy --config=.eleventy.ts builds the tree that our build builds, byte for byte', async () => {
  const root = projectCopy();
  cpSync(sampleContent, join(root, 'content'), { recursive: true });
  // Their labels are in the cache then, so that neither makes real ones; those of the second test are made.
  const ours = await ourTree(root, labelPictures);
  const byEleventy = await runProcess(eleventy, ['--config=.eleventy.ts', '--quiet', '--output=plain'], { cwd: root });
  expect(byEleventy).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(ours).length).toBeGreaterThan(10);
  expect(differences(contentsOf(join(root, 'plain')), ours)).toEqual([]);
});

test('it takes pictures along, into an empty folder and over an edition, and leaves no temporary file', async () => {
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
    expect(
      await runProcess(eleventy, ['--config=.eleventy.ts', '--quiet', `--output=${output}`], { cwd: root }),
    ).toMatchObject({ code: 0, stderr: '' });
    expect(differences(ours, siteIn(join(root, output)))).toEqual([]);
  }
  expect(contentsOf(join(root, 'ours'))['.edition']).toContain('unfinished');
});
