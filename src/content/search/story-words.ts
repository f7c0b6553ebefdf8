/**
 * What a story is found by: what can be read on its page from its first instant on. A correction or an update may be still to
 * come and a caption may go before its story does, so that none of these is searched.
 */
import type { Article } from '../article.ts';
import { authorTerm, sectionTerm } from './terms.ts';
import { type StoryWords, vocabularyOf } from './vocabulary.ts';
import { eachPlace, hashOf } from './words.ts';

type Told = Pick<Article, 'language' | 'title' | 'summary' | 'kicker' | 'points' | 'place' | 'section' | 'authors'>;

/** Its section and its authors are told among its words, as terms. `readable`: the texts of its body. */
export function wordsOfStory(story: Told, readable: readonly string[]): StoryWords {
  const { language, title, summary, kicker = '', points, place = '', section, authors } = story;
  const numbers = vocabularyOf(language).numbersOf((tell) => {
    for (const text of [title, summary, kicker, place, ...points, ...readable]) eachPlace(text, language, tell, true);
    for (const term of [sectionTerm(section), ...authors.map(authorTerm)]) tell(term, 0, term.length, hashOf(term));
  });
  return { language, numbers };
}
