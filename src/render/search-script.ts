/**
 * The bytes of the script of the search page, with the stemmer of its language. A package has them ready; here they are bundled
 * when they are first asked for, and kept as long as what they are made of is the same.
 */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Remembered } from '../content/remember.ts';
import { plainStemmer, stemmerName } from '../content/search/stemmer.ts';
import { engineRoot, isCompiled } from '../engine-files.ts';
import { filesBelow } from '../source/files-below.ts';
import { makeFolder } from '../source/make-folder.ts';
import { replaceFile } from '../source/replace-file.ts';

type Bundler = { bundleSearchScript(root: string, stemmer: string): Promise<string> };

export function makeSearchScript(language: string): Promise<Uint8Array> {
  return made.get(stemmerName(language) ?? plainStemmer, madeFor);
}

/** Below the folder of a packed engine. */
export const packedScripts = 'layouts/search/made';

/** Found by its path: no package has what it imports. */
const bundlerFile = 'src/render/bundle-search-script.ts';

const made = new Remembered<string, Promise<Uint8Array>>(100);

async function madeFor(stemmer: string): Promise<Uint8Array> {
  if (isCompiled) return readFileSync(join(engineRoot, packedScripts, `${stemmer}.js`));
  const folder = join(engineRoot, '.cache/search-scripts');
  const file = join(folder, `${stemmer}-${nameOfSources()}.js`);
  if (existsSync(file)) return readFileSync(file);
  const bundler = pathToFileURL(join(engineRoot, bundlerFile)).href;
  const { bundleSearchScript }: Bundler = await import(bundler);
  const bytes = Buffer.from(await bundleSearchScript(engineRoot, stemmer));
  makeFolder(folder);
  replaceFile(file, bytes);
  return bytes;
}

function nameOfSources(): string {
  const files = ['layouts/search', 'src/content/search', 'src/content/markdown'].flatMap((folder) =>
    filesBelow(join(engineRoot, folder)).map((path) => join(folder, path)),
  );
  const sources = [...files, bundlerFile, 'package.json'].sort();
  const hashes = sources.map((path) => hash('sha256', readFileSync(join(engineRoot, path))));
  return hash('sha256', hashes.join()).slice(0, 22);
}
