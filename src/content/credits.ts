/** Everybody whom an article names, in its byline or below it. */
import type { Article } from './article.ts';
import type { Field } from './yaml.ts';

/** An id of `authors/`, `` where it cannot be read, and where it stands. */
type Credit = { id: string; field: Field };

export function creditsOf({ authors, translators, contributors }: Article): Credit[] {
  return [
    ...authors.map((id, index) => ({ id, field: ['authors', index] })),
    ...translators.map((id, index) => ({ id, field: ['translators', index] })),
    ...contributors.map(({ author }, index) => ({ id: author, field: ['contributors', index, 'author'] })),
  ];
}
