/** What Hugo is told: in one file of settings, or in a folder of them. */
import type { Input, SourceSite } from '../source-story.ts';
import { type Front, isRecord, readSettings } from './front-matter.ts';
import type { Menu } from './menus.ts';

export const settingsFiles = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].flatMap((ending) => [`${name}.${ending}`, `config/_default/${name}.${ending}`]),
);

/** With their names in small letters, as Hugo takes them. */
export async function settingsOf(input: Input): Promise<Front> {
  const all: Front = {};
  for (const name of settingsFiles) Object.assign(all, readSettings(name, await input.read(name)));
  for (const part of ['languages', 'permalinks', 'taxonomies', 'params', 'menu', 'menus'])
    for (const ending of ['toml', 'yaml', 'yml', 'json']) {
      const own = readSettings(`x.${ending}`, await input.read(`config/_default/${part}.${ending}`));
      if (own) all[part] = own;
    }
  // Each language may have files of its own.
  const apart: Record<string, Front> = {};
  for (const name of input.files) {
    const [, part, code] = /^config\/_default\/(languages|menus?)\.([\w-]+)\.(?:toml|ya?ml|json)$/.exec(name) ?? [];
    const own = code === undefined ? undefined : readSettings(name, await input.read(name));
    if (code !== undefined && own) apart[code] = { ...apart[code], ...(part === 'languages' ? own : { menus: own }) };
  }
  if (Object.keys(apart).length > 0) all.languages = { ...(isRecord(all.languages) && all.languages), ...apart };
  return lowerKeys(all);
}

export function lowerKeys(of: Front): Front {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key.toLowerCase(), value]));
}

/** Menus of all languages: those of the site are of its first. */
export function menusOf(config: Front, first: string | undefined): Menu[] {
  const declared = isRecord(config.languages) ? Object.entries(config.languages) : [];
  const said = (of: unknown) => (isRecord(of) ? [of.menus, of.menu].filter(Boolean) : []);
  const language = declared.length > 1 ? first : undefined;
  return [
    ...said(config).map((value) => ({ value, ...(language !== undefined && { language }) })),
    ...declared.flatMap(([code, own]) =>
      said(own).map((value) => ({ value, ...(declared.length > 1 && { language: code.toLowerCase() }) })),
    ),
  ];
}

/** What it calls itself in its first language, where it says so. */
export function saidOfSite(config: Front, own: unknown): Pick<SourceSite, 'title' | 'description'> {
  const all = [isRecord(own) ? own : {}, config].map(lowerKeys);
  const said = (of: unknown, key: string) => (isRecord(of) && typeof of[key] === 'string' ? of[key].trim() : '');
  const title = all.map((each) => said(each, 'title')).find(Boolean);
  const description = all.map((each) => said(each.params, 'description') || said(each, 'description')).find(Boolean);
  return { ...(title && { title }), ...(description && { description }) };
}

type Texts = { files: readonly string[]; codes: readonly string[]; content: string };

/**
 * The folder of a language that is mounted as the content, or one that is called as it is, where all texts are in such:
 * a site may write its mounts only when it is built.
 */
export function foldersOfLanguages(
  config: Front,
  { files, codes, content }: Texts,
): (code: string) => string | undefined {
  const mounts = isRecord(config.module) && Array.isArray(config.module.mounts) ? config.module.mounts : [];
  const mounted = new Map<string, string>();
  for (const each of mounts)
    if (isRecord(each) && each.target === 'content' && typeof each.source === 'string' && typeof each.lang === 'string')
      mounted.set(each.lang.toLowerCase(), each.source.replace(/\/$/, ''));
  if (mounted.size > 0) return (code) => mounted.get(code);
  const names = files.flatMap((file) =>
    file.startsWith(`${content}/`) ? file.split('/')[content.split('/').length] : [],
  );
  const areAll =
    codes.length > 1 && names.length > 0 && names.every((name) => codes.includes(name?.toLowerCase() ?? ''));
  return (code) => (areAll ? `${content}/${names.find((name) => name?.toLowerCase() === code) ?? code}` : undefined);
}
