/**
 * What a story tells otherwise than it did, as far as readers should hear of it: its headline, a number, a quotation, a
 * name. Passed over are typing mistakes, other forms of a word, other ways of writing a number, marks, order and line breaks.
 */
import { areMeantSame, hunksOf, unshared } from './differences.ts';
import { namesIn } from './names.ts';
import { type Changed, changedSentences, type Pair } from './pairs.ts';
import { otherSpeaker } from './speakers.ts';
import { type Sentence, type Spot, type StoryText, type Telling, type ToldWord, tellingOf } from './telling.ts';
import { type Language, languageOf } from './words.ts';

export type ChangeKind = 'headline' | 'quotation' | 'number' | 'name';

/** `before` and `after` as they were written; empty where there is nothing. `word` is what stands there now, `start` its offset in the text of the spot. */
export type Change = { kind: ChangeKind; before: string; after: string; spot: Spot; word: string; start: number };

/** Of each kind the first change; `language` is a code such as `pt-BR`. */
export function compareStories(before: StoryText, after: StoryText, language: string): Change[] {
  const reading = languageOf(language);
  const [old, now] = [tellingOf(before, reading), tellingOf(after, reading)];
  const changed = changedSentences(old.sentences, now.sentences);
  const names = namesIn([...old.sentences, ...now.sentences], reading);
  const context: Context = { old, now, changed, names, language: reading };
  const changes = [headlineChange(context), quotationChange(context), numberChange(context), nameChange(context)];
  return changes.filter((change) => change !== undefined);
}

type Context = { old: Telling; now: Telling; changed: Changed; names: ReadonlySet<string>; language: Language };

function headlineChange({ old, now, language }: Context): Change | undefined {
  for (const [field, before] of old.headlines) {
    const after = now.headlines.get(field);
    const [hunk] = after ? hunksOf(before, after, language) : [];
    if (after && hunk) return changeAt('headline', hunk, after);
  }
  return undefined;
}

/** Quotations that both have go out first, so that they may change places. */
function quotationChange({ old, now, changed, names, language }: Context): Change | undefined {
  const nameOf = (words: readonly ToldWord[]) => words.map(({ key }) => key).join(' ');
  const [before, after] = [old.quotations.map(nameOf), now.quotations.map(nameOf)];
  const gone = old.quotations.filter((_, index) => !takes(after, before[index] ?? '')).flat();
  const left = old.quotations.map(nameOf);
  const come = now.quotations.filter((words) => !takes(left, nameOf(words))).flat();
  const [hunk] = hunksOf(gone, come, language);
  if (hunk) return changeAt('quotation', hunk, come.length > 0 ? come : nearest(gone, changed, now));
  for (const pair of changed.pairs) {
    const other = otherSpeaker(pair, names, language);
    if (other) return changeAt('quotation', { before: other.lost, after: other.gained, at: 0 }, other.gained);
  }
  return undefined;
}

function takes(list: string[], name: string): boolean {
  const index = list.indexOf(name);
  if (index !== -1) list.splice(index, 1);
  return index !== -1;
}

function numberChange(context: Context): Change | undefined {
  const isCounted = ({ isNumber, isQuoted }: ToldWord) => isNumber === true && !isQuoted;
  return setChange('number', context, isCounted) ?? turnedChange('number', context, isCounted);
}

function nameChange(context: Context): Change | undefined {
  const { names } = context;
  const isCounted = ({ key, isNumber, isQuoted }: ToldWord) => !isNumber && !isQuoted && names.has(key);
  return setChange('name', context, isCounted) ?? turnedChange('name', context, isCounted);
}

type Counted = (word: ToldWord) => boolean;

