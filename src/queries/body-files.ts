/** Where the pictures and documents are that a story's text names. */
import type { Article } from '../content/article.ts';
import { documentUrl } from '../content/documents.ts';
import { picturePath } from '../content/picture-names.ts';
import { pictureSource } from '../content/pictures.ts';
import { focusOf, type Joins } from '../content/records.ts';
import { storyFileKey } from '../content/story-files.ts';
import type { Body, BodyFor } from './queries.ts';

export function filesOfBody(
  article: Article,
  { root }: BodyFor,
  joins: Pick<Joins, 'picture' | 'document'>,
): Pick<Body, 'pictures' | 'documents'> {
  const pictures = article.outline.pictures.map((written) => {
    const path = picturePath(article, written);
    const file = joins.picture(path);
    // A feed shows pictures whole.
    const focus = root === '' ? focusOf(article, path) : undefined;
    const place = file && { ...pictureSource(file, focus), root };
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
