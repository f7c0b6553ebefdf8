/** Jekyll: `_posts/YYYY-MM-DD-slug.md`, drafts, collections and pages; addresses as `_config.yml` says. */
import type { Input, SourceList, SourceSite } from '../source-story.ts';
import { datedName, dayParts, fillPattern, folderOf, nameOf, pathOf, slugName, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import { type FrontFields, peopleIn } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readSettings } from './front-matter.ts';
import { patterns } from './jekyll-permalinks.ts';
import { languageFolders } from './language-folders.ts';
import { type Menu, menusIn } from './menus.ts';

export const jekyll: Program = {
  name: 'Jekyll',
  async recognise({ files }) {
    const hasPosts = files.some((file) => /(?:^|\/)_posts\/.*\d{4}-\d\d?-\d\d?-.*\.(?:md|markdown|html)$/.test(file));
    const config = ['_config.yml', '_config.yaml', '_config.toml'].find((name) => files.includes(name));
    if (!hasPosts) return undefined;
    return config === undefined ? 'its folder _posts/' : `its ${config} and its folder _posts/`;
  },
  async open(input) {
    const config: Front = {};
    for (const name of ['_config.yml', '_config.yaml', '_config.toml'])
      Object.assign(config, readSettings(name, await input.read(name)));
    const people: Front = {};
    for (const name of ['_data/authors.yml', '_data/authors.yaml', '_data/authors.json', '_data/people.yml'])
      Object.assign(people, readSettings(name, await input.read(name)));
    return new JekyllSite(input, config, people);
  },
};

type Post = { slug: string; date: string | undefined; day: string | undefined; categories: readonly string[] };

class JekyllSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly menus: readonly Menu[];
  readonly #config: Front;
  readonly #people: Front;
  readonly #collections: ReadonlyMap<string, Front>;
  readonly #languages: ReadonlySet<string>;
  readonly #lists: SourceList[] = [];

  constructor({ files }: Input, config: Front, people: Front) {
    this.#config = config;
    this.#people = people;
    this.menus = menusIn(config).map((value) => ({ value }));
    const { collections } = config;
    const declared = Array.isArray(collections)
      ? collections.map((name): [string, Front] => [String(name), {}])
      : isRecord(collections)
        ? Object.entries(collections).map(([name, own]): [string, Front] => [name, isRecord(own) ? own : {}])
        : [];
    this.#collections = new Map(declared);
    const excluded = [
      ...(Array.isArray(config.exclude) ? config.exclude.map(String) : []),
      'vendor/',
      'README.md',
      'LICENSE.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'CODE_OF_CONDUCT.md',
      'SECURITY.md',
      '404.html',
      '404.md',
    ];
    this.files = files.filter(
      (file) =>
        /\.(?:md|markdown|html?)$/.test(file) &&
        !excluded.some((each) => file === each || file.startsWith(each.replace(/\/?$/, '/'))) &&
        !/(?:^|\/)(?:_layouts|_includes|_site|_sass|node_modules|\.[^/]+|assets)\//.test(file),
    );
    this.#languages = languageFolders(this.files, '');
    const zone = config.timezone;
    this.site = {
      ...(config.title ? { title: String(config.title) } : {}),
      ...(config.description ? { description: String(config.description) } : {}),
      ...(/^https?:/.test(String(config.url ?? ''))
        ? { url: `${String(config.url).replace(/\/$/, '')}${String(config.baseurl ?? '')}` }
        : {}),
      ...(config.lang ? { languages: [String(config.lang)] } : {}),
      ...(typeof zone === 'string' ? { timeZone: zone } : {}),
    };
  }

  defaults(file: string): Front {
    const rules = Array.isArray(this.#config.defaults) ? this.#config.defaults.filter(isRecord) : [];
    const type = /(?:^|\/)_posts\//.test(file)
      ? 'posts'
      : /(?:^|\/)_drafts\//.test(file)
        ? 'drafts'
        : (/^_(\w+)\//.exec(file)?.[1] ?? 'pages');
    return Object.assign(
      {},
      ...rules.map(({ scope, values }) => {
        const { path = '', type: of } = isRecord(scope) ? scope : {};
        const isFor =
          file.startsWith(String(path ?? '').replace(/^\.\//, '')) && (of === undefined || String(of) === type);
        return isFor && isRecord(values) ? values : {};
      }),
    );
  }

  read(file: string, { front, hasFront, body }: FrontFile, fields: FrontFields): Made | SourceList | undefined {
    const stem = nameOf(withoutEnding(file));
    const isDraft = /(?:^|\/)_drafts\//.test(file);
    const isPost = isDraft || /(?:^|\/)_posts\//.test(file);
    const collection = /^_([\w-]+)\//.exec(file)?.[1];
    if (!hasFront || (collection !== undefined && !isPost && this.#collections.get(collection)?.output !== true))
      return undefined;
    if (!isPost && this.#isTemplate(file, front, body)) return undefined;
    const { day, slug: ofName } = datedName(stem);
    const slug = fields.text('slug') ?? (isPost ? ofName : stem);
    const date = fields.text('date') ?? (isPost ? day : undefined);
    const folders = isPost
      ? folderOf(file)
          .replace(/(?:^|\/)_(?:posts|drafts)(?:\/.*)?$/, '')
          .split('/')
          .filter(Boolean)
      : [];
    const categories = [...folders, ...fields.list('sections', /\s+/)];
    const [top = ''] = file.split('/');
    const language = this.#languages.has(top) ? top : undefined;
    const url =
      fields.text('url') ??
      (isPost ? this.#postUrl({ slug, date, categories, day }) : this.#pageUrl(file, collection, stem));
    const authors = peopleIn(fields.list('authors')).map((each) => this.#person(each));
    return {
      kind: isPost || (collection !== undefined && date !== undefined) ? 'story' : 'page',
      urls: [pathOf(url.replaceAll(/:(?:title|slug)/g, slug)), ...fields.list('aliases').map((alias) => pathOf(alias))],
      slug,
      ...(date && { published: { text: date, ...(this.site.timeZone && { zone: this.site.timeZone }) } }),
      ...(isPost && { sections: categories.filter((name) => name !== language).map((name) => ({ name })) }),
      authors,
      tags: fields.list('tags', /\s+/).map((name) => ({ name })),
      ...((isDraft || front.published === false) && { state: 'draft' }),
      ...(language !== undefined && {
        language: fields.text('language') ?? language,
        translationOf: fields.text('translation') ?? withoutEnding(file).slice(language.length + 1),
      }),
    };
  }

  /** Where lists of categories and tags stand is said by a plugin, or by pages that are made for each. */
  lists(seen: SeenNames): SourceList[] {
    const place = { file: '_config.yml' };
    const archives = isRecord(this.#config['jekyll-archives']) ? this.#config['jekyll-archives'] : {};
    const links = isRecord(archives.permalinks) ? archives.permalinks : {};
    const enabled =
      archives.enabled === 'all'
        ? ['categories', 'tags']
        : Array.isArray(archives.enabled)
          ? archives.enabled.map(String)
          : [];
    const ofKind = (
      kind: 'section' | 'tag',
      names: ReadonlySet<string>,
      key: string,
      fallback: string,
    ): SourceList[] => {
      const pattern = enabled.includes(key)
        ? String(links[key.replace(/ies$/, 'y').replace(/s$/, '')] ?? fallback)
        : undefined;
      if (pattern === undefined) return [];
      return [...names].map((name) => {
        const urls = [pathOf(pattern.replace(':name', slugName(name)))];
        return { kind: 'list', place, of: kind, named: { name }, urls, feeds: [] };
      });
    };
    const feed =
      isRecord(this.#config.feed) && typeof this.#config.feed.path === 'string' ? this.#config.feed.path : 'feed.xml';
    return [
      { kind: 'list', place, of: 'all', urls: [], feeds: [pathOf(feed)] },
      ...ofKind('section', seen.section, 'categories', '/category/:name/'),
      ...ofKind('tag', seen.tag, 'tags', '/tag/:name/'),
      ...this.#lists,
    ];
  }

  /** What makes a list or a feed and has no text of its own. */
  #isTemplate(file: string, front: Front, body: string): boolean {
    const url = pathOf(
      typeof front.permalink === 'string'
        ? front.permalink
        : `${withoutEnding(file)}${/\.html?$/.test(file) ? '.html' : '/'}`,
    );
    for (const kind of ['tag', 'category'] as const) {
      const name = front[kind] ?? (front.layout === kind || front.layout === `${kind}page` ? front.title : undefined);
      if (typeof name !== 'string' || body.trim().length > 400) continue;
      const of = kind === 'tag' ? 'tag' : 'section';
      this.#lists.push({ kind: 'list', place: { file }, of, named: { name }, urls: [url], feeds: [] });
      return true;
    }
    const isCode = /\{%-?\s*(?:for|assign|paginate|include)\b/.test(body) && !/\.md$|\.markdown$/.test(file);
    return (
      isCode ||
      (/\{%-?\s*for\b/.test(body) &&
        body.replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|<[^>]*>/g, '').trim().length < 200) ||
      /^index\.(?:html|md|markdown)$/.test(file)
    );
  }

  #person(name: string): { id?: string; name: string } {
    const known = this.#people[name];
    return isRecord(known) && typeof known.name === 'string' ? { id: name, name: known.name } : { name };
  }

  #postUrl({ slug, date, categories, day }: Post): string {
    const posts = this.#collections.get('posts')?.permalink;
    const style = String(posts ?? this.#config.permalink ?? 'date');
    const pattern = patterns[style] ?? style;
    const parts = dayParts(date) ?? dayParts(day);
    const filled = fillPattern(pattern.replace(/:output_ext/g, '.html'), {
      ...parts,
      i_month: parts && String(Number(parts.month)),
      i_day: parts && String(Number(parts.day)),
      short_year: parts?.year.slice(2),
      title: slug,
      slug: slugName(slug),
      categories: joined(categories.map((each) => each.toLowerCase())),
      slugified_categories: joined(categories.map((each) => slugName(each))),
    });
    return pathOf(filled);
  }

  #pageUrl(file: string, collection: string | undefined, stem: string): string {
    const pattern = collection === undefined ? undefined : this.#collections.get(collection)?.permalink;
    if (typeof pattern === 'string')
      return fillPattern(pattern.replace(/:output_ext/g, '.html').replace(/:collection/g, collection ?? ''), {
        path: stem,
        name: stem,
        title: stem,
      });
    const path = withoutEnding(file).replace(/^_/, '');
    const isPretty =
      /^(?:pretty)$/.test(String(this.#config.permalink ?? '')) || /\/$/.test(String(this.#config.permalink ?? ''));
    return isPretty || stem === 'index'
      ? pathOf(stem === 'index' ? folderOf(path) : path, '/')
      : pathOf(`${path}.html`);
  }
}

function joined(names: readonly string[]): string {
  return [...new Set(names)].join('/');
}
