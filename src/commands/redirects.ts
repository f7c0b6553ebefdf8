/** `redirects.json` in the cache: old addresses and where they lead, one a line; read and written only when that changed. */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { type Redirect, readRedirects } from '../catalog/redirects.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';

const fileIn = (cache: string) => join(cache, 'redirects.json');

/** To be called once what was built is in its place. */
export function writeRedirects(catalog: Catalog, cache: string): void {
  const file = fileIn(cache);
  if (catalog.state.get('redirects') === undefined && existsSync(file)) return;
  const lines = readRedirects(catalog).map((each) => JSON.stringify(each));
  makeFolder(cache);
  replaceFile(file, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  catalog.state.forget('redirects');
}

/** Of the last edition that was built. */
export function keptRedirects(cache: string): Redirect[] {
  return existsSync(fileIn(cache)) ? JSON.parse(readFileSync(fileIn(cache), 'utf8')) : [];
}

/** Another whenever they may be others. */
export function stampOfRedirects(cache: string): string {
  const stat = statSync(fileIn(cache), { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.size} ${stat.ino}` : '';
}

/** To be called when the catalog becomes another one. */
export function forgetRedirects(cache: string): void {
  rmSync(fileIn(cache), { force: true });
}
