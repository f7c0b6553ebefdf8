/** `broadsheet state`: takes what is remembered between builds to another machine. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadState, type StateSize, saveState } from '../catalog/saved-state.ts';
import { nearest } from '../content/suggest.ts';
import { WrongUsage } from '../errors.ts';
import { folderOption, readFlags } from './options.ts';
import { forgetRedirects } from './redirects.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = `Usage: npm run broadsheet -- state save FILE [--cache DIR]
       npm run broadsheet -- state load FILE [--cache DIR]

Saves what is remembered between builds to one file, or restores it from such a file. With it an
empty machine can publish a change without a copy of the deployed site. Save only after the last
build has been deployed: the state must match what readers see.

  --cache DIR   what is remembered between builds (.cache)

Example: on an empty machine
  npm run broadsheet -- state load state.bin
  npm run build -- --commit HEAD --changed-only
  (send dist/ to the host, then delete there the files that .cache/removed.txt lists)
  npm run broadsheet -- state save state.bin`;

const verbs = { save: saveState, load: loadState };

async function run([verb = '', file = '', ...rest]: string[]): Promise<ExitCode> {
  const act = verb === 'save' || verb === 'load' ? verbs[verb] : undefined;
  if (!act || file === '' || file.startsWith('-')) throw new WrongUsage(misspelt(verb));
  const cache = folderOption(readFlags(rest, { cache: { type: 'string' } }).cache, '.cache');
  if (verb === 'load' && !existsSync(file))
    throw new WrongUsage(`${file} was not loaded: there is no such file. What was remembered before is still there.`);
  const { packed, unpacked } = await act(cache, resolve(file));
  if (verb === 'load') forgetRedirects(cache);
  say(`${verb === 'save' ? 'Saved' : 'Loaded'} ${file}: ${megabytes({ packed, unpacked })}.`);
  return 0;
}

export const stateCommand = { help, run };

function misspelt(verb: string): string {
  const near = verb in verbs ? undefined : nearest(verb, Object.keys(verbs));
  return `state takes “save FILE” or “load FILE”.${near === undefined ? '' : ` Did you mean “${near}”?`}`;
}

function megabytes({ packed, unpacked }: StateSize): string {
  const size = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `${size(packed)}, ${size(unpacked)} unpacked`;
}
