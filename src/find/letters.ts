/**
 * Letters as they are compared when a name is looked for: without case, accents and forms of compatibility, so that
 * “Hollandé”, “ＨＯＬＬＡＮＤＥ” and “hollande” have the same.
 */

/** Accents of Latin, Greek, Cyrillic, and the points of Hebrew and Arabic; vowel signs of other scripts are letters. */
export const accents =
  '\\u0300-\\u036F\\u0483-\\u0487\\u0591-\\u05BD\\u05BF\\u05C1\\u05C2\\u05C4\\u05C5\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06ED\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF\\uFE20-\\uFE2F';
const accent = new RegExp(`[${accents}]`, 'gu');

/** What Unicode does not take apart, and letters that keyboards of neighbours write differently. */
const alike: Readonly<Record<string, string>> = {
  ...{ ø: 'o', ł: 'l', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ŧ: 't', ə: 'e', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ' },
  ...{ ک: 'ك', ی: 'ي', ى: 'ي', ة: 'ه' },
};

/** Pairs of letters that also stand for one with an accent, as in “Mueller” and “Müller”. */
const pairs: Readonly<Record<string, readonly string[]>> = {
  ae: ['ä', 'a\u0308'],
  oe: ['ö', 'o\u0308', 'ø'],
  ue: ['ü', 'u\u0308'],
  aa: ['å', 'a\u030A'],
};

export function foldLetters(text: string): string {
  const plain = text.normalize('NFKD').toLowerCase().normalize('NFKD').replace(accent, '').normalize('NFC');
  return plain.replace(/[^\0-\x7F]/gu, (letter) => alike[letter] ?? letter);
}

/** Every spelling of one to three folded letters that is not these letters one by one. */
export type Spellings = { ofLetter(letter: string): readonly string[]; ofSeveral(letters: string): readonly string[] };

let known: Spellings | undefined;

export function spellingsOfLetters(): Spellings {
  known ??= readSpellings();
  return known;
}

/** Beyond are scripts of thousands of signs, which have no case and no accents, and letters of mathematics (`written-text.ts`). */
const ranges = [
  [0x41, 0x32ff],
  [0xa640, 0xabff],
  [0xf900, 0xffef],
] as const;

function readSpellings(): Spellings {
  const spelled = new Map<string, string[]>();
  const add = (folded: string, spelling: string) => {
    const all = spelled.get(folded);
    if (all) all.push(spelling);
    else spelled.set(folded, [spelling]);
  };
  for (const [from, to] of ranges)
    for (let code = from; code <= to; code++) {
      const letter = String.fromCodePoint(code);
      if (!/[\p{L}\p{N}\p{So}]/u.test(letter)) continue;
      const folded = foldLetters(letter);
      if (folded !== letter && folded.length <= 3 && /^[\p{L}\p{N}]+$/u.test(folded)) add(folded, letter);
    }
  for (const [pair, letters] of Object.entries(pairs))
    for (const letter of letters.flatMap((each) => [each, each.toUpperCase()])) add(pair, letter);
  return {
    ofLetter: (letter) => [letter, ...(spelled.get(letter) ?? [])],
    ofSeveral: (letters) => spelled.get(letters) ?? [],
  };
}

/** Vowels that may be followed by an e where their accent cannot be written: “ü” is “ue” too. */
export function isUmlaut(letter: string): boolean {
  return /^[äöüå]$/i.test(letter.normalize('NFC'));
}
