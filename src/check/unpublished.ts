/**
 * What the catalog knows of stories that nobody may see, or nobody any more. Addresses and pictures of a built file are looked
 * up, however many such stories there are; headlines and names of files are searched for.
 */
import type { Catalog } from '../catalog/catalog.ts';
import { articlePath } from '../catalog/catalog.ts';
import { unpackArticle } from '../catalog/packed.ts';
import { states } from '../catalog/tables/articles.ts';
import type { ClaimedAddress } from '../catalog/tables/claims.ts';
import type { Article } from '../content/article.ts';
import { documentUrl } from '../content/documents.ts';
import type { Language } from '../content/names.ts';
import { isPictureName } from '../content/picture-names.ts';
import { pictureStem } from '../content/pictures.ts';
import type { Site } from '../content/site.ts';
import { fileKey } from '../content/story-files.ts';
import { articleUrl } from '../content/urls.ts';
import { layersOf } from '../content/written-text.ts';
import { Phrases, wordsOf } from './phrases.ts';

/** `path`: the file of the story, below the content folder. Of a name, the file that has it. */
export type Phrase = { is: 'headline' | 'name'; path: string; text: string; words: readonly string[] };

/** An address of a story as it stands in a text; without a language, the story as such. `file`: what follows it. */
export type StoryAddress = { story: string; language?: Language; file?: string };

export class Unpublished {
  readonly #catalog: Catalog;
  readonly #stories: readonly { path: string; state: number; article: Article }[];
  #phrases: Phrases<Phrase> | undefined;
  #oldAddresses: readonly ClaimedAddress[] | undefined;

  constructor(catalog: Catalog) {
    this.#catalog = catalog;
    this.#stories = catalog.articles
      .unpublished()
      .map(({ path, state, value }) => ({ path, state, article: unpackArticle(value, path) }));
  }

  /** How many there are. */
  get count(): number {
    return this.#stories.length;
  }

  get site(): Site {
    return this.#catalog.site;
  }

  /** Why readers do not see a story, as a sentence goes on after “it is”. */
  why(path: string): string {
    const folder = path.replace(/\/[^/]*$/, '');
    const story = this.#stories.find((each) => each.path === path || each.path.startsWith(`${folder}.`));
    if (!story) return 'not public';
    if (story.state === states.withdrawn) return 'withdrawn';
    return story.article.draft ? 'a draft' : 'embargoed';
  }

  /** What their headlines and files are called, as far as nothing else is called so by chance. */
  get phrases(): Phrases<Phrase> {
    if (this.#phrases) return this.#phrases;
    const phrases = new Phrases<Phrase>();
    const add = (phrase: Omit<Phrase, 'words'>) => {
      const words = wordsOf(layersOf(phrase.text).at(-1)?.text ?? '');
      if (phrase.is === 'headline' ? isTelling(words) : isTellingName(words)) phrases.add(words, { ...phrase, words });
    };
    for (const { path, article } of this.#stories) {
      const { title, titles, story } = article;
      for (const text of new Set([title, ...Object.values(titles ?? {})])) add({ is: 'headline', path, text });
      const beside = this.#catalog.files.pathsIn(`articles/${story}/`);
      if (beside.length === 0 || this.#isShown(story)) continue;
      for (const file of beside) add({ is: 'name', path: file, text: file.slice(file.lastIndexOf('/') + 1) });
    }
    this.#phrases = phrases;
    return phrases;
  }

  /** Old addresses of stories that are hidden, at which nothing else answers. */
  get oldAddresses(): readonly ClaimedAddress[] {
    this.#oldAddresses ??= this.#catalog.claims
      .hidden()
      .filter(({ address }) => this.#catalog.routes.at(address) === undefined);
    return this.#oldAddresses;
  }

  /** The file of an unpublished story that an address gives away. */
  fileAt({ story, language, file }: StoryAddress): string | undefined {
    const rows = this.#catalog.articles.statesOf(story);
    if (rows.length === 0) return undefined;
    if (file?.endsWith('.md')) return rows.find(({ path, state }) => path === file && state === states.hidden)?.path;
    const beside = file === undefined ? undefined : this.#fileBeside(story, file);
    if (beside) return beside.isShown ? undefined : beside.path;
    const path = language && articlePath(story, language, this.site);
    if (language && this.#catalog.routes.at(articleUrl(story, language, this.site)) !== undefined) return undefined;
    const hidden = rows.filter(({ state }) => state === states.hidden);
    return (hidden.find((each) => each.path === path) ?? (hidden.length === rows.length ? hidden[0] : undefined))?.path;
  }

  /** The file of the picture whose blob begins so, if no story shows it. */
  pictureWith(blob: string): string | undefined {
    if (this.#catalog.routes.isThereBelow(`/assets/${blob}`)) return undefined;
    const path = this.#catalog.files.pictureLike(blob)?.path;
    return path === undefined || this.#isShown(storyOfFile(path)) ? undefined : path;
  }

  /** Whether a file elsewhere has the same name. */
  isNameOfOthers({ path, text }: Pick<Phrase, 'path' | 'text'>): boolean {
    const name = fileKey(text).replace(/[[\]*?]/g, '?');
    return this.#catalog.files.keyedLike(`*/${name}`).some((each) => each !== path && this.#isPublicFile(each));
  }

  #isPublicFile(path: string): boolean {
    return !path.startsWith('articles/') || this.#isShown(storyOfFile(path));
  }

  #fileBeside(story: string, file: string): { path: string; isShown: boolean } | undefined {
    const found = this.#catalog.files.keyed(fileKey(`articles/${story}/${file}`));
    if (!found) return undefined;
    const { routes } = this.#catalog;
    const isThere = isPictureName(file)
      ? routes.isThereBelow(pictureStem(found.blob))
      : routes.at(documentUrl(found.path)) !== undefined;
    return { path: found.path, isShown: isThere || this.#isShown(story) };
  }

  /** Whether it is public in one of its languages. */
  #isShown(story: string): boolean {
    return this.#catalog.articles.statesOf(story).some(({ state }) => state === states.public);
  }
}

/** `articles/2015/11/26/talks/a.jpg` is of `2015/11/26/talks`. */
function storyOfFile(path: string): string {
  return path.slice(path.indexOf('/') + 1, path.lastIndexOf('/'));
}

const fewest = { words: 3, letters: 12, lettersOfName: 10 };

/** Whether words are a story’s and no turn of speech: a letter of a script without spaces counts twice. */
function isTelling(words: readonly string[]): boolean {
  const letters = words.reduce((sum, { length }) => sum + (length === 1 ? 2 : length), 0);
  return words.length >= fewest.words && letters >= fewest.letters;
}

/** The last word is the ending. */
function isTellingName(words: readonly string[]): boolean {
  return words.slice(0, -1).join('').length >= fewest.lettersOfName;
}
