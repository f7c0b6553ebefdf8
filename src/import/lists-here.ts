/** Lists that the newsroom has of what was imported, and whose file can say of an old address that it was one of them. */
import { formersAt } from '../content/former.ts';
import type { Language } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import type { Placed } from './places.ts';

/** `by`: the topic or author whose file can say so of an address in that language. */
export type Listed = { to: string; by?: { holder: string; language: Language } };

/** Ids of each language, as `inOf` writes them. */
export type Used = { topics: Set<string>; authors: Set<string> };

export function inOf(language: Language, id: string): string {
  return `${language} ${id}`;
}

/** Of what readers have: lists that nothing stands in have no page. */
export function noteUsed({ story, topics, authors, language }: Placed, used: Used): void {
  if (story === undefined) return;
  for (const id of topics) used.topics.add(inOf(language, id));
  for (const id of authors) used.authors.add(inOf(language, id));
}

export function isFormerFront(url: string, { holder, language }: NonNullable<Listed['by']>, site: Site): boolean {
  const of = holder.startsWith('topics/') ? 'topic' : 'author';
  return formersAt({ of, language }, [url], site).some(({ isFront }) => isFront);
}

/** As files of topics and authors take it. */
export function languageAt(address: string, site: Site): Language | undefined {
  const [, name] = address.split('/');
  return site.languages.slice(1).find((each) => each === name) ?? site.languages[0];
}
