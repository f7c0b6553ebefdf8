/** Docusaurus: documentation in versions, blogs and pages, in folders that its settings name. These are read for plain values, and not run. */
import { matchesGlob } from 'node:path';
import type { Input, SourceList, SourceRemark, SourceSite } from '../source-story.ts';
import { nameOf, pathOf, withoutEnding } from './addresses.ts';
import { type Config, configFile, type Plugin, readConfig, siteFolder, textOption } from './docusaurus-config.ts';
import { DocusaurusLists } from './docusaurus-lists.ts';
import { DocusaurusNames } from './docusaurus-names.ts';
import { dayOfBlog, docId, isoDay, type Root, rootsOf, slugOf, withoutNumbers } from './docusaurus-places.ts';
import type { Made, Opened, Program } from './folder-reader.ts';
import type { FrontFields } from './front-fields.ts';
import { type Front, type FrontFile, isRecord, readData, readFrontFile } from './front-matter.ts';
import { ownTitle } from './markdown-title.ts';
import type { Menu } from './menus.ts';

const text = /\.mdx?$/;
/** What is imported by others, and what tests them. */
const isPart = /(?:^|\/)(?:_|__tests__\/)|\.test\.\w+$/;

export const docusaurus: Program = {
  name: 'Docusaurus',
  async recognise({ files }) {
    const config = configFile(files);
    return config && `its ${config}`;
  },
  async open(input) {
    const config = await readConfig(input, configFile(input.files) ?? 'docusaurus.config.js');
    const versions = new Map<Plugin, string[]>();
    for (const plugin of config.plugins) {
      const file = siteFolder(config, `${plugin.id === 'default' ? '' : `${plugin.id}_`}versions.json`) ?? '';
      const listed = readData(file, await input.read(file));
      if (Array.isArray(listed)) versions.set(plugin, listed.map(String));
    }
    const roots = rootsOf(config, versions);
    const names = await DocusaurusNames.read(input, roots);
    const site = new DocusaurusSite({ input, config, roots, names });
    await site.readMenus(input);
    return site;
  },
};

type Parts = { input: Input; config: Config; roots: readonly Root[]; names: DocusaurusNames };

class DocusaurusSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly folder: string;
  readonly remarks: readonly SourceRemark[];
  menus: readonly Menu[] = [];
  readonly #input: Input;
  readonly #config: Config;
  readonly #roots: readonly Root[];
  readonly #names: DocusaurusNames;
  readonly #all: ReadonlySet<string>;
  readonly #lists: DocusaurusLists;

  constructor({ input, config, roots, names }: Parts) {
    this.#input = input;
    this.#config = config;
    // One folder may be within another.
    this.#roots = roots.toSorted((a, b) => b.folder.length - a.folder.length);
    this.#names = names;
    this.folder = config.folder;
    this.#all = new Set(input.files);
    this.files = input.files.filter((file) => text.test(file) && this.#isPublic(file));
    this.#lists = new DocusaurusLists({ config, roots, address: (root, path) => this.#address(root, path) });
    const { title, tagline, url } = config.settings;
    this.site = {
      ...(typeof title === 'string' && { title }),
      ...(typeof tagline === 'string' && tagline !== '' && { description: tagline }),
      ...(typeof url === 'string' && /^https?:\/\//.test(url) && { url }),
      ...(config.locales.length > 0 && { languages: config.locales }),
    };
    this.remarks = [...this.#outside(), ...this.#programs()];
  }

  async read(file: string, { front, body, bodyLine }: FrontFile, fields: FrontFields): Promise<Made | undefined> {
    const root = this.#rootOf(file);
    if (!root) return undefined;
    const path = file.slice(root.folder.length + 1);
    const slug = slugOf({ root, path, front });
    const { day, text: name } = dayOfBlog(withoutEnding(path));
    const isBlog = root.kind === 'blog';
    const date = isBlog
      ? (fields.text('date') ?? (day === undefined ? await this.#input.firstCommitted?.(file) : isoDay(day)))
      : undefined;
    const title = ownTitle(body);
    const said = fields.text('title');
    const shown =
      (isBlog ? (said ?? title?.title) : (title?.title ?? said)) ||
      (isBlog ? name : nameOf(docId({ root, path, front })));
    const language = root.language ?? root.original?.language;
    const authors = isBlog ? this.#names.authorsOf(front, root) : [];
    const tags = this.#names.tagsOf(front, root);
    this.#lists.note(file, root, { authors, tags });
    if (root.kind === 'docs') this.#lists.noteDoc(docId({ root, path, front }), root, this.#address(root, slug));
    return {
      kind: date === undefined ? 'page' : 'story',
      urls: this.#urlsOf(root, path, slug),
      ...(nameOf(slug) !== '' && { slug: nameOf(slug) }),
      title: { format: 'markdown', text: shown },
      ...{ authors, tags, ...(date === undefined ? { published: undefined } : { published: { text: date } }) },
      ...(date !== undefined && { sections: [this.#lists.sectionOf(root)] }),
      ...(language !== undefined && { language }),
      ...(this.#config.locales.length > 1 && { translationOf: `${(root.original ?? root).folder}/${path}` }),
      ...(front.unlisted === true && { noindex: true }),
      body: { format: this.#formatOf(file, front), text: title?.rest ?? body },
      place: { file, line: bodyLine + (title?.line ?? 0) },
    };
  }

  lists(): SourceList[] {
    return this.#lists.all();
  }

  /** Links of the bar and of the foot of all pages. */
  async readMenus(input: Input): Promise<void> {
    const theme = this.#config.settings.themeConfig;
    if (!isRecord(theme)) return;
    for (const each of [theme.navbar, theme.footer].filter(isRecord))
      this.menus = [...this.menus, { value: await this.#linksIn(each.items ?? each.links, input) }];
  }

  async #linksIn(entries: unknown, input: Input): Promise<Front[]> {
    const links: Front[] = [];
    for (const each of [entries].flat().filter(isRecord)) {
      const doc =
        typeof each.docId === 'string' ? await this.#urlOfDoc(each.docId, each.docsPluginId, input) : undefined;
      const to = typeof each.to === 'string' ? each.to : undefined;
      const url = to === undefined || /^https?:/.test(to) ? to : pathOf(this.#baseUrl, to.replace(this.#baseUrl, '/'));
      links.push({
        label: each.label,
        url: url ?? doc ?? each.href,
        below: await this.#linksIn(each.items ?? [], input),
      });
    }
    return links;
  }

  async #urlOfDoc(id: string, plugin: unknown, { read }: Input): Promise<string | undefined> {
    const own = typeof plugin === 'string' ? plugin : 'default';
    const roots = this.#roots.filter((each) => each.kind === 'docs' && each.plugin.id === own && !each.original);
    const root = roots.toSorted((a, b) => a.base.length - b.base.length)[0]; // no version is named in that of the newest
    if (!root) return undefined;
    const path = (file: string) => file.slice(root.folder.length + 1);
    const isDoc = (file: string) =>
      file.startsWith(`${root.folder}/`) && withoutNumbers(withoutEnding(path(file))) === id;
    const file = this.files.find(isDoc);
    if (file === undefined) return this.#address(root, id);
    const { front } = readFrontFile((await read(file)) ?? '');
    return this.#address(root, slugOf({ root, path: path(file), front }));
  }

  get #baseUrl(): string {
    return textOption(this.#config.settings, 'baseUrl', '/');
  }

  #rootOf(file: string): Root | undefined {
    return this.#roots.find(({ folder }) => file.startsWith(`${folder}/`));
  }

  #isPublic(file: string): boolean {
    const root = this.#rootOf(file);
    if (!root) return false;
    const path = file.slice(root.folder.length + 1);
    const patterns = [root.plugin.options.exclude].flat().filter((each) => typeof each === 'string');
    if (isPart.test(path) || patterns.some((each) => matchesGlob(path, each))) return false;
    // Of a site’s first language, too, a folder of translations may have another text.
    return !this.#roots.some(
      (each) => each.original === root && each.base === root.base && this.#all.has(`${each.folder}/${path}`),
    );
  }

  /** With those in other languages, where readers were given it as long as it had no translation. */
  #urlsOf(root: Root, path: string, slug: string): string[] {
    const untranslated = this.#roots.filter(
      (each) => each.original === root && each.base !== root.base && !this.#all.has(`${each.folder}/${path}`),
    );
    const urls = [root, ...untranslated].map((each) => this.#address(each, slug));
    return urls.flatMap((url) => [url, ...this.#endings.map((ending) => `${url.replace(/\/$/, '')}.${ending}`)]);
  }

  /** Endings that addresses had before, as the plugin for redirects says. */
  get #endings(): string[] {
    return [this.#config.redirects.fromExtensions].flat().filter((each): each is string => typeof each === 'string');
  }

  #address({ base }: Pick<Root, 'base'>, path: string): string {
    const url = pathOf(base, path).replace(/(?<=.)\/$/, '');
    return this.#config.settings.trailingSlash === true && url !== '/' ? `${url}/` : url;
  }

  /** All of its Markdown is MDX, unless it is said otherwise. */
  #formatOf(file: string, front: Front): 'mdx' | 'markdown' {
    const { markdown } = this.#config.settings;
    const said = [isRecord(front.mdx) && front.mdx.format, isRecord(markdown) && markdown.format].find(Boolean);
    return said === 'md' || (said === 'detect' && !/\.mdx$/.test(file)) ? 'markdown' : 'mdx';
  }

  #outside(): SourceRemark[] {
    const place = { file: this.#config.file };
    return this.#config.plugins.flatMap(({ options }) =>
      typeof options.path === 'string' && siteFolder(this.#config, options.path) === undefined
        ? [{ place, what: `Texts are in ${options.path}, outside of this folder: import the folder that has both.` }]
        : [],
    );
  }

  #programs(): SourceRemark[] {
    return this.#input.files.flatMap((file) => {
      const root = /\.[jt]sx?$/.test(file) ? this.#rootOf(file) : undefined;
      const path = root && file.slice(root.folder.length + 1);
      if (root?.kind !== 'pages' || path === undefined || isPart.test(path) || /\.d\.ts$/.test(path)) return [];
      const url = this.#address(root, slugOf({ root, path, front: {} }));
      return [
        { place: { file }, what: `It is a program, which is not run: what readers saw at ${url} does not come along.` },
      ];
    });
  }
}
