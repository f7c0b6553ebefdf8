/** Zola: `content/` with sections, texts with their files beside them and languages; addresses of names, `slug` and `path`. */
import type { Input, Named, SourceList, SourceSite } from '../source-story.ts';
import { datedName, dayInPath, folderOf, nameOf, pathOf, slugName, urlName, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readSettings } from './front-matter.ts';
import { type Menu, menusIn } from './menus.ts';

const names = ['zola.toml', 'config.toml'];

export const zola: Program = {
  name: 'Zola',
  async recognise(input) {
    const found = await zolaSettings(input);
    if (!found || !input.files.some((file) => /^content\/.*\.md$/.test(file))) return undefined;
    return `its ${found.name} with a base_url and its folder content/`;
  },
  async open(input) {
    return new ZolaSite(input, (await zolaSettings(input))?.config ?? {});
  },
};

/** Hugo, which has a `config.toml` too, writes `baseURL`. */
export async function zolaSettings({ read }: Input): Promise<{ name: string; config: Front } | undefined> {
  for (const name of names) {
    const config = readSettings(name, await read(name));
    if (config && typeof config.base_url === 'string') return { name, config };
  }
  return undefined;
}

type Path = { folders: string[]; name: string; language: string; prefix: string };

class ZolaSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly menus: readonly Menu[];
  readonly #config: Front;
  readonly #first: string;
  readonly #languages: readonly string[];
  readonly #sections = new Set<string>();
  /** Sections that have a text of their own, and are lists by that. */
  readonly #told = new Set<string>();

  constructor({ files }: Input, config: Front) {
    this.#config = config;
    this.#first = String(config.default_language ?? 'en');
    this.#languages = isRecord(config.languages) ? Object.keys(config.languages) : [];
    this.menus = menusIn(config.extra).map((value) => ({ value }));
    this.files = files.filter((file) => /^content\/.*\.md$/.test(file));
    const said = (key: string) => (typeof config[key] === 'string' ? (config[key] as string) : undefined);
    const [title, description] = [said('title'), said('description')];
    this.site = {
      ...(title && { title }),
      ...(description && { description }),
      url: String(config.base_url),
      languages: [...new Set([this.#first, ...this.#languages])],
    };
  }

  read(file: string, { front }: FrontFile, fields: FrontFields): Made | SourceList | undefined {
    if (front.render === false) return undefined;
    const path = this.#pathOf(file);
    const { folders, prefix, language } = path;
    if (path.name === '_index') return this.#section(file, path, fields);
    const isBundle = path.name === 'index';
    const name = isBundle ? (folders.at(-1) ?? '') : path.name;
    const above = isBundle ? folders.slice(0, -1) : folders; // the folder of a text alone is no section
    const [top] = above;
    if (top !== undefined) this.#sections.add(top);
    const own = fields.text('url');
    const dated = datedName(name);
    const date = fields.text('date') ?? dated.day ?? (own && dayInPath(own));
    const slug = fields.text('slug') ?? this.#named(dated.slug);
    const url = own ?? pathOf(...above.map((each) => this.#named(each)), slug);
    const isStory = date !== undefined;
    return {
      kind: isStory ? 'story' : 'page',
      urls: [
        pathOf(prefix, url, '/'),
        ...fields.list('aliases').map((alias) => pathOf(/\.\w+$/.test(alias) ? alias : `${alias}/`)),
      ],
      slug: slug.split('/').at(-1) ?? slug,
      ...(date && { published: { text: date } }),
      ...(isStory && fields.list('sections').length === 0 && { sections: top === undefined ? [] : [{ id: top }] }),
      ...(this.#languages.length > 0 && { language, translationOf: [...folders, path.name].join('/') }),
    };
  }

  lists(_: SeenNames, seenIn: (language: string) => SeenNames): SourceList[] {
    const place = { file: 'content' };
    const { feed_filenames: many, feed_filename: one } = this.#config;
    const feedNames = Array.isArray(many) ? many.map(String) : [typeof one === 'string' ? one : 'atom.xml'];
    const taxonomies = Array.isArray(this.#config.taxonomies) ? this.#config.taxonomies.filter(isRecord) : [];
    const kinds = { tags: 'tag', categories: 'section', authors: 'author' } as const;
    const told = [...this.#sections.difference(this.#told)];
    return [this.#first, ...this.#languages].flatMap((language) => {
      const isFirst = language === this.#first;
      const seen = seenIn(this.#languages.length > 0 ? language : '');
      const list = (of: SourceList['of'], path: readonly string[], named?: Named): SourceList => {
        const url = pathOf(isFirst ? '' : language, ...path, '/');
        return {
          ...{ kind: 'list', place, of, urls: [url], feeds: feedNames.map((name) => pathOf(url, name)) },
          ...(this.#languages.length > 0 && { language }),
          ...(named && { named }),
        };
      };
      const terms = taxonomies.flatMap(({ name }) => {
        const kind = kinds[String(name) as keyof typeof kinds];
        if (kind === undefined || seen[kind].size === 0) return [];
        const each = [...seen[kind]].map((one) => list(kind, [String(name), this.#named(one)], { name: one }));
        return [{ ...list('all', [String(name)]), feeds: [] }, ...each];
      });
      const home = list('all', []);
      return isFirst
        ? [{ ...home, urls: [] }, ...told.map((id) => list('section', [this.#named(id)], { id })), ...terms]
        : [home, ...terms];
    });
  }

  #pathOf(file: string): Path {
    const path = withoutEnding(file.slice('content/'.length));
    const [, stem = path, code] = /^(.*)\.([a-z]{2,3}(?:-[a-z]{2,4})?)$/i.exec(path) ?? [];
    const isTranslated = code !== undefined && this.#languages.includes(code);
    const own = isTranslated ? stem : path;
    const language = isTranslated ? code : this.#first;
    return {
      folders: folderOf(own).split('/').filter(Boolean),
      name: nameOf(own),
      ...{ language, prefix: language === this.#first ? '' : language },
    };
  }

  #section(file: string, { folders, prefix, language }: Path, fields: FrontFields): SourceList | undefined {
    const [top] = folders;
    if (top === undefined) return undefined;
    if (folders.length === 1) this.#told.add(top);
    const name = fields.text('title');
    const url = pathOf(prefix, fields.text('url') ?? folders.map((each) => this.#named(each)).join('/'), '/');
    return {
      ...{ kind: 'list', place: { file }, of: 'section', feeds: [] },
      ...(this.#languages.length > 0 && { language }),
      named: { id: top, ...(name && folders.length === 1 && prefix === '' && { name }) },
      urls: [url, ...fields.list('aliases').map((alias) => pathOf(alias))],
    };
  }

  /** A name as addresses have it: with Latin letters alone, unless the site says otherwise. */
  #named(name: string): string {
    const { slugify } = this.#config;
    const how = isRecord(slugify) ? slugify.paths : undefined;
    if (how === 'off') return name;
    return how === 'safe' ? urlName(name) : slugName(name.normalize('NFKD').replace(/\p{M}/gu, ''));
  }
}
