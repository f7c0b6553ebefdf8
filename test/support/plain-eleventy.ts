/** The bare `eleventy` command in a copy of the project, and what our build makes of the same content. */
import { join } from 'node:path';
import { expect } from 'vitest';
import { build } from '../../src/commands/build.ts';
import type { PictureMaker } from '../../src/render/picture-maker.ts';
import { type Run, runProcess } from './cli.ts';
import { type Contents, siteIn } from './folder-contents.ts';
import { projectRoot } from './newsroom.ts';

/** With the configuration of the copy, into a folder of it. */
export function plainEleventy(root: string, output: string): Promise<Run> {
  const eleventy = join(projectRoot, 'node_modules/.bin/eleventy');
  return runProcess(eleventy, ['--config=.eleventy.ts', '--quiet', `--output=${output}`], { cwd: root });
}

/** What our build makes of the content of a copy, in its folder `ours`, with pictures that it makes so or real ones. */
export async function ourTree(root: string, pictures?: PictureMaker): Promise<Contents> {
  const [content, out, cache] = [join(root, 'content'), join(root, 'ours'), join(root, '.cache')];
  const now = Math.floor(Date.now() / 1000);
  const { problems } = await build({ content, out, cache, now, newsroom: projectRoot, makePicture: pictures });
  expect(problems).toEqual([]);
  return siteIn(out);
}
