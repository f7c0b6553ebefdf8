/** The bare `eleventy` command and ours, over the content of a whole newsroom. */
import { cpSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cropsOf } from '../../src/content/crops.ts';
import { variantsOf } from '../../src/content/pictures.ts';
import { PictureCache } from '../../src/render/picture-cache.ts';
import { blobId } from '../../src/source/blob-id.ts';
import { pictureOf } from '../support/canaries.ts';
import { runProcess } from '../support/cli.ts';
import { contentsOf, differences, siteIn } from '../support/folder-contents.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { labelPictures } from '../support/pictures.ts';
import { projectCopy } from '../support/project-copy.ts';
import { sampleContent } from '../support/sample.ts';

const eleventy = join(projectRoot, 'node_modules/.bin/eleventy');

/** Labels in place of the pictures, as if made before; those of the second test are made. */
async function keepLabels(root: string): Promise<void> {
  for (const path of globSync('content/**/*.jpg', { cwd: root })) {
    const bytes = readFileSync(join(root, path));
    const { width, height } = await sharp(bytes).metadata();
    const variants = [...variantsOf({ stem: '', width }), ...cropsOf({ stem: '', width, height })];
    new PictureCache(join(root, '.cache')).write(blobId(bytes), await labelPictures(bytes, variants));
  }
}

test('plain eleventy --config=.eleventy.ts builds the tree that our build builds, byte for byte', async () => {
  const root = projectCopy();
  cpSync(sampleContent, join(root, 'content'), { recursive: true });
  await keepLabels(root);
  const [plain, ours] = [join(root, 'plain'), join(root, 'ours')];
  const byEleventy = await runProcess(eleventy, ['--config=.eleventy.ts', '--quiet', '--output=plain'], { cwd: root });
  expect(byEleventy).toMatchObject({ code: 0, stderr: '' });
  const byUs = await runProcess(process.execPath, ['src/cli.js', 'build', '--out', 'ours'], { cwd: root });
  expect(byUs).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(siteIn(ours)).length).toBeGreaterThan(10);
  expect(differences(contentsOf(plain), siteIn(ours))).toEqual([]);
});

test('it takes pictures along, into an empty folder and over an edition, and leaves no temporary file', async () => {
  const story = 'content/articles/2015/11/26/a';
  const root = projectCopy({
    'content/site.yaml': siteYaml,
    'content/authors/desk.yaml': authorYaml,
    [`${story}.md`]: articleText({ image: { file: 'boat.png', alt: '' } }),
    [`${story}/boat.png`]: pictureOf('boat'),
  });
  expect(await runProcess(process.execPath, ['src/cli.js', 'build', '--out', 'ours'], { cwd: root })).toMatchObject({
    code: 0,
    stderr: '',
  });
  const ours = siteIn(join(root, 'ours'));
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
