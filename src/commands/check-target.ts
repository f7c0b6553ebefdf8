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

export type Addresses = { problems: Problem[]; fixed: string[] };

export function checkAddresses({ content, cache, out, newsroom }: Built, ledger: Ledger, isFixing: boolean): Addresses {
  const catalog = catalogOf(cache, out);
  if (!catalog) return { problems: [notAsBuilt], fixed: [] };
  try {
    const [last] = ledger.editions(1);
    const history = new History(content);
    const head = history.commit('HEAD');
    const exists = (url: string) => catalog.routes.at(url) !== undefined;
    const own = ownPaths(ledger);
    const served = [...ledger.manifest()].map(([path]) => path);
    const { ended } = judgeEnded(
      served.filter((path) => !existsSync(join(out, path)) && !own.has(path)),
      {
        site: catalog.site,
        exists,
        nameOf: namesIn(content, newsroom),
        renames: () => (last && head !== undefined ? history.renames(last.revision, head) : new Map()),
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
