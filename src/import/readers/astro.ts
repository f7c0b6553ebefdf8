/** Astro: collections of texts in Markdown and MDX, and pages of `src/pages/`. Its code is not run. */
import type { Input, Named, SourceList, SourceSite } from '../source-story.ts';
import { datedName, dayInPath, nameOf, pathOf, urlName, withoutEnding } from './addresses.ts';
import { type Collection, collectionsOf } from './astro-routes.ts';
import type { Made, Opened, Program, SeenNames } from './folder-reader.ts';
import { type FrontFields, peopleIn } from './front-fields.ts';
import { type Front, type FrontFile, readFrontFile, readSettings } from './front-matter.ts';
import { languageFolders } from './language-folders.ts';

const configs = ['mjs', 'ts', 'js', 'mts', 'cjs'].map((ending) => `astro.config.${ending}`);
const text = /\.(?:md|mdx|mdoc)$/;

export const astro: Program = {
  name: 'Astro',
  async recognise({ files, read }) {
    const config = configs.find((name) => files.includes(name));
    if (config !== undefined) return `its ${config}`;
    const isPackage = /"astro"\s*:/.test((await read('package.json')) ?? '');
    return isPackage && files.some((file) => /^src\/(?:content|pages)\/.*\.mdx?$/.test(file))
      ? 'the package astro in its package.json and its folder src/'
      : undefined;
  },
  async open(input) {
    const config = configs.find((name) => input.files.includes(name));
    const code = (config && (await input.read(config))) ?? '';
    const collections = await collectionsOf(input);
    return new AstroSite({ input, code, collections, people: await peopleOf(input, collections) });
  },
};

/** Names of people by the names of their files: texts name them by these. */
async function peopleOf(input: Input, collections: readonly Collection[]): Promise<ReadonlyMap<string, string>> {
  const people = new Map<string, string>();
  for (const { folder } of collectionsOfPeople(input, collections))
    for (const file of input.files.filter((each) => each.startsWith(`${folder}/`))) {
      const written = (await input.read(file)) ?? '';
      const front: Front = text.test(file) ? readFrontFile(written).front : (readSettings(file, written) ?? {});
      const name = front.name ?? front.title;
      if (typeof name === 'string') people.set(nameOf(withoutEnding(file)), name);
    }
  return people;
}

const peopleNames = /^(?:authors?|people|team|persons?|contributors)$/i;

function collectionsOfPeople({ files }: Input, collections: readonly Collection[]): Pick<Collection, 'folder'>[] {
  const others = files
    .map((file) => /^src\/content\/[^/]+(?=\/[^/]+\.(?:json|ya?ml)$)/.exec(file)?.[0])
    .filter((folder) => folder !== undefined && peopleNames.test(nameOf(folder)));
  const known = collections.filter(({ name }) => peopleNames.test(name)).map(({ folder }) => folder);
  return [...new Set([...known, ...(others as string[])])].map((folder) => ({ folder }));
}

type Parts = { input: Input; code: string; collections: readonly Collection[]; people: ReadonlyMap<string, string> };

class AstroSite implements Opened {
  readonly site: SourceSite;
  readonly files: readonly string[];
  readonly #collections: readonly Collection[];
  readonly #people: ReadonlyMap<string, string>;
  readonly #languages = new Map<string, ReadonlySet<string>>();
  readonly #base: string;
  readonly #ending: string;

  constructor({ input, code, collections, people }: Parts) {
    this.#collections = collections.filter(({ name }) => !peopleNames.test(name));
    this.#people = people;
    const roots = ['src/pages', ...this.#collections.map(({ folder }) => folder)];
    this.files = input.files.filter(
      (file) => text.test(file) && !/(?:^|\/)_/.test(file) && roots.some((root) => file.startsWith(`${root}/`)),
    );
    for (const root of roots) this.#languages.set(root, languageFolders(this.files, root));
    const url = /\bsite\s*[:=][^\n]*?["'`](https?:\/\/[^"'`$]+)["'`]/.exec(code)?.[1];
    this.#base = /\bbase\s*:\s*["'`]([^"'`$]+)["'`]/.exec(code)?.[1] ?? '';
    this.#ending = /\bformat\s*:\s*["'`]file["'`]/.test(code)
      ? '.html'
      : /\btrailingSlash\s*:\s*["'`]never["'`]/.test(code)
        ? ''
        : '/';
    const first = /\bdefaultLocale\s*:\s*["'`]([\w-]+)["'`]/.exec(code)?.[1];
    const languages = [...(first ? [first] : []), ...[...this.#languages.values()].flatMap((each) => [...each])];
    this.site = { ...(url && { url }), ...(languages.length > 0 && { languages: [...new Set(languages)] }) };
  }

  read(file: string, { front }: FrontFile, fields: FrontFields): Made | SourceList | undefined {
    const collection = this.#collections.find(({ folder }) => file.startsWith(`${folder}/`));
    const root = collection?.folder ?? 'src/pages';
    const path = withoutEnding(file).slice(root.length + 1);
    const [first = ''] = path.split('/');
    const language = this.#languages.get(root)?.has(first) ? first : undefined;
    const own = language === undefined ? path : path.slice(language.length + 1);
    const stem = own.replace(/(?:^|\/)index$/, '');
    const slug = typeof front.slug === 'string' ? front.slug : undefined;
    const date = fields.text('date') ?? datedName(nameOf(stem)).day ?? dayInPath(own);
    const isStory = date !== undefined;
    const sections = fields.list('sections');
    return {
      kind: isStory ? 'story' : 'page',
      urls: [
        this.#urlOf({ collection, stem, language, slug }),
        ...fields.list('aliases').map((alias) => pathOf(alias)),
      ],
      slug: nameOf(slug ?? datedName(nameOf(stem)).slug) || 'index',
      ...(date !== undefined && { published: { text: date } }),
      authors: peopleIn(fields.list('authors')).map((each) => this.#person(each)),
      ...(isStory && sections.length === 0 && collection && { sections: [{ id: collection.name }] }),
      ...(language !== undefined && { language, translationOf: `${root}/${own}` }),
    };
  }

  lists({ section }: SeenNames): SourceList[] {
    const place = { file: 'src' };
    const of = this.#collections.filter(({ name }) => section.has(name));
    return [
      { kind: 'list', place, of: 'all', urls: [], feeds: [pathOf(this.#base, 'rss.xml')] },
      ...of.map(
        ({ name, route }): SourceList => ({
          ...{ kind: 'list', place, of: 'section', named: { id: name }, feeds: [] },
          urls: [pathOf(this.#base, route ?? name, this.#ending)].filter((url) => url !== '/'),
        }),
      ),
    ];
  }

  #person(written: string): Named {
    const name = this.#people.get(written);
    return name === undefined ? { name: written } : { id: written, name };
  }

  #urlOf({
    collection,
    stem,
    language,
    slug,
  }: {
    collection: Collection | undefined;
    stem: string;
    language: string | undefined;
    slug: string | undefined;
  }): string {
    const named = collection ? (slug ?? stem.split('/').map(urlName).join('/')) : stem;
    const below = collection ? (collection.route ?? collection.name) : '';
    const path = pathOf(this.#base, language ?? '', below, named);
    return path === '/' ? path : `${path.replace(/\/$/, '')}${this.#ending}`;
  }
}
