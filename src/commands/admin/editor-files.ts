/** The files of Sveltia CMS and of what it loads, from their packages: nothing is asked of anyone else. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { readRegularFile } from '../../source/regular-file.ts';
import type { Answer } from '../local-answers.ts';

export const editorPackage = '@sveltia/cms';

/** Below which the packages answer. */
export const filesUrl = '/.admin/files/';

/** Modules that it imports by name once they are needed: pasted text, pictures’ details, lists. The others, as maps, it never needs here. */
const imported = {
  turndown: 'lib/turndown.browser.es.js',
  exifr: 'dist/lite.esm.mjs',
  immutable: 'dist/immutable.es.js',
} as const;

const packages = [editorPackage, ...Object.keys(imported)];

export const sveltiaModule = `${filesUrl}${editorPackage}/npm/index.js`;

export function editorModules(): Record<string, string> {
  const { turndown, exifr, immutable } = imported;
  return {
    [`turndown/${turndown}`]: `${filesUrl}turndown/${turndown}`,
    [`exifr/${exifr}`]: `${filesUrl}exifr/${exifr}`,
    immutable: `${filesUrl}immutable/${immutable}`,
  };
}

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
};

/** Undefined where the package is not installed. */
export function packageFolder(name: string): string | undefined {
  try {
    const from = name === editorPackage ? createRequire(import.meta.url) : createRequire(sveltiaEntry());
    const [top] =
      from.resolve.paths(name)?.flatMap((folder) => (isThere(join(folder, name)) ? join(folder, name) : [])) ?? [];
    return top;
  } catch {
    return undefined;
  }
}

function sveltiaEntry(): string {
  return join(packageFolder(editorPackage) ?? '', 'package.json');
}

function isThere(folder: string): boolean {
  try {
    readFileSync(join(folder, 'package.json'));
    return true;
  } catch {
    return false;
  }
}

/** `path`: below `filesUrl`. Undefined of what is not there, or is none of them. */
export function editorFile(path: string): Answer | undefined {
  const name = packages.find((each) => path.startsWith(`${each}/`));
  const folder = name === undefined ? undefined : packageFolder(name);
  if (name === undefined || folder === undefined) return undefined;
  const file = join(folder, path.slice(name.length + 1));
  if (!file.startsWith(folder + sep) || dirname(file) === folder) return undefined;
  const bytes = readRegularFile(file);
  if (!bytes) return undefined;
  if (`${filesUrl}${path}` === sveltiaModule) return answer('.js', asHere(bytes, folder));
  // Its strings are imported like modules, which browsers take JSON for only where that is said.
  if (extname(file) === '.json')
    return answer('.js', Buffer.from(`export default ${Buffer.from(bytes).toString()};\n`));
  return answer(extname(file), bytes);
}

const fontElsewhere =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g;

/** What it calls the page at a story’s address, which is the saved one here. */
const calledLive = 'View on Live Site';
const calledHere = 'See It as Saved';

/** Its style asks a CDN for the fonts that its package has: browsers are sent to those. */
function asHere(module: Uint8Array, folder: string): Uint8Array {
  const fonts = readdirSync(join(folder, 'npm/assets'));
  const text = Buffer.from(module).toString().replaceAll(calledLive, calledHere);
  return Buffer.from(
    text.replace(fontElsewhere, (address, family: string, cut: string) => {
      const own = fonts.find((name) => name.startsWith(`${family}-${cut}-`));
      return own === undefined ? address : `${filesUrl}${editorPackage}/npm/assets/${own}`;
    }),
  );
}

function answer(ending: string, body: Uint8Array): Answer | undefined {
  const type = types[ending];
  return type === undefined ? undefined : { status: 200, headers: { 'content-type': type }, body };
}
