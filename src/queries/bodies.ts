/** The texts that routes are given: where what they name leads to is told now, their Markdown is rendered later. */
import type { Catalog } from '../catalog/catalog.ts';
import type { Article } from '../content/article.ts';
import { documentUrl } from '../content/documents.ts';
import { leadsTo } from '../content/links.ts';
import { picturePath } from '../content/picture-names.ts';
import { pictureSource } from '../content/pictures.ts';
import type { Joins } from '../content/records.ts';
import { showingOf } from '../content/showing.ts';
import type { Site } from '../content/site.ts';
import { storyFileKey } from '../content/story-files.ts';
import type { Memory } from './memory.ts';
import type { Body, BodyFor, TextFile } from './queries.ts';

type BodyReader = {
  catalog: Catalog;
  site: Site;
  memory: Memory;
  joins: Pick<Joins, 'picture' | 'document'>;
  /** Writes down what it was asked. */
  exists(url: string): boolean;
};

export class Bodies {
  readonly files: TextFile[] = [];
  readonly #reader: BodyReader;

  constructor(reader: BodyReader) {
    this.#reader = reader;
  }

  ofArticle(article: Article, body: BodyFor): Body {
    return this.of(article, body, {
      ...filesOfBody(article, body, this.#reader.joins),
      ...(article.sponsor ? { isSponsored: true } : {}),
    });
  }

  of(
    { path, language, outline }: Pick<Article, 'path' | 'language' | 'outline'>,
    { page, root }: BodyFor,
    ofStory: Pick<Body, 'pictures' | 'documents' | 'isSponsored'> = { pictures: {}, documents: {} },
  ): Body {
    const { catalog, site, memory, exists } = this.#reader;
    const links = outline.links.map((href) => {
      const address = leadsTo(href, site, exists);
      return [href, address === undefined ? null : root + address] as const;
    });
    this.files.push({ path, blob: memory.blobs.get(path, () => catalog.files.at(path)?.blob ?? '') });
    return {
      isRendered: false,
      path,
      language,
      text: outline.text ?? '',
      links: Object.fromEntries(links),
      ...ofStory,
      page,
      html: '',
      isCut: false,
      quotations: [],
      opening: '',
      headings: [],
    };
  }
}

/** Where the pictures and documents are that a story's text names. */
function filesOfBody(
  article: Article,
  { root }: BodyFor,
  joins: Pick<Joins, 'picture' | 'document'>,
): Pick<Body, 'pictures' | 'documents'> {
  const pictures = article.outline.pictures.map((written) => {
    const path = picturePath(article, written);
    const file = joins.picture(path);
    // A feed shows pictures whole.
    const showing = root === '' ? showingOf(article, path) : {};
    const place = file && { ...pictureSource(file), ...showing, root };
    return [written, place ?? null] as const;
  });
  const documents = article.outline.documents.flatMap((written) => {
    const file = joins.document(storyFileKey(article.story, written));
    if (!file) return [];
    const isWeighed = article.outline.weighed.includes(written);
    return [[written, { url: root + documentUrl(file.path), ...(isWeighed ? { bytes: file.bytes } : {}) }] as const];
  });
  return { pictures: Object.fromEntries(pictures), documents: Object.fromEntries(documents) };
}
