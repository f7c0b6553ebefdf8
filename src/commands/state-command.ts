/** `broadsheet state`: takes what is remembered between builds to another machine. */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadState, type StateSize, saveState } from '../catalog/saved-state.ts';
import { nearest } from '../content/suggest.ts';
import { WrongUsage } from '../errors.ts';
import type { Call, Newsroom } from './newsroom.ts';
import { folderOption, newsroomFlagHelp, readFlags } from './options.ts';
import { forgetRedirects } from './redirects.ts';
import type { ExitCode } from './run-command.ts';
import { say } from './terminal.ts';

const help = (call: Call) => `Usage: ${call('state', 'save FILE [flags]')}
       ${call('state', 'load FILE [flags]')}

Saves what is remembered between builds to one file, or restores it from such a file. With it an
empty machine can publish a change without a copy of the deployed site. Save only after the last
build has been deployed: the state must match what readers see.

${newsroomFlagHelp}
  --cache DIR     what is remembered between builds (.cache)

Example: on an empty machine
  ${call('state', 'load state.bin')}
  ${call('build', '--commit HEAD --changed-only')}
  (send dist/ to the host, then delete there the files that .cache/removed.txt lists)
  ${call('state', 'save state.bin')}`;

const verbs = { save: saveState, load: loadState };

async function run([verb = '', named = '', ...rest]: string[], newsroom: Newsroom): Promise<ExitCode> {
  const act = verb === 'save' || verb === 'load' ? verbs[verb] : undefined;
  if (!act || named === '' || named.startsWith('-')) throw new WrongUsage(misspelt(verb));
  const file = resolve(newsroom.root, named);
  const cache = folderOption(newsroom, readFlags(rest, { cache: { type: 'string' } }).cache, '.cache');
  if (verb === 'load' && !existsSync(file))
    throw new WrongUsage(`${named} was not loaded: there is no such file. What was remembered before is still there.`);
  const { packed, unpacked } = await act(cache, file);
  if (verb === 'load') forgetRedirects(cache);
  say(`${verb === 'save' ? 'Saved' : 'Loaded'} ${named}: ${megabytes({ packed, unpacked })}.`);
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
