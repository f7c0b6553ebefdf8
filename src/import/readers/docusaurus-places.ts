/** Where Docusaurus puts its texts: the folders of its plugins, of their versions and of their languages, and the addresses below each. */
import { datedName, folderOf, nameOf, normal, pathOf, withoutEnding } from './addresses.ts';
import { type Config, type Plugin, siteFolder, textOption } from './docusaurus-config.ts';
import { type Front, isRecord } from './front-matter.ts';

/** A folder of texts, with the path that they stand below. */
export type Root = {
  kind: Plugin['kind'];
  plugin: Plugin;
  folder: string;
  base: string;
  /** Of documentation that has several. */
  version?: string;
  /** Of a folder of translations, or of the site where it has several. */
  language?: string;
  /** That its texts are a translation of, or instead of. */
  original?: Root;
};

const usual = { docs: ['docs', 'docs'], blog: ['blog', 'blog'], pages: ['src/pages', '/'] } as const;

/** `versions`: of each plugin with documentation, its versions as they are listed, the newest first. Folders of translations come first. */
export function rootsOf(config: Config, versions: ReadonlyMap<Plugin, readonly string[]>): Root[] {
  const [first, ...others] = config.locales;
  return config.plugins.flatMap((plugin) => {
    const { kind, id, options } = plugin;
    const [folder, route] = usual[kind];
    const own = textOption(options, 'path', folder);
    const base = textOption(options, 'routeBasePath', route);
    const prefix = id === 'default' ? '' : `${id}_`;
    const originals =
      kind === 'docs'
        ? versionsOf(options, versions.get(plugin) ?? []).map(({ version, path }) => ({
            ...{ version, base: pathOf(base, path) },
            folder: version === 'current' ? own : `${prefix}versioned_docs/version-${version}`,
          }))
        : [{ version: undefined, base, folder: own }];
    return originals.flatMap(({ version, ...each }): Root[] => {
      const at = (path: string, language: string | undefined, original?: Root): Root[] => {
        const found = siteFolder(config, path);
        if (found === undefined) return [];
        const below = language === undefined || language === first ? '' : language;
        return [
          {
            ...{
              kind,
              plugin,
              folder: found,
              base: pathOf(textOption(config.settings, 'baseUrl', '/'), below, each.base),
            },
            ...(version !== undefined && { version }),
            ...(language !== undefined && config.locales.length > 1 && { language }),
            ...(original && { original }),
          },
        ];
      };
      const [original] = at(each.folder, first);
      const name = `docusaurus-plugin-content-${kind}${id === 'default' ? '' : `-${id}`}`;
      const below = version === undefined ? '' : version === 'current' ? 'current' : `version-${version}`;
      const translated = [...(first === undefined ? [] : [first]), ...others].flatMap((language) =>
        at(`i18n/${language}/${name}/${below}`, language, original),
      );
      return original ? [...translated, original] : translated;
    });
  });
}

/** The newest stands where no version is named, and what is still being written below `next/`. */
function versionsOf(options: Front, listed: readonly string[]): { version: string; path: string }[] {
  const last = textOption(options, 'lastVersion', listed[0] ?? 'current');
  const said = isRecord(options.versions) ? options.versions : {};
  const only = Array.isArray(options.onlyIncludeVersions) ? options.onlyIncludeVersions : undefined;
  const isHidden = options.disableVersioning === true;
  const all = [...(options.includeCurrentVersion === false && listed.length > 0 ? [] : ['current']), ...listed];
  return all
    .filter((version) => (isHidden ? version === 'current' : (only?.includes(version) ?? true)))
    .map((version) => {
      const own = said[version];
      const usualPath = version === last || isHidden ? '' : version === 'current' ? 'next' : version;
      return { version, path: textOption(isRecord(own) ? own : {}, 'path', usualPath) };
    });
}

/** What a name or a path is in an address, without the numbers that put it in order; a day or a version at its beginning stays. */
export function withoutNumbers(path: string): string {
  return path
    .split('/')
    .map((name) => (/^\d+[-_.]\d+/.test(name) ? name : name.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '')))
    .join('/');
}

/** `path`: below its root, with its ending. */
export type Text = { root: Root; path: string; front: Front };

export function docId({ root, path, front }: Text): string {
  const stem = shownPath({ root, path, front });
  return pathOf(folderOf(stem), typeof front.id === 'string' ? front.id : nameOf(stem)).slice(1);
}

function shownPath({ root, path, front }: Text): string {
  const isNumbered = front.parse_number_prefixes !== false && root.plugin.options.numberPrefixParser !== false;
  return isNumbered ? withoutNumbers(withoutEnding(path)) : withoutEnding(path);
}

/** The address below its root. */
export function slugOf(text: Text): string {
  const { root, path, front } = text;
  const own = typeof front.slug === 'string' || typeof front.slug === 'number' ? String(front.slug) : undefined;
  const stem = withoutEnding(path);
  if (root.kind === 'pages') return own ?? stem.replace(/(?:^|\/)index$/, '');
  if (root.kind === 'blog') {
    const { folder, day, text: rest } = dayOfBlog(stem);
    return own ?? (day === undefined ? rest : pathOf(day.replaceAll('-', '/'), `${folder}${rest}`));
  }
  const folder = folderOf(shownPath(text));
  if (own?.startsWith('/')) return own;
  const isOfFolder = ['index', 'readme', nameOf(folderOf(stem)).toLowerCase()].includes(nameOf(stem).toLowerCase());
  if (own === undefined && isOfFolder) return folder;
  return normal(pathOf(folder, own ?? nameOf(docId(text)))) ?? '';
}

/** `2015-11-26-name`, `2015/11/26/name` and `2015-11-26/name`, in any folder; the day as it is written. */
export function dayOfBlog(stem: string): { folder: string; day?: string; text: string } {
  const plain = stem.replace(/\/index$/, '');
  const found = /^(?<folder>.*)(?<day>\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(?<text>.*)$/.exec(plain)?.groups;
  if (found?.day === undefined) return { folder: '', text: plain };
  return { folder: found.folder ?? '', day: found.day, text: found.text ?? '' };
}

/** As it can be read as a date. */
export function isoDay(day: string): string {
  return datedName(`${day.replaceAll('/', '-')}-x`).day ?? day;
}

/** As it writes labels into addresses: words and numbers apart. */
export function kebab(label: string): string {
  const plain = label.normalize('NFKD').replace(/\p{M}|['’]/gu, '');
  return (plain.match(/[A-Z]{2,}(?![a-z])|[A-Z]?[a-z]+|[A-Z]|\d+|[^\p{ASCII}\s]+/gu) ?? []).join('-').toLowerCase();
}
