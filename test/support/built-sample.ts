/** The sample newsroom as it is built while its stories are new: once in a run of the tests, by whoever asks first. To be read only. */
import { existsSync, mkdtempSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from '../../src/commands/build.ts';
import { testEngine } from './newsroom.ts';
import { flatPictures } from './pictures.ts';
import { renderDirectly } from './render-directly.ts';
import { sampleContent, sampleNow } from './sample.ts';
import { shelfOf } from './words.ts';

/** Its site, with pictures each in one colour, and what is remembered of it. */
export type BuiltSample = { out: string; cache: string };

export async function builtSample(): Promise<BuiltSample> {
  const run = process.env.BROADSHEET_RUN ?? '';
  const folder = join(run, 'sample');
  if (!existsSync(folder)) {
    const own = mkdtempSync(join(run, 'sample-'));
    await buildInto(own);
    // Somebody may have come first: then there are two of the same.
    if (!existsSync(folder)) renameSync(own, folder);
  }
  return { out: join(folder, 'dist'), cache: join(folder, 'cache') };
}

async function buildInto(folder: string): Promise<void> {
  const { problems } = await build({
    content: sampleContent,
    out: join(folder, 'dist'),
    cache: join(folder, 'cache'),
    newsroom: dirname(sampleContent),
    now: sampleNow,
    render: renderDirectly,
    makePicture: flatPictures,
    engine: testEngine,
    words: async () => shelfOf(sampleContent),
  });
  if (problems.length > 0) throw new Error(JSON.stringify(problems, null, 2));
}
