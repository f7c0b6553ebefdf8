/**
 * The one door to the sample newsroom. Tests of the engine take its content for some newsroom’s, and pass with any
 * other in its place: BROADSHEET_SAMPLE names the folder of one. What is true of the sample alone is tested in `test/sample/`.
 */
import { join, resolve } from 'node:path';
import { instant, projectRoot } from './newsroom.ts';

export const sampleContent = join(resolve(process.env.BROADSHEET_SAMPLE ?? projectRoot), 'content');

/** When its stories are new. */
export const sampleNow = instant('2015-11-26T12:00+03:00');
