/** The words and numbers of a text, in their order, each as it is compared and as it was written. */
import { type Calendar, calendarOf } from './calendar.ts';
import { type NumberWords, numberWords } from './number-words.ts';
import { numbersIn } from './numbers.ts';

export type Word = {
  /** In small letters without accents; of a number its value. */
  key: string;
  written: string;
  start: number;
  end: number;
  isNumber?: true;
  isCapital?: true;
  /** `J.` */
  isInitial?: true;
  /** Which sentence of its text it is in, from 0. */
  sentence: number;
  /** At the beginning of a sentence, or of what is quoted, where every word has a capital. */
  isFirst?: true;
};

export type Language = {
  name: string;
  calendar: Calendar;
  numberOf: NumberWords;
  segmenter: Intl.Segmenter;
  decimal: string;
};

const known = new Map<string, Language>();

export function languageOf(name: string): Language {
  const before = known.get(name);
  if (before) return before;
  const decimal = new Intl.NumberFormat(name, { numberingSystem: 'latn' })
    .formatToParts(1.5)
    .find(({ type }) => type === 'decimal')?.value;
  const made = {
    name,
    calendar: calendarOf(name, fold),
    numberOf: numberWords(name, fold),
    segmenter: new Intl.Segmenter(name, { granularity: 'word' }),
    decimal: decimal ?? '.',
  };
  known.set(name, made);
  return made;
}

