/** The bare `eleventy` command and ours, over the real content: the only test that reads it. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runCli, runProcess } from '../support/cli.ts';
import { contentsOf, differences, siteIn, temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

const eleventy = join(projectRoot, 'node_modules/.bin/eleventy');

test('plain eleventy --config=.eleventy.ts builds the tree that our build builds, byte for byte', async () => {
  const [plain, ours] = [temporaryFolder(), temporaryFolder()];
  const byEleventy = await runProcess(eleventy, ['--config=.eleventy.ts', '--quiet', `--output=${plain}`]);
  expect(byEleventy).toMatchObject({ code: 0, stderr: '' });
  const byUs = await runCli(['build', '--out', ours, '--cache', temporaryFolder()]);
  expect(byUs).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(siteIn(ours)).length).toBeGreaterThan(50);
  expect(differences(contentsOf(plain), siteIn(ours))).toEqual([]);
});
