/** What readers have, as the tree itself says: for a target whose ledger does not know it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editionFile } from './change-list.ts';
import type { Found } from './ledger-recovery.ts';
import { parseEdition } from './live-edition.ts';
import { filesIn } from './outgoing.ts';
import { besides } from './trees.ts';

export function foundIn(tree: string): Found {
  const files = new Set(filesIn(tree));
  const isBeside = (file: string) =>
    besides.some((ending) => file.endsWith(ending) && files.has(file.slice(0, -ending.length)));
  const found = [...files]
    .filter((file) => !isBeside(file))
    .map((file) => ({ file, path: file.replace(/(^|\/)gone\.html$/, '$1index.html') }));
  return {
    files: found.map(({ file, path }) => ({ path, isGone: path !== file })),
    edition: editionIn(join(tree, editionFile)),
  };
}

function editionIn(file: string): Found['edition'] {
  const bytes = existsSync(file) ? readFileSync(file) : undefined;
  const said = bytes && parseEdition(bytes);
  if (!said) return undefined;
  const at = Math.floor(Date.parse(said.published) / 1000);
  return { name: said.edition, revision: said.commit, at };
}