/** Accents of Latin, Greek and Cyrillic, and vowel signs of Arabic and Hebrew, come and go. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u064b-\u0655\u0670\u0640\u00ad\u200b-\u200f]/gu;

export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/['’ʼ՛՜՞]/gu, '')
    .toLowerCase()
    .replaceAll('ς', 'σ');
}

/** The end of a sentence, unless what ends there is a short name such as `Mr.`; Chinese sets no space behind it. */
const sentenceEnd = /(?:(?<!(?<![\p{L}])\p{Lu}\p{L}{0,2})\.|[!?…։:])["”»“’)\]]*\s+(?!\p{Ll})|[。！？]/gu;
const opening = /["“„«‘‹「『(]\s*$|^\s*[-–—•]?\s*$|[:—–]\s+["“„«]?$/u;
/** Before the apostrophe of `L’adjointe`. */
const elision = /^(?:[cdjlmnst]|qu|un|dell|all|nell|sull|dall)['’](?=\p{L})/iu;
/** Behind that of `Ankara’da` and of `Peter’s`. */
const ending = /(?<=\p{L}{2})['’](?:\p{L}{1,6})$/u;

/** A sign, or words that mean it. */
const percent =
  /[%٪％]|(?<!\p{L})(?:per ?cent|pour cent|por ciento|por cento|per cento|τοις εκατό|процент\p{L}*|відсот\p{L}*|prozent\p{L}*|procent\p{L}*|տոկոս\p{L}*|პროცენტ\p{L}*|yüzde|بالمئة|بالمائة|في المئة|في المائة)(?!\p{L})/giu;

export function wordsOf(text: string, language: Language): Word[] {
  const ends = [...text.matchAll(sentenceEnd)].map(({ index, 0: { length } }) => index + length);
  const signs = [
    ...numbersIn(text, language.decimal).map((number) => ({ ...number, isNumber: true })),
    ...[...text.matchAll(percent)].map(({ index: start, 0: { length } }) => ({
      ...{ start, end: start + length, values: ['%'], isNumber: false },
    })),
  ].sort((one, other) => one.start - other.start);
  const words: Word[] = [];
  let sentence = 0;
  let isStart = true;
  const add = (start: number, end: number, keys: string[], isNumber: boolean) => {
    while (start >= (ends[sentence] ?? Number.POSITIVE_INFINITY)) {
      sentence++;
      isStart = true;
    }
    const written = text.slice(start, end);
    const isFirst = isStart || opening.test(text.slice(Math.max(0, start - 4), start));
    for (const key of keys)
      words.push({
        key,
        written,
        start,
        end,
        sentence,
        ...(isNumber && { isNumber: true as const }),
        ...(/^\p{Lu}/u.test(written) && { isCapital: true as const }),
        ...(/^\p{Lu}$/u.test(written) && text.charAt(end) === '.' && { isInitial: true as const }),
        ...(isFirst && { isFirst: true as const }),
      });
    isStart = false;
  };
  let next = 0;
  for (const { segment, index, isWordLike } of language.segmenter.segment(text)) {
    const end = index + segment.length;
    while (signs[next] && (signs[next]?.start ?? 0) < end) {
      const { start, end: signEnd, values, isNumber } = signs[next++] as (typeof signs)[number];
      add(start, signEnd, values, isNumber);
    }
    const covered = Math.max(index, signs[next - 1]?.end ?? 0);
    if (!isWordLike || covered >= end || !/\p{L}/u.test(text.slice(covered, end))) continue;
    addWord(text.slice(covered, end), covered, language, add);
  }
  return joined(words, text, language);
}

type Add = (start: number, end: number, keys: string[], isNumber: boolean) => void;

function addWord(written: string, start: number, language: Language, add: Add): void {
  const before = elision.exec(written)?.[0].length ?? 0;
  const after = ending.exec(written.slice(before))?.[0].length ?? 0;
  const isNot = /n['’]t$/i.test(written);
  const bare = written.slice(
    before,
    isNot || !/^\p{Lu}|['’]s$/u.test(written.slice(before)) ? undefined : written.length - after,
  );
  const key = fold(isNot ? `${bare.slice(0, -3)}not` : bare);
  const isCapital = /^\p{Lu}/u.test(bare);
  const part = language.numberOf(key) === undefined ? language.calendar.partOf(key, isCapital) : undefined;
  add(start + before, start + before + bare.length, [part ?? key], part !== undefined);
}

/** Numbers in letters, and `2.4 million`, become one word each. */
function joined(words: readonly Word[], text: string, { numberOf }: Language): Word[] {
  const all: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const first = words[index] as Word;
    const begins = amountOf(first, numberOf);
    if (begins === undefined) {
      all.push(first);
      continue;
    }
    let total = 0;
    let part = begins;
    if (begins >= 1000 && !first.isNumber) [total, part] = [begins, 0];
    let last = first;
    for (;;) {
      const isAnd =
        /^(?:and|y|und)$/.test(words[index + 1]?.key ?? '') && (part % 100 === 0 || total > 0) && !first.isNumber;
      const step = isAnd ? 2 : 1;
      const word = words[index + step];
      const value = word && !word.isNumber ? numberOf(word.key) : undefined;
      const gap = word ? text.slice(last.end, word.start) : '';
      if (!word || value === undefined || (isAnd ? false : !/^[\s.\u2010-]*$/.test(gap))) break;
      if (isAnd && value >= 100) break;
      if (value >= 1000) {
        if (part === 0) break;
        [total, part] = [total + part * value, 0];
      } else if (first.isNumber) break;
      else if (value === 100 && part > 0 && part < 10) part *= 100;
      else if (value < 1000 && fits(part, value)) part += value;
      else break;
      last = word;
      index += step;
    }
    all.push({
      ...first,
      key: String(Number((total + part).toPrecision(15))),
      written: text.slice(first.start, last.end),
      end: last.end,
      isNumber: true,
    });
  }
  return all;
}

function fits(part: number, value: number): boolean {
  if (part === 0) return true;
  if (part % 100 === 0) return value < 100;
  return part % 10 === 0 && part % 100 >= 20 && value < 10;
}

function amountOf(word: Word, numberOf: NumberWords): number | undefined {
  if (!word.isNumber) return numberOf(word.key);
  return /^\d+(?:\.\d+)?$/.test(word.key) ? Number(word.key) : undefined;
}
