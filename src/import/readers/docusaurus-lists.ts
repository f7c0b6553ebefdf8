/** Lists and feeds that Docusaurus makes of texts, and addresses that it leads on. */
import type { SourceList } from '../source-story.ts';
import { nameOf, pathOf } from './addresses.ts';
import { type Config, textOption } from './docusaurus-config.ts';
import type { NamedPage } from './docusaurus-names.ts';
import type { Root } from './docusaurus-places.ts';
import { isRecord } from './front-matter.ts';

type Parts = { config: Config; roots: readonly Root[]; address(root: Pick<Root, 'base'>, path: string): string };
type Listed = { of: 'tag' | 'author'; root: Root; named: NamedPage; files: Set<string> };

export class DocusaurusLists {
  readonly #config: Config;
  readonly #roots: readonly Root[];
  readonly #address: Parts['address'];
  readonly #texts = new Map<Root, Set<string>>();
  readonly #listed = new Map<string, Listed>();
  readonly #docs = new Map<Root, Map<string, string>>();

  constructor({ config, roots, address }: Parts) {
    this.#config = config;
    this.#roots = roots;
    this.#address = address;
  }

  note(file: string, root: Root, { authors, tags }: { authors: NamedPage[]; tags: NamedPage[] }): void {
    added(this.#texts, root, () => new Set()).add(file);
    for (const [of, all] of [
      ['tag', tags],
      ['author', authors],
    ] as const)
      for (const named of all) {
        if (named.path === undefined) continue;
        const url = this.#address(root, pathOf(this.#below(root, of), named.path));
        added(this.#listed, url, () => ({ of, root, named, files: new Set() })).files.add(file);
      }
  }

  noteDoc(id: string, root: Root, url: string): void {
    added(this.#docs, root, () => new Map()).set(id, url);
  }

  /** A blog is a section, by the name in its address. */
  sectionOf({ plugin }: Root): { id: string } {
    return { id: nameOf(textOption(plugin.options, 'routeBasePath', 'blog').replace(/\/$/, '')) || 'blog' };
  }

  all(): SourceList[] {
    const blogs = this.#roots.filter(({ kind }) => kind === 'blog');
    return [
      ...blogs.filter((root) => this.#texts.has(root.original ?? root)).map((root) => this.#listOf(root)),
      ...[...this.#listed].map(([url, { of, root, named, files }]): SourceList => {
        const { path: _, ...own } = named;
        return { ...this.#common(root), of, named: own, urls: this.#pages(root, url, files.size), feeds: [] };
      }),
      ...this.#led(),
    ];
  }

  #common({ folder, language }: Root): Pick<SourceList, 'kind' | 'place' | 'language'> {
    return { kind: 'list', place: { file: folder }, ...(language !== undefined && { language }) };
  }

  #listOf(root: Root): SourceList {
    const { options } = root.plugin;
    const { type = ['rss', 'atom'] } = isRecord(options.feedOptions) ? options.feedOptions : {};
    const types = type === 'all' ? ['rss', 'atom', 'json'] : [type].flat().map(String);
    const texts = this.#texts.get(root) ?? this.#texts.get(root.original ?? root);
    const others = [
      textOption(options, 'archiveBasePath', 'archive'),
      this.#below(root, 'tag'),
      this.#below(root, 'author'),
    ];
    return {
      ...this.#common(root),
      ...{ of: 'section', named: this.sectionOf(root) },
      urls: [
        ...this.#pages(root, this.#address(root, ''), texts?.size ?? 0),
        ...others.map((path) => this.#address(root, path)),
      ],
      feeds: types.map((each) => pathOf(root.base, each === 'json' ? 'feed.json' : `${each}.xml`)),
    };
  }

  #below({ plugin: { options } }: Root, of: 'tag' | 'author'): string {
    return of === 'tag'
      ? textOption(options, 'tagsBasePath', 'tags')
      : pathOf(textOption(options, 'authorsBasePath', 'authors'));
  }

  /** A list with the addresses of its later pages. */
  #pages({ kind, plugin: { options } }: Root, url: string, texts: number): string[] {
    const each =
      typeof options.postsPerPage === 'number' ? options.postsPerPage : options.postsPerPage === 'ALL' ? texts : 10;
    const count = kind === 'blog' ? Math.ceil(texts / Math.max(1, each)) : 1;
    const below = textOption(options, 'pageBasePath', 'page');
    const later = Array.from({ length: Math.max(0, count - 1) }, (_, index) =>
      this.#address({ base: url }, pathOf(below, String(index + 2))),
    );
    return [url, ...later].filter((one) => one !== '/');
  }

  /** What the plugin for redirects leads on. */
  #led(): SourceList[] {
    const said = [this.#config.redirects.redirects ?? []].flat().filter(isRecord);
    const base = { base: textOption(this.#config.settings, 'baseUrl', '/') };
    return said.flatMap(({ from, to }): SourceList[] => {
      if (typeof to !== 'string') return [];
      const urls = [from].flat().filter((each): each is string => typeof each === 'string');
      return [
        {
          ...{ kind: 'list', place: { file: this.#config.file }, of: 'all', feeds: [] },
          urls: urls.map((each) => pathOf(base.base, each)),
          to: /^https?:/.test(to) ? to : pathOf(base.base, to),
        },
      ];
    });
  }
}

function added<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
