/** What Eleventy needs of the process that it runs in. */
import { engineRoot } from '../engine-files.ts';

export function prepareEleventy(): void {
  process.chdir(engineRoot); // it takes the working folder for its project
  // Else each module is looked up by what finds edited ones again, and here none is: https://github.com/11ty/eleventy/issues/3371
  process.env.ELEVENTY_SKIP_ESM_RESOLVER = 'true';
}