/** What only one version has; in a sentence, also what took the place of another that stands elsewhere too. */
function setChange(
  kind: 'number' | 'name',
  { old, now, changed, language }: Context,
  isCounted: Counted,
): Change | undefined {
  const wordsIn = (sentences: readonly Sentence[]) => sentences.flatMap(({ words }) => words);
  const keysOf = ({ sentences, headlines }: Telling) =>
    new Set([...sentences.flatMap(({ words }) => words), ...[...headlines.values()].flat()].map(({ key }) => key));
  const [had, has] = [keysOf(old), keysOf(now)];
  const isOne = ({ key }: ToldWord) => kind === 'number' && key === '1';
  const both = unshared(wordsIn(changed.before), wordsIn(changed.after), isCounted, language);
  const isNews = (word: ToldWord, known: ReadonlySet<string>, others: readonly Sentence[]) =>
    !known.has(word.key) && !isOne(word) && !hasInitialOf(word, others);
  const lost = both.lost.filter((word) => isNews(word, has, changed.after));
  const gained = both.gained.filter((word) => isNews(word, had, changed.before));
  if (lost.length > 0 || gained.length > 0)
    return changeAt(
      kind,
      together(lost, gained, changed.pairs),
      gained.length > 0 ? gained : nearest(lost, changed, now),
    );
  for (const { before, after } of changed.pairs) {
    const { lost, gained } = unshared(before.words, after.words, isCounted, language);
    if (lost.length > 0 && gained.length > 0 && ![...lost, ...gained].some(isOne))
      return changeAt(kind, { before: lost.slice(0, 1), after: gained.slice(0, 1), at: 0 }, gained);
  }
  return undefined;
}

/** `J.` of `Justin`. */
function hasInitialOf({ key, isNumber }: ToldWord, sentences: readonly Sentence[]): boolean {
  const isInitial = (word: ToldWord) => word.isInitial === true && key.startsWith(word.key);
  return !isNumber && sentences.some(({ words }) => words.some(isInitial));
}

/** The first that came with what it stands in place of, if both are in one sentence. */
function together(lost: ToldWord[], gained: ToldWord[], pairs: readonly Pair[]): Shown {
  const [come] = gained;
  if (!come) return { before: lost.slice(0, 1), after: [], at: 0 };
  const pair = pairs.find(({ after }) => after.words.includes(come));
  const gone = lost.find((word) => pair?.before.words.includes(word));
  return { before: gone ? [gone] : [], after: [come], at: 0 };
}

/** `12 to 7` that became `7 to 12`: nothing else in the sentence differs. */
function turnedChange(kind: 'number' | 'name', { changed, language }: Context, isCounted: Counted): Change | undefined {
  for (const { before, after } of changed.pairs) {
    if (before.words.length !== after.words.length) continue;
    const differing = before.words.flatMap((word, index) => {
      const other = after.words[index] as ToldWord;
      return areMeantSame(word, other, language) ? [] : [{ word, other }];
    });
    const [first] = differing;
    if (first && differing.every(({ word, other }) => isCounted(word) && isCounted(other)) && !isDate(differing))
      return changeAt(kind, { before: [first.word], after: [first.other], at: 0 }, [first.other]);
  }
  return undefined;
}

/** `24 November`, `November 24`. */
function isDate(differing: readonly { word: ToldWord; other: ToldWord }[]): boolean {
  return differing.some(({ word }) => word.key.startsWith('month:'));
}

type Shown = { before: readonly ToldWord[]; after: readonly ToldWord[]; at: number };

function changeAt(kind: ChangeKind, { before, after, at }: Shown, now: readonly ToldWord[]): Change {
  const place = after[0] ?? now[Math.min(at, now.length - 1)];
  const { spot, written: word, start } = place ?? { spot: { field: ['title'], text: '' }, written: '', start: 0 };
  return { kind, before: written(before), after: written(after), spot, word, start };
}

/** Words of the sentence that took the place of the one in which some were. */
function nearest(gone: readonly ToldWord[], { pairs }: Changed, now: Telling): readonly ToldWord[] {
  const pair = pairs.find(({ before }) => gone.some((word) => before.words.includes(word)));
  return pair?.after.words ?? now.headlines.get('title') ?? [];
}

const mostWords = 12;

function written(words: readonly ToldWord[]): string {
  const shown = words.slice(0, mostWords).map((word) => word.written);
  return [...new Set(shown.length < words.length ? [...shown, '…'] : shown)].join(' ');
}
