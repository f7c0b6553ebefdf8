/** Whether the folder has the files that the build made, and no others. Asked of the whole site. */
import { isLeftover } from '../content/leftovers.ts';
import type { BuiltSite } from './built-site.ts';
import type { Finding } from './finding.ts';
import type { Verdict } from './looked-at.ts';

/** What the folder says of itself. */
const ofTheBuild = /^\.(?:edition$|tmp\/)/;

/** `made`: paths of the files that the build has made. */
export function checkComplete(site: BuiltSite, made: readonly string[]): Verdict {
  const isMade = new Set(made);
  const missing = made.filter((path) => !site.hasFile(path));
  const stray = site.paths.filter((path) => !isMade.has(path) && !ofTheBuild.test(path) && !isLeftover(path));
  return {
    findings: [...missing.map(missingFile), ...stray.map(strayFile)],
    looked: { gate: 'folder', counts: { files: site.paths.length } },
  };
}

function missingFile(path: string): Finding {
  return {
    path,
    subject: path,
    code: 'check/missing-file',
    what: 'The build made this file, and it is not in the folder.',
    fix: 'Build again with --all, and copy the folder only when it is whole.',
  };
}

function strayFile(path: string): Finding {
  return {
    path,
    subject: path,
    code: 'check/stray-file',
    what: 'No page, feed or file of this newsroom is here: something else put this file into the folder.',
    fix: 'Remove it, or build again with --all, which does so. What is to go out as it is belongs in public/.',
  };
}
