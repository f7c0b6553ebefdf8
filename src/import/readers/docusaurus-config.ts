/** What the settings of Docusaurus say: which plugins have texts, and where their pages stand. */
import type { Input } from '../source-story.ts';
import { folderOf, normal, pathOf } from './addresses.ts';
import { exportedFrom, tablesIn } from './code-values.ts';
import { type Front, isRecord, readData } from './front-matter.ts';

/** One that has texts: a site may have several of a kind, with ids of their own. */
export type Plugin = { kind: 'docs' | 'blog' | 'pages'; id: string; options: Front };

export type Config = {
  file: string;
  /** The folder of the site, `` for that of the whole; the folders of its settings are below it. */
  folder: string;
  settings: Front;
  plugins: Plugin[];
  /** The languages that it is built in, the first at the root. */
  locales: string[];
  redirects: Front;
};

const name = /(?:^|\/)docusaurus\.config\.(?:[cm]?[jt]s)$/;

/** The nearest to the root: a site often stands in a folder of the program that it is about. */
export function configFile(files: readonly string[]): string | undefined {
  const depth = (file: string) => file.split('/').length;
  return files
    .filter((file) => name.test(file) && depth(file) <= 3)
    .toSorted((a, b) => depth(a) - depth(b))
    .at(0);
}

export async function readConfig(input: Input, file: string): Promise<Config> {
  const code = (await input.read(file)) ?? '';
  const folder = folderOf(file);
  const names = await importedValues(code, folder, input);
  const isSettings = (table: unknown): table is Front =>
    isRecord(table) && ['baseUrl', 'presets', 'plugins'].some((key) => key in table) && 'title' in table;
  const settings = tablesIn(code, names).find(isSettings) ?? {};
  const i18n = isRecord(settings.i18n) ? settings.i18n : {};
  const first = typeof i18n.defaultLocale === 'string' ? i18n.defaultLocale : undefined;
  const locales = [i18n.locales].flat().filter((each): each is string => typeof each === 'string');
  const used = [settings.presets, settings.plugins].flat().map(optionsOf);
  return {
    ...{ file, folder, settings },
    plugins: pluginsOf(used),
    locales: [...new Set([...(first === undefined ? [] : [first]), ...locales])],
    redirects: used.find(([each]) => /client-redirects$/.test(each))?.[1] ?? {},
  };
}

/** `['classic', {…}]`, or a name alone. */
function optionsOf(entry: unknown): [name: string, options: Front] {
  const [own, options] = [entry].flat();
  return [typeof own === 'string' ? own : '', isRecord(options) ? options : {}];
}

const kinds = ['docs', 'blog', 'pages'] as const;

/** Settings that could not be read have the usual plugins, as most sites have. */
function pluginsOf(used: readonly [name: string, options: Front][]): Plugin[] {
  const found: Plugin[] = [];
  const add = (kind: Plugin['kind'], options: Front) =>
    found.push({ kind, id: typeof options.id === 'string' ? options.id : 'default', options });
  for (const [own, options] of used) {
    const kind = kinds.find((each) => own.endsWith(`content-${each}`));
    if (kind !== undefined) add(kind, options);
    if (!/(?:^|[/-])classic$/.test(own)) continue;
    for (const each of kinds) if (options[each] !== false) add(each, isRecord(options[each]) ? options[each] : {});
  }
  if (found.length === 0) for (const each of kinds) add(each, {});
  return found;
}

/** What files of data and of settings beside it hold, by the names that they are imported under. */
async function importedValues(code: string, folder: string, input: Input): Promise<Map<string, unknown>> {
  const values = new Map<string, unknown>();
  const imports = code.matchAll(
    /(?:import\s+([\w$]+)\s+from\s*|(?:const|let|var)\s+([\w$]+)\s*=\s*require\(\s*)["'](\.[^"'\n]+)["']/g,
  );
  for (const [, one, other, path = ''] of imports) {
    const file = normal(`${folder}/${path}`) ?? '';
    const found = [file, ...['js', 'mjs', 'cjs', 'ts'].map((ending) => `${file}.${ending}`)].find((each) =>
      input.files.includes(each),
    );
    if (found === undefined) continue;
    const text = (await input.read(found)) ?? '';
    values.set(one ?? other ?? '', /\.json$/.test(found) ? readData(found, text) : exportedFrom(text));
  }
  return values;
}

/** A folder that the settings name; undefined for one outside of what is imported. */
export function siteFolder({ folder }: Config, written: string): string | undefined {
  return normal(pathOf(folder, written));
}

export function textOption(options: Front, key: string, usual: string): string {
  const value = options[key];
  return typeof value === 'string' ? value : usual;
}
