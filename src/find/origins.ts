/** From which files of the newsroom what stands on the site has come, as far as addresses and the forms of names tell. */
import { documentUrl } from '../content/documents.ts';
import { pathOnSite } from '../content/links.ts';
import { defaultLanguage } from '../content/names.ts';
import { type ContentPath, contentPath } from '../content/paths.ts';
import { isPublicPath, publicUrl } from '../content/public-files.ts';
import type { Site } from '../content/site.ts';
import { articleUrl, authorUrl, pageUrl, seriesUrl, topicUrl } from '../content/urls.ts';
import { modes } from '../source/source.ts';
import type { BuiltFile } from './built-files.ts';
import type { FileWithName } from './newsroom-files.ts';

/** `unexplained`: forms that no file of the newsroom has. */
export type Origin = { from: FileWithName[]; unexplained: string[] };

/** Of a file of the site that names no file’s address, so many that may be meant: of those that readers have, if there are some. */
const mostGuesses = 3;

export class Origins {
  readonly #site: Site;
  readonly #isBuilt: (url: string) => boolean;
  readonly #byUrl = new Map<string, FileWithName[]>();
  readonly #byKey = new Map<string, FileWithName[]>();
  /** What they say may stand on any page; in feeds and other files only what nothing else explains is theirs. */
  readonly #everywhere: FileWithName[] = [];

  constructor(files: readonly FileWithName[], site: Site, isBuilt: (url: string) => boolean) {
    this.#site = site;
    this.#isBuilt = isBuilt;
    for (const file of files) {
      const urls = urlsOf(file, site);
      if (!urls) this.#everywhere.push(file);
      for (const url of urls ?? []) push(this.#byUrl, url, file);
      for (const key of file.keys) push(this.#byKey, key, file);
    }
  }

  of({ url, forms, names }: Pick<BuiltFile, 'url' | 'forms' | 'names'>): Origin {
    const onPages = /\/$|\.html$/.test(url) ? this.#everywhere : [];
    const likely = new Set([...this.#filesOf(url, names), ...onPages]);
    const from = new Set([...likely].filter(({ keys }) => [...forms.keys()].some((key) => keys.has(key))));
    const unexplained: string[] = [];
    for (const [key, form] of forms) {
      if ([...from].some(({ keys }) => keys.has(key))) continue;
      const others = this.#byKey.get(key) ?? [];
      const shown = others.filter((file) => urlsOf(file, this.#site)?.some(this.#isBuilt) ?? true);
      for (const file of (shown.length > 0 ? shown : others).slice(0, mostGuesses)) from.add(file);
      if (others.length === 0) unexplained.push(form);
    }
    return { from: [...from], unexplained };
  }

  /** Those of the address, of an address above it, and of all addresses that stand in it. */
  *#filesOf(url: string, names: Iterable<string>): Iterable<FileWithName> {
    const parts = url.split('/');
    for (let length = parts.length; length > 1; length--) {
      const above = parts.slice(0, length).join('/');
      yield* this.#byUrl.get(above) ?? [];
      yield* this.#byUrl.get(`${above}/`) ?? [];
    }
    for (const name of names) yield* this.#byUrl.get(pathOnSite(name, this.#site) ?? '') ?? [];
  }
}

function push(map: Map<string, FileWithName[]>, key: string, file: FileWithName): void {
  const files = map.get(key);
  if (files) files.push(file);
  else map.set(key, [file]);
}

/** Where what the file says is found, or linked to; none of one that is not shown; undefined of one that stands on many pages without a link. */
function urlsOf({ path }: FileWithName, site: Site): string[] | undefined {
  if (path?.endsWith('/')) return isPublicPath(path) ? [publicUrl(path)] : [];
  const content = path === undefined ? undefined : contentPath(path, modes.file);
  if (!content || 'code' in content) return path === undefined ? undefined : [];
  return urlsOfContent(content, site);
}

function urlsOfContent(content: ContentPath, site: Site): string[] | undefined {
  const language = 'language' in content ? content.language : undefined;
  const languages = language === undefined ? site.languages : [language];
  switch (content.kind) {
    case 'article':
      return [articleUrl(content.story, language ?? defaultLanguage(site), site)];
    case 'document':
      return [documentUrl(content.path)];
    case 'picture':
    case 'portrait':
    case 'front':
      return [];
    case 'author':
      return site.languages.map((each) => authorUrl(content.id, each, site));
    case 'topic':
      return languages.flatMap((each) => [topicUrl(content.id, each, site), seriesUrl(content.id, each, site)]);
    case 'page':
      return languages.map((each) => pageUrl(content.id, each, site));
    case 'public-file':
      return [publicUrl(content.path)];
    default:
      return undefined;
  }
}
