/** What two versions of a list of words do not share, once typing mistakes, other forms and word breaks are passed over. */
import { isForm, isSlip } from './slips.ts';
import { without } from './without.ts';
import type { Language, Word } from './words.ts';

/** A run of words in place of another; one of the two may be empty. */
export type Hunk<W extends Word> = { before: W[]; after: W[] /** Where in the new list it begins. */; at: number };

/** The runs that differ, in their order. */
export function hunksOf<W extends Word>(before: readonly W[], after: readonly W[], language: Language): Hunk<W>[] {
  let start = 0;
  while (start < before.length && areSame(before[start], after[start])) start++;
  let ends = 0;
  while (
    ends < Math.min(before.length, after.length) - start &&
    areSame(before[before.length - 1 - ends], after[after.length - 1 - ends])
  )
    ends++;
  const old = before.slice(start, before.length - ends);
  const now = after.slice(start, after.length - ends);
  if (old.length * now.length > mostCells) return [{ before: old, after: now, at: start }];
  return aligned(old, now)
    .map((hunk) => ({ ...hunk, at: hunk.at + start }))
    .filter((hunk) => !isMeantSame(hunk, before, language));
}

/** Beyond a thousand words against a thousand, a text is another. */
const mostCells = 1_000_000;

function aligned<W extends Word>(before: readonly W[], after: readonly W[]): Hunk<W>[] {
  const width = after.length + 1;
  const longest = new Uint16Array((before.length + 1) * width);
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      longest[i * width + j] = areSame(before[i], after[j])
        ? (longest[(i + 1) * width + j + 1] ?? 0) + 1
        : Math.max(longest[(i + 1) * width + j] ?? 0, longest[i * width + j + 1] ?? 0);
  const hunks: Hunk<W>[] = [];
  let open: Hunk<W> | undefined;
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && areSame(before[i], after[j])) {
      open = undefined;
      i++;
      j++;
      continue;
    }
    if (!open) {
      open = { before: [], after: [], at: j };
      hunks.push(open);
    }
    const isOld =
      j >= after.length ||
      (i < before.length && (longest[(i + 1) * width + j] ?? 0) >= (longest[i * width + j + 1] ?? 0));
    if (isOld) open.before.push(before[i++] as W);
    else open.after.push(after[j++] as W);
  }
  return hunks;
}

function isMeantSame<W extends Word>(hunk: Hunk<W>, all: readonly W[], language: Language): boolean {
  const { before, after } = hunk;
  const letters = (words: readonly W[]) => words.map(({ key }) => key).join('');
  if (letters(before) === letters(after)) return true;
  if (before.length === after.length)
    return before.every((word, index) => areMeantSame(word, after[index] as W, language));
  if (after.length === 0 || before.length === 0) return isRepeated(hunk, all);
  const hasNumber = [...before, ...after].some(({ isNumber }) => isNumber);
  return !hasNumber && letters(before).length >= 4 && isSlip(letters(before), letters(after), language);
}

/** Of `the the` one may go. */
function isRepeated<W extends Word>({ before: [only, more], after }: Hunk<W>, all: readonly W[]): boolean {
  if (only === undefined || more !== undefined || after.length > 0) return false;
  const place = all.indexOf(only);
  return all[place - 1]?.key === only.key || all[place + 1]?.key === only.key;
}

export function areMeantSame(one: Word, other: Word, language: Language): boolean {
  if (one.isNumber && other.isNumber) return one.key === other.key;
  if (one.isNumber || other.isNumber) return isNumberSlip(one, other, language);
  return isSlip(one.key, other.key, language) || isForm(one.key, other.key, language);
}

/** `thirten`, which is no number, and no other word either. */
function isNumberSlip(one: Word, other: Word, language: Language): boolean {
  const [number, word] = one.isNumber ? [one, other] : [other, one];
  const written = number.written.toLowerCase();
  return /^\p{L}{4,}$/u.test(written) && word.key.length >= 4 && isSlip(written, word.key, language);
}

/** The words that count of each list and that the other has not as often, nor another that is meant alike. */
export function unshared<W extends Word>(
  before: readonly W[],
  after: readonly W[],
  isCounted: (word: W) => boolean,
  language: Language,
): { lost: W[]; gained: W[] } {
  const nameOf = ({ key, isNumber }: W) => (isNumber ? `#${key}` : key);
  const gone = without(before, after, nameOf);
  const come = without(after, before, nameOf);
  if (gone.length * come.length > mostCells) return { lost: gone.filter(isCounted), gained: come.filter(isCounted) };
  const lost = gone
    .filter(isCounted)
    .filter((word) => !takeFirst(come, (other) => areMeantSame(word, other, language)));
  const gained = come
    .filter(isCounted)
    .filter((word) => !gone.some((other) => !lost.includes(other) && areMeantSame(word, other, language)));
  return { lost, gained };
}

function areSame(one: Word | undefined, other: Word | undefined): boolean {
  return one !== undefined && other !== undefined && one.key === other.key && one.isNumber === other.isNumber;
}

function takeFirst<W>(list: W[], is: (each: W) => boolean): boolean {
  const index = list.findIndex(is);
  if (index !== -1) list.splice(index, 1);
  return index !== -1;
}
