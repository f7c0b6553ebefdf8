/** A folder of pages of HTML, as a program made them or somebody wrote them: their paths are their addresses. */
import type { Input, SourceList, SourceSite } from '../source-story.ts';
import { readTree } from '../text/tree.ts';
import { dayInPath, folderOf, nameOf, pathOf, withoutEnding } from './addresses.ts';
import type { Made, Opened, Program } from './folder-reader.ts';
import type { FrontFile } from './front-matter.ts';
import { languageFolders } from './language-folders.ts';
import { pageFacts } from './page-facts.ts';
import { pathOfAddress } from './site-paths.ts';

const page = /\.(?:x?html?)$/;

export const htmlPages: Program = {
  name: 'HTML',
  isAny: true,
  async recognise({ files }) {
    const count = pagesIn(files).length;
    return count === 0 ? undefined : `its ${count.toLocaleString('en')} HTML ${count === 1 ? 'page' : 'pages'}`;
  },
  async open(input) {
    const aliases = new Map<string, string[]>();
    const stubs = new Set<string>();
    let origin: string | undefined;
    for (const file of pagesIn(input.files)) {
      const head = ((await input.read(file)) ?? '').slice(0, 4000);
      const address = /<link\b[^>]*\brel=["']?canonical["']?[^>]*>/i.exec(head)?.[0];
      origin ??= URL.parse(/\bhref=["']?([^"'\s>]+)/i.exec(address ?? '')?.[1] ?? '')?.origin;
      const to = /<meta\b[^>]*http-equiv=["']?refresh["']?[^>]*\burl=\s*["']?([^"'\s>]+)/i.exec(head)?.[1];
      const path = to === undefined ? undefined : pathOfAddress(new URL(to, `http://none.invalid/${file}`).href);
      if (path === undefined) continue;
      stubs.add(file);
      aliases.set(pathOf(path), [...(aliases.get(pathOf(path)) ?? []), pathOf(file)]);
    }
    return new PageFolder(input, { aliases, stubs, origin });
  },
};

function pagesIn(files: readonly string[]): string[] {
  return files.filter((file) => page.test(file) && !/(?:^|\/)(?:404|50x|google[\da-f]{8,})\.html?$/.test(file));
}

type Found = { aliases: ReadonlyMap<string, string[]>; stubs: ReadonlySet<string>; origin: string | undefined };

class PageFolder implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #aliases: ReadonlyMap<string, string[]>;
  readonly #languages: ReadonlySet<string>;

  constructor({ files }: Input, { aliases, stubs, origin }: Found) {
    this.files = pagesIn(files).filter((file) => !stubs.has(file));
    this.#aliases = aliases;
    this.#languages = languageFolders(this.files, '');
    this.site = {
      ...(origin && /^https?:/.test(origin) && { url: origin }),
      ...(this.#languages.size > 0 && { languages: [...this.#languages] }),
    };
  }

  read(file: string, { body, hasFront }: FrontFile): Made | SourceList | undefined {
    if (hasFront) return undefined;
    const facts = pageFacts(readTree(body));
    const url = pathOf(file);
    const urls = [url, ...(this.#aliases.get(url) ?? [])];
    if (facts.isList) return { kind: 'list', place: { file }, of: 'all', urls, feeds: [] };
    const date = facts.published ?? dayInPath(file);
    const [first = ''] = file.split('/');
    const named = (names: readonly string[]) => names.map((name) => ({ name }));
    const language = this.#languages.has(first) ? first : /<html\b[^>]*\blang=["']?([\w-]+)/i.exec(body)?.[1];
    const [folder] = folderOf(file)
      .split('/')
      .filter((each) => each !== '' && each !== language && !/^[\d-]+$/.test(each));
    const stem = withoutEnding(file);
    return {
      kind: date === undefined ? 'page' : 'story',
      urls,
      slug: nameOf(stem) === 'index' ? nameOf(folderOf(stem)) : nameOf(stem),
      title: { format: 'plain', text: facts.title },
      ...(facts.summary && { summary: { format: 'plain', text: facts.summary } }),
      ...(date && { published: { text: date } }),
      ...(facts.updated && { updated: { text: facts.updated } }),
      authors: named(facts.authors),
      sections:
        facts.sections.length > 0 ? named(facts.sections) : date && folder !== undefined ? [{ id: folder }] : [],
      tags: named(facts.tags),
      ...(language !== undefined && { language }),
      ...(this.#languages.has(first) && { translationOf: file.slice(first.length + 1) }),
      ...(facts.image && { lead: { src: facts.image } }),
      ...(facts.noindex && { noindex: true }),
      body: { format: 'page', text: body },
    };
  }

  lists(): SourceList[] {
    return [];
  }
}
