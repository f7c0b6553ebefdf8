/**
 * What a story tells otherwise than it did, as far as readers should hear of it: its headline, a number, a quotation, a
 * name. Passed over are typing mistakes, other forms of a word, other ways of writing a number, marks, order and line breaks.
 */
import { areMeantSame, hunksOf, unshared } from './differences.ts';
import { namesIn } from './names.ts';
import { type Changed, changedSentences, type Pair } from './pairs.ts';
import { otherSpeaker } from './speakers.ts';
import { type Sentence, type Spot, type StoryText, type Telling, type ToldWord, tellingOf } from './telling.ts';
import { without } from './without.ts';
import { type Language, languageOf } from './words.ts';

export type ChangeKind = 'headline' | 'quotation' | 'number' | 'name';

/** `before` and `after` as they were written; empty where there is nothing. `word` is what stands there now, `start` its offset in the text of the spot. */
export type Change = { kind: ChangeKind; before: string; after: string; spot: Spot; word: string; start: number };

/** Of each kind the first change; `language` is a code such as `pt-BR`. */
export function compareStories(before: StoryText, after: StoryText, language: string): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
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

function quotationChange({ old, now, changed, names, language }: Context): Change | undefined {
  const gone = quotedOnlyIn(old, now).flat();
  const come = quotedOnlyIn(now, old).flat();
  const [hunk] = hunksOf(gone, come, language);
  if (hunk) return changeAt('quotation', hunk, come.length > 0 ? come : nearest(gone, changed, now));
  for (const pair of changed.pairs) {
    const other = otherSpeaker(pair, names, language);
    if (other) return changeAt('quotation', { before: other.lost, after: other.gained, at: 0 }, other.gained);
  }
  return undefined;
}

/** Those of one version that the other has not, wherever it has them; a word or two may lose its marks. */
function quotedOnlyIn(one: Telling, other: Telling): ToldWord[][] {
  const nameOf = (words: readonly ToldWord[]) => ` ${words.map(({ key }) => key).join(' ')} `;
  const all = other.sentences.map(({ words }) => nameOf(words)).join('\n');
  const left = without(one.quotations, other.quotations, nameOf);
  if (left.length > mostQuotations) return left;
  return left.filter((words) => words.length > fewWords || !all.includes(nameOf(words)));
}

const fewWords = 2;
const mostQuotations = 1000;

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
  const newsIn = (words: readonly ToldWord[], known: ReadonlySet<string>, others: readonly Sentence[]) => {
    const initials = new Set(wordsIn(others).flatMap(({ key, isInitial }) => (isInitial ? [key] : [])));
    return words.filter((word) => !known.has(word.key) && !isOne(word) && !initials.has(initialOf(word)));
  };
  const lost = newsIn(both.lost, has, changed.after);
  const gained = newsIn(both.gained, had, changed.before);
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

/** `j` of `Justin`. */
function initialOf({ key, isNumber }: ToldWord): string {
  return isNumber ? '' : key.slice(0, 1);
}

/** The first that came with what it stands in place of, if both are in one sentence. */
function together(lost: ToldWord[], gained: ToldWord[], pairs: readonly Pair[]): Shown {
  const [come] = gained;
  if (!come) return { before: lost.slice(0, 1), after: [], at: 0 };
  const pair = pairs.find(({ after }) => after.words.includes(come));
  const old = new Set(pair?.before.words);
  const gone = lost.find((word) => old.has(word));
  return { before: gone ? [gone] : [], after: [come], at: 0 };
}

/** `12 to 7` that became `7 to 12`: nothing else in the sentence differs. */
function turnedChange(kind: 'number' | 'name', { changed, language }: Context, isCounted: Counted): Change | undefined {
  const keysOf = (words: readonly ToldWord[]) => words.map(({ key }) => key);
  const isSame = (one: readonly string[], other: readonly string[]) => one.join('\n') === other.join('\n');
  for (const { before, after } of changed.pairs) {
    const [old, now] = [before.words.filter(isCounted), after.words.filter(isCounted)];
    const index = old.findIndex((word, at) => now[at] && !areMeantSame(word, now[at], language));
    const [had, has] = [old[index], now[index]];
    if (!had || !has || !isSame(keysOf(old).sort(), keysOf(now).sort())) continue;
    const others = [before, after].map(({ words }) => keysOf(words.filter((word) => !isCounted(word))));
    if (isSame(others[0] ?? [], others[1] ?? []) && !isInAnyOrder(before.words, had, has))
      return changeAt(kind, { before: [had], after: [has], at: 0 }, [has]);
  }
  return undefined;
}

/** `24 November`, `November 24`; `Ann and Ben`, `Ben and Ann`. */
function isInAnyOrder(words: readonly ToldWord[], one: ToldWord, { key }: ToldWord): boolean {
  if (one.key.startsWith('month:') || key.startsWith('month:')) return true;
  const start = words.indexOf(one);
  const between = words.slice(
    start,
    words.findIndex((word, index) => index > start && word.key === key),
  );
  return (
    between.some((word) => conjunctions.has(word.key)) &&
    between.every(({ key, isCapital }) => isCapital || conjunctions.has(key))
  );
}

const conjunctions = new Set('and or и или та і або et ou und oder y o e i oraz ve və και ή և ու'.split(' '));

type Shown = { before: readonly ToldWord[]; after: readonly ToldWord[]; at: number };

function changeAt(kind: ChangeKind, { before, after, at }: Shown, now: readonly ToldWord[]): Change {
  const place = after[0] ?? now[Math.min(at, now.length - 1)];
  const { spot, written: word, start } = place ?? { spot: { field: ['title'], text: '' }, written: '', start: 0 };
  return { kind, before: written(before), after: written(after), spot, word, start };
}

/** Words of the sentence that took the place of the one in which some were. */
function nearest(gone: readonly ToldWord[], { pairs }: Changed, now: Telling): readonly ToldWord[] {
  const all = new Set(gone);
  const pair = pairs.find(({ before }) => before.words.some((word) => all.has(word)));
  return pair?.after.words ?? now.headlines.get('title') ?? [];
}

const mostWords = 12;

function written(words: readonly ToldWord[]): string {
  const shown = words.slice(0, mostWords).map((word) => word.written);
  return [...new Set(shown.length < words.length ? [...shown, '…'] : shown)].join(' ');
}
