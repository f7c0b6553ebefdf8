/** Folders that are named for languages: many programs keep the translations of a text in one for each. */
import { folderOf } from './addresses.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });
const code = /^[a-z]{2}(?:[-_](?:[a-z]{2}|[a-z]{4}))?$/i;

/** Those directly below `root`, of which there are two at least: one alone may be named for anything. */
export function languageFolders(files: readonly string[], root: string): ReadonlySet<string> {
  const above = root === '' ? '' : `${root}/`;
  const folders = new Set(
    files.flatMap((file) => (file.startsWith(above) ? (folderOf(file.slice(above.length)).split('/')[0] ?? '') : [])),
  );
  const found = [...folders].filter(
    (name) => code.test(name) && names.of(name.replace('_', '-').split('-')[0] ?? '') !== undefined,
  );
  return new Set(found.length < 2 ? [] : found);
}
