/** Whether every address that a target ever had still answers in a built site; with `isFixing`, renames are written down. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../problem.ts';
import { addRedirect } from '../publish/add-redirect.ts';
import { type Ended, judgeEnded } from '../publish/ended.ts';
import type { Ledger } from '../publish/ledger.ts';
import { ownPaths } from '../publish/outgoing.ts';
import { History } from '../source/history.ts';
import { replaceFile } from '../source/replace-file.ts';
import { catalogOf } from './check.ts';
import { namesIn } from './file-names.ts';

/** Folders, as whole paths. */
type Built = { content: string; cache: string; out: string; newsroom: string };

/** What readers of a target have or had: the commit of its last edition, and files of the site. */
export type Had = { commit?: string; paths: readonly string[] };

export type Addresses = { problems: Problem[]; fixed: string[] };

export function checkAddresses(
  { content, cache, out, newsroom }: Built,
  { target, ...had }: Had & { target: string },
  isFixing: boolean,
): Addresses {
  const catalog = catalogOf(cache, out);
  if (!catalog) return { problems: [notAsBuilt], fixed: [] };
  try {
    const history = new History(content);
    const head = history.commit('HEAD');
    const { ended } = judgeEnded(
      had.paths.filter((path) => !existsSync(join(out, path))),
      {
        catalog,
        target: target,
        nameOf: namesIn(content, newsroom),
        renames: () => (had.commit !== undefined && head !== undefined ? history.renames(had.commit, head) : new Map()),
      },
    );
    const fixed = isFixing ? ended.filter((each) => isWritten(each, content)) : [];
    return {
      problems: ended.filter((each) => !fixed.includes(each)).map(({ problem }) => problem),
      fixed: fixed.map(({ url, problem }) => `${problem.file} now has redirectFrom ${url}.`),
    };
  } finally {
    catalog.close();
  }
}

/** Of a target that has a ledger. */
export function hadIn(ledger: Ledger): Had {
  const own = ownPaths(ledger);
  const served = [...ledger.manifest()].map(([path]) => path);
  return { commit: ledger.editions(1)[0]?.revision, paths: served.filter((path) => !own.has(path)) };
}

function isWritten({ url, newPath }: Ended, content: string): boolean {
  if (newPath === undefined) return false;
  const file = join(content, newPath);
  const text = addRedirect(readFileSync(file, 'utf8'), url, newPath.startsWith('articles/'));
  if (text !== undefined) replaceFile(file, text);
  return text !== undefined;
}

const notAsBuilt: Problem = {
  code: 'publish/not-as-built',
  file: 'dist',
  what: 'This folder is not as the last build left it, so its addresses cannot be compared with those that readers had.',
  fix: 'Build the whole site, then check it.',
};
