/**
 * Folds what readers may spell in another way: `café` and `cafe`, `ё` and `е`, Arabic with and without its signs. Letters that
 * are letters of their own stay, as `й` does.
 */

const plain = /^[a-z0-9а-я]*$/;
/** Signs on Latin and Greek letters; the signs of Arabic and Hebrew vowels; what joins and parts letters. */
const accents = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu;
const vowels = /[\u0591-\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06ED]/g;
const joining = /['’ʼ\p{Cf}]/gu;

/** Letters that are written in several ways. */
const alike: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ς: 'σ',
  ё: 'е',
  ı: 'i',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');

/** Of a word in lower case. */
export function foldSpelling(word: string): string {
  if (plain.test(word)) return word;
  return word
    .replace(joining, '')
    .normalize('NFKD')
    .replace(accents, '$1')
    .normalize('NFKC')
    .replace(vowels, '')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter);
}
