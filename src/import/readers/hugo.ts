/** Hugo: `content/` with sections, page bundles and languages; addresses as hugo.toml says. */
import type { Input, Named, SourceList, SourceSite } from '../source-story.ts';
import { datedName, dayParts, fillPattern, folderOf, nameOf, pathOf, urlName, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord } from './front-matter.ts';
import { foldersOfLanguages, lowerKeys, menusOf, saidOfSite, settingsFiles, settingsOf } from './hugo-settings.ts';
import type { Menu } from './menus.ts';
import { zolaSettings } from './zola.ts';

export const hugo: Program = {
  name: 'Hugo',
  async recognise(input) {
    const { files } = input;
    const config = settingsFiles.find((name) => files.includes(name));
    const hasContent = files.some((file) => /^content\/.*\.(?:md|markdown|html)$/.test(file));
    if (config === undefined || !hasContent || (await zolaSettings(input))) return undefined;
    return `its ${config} and its folder content/`;
  },
  async open(input) {
    const config = await settingsOf(input);
    return new HugoSite(input, config);
  },
};

/** As `disableKinds` and `outputs` name kinds of lists. */
function kindOf(path: readonly string[], named: Named | undefined): string {
  if (path.length === 0) return 'home';
  return named === undefined ? 'taxonomy' : named.id === undefined ? 'term' : 'section';
}

type Languages = { code: string; folder?: string; prefix: string; sections: Set<string> }[];

class HugoSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly menus: readonly Menu[];
  readonly #config: Front;
  readonly #languages: Languages;

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
    this.menus = menusOf(config, codes[0]);
    const content = String(config.contentdir ?? 'content').replace(/\/$/, '');
    const folderFor = foldersOfLanguages(config, { files, codes, content });
    this.#languages = codes.map((code) => {
      const own = declared.find(([each]) => each.toLowerCase() === code)?.[1];
      const folder =
        isRecord(own) && typeof own.contentDir === 'string' ? own.contentDir.replace(/\/$/, '') : folderFor(code);
      return { code, prefix: code === first && !isBelow ? '' : code, ...(folder && { folder }), sections: new Set() };
    });
    // Where each language has a folder of its own, what lies beside them is no part of the site.
    const roots = [...new Set(this.#languages.map(({ folder }) => folder ?? content))];
    this.files = files.filter(
      (file) => roots.some((root) => file.startsWith(`${root}/`)) && /\.(?:md|markdown|mdown|html?)$/.test(file),
    );
    const zone = config.timezone;
    this.site = {
      ...saidOfSite(config, declared.find(([code]) => code.toLowerCase() === first)?.[1]),
      ...(config.baseurl && /^https?:/.test(String(config.baseurl)) ? { url: String(config.baseurl) } : {}),
      languages: this.#languages.map(({ code }) => code),
      ...(typeof zone === 'string' ? { timeZone: zone } : {}),
    };
  }

  read(file: string, { front }: FrontFile, fields: FrontFields): Made | SourceList | undefined {
    if (isHidden(front)) return undefined;
    const { path, language } = this.#placeOf(file);
    const folders = folderOf(path).split('/').filter(Boolean);
    const name = nameOf(withoutEnding(path));
    const isBundle = name === 'index';
    const last = isBundle ? (folders.at(-1) ?? '') : name;
    const above = isBundle ? folders.slice(0, -1) : folders;
    const [top] = above;
    if (top !== undefined) language.sections.add(top);
    if (name === '_index') return this.#list(file, { folders, language, fields });
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

  lists(_: SeenNames, seenIn: (language: string) => SeenNames): SourceList[] {
    const place = { file: 'content' };
    const taxonomies = isRecord(this.#config.taxonomies)
      ? this.#config.taxonomies
      : { tag: 'tags', category: 'categories' };
    const folders = new Map(Object.entries(taxonomies).map(([one, many]) => [one, String(many)]));
    const of = { tag: 'tag', section: 'category', author: 'author' } as const;
    return this.#languages.flatMap(({ code, prefix, sections }) => {
      const seen = seenIn(this.#languages.length > 1 ? code : '');
      const list = (kind: SourceList['of'], path: readonly string[], named?: Named): SourceList => ({
        ...{ kind: 'list', place, of: kind, urls: [pathOf(prefix, ...path, '/')] },
        ...(this.#languages.length > 1 && { language: code }),
        ...(named && { named }),
        feeds: this.#feeds(kindOf(path, named), pathOf(prefix, ...path, '/')),
      });
      const terms = (['tag', 'section', 'author'] as const).flatMap((kind) => {
        const folder = folders.get(of[kind]);
        if (folder === undefined || !this.#makes('term')) return [];
        const each = [...seen[kind]]
          .filter((name) => !sections.has(name))
          .map((name) => list(kind, [folder, urlName(name)], { name }));
        return each.length === 0 ? [] : [...(this.#makes('taxonomy') ? [list('all', [folder])] : []), ...each];
      });
      const home = list('all', []);
      return [
        prefix === '' ? { ...home, urls: [] } : home,
        ...(this.#makes('section') ? [...sections].map((id) => list('section', [id], { id })) : []),
        ...terms,
      ];
    });
  }

  /** Whether it makes pages of a kind. */
  #makes(kind: string): boolean {
    const { disablekinds: left } = this.#config;
    return !(Array.isArray(left) && left.some((each) => String(each).toLowerCase() === kind));
  }

  /** Feeds of a list, unless it says that lists of its kind have none. */
  #feeds(kind: string, url: string): string[] {
    const { outputs, outputformats: formats } = this.#config;
    const own = isRecord(outputs) ? lowerKeys(outputs)[kind] : undefined;
    if (!this.#makes('rss') || (Array.isArray(own) && !own.some((each) => String(each).toLowerCase() === 'rss')))
      return [];
    const rss = isRecord(formats) ? lowerKeys(formats).rss : undefined;
    const name = isRecord(rss) ? lowerKeys(rss).basename : undefined;
    return [pathOf(url, `${typeof name === 'string' ? name : 'index'}.xml`)];
  }

  #placeOf(file: string): { path: string; language: Languages[number] } {
    const [first] = this.#languages;
    const inFolder = this.#languages.find(({ folder }) => folder !== undefined && file.startsWith(`${folder}/`));
    const content = String(this.#config.contentdir ?? 'content').replace(/\/$/, '');
    const path = file.slice((inFolder?.folder ?? content).length + 1);
    const [, stem = '', code = '', ending = ''] = /^(.*)\.([a-z]{2,3}(?:-[a-z]{2,4})?)(\.[a-z]+)$/i.exec(path) ?? [];
    const named = this.#languages.find((each) => each.code === code.toLowerCase());
    const language = named ?? inFolder ?? first ?? { code: 'en', prefix: '', sections: new Set() };
    return { path: named ? `${stem}${ending}` : path, language };
  }

  #list(
    file: string,
    { folders, language, fields }: { folders: readonly string[]; language: Languages[number]; fields: FrontFields },
  ): SourceList | undefined {
    if (folders.length === 0) return undefined;
    const url = fields.text('url') ?? pathOf(language.prefix, ...folders, '/');
    const name = fields.text('title');
    const id = folders.join('/');
    return {
      kind: 'list',
      place: { file: file },
      of: 'section',
      ...(this.#languages.length > 1 && { language: language.code }),
      named: { id: folders.length === 1 ? id : (folders.at(-1) ?? id), ...(name && { name }) },
      urls: [pathOf(url), ...fields.list('aliases')],
      feeds: this.#feeds('section', url),
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
    const { uglyurls: ugly } = this.#config;
    const isUgly = ugly === true || (isRecord(ugly) && top !== undefined && ugly[top] === true);
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
    return /\.\w+$/.test(filled) ? filled : `${filled.replace(/\/$/, '')}${ending}`;
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
