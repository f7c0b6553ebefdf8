/** Whether one word is another with a typing mistake, or another form of it. Words are folded (`words.ts`). */
import { fold, type Language } from './words.ts';

/** Words whose coming and going turns a sentence round, though they are short. */
const negations = new Set(
  'no not never none neither nor without cannot не нет ни без никогда ні немає nicht kein keine nie ohne ne pas non sans jamais sin nunca ningún senza mai não sem nem nie bez δεν δε μη μην όχι χωρίς չի չեն չէ ոչ առանց არ ვერ ნუ არა değil yok لا لم لن ليس ما غير'
    .split(' ')
    .map(fold),
);

/** Before a word, they say its opposite. */
const opposite = /^(?:un|in|im|il|ir|dis|non|не|ни|чи|չ|ան|αν|μη|арა|არ|უ)$/u;

function isNegation(word: string): boolean {
  return (
    negations.has(word) ||
    /^(?:can|do|does|did|is|are|was|were|will|would|could|should|has|have|had|must)not$/.test(word)
  );
}

/** A typing mistake: of five letters or fewer one, of more two, are others, too many, missing or have changed places. */
export function isSlip(one: string, other: string, { calendar }: Language): boolean {
  if (one === other) return true;
  if (isOpposed(one, other)) return false;
  if (hasNoLetters(one) || hasNoLetters(other)) return false;
  return areNear(one, other) && !calendar.areOtherCountries(one, other);
}

function areNear(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  if (shorter > 2) return distance(one, other) <= (shorter <= 5 ? 1 : 2);
  if (one.length === other.length) return isExchanged(one, other);
  return shorter === 2 && distance(one, other) === 1;
}

/** Another ending, as inflected words have it: most of the word is the same. */
export function isForm(one: string, other: string, { calendar }: Language): boolean {
  if (one === other) return true;
  if (isNegation(one) || isNegation(other)) return false;
  const shorter = Math.min(one.length, other.length);
  let same = 0;
  while (same < shorter && one[same] === other[same]) same++;
  const left = Math.max(one.length, other.length) - same;
  const isNear = same >= 4 && same / shorter >= 0.7 && left <= 4 && (left <= 3 || shorter >= 6);
  return isNear && !calendar.areOtherCountries(one, other);
}

function isOpposed(one: string, other: string): boolean {
  if (isNegation(one) || isNegation(other)) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return long.endsWith(short) && opposite.test(long.slice(0, long.length - short.length));
}

/** In Chinese and the like a sign is a word. */
function hasNoLetters(word: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word);
}

function isExchanged(one: string, other: string): boolean {
  return one[0] === other[1] && one[1] === other[0];
}

/** Letters to put in, take out, exchange with a neighbour or write otherwise. */
function distance(one: string, other: string): number {
  if (Math.abs(one.length - other.length) > 2) return 3;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const isSame = one[i - 1] === other[j - 1];
      const least = Math.min(
        (rows[i - 1]?.[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (rows[i - 1]?.[j - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isTurned = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row.push(isTurned ? Math.min(least, (rows[i - 2]?.[j - 2] ?? 0) + 1) : least);
    }
    rows.push(row);
  }
  return rows[one.length]?.[other.length] ?? 0;
}
