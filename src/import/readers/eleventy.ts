/** Eleventy: texts anywhere below its folder, with data files beside them; addresses of paths and of `permalink`. */
import type { Input, SourceList, SourceSite } from '../source-story.ts';
import { datedName, folderOf, nameOf, pathOf, withoutEnding } from './addresses.ts';
import { EleventyData, textsIn } from './eleventy-data.ts';
import { addressOfPath, filePathStem, fileSlug, fillPermalink } from './eleventy-permalinks.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readSettings } from './front-matter.ts';
import { withIncludes } from './includes.ts';
import { languageFolders } from './language-folders.ts';
import { type OwnTitle, ownTitle } from './markdown-title.ts';
import { isOfRepository } from './repository-files.ts';

const configs = ['.eleventy', 'eleventy.config'].flatMap((name) =>
  ['js', 'cjs', 'mjs', 'ts', 'mts'].map((ending) => `${name}.${ending}`),
);
const text = /\.(?:md|markdown|html|njk|liquid)$/;
/** Tags that name what a text is, for lists of the theme. */
const collections = /^(?:all|nav|posts?|blog(?:posts?)?|articles?|notes?|pages?|news|featured|featuredposts|draft)$/i;

export const eleventy: Program = {
  name: 'Eleventy',
  async recognise({ files, read }) {
    const config = configs.find((name) => files.includes(name));
    if (config !== undefined) return `its ${config}`;
    const isPackage = /"@11ty\/eleventy"\s*:/.test((await read('package.json')) ?? '');
    return isPackage && files.some((file) => text.test(file) && !isOfRepository(file))
      ? 'the package @11ty/eleventy in its package.json'
      : undefined;
  },
  async open(input) {
    const config = configs.find((name) => input.files.includes(name));
    const code = [config && (await input.read(config)), await input.read('package.json')].filter(Boolean).join('\n');
    const root = rootOf(code, input.files);
    const site: Front = {};
    for (const name of ['metadata', 'meta', 'site', 'metaData'])
      for (const ending of ['json', 'yaml', 'yml', 'js', 'cjs', 'mjs']) {
        const file = pathOf(root, '_data', `${name}.${ending}`).slice(1);
        const found = await input.read(file);
        if (found === undefined) continue;
        Object.assign(site, /js$/.test(ending) ? textsIn(found) : readSettings(file, found));
      }
    const ignored = ((await input.read('.eleventyignore')) ?? '')
      .split('\n')
      .map((line) => line.trim().replace(/^\.?\/|\/?\**$/g, ''))
      .filter((line) => line !== '' && !line.startsWith('#') && !line.includes('*'));
    return new EleventySite({ input, root, site, ignored, data: await EleventyData.read(input, root) });
  },
};

