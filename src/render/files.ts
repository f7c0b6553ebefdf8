/** The bytes of routes that are a file of the newsroom: its own, a few at a time. */
import type { Catalog } from '../catalog/catalog.ts';
import { readFileScope, type Scope, scopeName } from '../content/scopes.ts';
import type { Source } from '../source/source.ts';

export type FileRoute = { url: string; scope: Scope };
type Original = { url: string; path: string; blob: string; bytes: number };

/** So many bytes are in memory at a time, or one file if that is larger. */
const mostBytes = 32 * 1024 ** 2;
const mostFiles = 100;

/** Each route's URL and bytes. */
export function* readFiles(
  routes: readonly FileRoute[],
  { catalog, source }: { catalog: Catalog; source: Pick<Source, 'read'> },
): Generator<[url: string, bytes: Uint8Array]> {
  let waiting: Original[] = [];
  let weight = 0;
  for (const route of routes) {
    const original = originalOf(catalog, route);
    if (waiting.length === mostFiles || (waiting.length > 0 && weight + original.bytes > mostBytes)) {
      yield* readTogether(waiting, source);
      [waiting, weight] = [[], 0];
    }
    waiting.push(original);
    weight += original.bytes;
  }
  yield* readTogether(waiting, source);
}

function* readTogether(files: readonly Original[], source: Pick<Source, 'read'>): Generator<[string, Uint8Array]> {
  const bytes = source.read(files);
  for (const { url, path } of files) yield [url, bytes.get(path) ?? new Uint8Array()];
}

function originalOf(catalog: Catalog, { url, scope }: FileRoute): Original {
  const file = readFileScope(scope);
  const bytes = file && catalog.bytesOf(catalog.files.at(file.path));
  if (!file || bytes === undefined) throw new Error(`No file of the newsroom is ${scopeName(scope)}`);
  return { url, ...file, bytes };
}
