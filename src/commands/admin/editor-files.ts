/** The files of Sveltia CMS and of what it loads, from their packages: nothing is asked of anyone else. */
import { existsSync, readdirSync } from 'node:fs';
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

const sveltiaModule = `${editorPackage}/npm/index.js`;

/** Addresses of modules for an import map, where the files are below `base`. */
export function editorModules(base = filesUrl): Record<string, string> {
  const { turndown, exifr, immutable } = imported;
  return {
    [editorPackage]: base + sveltiaModule,
    [`turndown/${turndown}`]: `${base}turndown/${turndown}`,
    [`exifr/${exifr}`]: `${base}exifr/${exifr}`,
    immutable: `${base}immutable/${immutable}`,
  };
}

/** All that a browser may ask for, below wherever they are. */
export function editorFileNames(): string[] {
  const folder = packageFolder(editorPackage) ?? '';
  const below = (names: string, ending: RegExp) =>
    readdirSync(join(folder, names)).flatMap((name) => (ending.test(name) ? `${editorPackage}/${names}/${name}` : []));
  return [
    sveltiaModule,
    ...below('npm/chunks', /\.js$/),
    ...below('npm/assets', /\.(js|wasm|png|woff2)$/),
    ...below('locales', /\.json$/).map((name) => name + asModule),
    ...Object.entries(imported).map(([name, file]) => `${name}/${file}`),
  ];
}

/** Its strings are JSON that is imported like a module, which browsers take for one only where that is said. */
const asModule = '.js';

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
    const folders = from.resolve.paths(name)?.map((folder) => join(folder, name)) ?? [];
    return folders.find((folder) => existsSync(join(folder, 'package.json')));
  } catch {
    return undefined;
  }
}

function sveltiaEntry(): string {
  return join(packageFolder(editorPackage) ?? '', 'package.json');
}

/** `path`: below `base`. Undefined of what is not there, or is none of them. */
export function editorFile(path: string, base = filesUrl): Answer | undefined {
  const name = packages.find((each) => path.startsWith(`${each}/`));
  const folder = name === undefined ? undefined : packageFolder(name);
  if (name === undefined || folder === undefined) return undefined;
  const isJson = path.endsWith(`.json${asModule}`);
  const file = join(folder, path.slice(name.length + 1, isJson ? -asModule.length : undefined));
  if (!file.startsWith(folder + sep) || dirname(file) === folder) return undefined;
  const bytes = readRegularFile(file);
  if (!bytes) return undefined;
  if (path === sveltiaModule) return answer('.js', asHere(bytes, folder, base));
  if (isJson) return answer('.js', Buffer.from(`export default ${Buffer.from(bytes).toString()};\n`));
  return answer(extname(file), bytes);
}

const fontElsewhere =
  /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g;

/** What it calls the page at a story’s address, which is the saved one here. */
const calledLive = 'View on Live Site';
const calledHere = 'See It as Saved';

/** Its style asks a CDN for the fonts that its package has: browsers are sent to those. */
function asHere(module: Uint8Array, folder: string, base: string): Uint8Array {
  const fonts = readdirSync(join(folder, 'npm/assets'));
  const text = Buffer.from(module)
    .toString()
    .replace(/(`\.\.\/locales\/[\w-]+\.json)`/g, `$1${asModule}\``);
  // In a folder of its own it is what it is called: nothing there shows what is saved.
  const named = base === filesUrl ? text.replaceAll(calledLive, calledHere) : text;
  return Buffer.from(
    named.replace(fontElsewhere, (address, family: string, cut: string) => {
      const own = fonts.find((name) => name.startsWith(`${family}-${cut}-`));
      return own === undefined ? address : `${base}${editorPackage}/npm/assets/${own}`;
    }),
  );
}

function answer(ending: string, body: Uint8Array): Answer | undefined {
  const type = types[ending];
  return type === undefined ? undefined : { status: 200, headers: { 'content-type': type }, body };
}
