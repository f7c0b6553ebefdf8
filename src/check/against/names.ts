/** Which words of a story are names, as far as capitals tell. */
import type { Sentence, ToldWord } from './telling.ts';
import type { Language } from './words.ts';

/** Words that often begin a sentence before a name, in languages where capitals make names. */
const starters = new Set(
  'from when while after before since with both that this these those under over until into although because according they there then here where what according however during между после перед через когда если также этот пока среди около против после коли після через якщо quand après avant dans pour avec selon cuando después antes desde para según dopo prima quando secondo nach seit beim wenn während'.split(
    ' ',
  ),
);

/** The keys of all words that are written as names anywhere in some sentences. German nouns all have capitals, so there only pairs count. */
export function namesIn(sentences: readonly Sentence[], { name }: Language): Set<string> {
  const areNounsCapital = /^(?:de|lb|gsw|nds)\b/.test(name);
  const names = new Set<string>();
  for (const { words, isHeading } of sentences) {
    if (isHeading) continue;
    for (const [index, word] of words.entries()) {
      const isName = areNounsCapital ? isInPair(words, index) : isNameIn(words, index);
      if (isName && word.key.length > 1) names.add(word.key);
    }
  }
  return names;
}

function isNameIn(words: readonly ToldWord[], index: number): boolean {
  const word = words[index] as ToldWord;
  if (!isCapitalWord(word)) return false;
  if (!word.isFirst) return true;
  if (/^\p{Lu}{2}/u.test(word.written)) return true;
  const next = words[index + 1];
  return word.key.length > 3 && !starters.has(word.key) && isCapitalWord(next) && isBeside(word, next);
}

function isInPair(words: readonly ToldWord[], index: number): boolean {
  const word = words[index] as ToldWord;
  if (!isCapitalWord(word)) return false;
  if (/^\p{Lu}{2}/u.test(word.written)) return true;
  const [before, next] = [words[index - 1], words[index + 1]];
  const isAfter = isCapitalWord(before) && !before?.isFirst && !isNoun(words, index - 1) && isBeside(before, word);
  const isBefore = isCapitalWord(next) && !word.isFirst && isBeside(word, next);
  return !isNoun(words, index) && (isAfter || isBefore);
}

/** Behind an article. */
function isNoun(words: readonly ToldWord[], index: number): boolean {
  return /^(?:der|die|das|den|dem|des|eine?[mnrs]?|am|im|zum|zur|vom|beim)$/.test(words[index - 1]?.key ?? '');
}

function isCapitalWord(word: ToldWord | undefined): boolean {
  return word?.isCapital === true && !word.isNumber;
}

function isBeside(one: ToldWord | undefined, other: ToldWord | undefined): boolean {
  return one !== undefined && other !== undefined && other.start - one.end === 1;
}