/** As the settings say, which are not run: `dir: { input: 'src' }`, or `--input=src`. */
function rootOf(code: string, files: readonly string[]): string {
  const said =
    /\binput["']?\s*:\s*["'`]([^"'`$]+)["'`]/.exec(code)?.[1] ?? /--input[= ]["']?([\w./-]+)/.exec(code)?.[1];
  const root = (said ?? '').replace(/^\.?\/|\/$/g, '').replace(/^\.$/, '');
  return files.some((file) => file.startsWith(`${root}/`)) ? root : '';
}

type Parts = { input: Input; root: string; site: Front; ignored: readonly string[]; data: EleventyData };

class EleventySite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly remarks;
  readonly #root: string;
  readonly #data: EleventyData;
  readonly #languages: ReadonlySet<string>;
  readonly #first: string | undefined;
  readonly #feeds: string[] = [];
  readonly #parts: { folders: string[]; read: Input['read'] };
  readonly #tagPages = new Map<string, { alias: string; permalink: string }>();

  constructor({ input, root, site, ignored, data }: Parts) {
    this.#root = root === '' ? '' : `${root}/`;
    this.#data = data;
    this.#parts = { folders: ['_includes', '_layouts', ''].map((name) => `${this.#root}${name}`), read: input.read };
    this.remarks = data.remarks;
    this.files = input.files.filter(
      (file) =>
        file.startsWith(this.#root) &&
        text.test(file) &&
        !isOfRepository(file) &&
        !ignored.some((each) => file === each || file.startsWith(`${each}/`)) &&
        !/(?:^|\/)(?:_includes|_data|_layouts|_components|layouts|tests?|\.[^/]+)\//.test(
          file.slice(this.#root.length),
        ),
    );
    this.#languages = languageFolders(this.files, root);
    const said = (...keys: string[]) =>
      keys.map((key) => site[key]).find((value): value is string => typeof value === 'string' && value !== '');
    const [title, description, url, language] = [
      said('title', 'name'),
      said('description'),
      said('url', 'baseUrl', 'domain'),
      said('language', 'lang', 'locale'),
    ];
    this.#first =
      language !== undefined && this.#languages.has(language) ? language : this.#languages.has('en') ? 'en' : undefined;
    this.site = {
      ...(title && { title }),
      ...(description && { description }),
      ...(url && /^https?:\/\//.test(url) && { url }),
      ...(this.#languages.size > 0 ? { languages: [...this.#languages] } : language && { languages: [language] }),
    };
  }

  defaults(file: string): Front {
    return this.#data.of(file);
  }

  async read(
    file: string,
    { front, hasFront, body, bodyLine }: FrontFile,
    fields: FrontFields,
  ): Promise<Made | SourceList | undefined> {
    const all = { ...this.#data.of(file), ...front };
    const stem = withoutEnding(file).slice(this.#root.length);
    const date = dateOf(file, fields.text('date'));
    const url = this.#urlOf(stem, all, date);
    const isMarkdown = /\.(?:md|markdown)$/.test(file);
    if (url !== undefined && /\.(?:xml|atom|rss)$/.test(url)) {
      if (!/sitemap/.test(url)) this.#feeds.push(url);
      return undefined;
    }
    if (isRecord(all.pagination)) this.#noteTagPages(file, all.pagination, all.permalink);
    if (url === undefined || /\.(?!html?$)\w+$/.test(url) || all.pagination !== undefined) return undefined;
    if (!isMarkdown && (!hasFront || /\{%-?\s*for\b/.test(body))) return undefined;
    const [first = ''] = stem.split('/');
    const language = this.#languages.has(first) ? first : undefined;
    const folders = folderOf(stem)
      .split('/')
      .slice(language === undefined ? 0 : 1);
    const tags = fields.list('tags');
    const isOne = tags.some((tag) => collections.test(tag)) || folders.some((folder) => collections.test(folder));
    const isStory = date !== undefined && (isOne || !/^(?:index|404)$/.test(stem));
    const sections = fields.list('sections');
    const title = fields.text('title') === undefined ? titleIn(body, isMarkdown) : undefined;
    const key = isRecord(front.eleventyNavigation) ? front.eleventyNavigation.key : undefined;
    const shown = title?.title ?? (fields.text('title') === undefined && typeof key === 'string' ? key : undefined);
    return {
      kind: isStory ? 'story' : 'page',
      urls: [
        url,
        // Servers give the first language without its name too.
        ...(language !== undefined && language === this.#first ? [url.replace(`/${language}/`, '/')] : []),
        ...fields.list('aliases').map((alias) => pathOf(alias)),
      ],
      slug: fields.text('slug') ?? fileSlug(stem),
      ...(date === undefined ? { published: undefined } : { published: { text: date } }),
      body: {
        format: isMarkdown ? 'markdown' : 'html',
        text: await withIncludes(title?.rest ?? body, file, this.#parts),
      },
      ...(shown !== undefined && { title: { format: 'markdown' as const, text: shown } }),
      ...(title && { place: { file, line: bodyLine + title.line } }),
      sections: (sections.length > 0 ? sections : isStory ? folders.slice(0, 1).filter(Boolean) : []).map((name) => ({
        name,
      })),
      tags: tags.filter((tag) => !collections.test(tag)).map((name) => ({ name })),
      ...(language !== undefined && {
        language,
        translationOf: fields.text('translation') ?? stem.slice(language.length + 1),
      }),
    };
  }

  lists({ tag: tags }: SeenNames): SourceList[] {
    const own = [...this.#tagPages].flatMap(([file, { alias, permalink }]) =>
      [...tags].flatMap((name): SourceList[] => {
        const url = fillPermalink(permalink, { values: { [alias]: name }, date: undefined });
        if (url === undefined) return [];
        return [{ kind: 'list', place: { file }, of: 'tag', named: { name }, urls: [url], feeds: [] }];
      }),
    );
    const feeds = [...new Set(this.#feeds)];
    return [{ kind: 'list', place: { file: this.#root }, of: 'all', urls: [], feeds }, ...own];
  }

  /** A file of which a page is made for each tag. */
  #noteTagPages(file: string, { data, alias }: Front, permalink: unknown): void {
    if (data === 'collections' && typeof alias === 'string' && typeof permalink === 'string')
      this.#tagPages.set(file, { alias, permalink });
  }

  /** Undefined: it has none. */
  #urlOf(stem: string, all: Front, date: string | undefined): string | undefined {
    const { permalink } = all;
    if (permalink === false || (typeof permalink === 'object' && permalink !== null)) return undefined;
    const values = {
      ...all,
      'page.fileSlug': fileSlug(stem),
      'page.filePathStem': filePathStem(stem),
      'page.inputPath': stem,
    };
    const own = typeof permalink === 'string' ? fillPermalink(permalink, { values, date }) : undefined;
    return own ?? addressOfPath(stem);
  }
}

/** Its first heading, without codes in it. */
function titleIn(body: string, isMarkdown: boolean): OwnTitle | undefined {
  const found = isMarkdown ? ownTitle(body) : undefined;
  const title = found?.title.replace(/\s*\{(?:%[^%]*%|\{[^{}]*\}|#[^#]*#)\}/g, '').trim();
  return found && title ? { ...found, title } : undefined;
}

/** Its own, or the first that stands in its path; `Last Modified` and the like are times of a disk. */
function dateOf(file: string, own: string | undefined): string | undefined {
  if (own !== undefined && !/^(?:git )?(?:last modified|created)$/i.test(own)) return own;
  return /\d{4}-\d{2}-\d{2}/.exec(file)?.[0] ?? datedName(nameOf(withoutEnding(file))).day;
}
