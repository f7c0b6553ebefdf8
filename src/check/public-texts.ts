/** Whether words that are an unpublished story’s headline are also those of a text that readers may see. Asked of each that was found. */
import type { Catalog } from '../catalog/catalog.ts';
import { states } from '../catalog/tables/articles.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import { layersOf } from '../content/written-text.ts';
import { MachineryError, SourceChanged } from '../errors.ts';
import { openSource } from '../source/git-source.ts';
import type { Source } from '../source/source.ts';
import { Phrases } from './phrases.ts';

export class PublicTexts {
  readonly #catalog: Catalog;
  readonly #content: string;
  readonly #known = new Map<string, boolean>();
  #source: Promise<Source> | undefined;

  /** `content`: the folder that the catalog was built from. */
  constructor(catalog: Catalog, content: string) {
    this.#catalog = catalog;
    this.#content = content;
  }

  /** `stories`: those whose texts a built file may show, as it names their addresses. `page`: the last name of its own. */
  async say(
    words: readonly string[],
    { stories, page }: { stories: Iterable<string>; page: string },
  ): Promise<boolean> {
    return this.#isInCatalog(words) || this.#isInFiles(words, this.#filesShown(stories, page));
  }

  /** What stories say beside their text, and what all other files say. */
  #isInCatalog(words: readonly string[]): boolean {
    const key = words.join(' ');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const isThere = [this.#catalog.articles.publicValues(), this.#otherValues()].some((values) => says(values, words));
    this.#known.set(key, isThere);
    return isThere;
  }

  *#otherValues(): Generator<string, undefined> {
    const { records, articles } = this.#catalog;
    for (const { path, value } of records.like('*')) if (/\.(?:md|yaml)$/.test(path) && value !== null) yield value;
    for (const { state, value } of articles.unpublished())
      if (state === states.withdrawn) yield JSON.stringify(JSON.parse(value).withdrawn ?? '');
  }

  #filesShown(stories: Iterable<string>, page: string): CatalogFile[] {
    const { articles, files } = this.#catalog;
    const paths = [...stories].flatMap((story) =>
      articles.statesOf(story).flatMap(({ path, state }) => (state === states.public ? [path] : [])),
    );
    const undated = ['pages', 'topics'].flatMap((folder) => files.pathsLike(`${folder}/${page}.*`));
    return [...paths, ...undated, ...files.pathsLike('notices/*')].flatMap((path) => files.at(path) ?? []);
  }

  /** Files that are not as they were when the site was built prove nothing. */
  async #isInFiles(words: readonly string[], files: readonly CatalogFile[]): Promise<boolean> {
    try {
      this.#source ??= openSource(this.#content);
      const bytes = (await this.#source).read(files);
      return says(
        [...bytes.values()].map((each) => new TextDecoder().decode(each)),
        words,
      );
    } catch (error) {
      if (error instanceof MachineryError || error instanceof SourceChanged) return false;
      throw error;
    }
  }
}

function says(texts: Iterable<string>, words: readonly string[]): boolean {
  const phrase = new Phrases<true>();
  phrase.add(words, true);
  for (const text of texts) if (phrase.in(layersOf(text).at(-1)?.text ?? text).length > 0) return true;
  return false;
}
