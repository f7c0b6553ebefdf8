/**
 * A text in Latin letters, as readers of its language know them: the letters that any-ascii gives otherwise than the press
 * does, and any-ascii for all else. Vowels that a script does not write are not made up.
 */
import anyAscii from 'any-ascii';
import type { Language } from '../content/names.ts';

/** What becomes of a letter or of several, in small letters; `^` before those that begin a word. */
type Letters = readonly (readonly [pattern: RegExp, latin: string | ((letters: string) => string)])[];

/** A table written as pairs: `зг zgh, г h, ^є ye`; with nothing after it, a letter that goes. */
function letters(pairs: string): Letters {
  return pairs.split(',').map((pair) => {
    const [written = '', latin = ''] = pair.trim().split(' ');
    const isFirst = written.startsWith('^');
    const pattern = isFirst ? `(?<![\\p{L}\\p{M}’'])${written.slice(1)}` : written;
    return [new RegExp(pattern, 'gu'), latin];
  });
}

/** As the cabinet of Ukraine ruled in 2010. */
const ukrainian = letters(
  "зг zgh,^є ye,^ї yi,^й y,^ю yu,^я ya,г h,ґ g,є ie,и y,і i,ї i,й i,ю iu,я ia,х kh,ц ts,щ shch,ь ,['’ʼ] ",
);
const belarusian = letters("^е ye,^ё yo,^ю yu,^я ya,г h,ґ g,е e,ё io,і i,ў u,х kh,ю iu,я ia,ь ,['’ʼ] ");
/** As the law of 2009 has it. */
const bulgarian = letters('щ sht,ъ a,ь y,х h,ц ts,ю yu,я ya');
const macedonianAndSerbian = letters('ѓ gj,ќ kj,ђ dj,ћ c,љ lj,њ nj,џ dz,ж z,ч c,ш s,х h,ц c,ј j');
const german = letters('ä ae,ö oe,ü ue');
const danish = letters('å aa,æ ae,ø oe');

const ofLanguages: Readonly<Record<string, Letters>> = {
  uk: ukrainian,
  be: belarusian,
  bg: bulgarian,
  mk: macedonianAndSerbian,
  sr: macedonianAndSerbian,
  de: german,
  da: danish,
  nb: danish,
  no: danish,
};

/** ELOT 743, without accents; what a vowel with υ sounds like depends on what follows. */
const greek: Letters = [
  [/ου/gu, 'ou'],
  [/([αεη])υ(?=[αεηιουωβγδζλμνρ])/gu, ([vowel = '']) => `${greekVowels[vowel]}v`],
  [/([αεη])υ(?!\u0308)/gu, ([vowel = '']) => `${greekVowels[vowel]}f`],
  [/(?<!\p{L})μπ/gu, 'b'],
  [/γγ/gu, 'ng'],
  [/γξ/gu, 'nx'],
  [/γχ/gu, 'nch'],
];
const greekVowels: Record<string, string> = { α: 'a', ε: 'e', η: 'i' };

/** As place names of Armenia are written. */
const armenian = letters('և ev,^ու u,ու u,^ով ov,^ո vo,^ե ye,ւ v');

/** Arabic, and what is written like it: the article apart, long vowels as such between consonants. */
const arabic: Letters = [
  [/[\u064b-\u0652\u0640]/gu, ''],
  [/(?<!\p{L})ال(?=\p{L}{2})/gu, 'al-'],
  [/(?<=[^\P{L}اأإآىعa-z])و(?![اأآى])/gu, 'u'],
  [/(?<=[^\P{L}اأإآىعa-z])[يی](?![اأآىوة])/gu, 'i'],
  ...letters('[اأآىة] a,إ i,ع a,[ءٔ] ,ؤ w,ئ y,و w,[يی] y'),
];

const ofScripts: readonly (readonly [RegExp, Letters])[] = [
  [/\p{Script=Greek}/u, greek],
  [/\p{Script=Armenian}/u, armenian],
  [/\p{Script=Arabic}/u, arabic],
];

/** In small letters, without the signs that stand for sounds alone. */
export function romanise(text: string, language: Language): string {
  const small = text.normalize('NFC').toLocaleLowerCase(language);
  const base = language.split('-', 1)[0] ?? language;
  const own = replaced(small, ofLanguages[base] ?? []);
  const rest = ofScripts.reduce((read, [script, table]) => {
    return script.test(read) ? replaced(withoutAccents(read), table) : read;
  }, own);
  return anyAscii(rest.normalize('NFC')).toLowerCase().replace(/['’`]/g, '');
}

/** Of Greek vowels, which a diaeresis keeps apart. */
function withoutAccents(text: string): string {
  return text.normalize('NFD').replace(/(?<=\p{Script=Greek}\u0308?)\u0301/gu, '');
}

function replaced(text: string, table: Letters): string {
  return table.reduce(
    (read, [pattern, latin]) =>
      typeof latin === 'string' ? read.replace(pattern, latin) : read.replace(pattern, (found) => latin(found)),
    text,
  );
}
