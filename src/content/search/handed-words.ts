/** The words of stories on their way from one thread to another, which has numbers of its own for them. */
import type { Language } from '../names.ts';
import { type StoryWords, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** By language each word, with a line end: the first one has the number 0. */
export type HandedWords = Readonly<Record<Language, string>>;

const lineEnd = 10;

/** Numbers the words of some stories anew, in place: those of each language among themselves. */
export function handOverWords(stories: readonly StoryWords[]): HandedWords {
  const handed: Record<Language, string> = {};
  for (const [language, own] of Map.groupBy(stories, (story) => story.language)) {
    const vocabulary = vocabularyOf(language);
    const words: number[] = [];
    const numbers = new Int32Array(vocabulary.size).fill(-1);
    renumber(own, (number) => {
      if (numbers[number] === -1) numbers[number] = words.push(number) - 1;
      return numbers[number] as number;
    });
    handed[language] = written(words, vocabulary);
  }
  return handed;
}

function written(words: readonly number[], vocabulary: Vocabulary): string {
  const all = words.map((word) => vocabulary.lettersOf(word));
  const letters = new Uint16Array(all.reduce((sum, { length }) => sum + length + 1, 0));
  let at = 0;
  for (const word of all) {
    letters.set(word, at);
    at += word.length + 1;
    letters[at - 1] = lineEnd;
  }
  return new TextDecoder('utf-16le').decode(letters);
}

/** Gives them the numbers of this thread, in place. */
export function takeOverWords(stories: readonly StoryWords[], handed: HandedWords): void {
  for (const [language, own] of Map.groupBy(stories, (story) => story.language)) {
    const here = numbersHere(vocabularyOf(language), handed[language] ?? '');
    renumber(own, (number) => here[number] as number);
  }
}

function numbersHere(vocabulary: Vocabulary, words: string): number[] {
  const numbers: number[] = [];
  for (let from = 0; from < words.length; ) {
    const to = words.indexOf('\n', from);
    numbers.push(vocabulary.numberOf(words, from, to));
    from = to + 1;
  }
  return numbers;
}

function renumber(stories: readonly StoryWords[], to: (number: number) => number): void {
  for (const { numbers } of stories)
    for (let index = 0; index < numbers.length; index++) numbers[index] = to(numbers[index] as number);
}
