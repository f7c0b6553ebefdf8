/** Hugo: `content/` with sections, page bundles and languages; addresses as hugo.toml says. */
import type { Input, Named, SourceList, SourceSite } from '../source-story.ts';
import { datedName, dayParts, fillPattern, folderOf, nameOf, pathOf, urlName, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readSettings } from './front-matter.ts';
import { zolaSettings } from './zola.ts';

const names = ['hugo', 'config'].flatMap((name) =>
  ['toml', 'yaml', 'yml', 'json'].flatMap((ending) => [`${name}.${ending}`, `config/_default/${name}.${ending}`]),
);

export const hugo: Program = {
  name: 'Hugo',
  async recognise(input) {
    const { files } = input;
    const config = names.find((name) => files.includes(name));
    const hasContent = files.some((file) => /^content\/.*\.(?:md|markdown|html)$/.test(file));
    if (config === undefined || !hasContent || (await zolaSettings(input))) return undefined;
    return `its ${config} and its folder content/`;
  },
  async open(input) {
    const config = await settingsOf(input);
    return new HugoSite(input, config);
  },
};

async function settingsOf(input: Input): Promise<Front> {
  const all: Front = {};
  for (const name of names) Object.assign(all, readSettings(name, await input.read(name)));
  for (const part of ['languages', 'permalinks', 'taxonomies', 'params'])
    for (const ending of ['toml', 'yaml', 'yml', 'json']) {
      const own = readSettings(`x.${ending}`, await input.read(`config/_default/${part}.${ending}`));
      if (own) all[part] = own;
    }
  // Each language may have a file of its own.
  const apart: Front = {};
  for (const name of input.files) {
    const code = /^config\/_default\/languages\.([\w-]+)\.(?:toml|ya?ml|json)$/.exec(name)?.[1];
    const own = code === undefined ? undefined : readSettings(name, await input.read(name));
    if (code !== undefined && own) apart[code] = own;
  }
  if (Object.keys(apart).length > 0) all.languages = { ...(isRecord(all.languages) && all.languages), ...apart };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key.toLowerCase(), value]));
}

type Languages = { code: string; folder?: string; prefix: string }[];

class HugoSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #config: Front;
  readonly #languages: Languages;
  readonly #sections = new Set<string>();

  constructor({ files }: Input, config: Front) {
    this.#config = config;
    const declared = isRecord(config.languages) ? Object.entries(config.languages) : [];
    const first = String(
      config.defaultcontentlanguage ?? declared[0]?.[0] ?? config.languagecode ?? 'en',
    ).toLowerCase();
    const isBelow = config.defaultcontentlanguageinsubdir === true;
    const named = declared.map(([code]) => code.toLowerCase());
    const codes = named.includes(first) ? [first, ...named.filter((code) => code !== first)] : named;
    if (codes.length === 0) codes.push(first);
    this.#languages = codes.map((code) => {
      const own = declared.find(([each]) => each.toLowerCase() === code)?.[1];
      const folder =
        isRecord(own) && typeof own.contentDir === 'string' ? own.contentDir.replace(/\/$/, '') : undefined;
      return { code, prefix: code === first && !isBelow ? '' : code, ...(folder && { folder }) };
    });
    const content = String(config.contentdir ?? 'content').replace(/\/$/, '');
    const roots = [...new Set([content, ...this.#languages.flatMap(({ folder }) => folder ?? [])])];
    this.files = files.filter(
      (file) => roots.some((root) => file.startsWith(`${root}/`)) && /\.(?:md|markdown|mdown|html?)$/.test(file),
    );
    const zone = config.timezone;
    this.site = {
      ...(config.title ? { title: String(config.title) } : {}),
      ...(config.baseurl && /^https?:/.test(String(config.baseurl)) ? { url: String(config.baseurl) } : {}),
      languages: this.#languages.map(({ code }) => code),
      ...(typeof zone === 'string' ? { timeZone: zone } : {}),
    };
  }

  read(file: string, { front }: FrontFile, fields: FrontFields): Made | SourceList | undefined {
    if (isHidden(front)) return undefined;
    const { path, language } = this.#placeOf(file);
    const folders = folderOf(path).split('/').filter(Boolean);
    const [top] = folders;
    const name = nameOf(withoutEnding(path));
    if (top !== undefined) this.#sections.add(top);
    if (name === '_index') return this.#list(file, { folders, prefix: language.prefix, fields });
    const isBundle = name === 'index';
    const last = isBundle ? (folders.at(-1) ?? '') : name;
    const above = isBundle ? folders.slice(0, -1) : folders;
    const date = fields.text('date') ?? (/^\d{4}-\d\d-\d\d-/.test(last) ? datedName(last).day : undefined);
    const url = this.#urlOf({ fields, above, last, date, top });
    const isStory = date !== undefined && (above.length > 0 || isBundle) && front.type !== 'page';
    const own = fields.list('sections');
    const sections: Named[] =
      own.length > 0 ? own.map((each) => ({ name: each })) : top === undefined || !isStory ? [] : [{ id: top }];
    const translation = fields.text('translation') ?? path.replace(/\.[^./]+$/, '');
    const aliases = fields.list('aliases').map((alias) => (alias.startsWith('/') ? alias : pathOf(...above, alias)));
    return {
      kind: isStory ? 'story' : 'page',
      urls: [pathOf(language.prefix, url), ...aliases],
      slug: fields.text('slug') ?? (/^\d{4}-\d\d-\d\d-/.test(last) ? datedName(last).slug : last),
      ...(date && { published: { text: date } }),
      sections,
      ...(this.#languages.length > 1 && { language: language.code, translationOf: translation }),
    };
  }

  lists(seen: SeenNames): SourceList[] {
    const place = { file: 'content' };
    const taxonomies = isRecord(this.#config.taxonomies)
      ? this.#config.taxonomies
      : { tag: 'tags', category: 'categories' };
    const folders = new Map(Object.entries(taxonomies).map(([one, many]) => [one, String(many)]));
    const of = { tag: 'tag', section: 'category', author: 'author' } as const;
    return this.#languages.flatMap(({ prefix }) => {
      const list = (kind: SourceList['of'], path: readonly string[], named?: Named): SourceList => ({
        kind: 'list',
        place,
        of: kind,
        ...(named && { named }),
        urls: [pathOf(prefix, ...path, '/')],
        feeds: [pathOf(prefix, ...path, 'index.xml')],
      });
      const terms = (['tag', 'section', 'author'] as const).flatMap((kind) => {
        const folder = folders.get(of[kind]);
        if (folder === undefined) return [];
        const each = [...seen[kind]].map((name) => list(kind, [folder, urlName(name)], { name }));
        return each.length === 0 ? [] : [list('all', [folder]), ...each];
      });
      return [
        { ...list('all', []), urls: [] },
        ...[...this.#sections].map((id) => list('section', [id], { id })),
        ...terms,
      ];
    });
  }

  #placeOf(file: string): { path: string; language: Languages[number] } {
    const [first] = this.#languages;
    const inFolder = this.#languages.find(({ folder }) => folder !== undefined && file.startsWith(`${folder}/`));
    const content = String(this.#config.contentdir ?? 'content').replace(/\/$/, '');
    const path = file.slice((inFolder?.folder ?? content).length + 1);
    const [, stem = '', code = '', ending = ''] = /^(.*)\.([a-z]{2,3}(?:-[a-z]{2,4})?)(\.[a-z]+)$/i.exec(path) ?? [];
    const named = this.#languages.find((each) => each.code === code.toLowerCase());
    const language = named ?? inFolder ?? first ?? { code: 'en', prefix: '' };
    return { path: named ? `${stem}${ending}` : path, language };
  }

  #list(
    _file: string,
    { folders, prefix, fields }: { folders: readonly string[]; prefix: string; fields: FrontFields },
  ): SourceList | undefined {
    if (folders.length === 0) return undefined;
    const url = fields.text('url') ?? pathOf(prefix, ...folders, '/');
    const name = fields.text('title');
    const id = folders.join('/');
    return {
      kind: 'list',
      place: { file: _file },
      of: 'section',
      named: { id: folders.length === 1 ? id : (folders.at(-1) ?? id), ...(name && { name }) },
      urls: [pathOf(url), ...fields.list('aliases')],
      feeds: [pathOf(url, 'index.xml')],
    };
  }

  #urlOf({
    fields,
    above,
    last,
    date,
    top,
  }: {
    fields: FrontFields;
    above: readonly string[];
    last: string;
    date: string | undefined;
    top: string | undefined;
  }): string {
    const url = fields.text('url');
    if (url !== undefined) return pathOf(url);
    const isUgly = this.#config.uglyurls === true;
    const ending = isUgly ? '.html' : '/';
    const slug = fields.text('slug');
    const permalinks = isRecord(this.#config.permalinks) ? this.#config.permalinks : {};
    const ofPages = isRecord(permalinks.page) ? permalinks.page : permalinks;
    const pattern = top === undefined ? undefined : (ofPages[top] ?? ofPages['/']);
    const day = dayParts(date);
    const own = urlName(
      datedName(last).day !== undefined && slug === undefined && pattern !== undefined ? last : (slug ?? last),
    );
    if (typeof pattern !== 'string') return `${pathOf(...above.map(urlName), own)}${ending}`;
    const title = urlName(fields.text('title') ?? last);
    const filled = fillPattern(pattern, {
      ...day,
      title,
      slug: slug ? urlName(slug) : title,
      slugorfilename: own,
      slugorcontentbasename: own,
      filename: urlName(last),
      contentbasename: urlName(last),
      section: top ?? '',
      sections: above.join('/'),
      monthname: day ? monthNames[Number(day.month) - 1] : '',
    });
    return filled.endsWith('/') || /\.\w+$/.test(filled) ? filled : `${filled}${ending}`;
  }
}

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** No page of it is made. */
function isHidden(front: Front): boolean {
  const build = front.build ?? front._build;
  return front.headless === true || (isRecord(build) && (build.render === false || build.render === 'never'));
}
