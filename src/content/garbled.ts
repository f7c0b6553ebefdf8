/**
 * Text in UTF-8 that a program has read as text of Windows or of an old Mac, and saved so: `donâ€™t`, `Ð¿Ñ€Ð¸Ð²ÐµÑ‚`, `РџСЂРё`.
 * It is told where no language has letters and signs in such an order, with the text that was there before.
 */
import type { Problem } from '../problem.ts';
import { linesOutsideOfCode } from './conflicts.ts';
import { shownLine } from './remedies.ts';

type Encoding = {
  byteOf: ReadonlyMap<string, number>;
  /** One character, as it is read in this encoding. */
  sequence: RegExp;
  /** What nobody writes. */
  sure: RegExp;
};

const utf8 = new TextDecoder('utf-8', { fatal: true });

function encodingOf([name, rules]: [string, readonly string[]]): Encoding {
  const decoder = new TextDecoder(name);
  const bytes = Array.from({ length: 128 }, (_, index) => index + 128);
  const byteOf = new Map(bytes.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  // In Latin 1, a byte is the character of its number.
  if (name === 'windows-1252') for (const byte of bytes) byteOf.set(String.fromCharCode(byte), byte);
  const chars = (from: number, to = from) =>
    `[${[...byteOf]
      .filter(([, byte]) => byte >= from && byte <= to)
      .map(([character]) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
      .join('')}]`;
  const rest = chars(0x80, 0xbf);
  const three = `${chars(0xe0, 0xef)}${rest}${rest}`;
  const one = `(?:${chars(0xc2, 0xdf)}${rest}|${three}|${chars(0xf0, 0xf4)}${rest}${rest}${rest})`;
  const signs = [
    `${chars(0xe2)}${chars(0x80)}${rest}`,
    `${chars(0xe2)}${chars(0x82)}${chars(0xac)}`,
    `${chars(0xe2)}${chars(0x84)}${chars(0x96, 0xa2)}`,
    `${chars(0xe2)}${chars(0x86)}${chars(0x90, 0x95)}`,
    `${chars(0xf0)}${chars(0x9f)}${rest}${rest}`,
  ];
  return {
    byteOf,
    sequence: new RegExp(one, 'gu'),
    sure: new RegExp([...signs, ...rules, `${one}{3}`, `(?:${three}){2}`].join('|'), 'gu'),
  };
}

/** Of letters with accents: a capital, and what follows it neither in a word nor at the end of one or of a quotation. */
const latin: Readonly<Record<string, readonly string[]>> = {
  'windows-1252': [
    '[ÂÃÄÅ][¼½¾¶¤±§¡¨¢¥¯¬´¸¿¦µŸƒ€‰†‡ˆ˜ŒŽšœžŠ©³ª]',
    '(?<!\\p{Lu})Â[«»°£·º\\u00A0]',
    '(?<=\\p{Ll})[ÂÃÄÅÈÉ][\\u0080-\\u00BF‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]',
    '(?:[ÂÃÄÅÈÉ][“”„‚™›‹•]|Ã[–])(?=[a-z])',
  ],
  'windows-1251': ['(?<=[A-Za-z])[ГДЕ][Ѓѓ„…†‡€‰Љ‹ЊЌЋЏђ‘“”•–—™љ›њќћџ\\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\\u00AD®Ї°±Ііґµ¶·ё№є»јЅѕї]'],
  'windows-1250': [
    'Ă[ł©¤¶Ľ¨Ş˘€‰‡±§]|Ĺ[‚›ľĽşĄˇ‘„]',
    '(?<=\\p{Ll})[ĂÄĹ][„…†‡‰Š‹ŚŤŽŹ‘“”•–—™š›śťžź\\u00A0ˇ˘Ł¤Ą¦§¨©Ş«¬®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľż]',
  ],
  macintosh: ['√[©®±∂ß∫º†Ñ°¢¥ç]'],
};

/** In this order: what may be read in several is taken for the first. */
const encodings = Object.entries(latin).map(encodingOf);
/** Soon looked for, as in English hardly any two such characters stand side by side. */
const pair = /[\x80-\uFFFF]{2}/;
const suspicious = new RegExp(encodings.map(({ sequence }) => sequence.source).join('|'), 'u');

const scripts = [
  ...['Cyrillic', 'Greek', 'Armenian', 'Hebrew', 'Arabic', 'Georgian', 'Devanagari', 'Thai', 'Hangul'],
  'Han}\\p{Script=Hiragana}\\p{Script=Katakana',
].map((name) => ({ name, pattern: new RegExp(`^(?=[\\p{L}\\p{M}])[\\p{Script=${name}}]$`, 'u') }));

/** The script of a letter, `sign` of a sign of texts; undefined of what is hardly ever written. */
function kindOf(character: string): string | undefined {
  if (/^[\u0080-\u00BFƒˆ˜\u2010-\u2044\u20AC\u2116\u2122\u2190-\u2199\u2212\u{1F300}-\u{1FAFF}]$/u.test(character))
    return 'sign';
  if (/^[\u00C0-\u017FȘșȚțƏə]$/u.test(character)) return 'Latin';
  return scripts.find(({ pattern }) => pattern.test(character))?.name;
}

function decoded(sequence: string, { byteOf }: Encoding): string | undefined {
  try {
    return utf8.decode(Uint8Array.from(sequence, (character) => byteOf.get(character) ?? 0));
  } catch {
    return undefined;
  }
}

/** What is certainly garbled in a text: of signs and of letters with accents each, of others three in a row. */
function surelyGarbled(text: string, encoding: Encoding): Set<string> {
  const found = new Set<string>();
  for (const [match] of text.matchAll(encoding.sure)) {
    const characters = [...(decoded(match, encoding) ?? '')];
    const kinds = new Set(characters.map(kindOf));
    const [kind] = kinds;
    if (kind === undefined || kinds.size > 1) continue;
    if (characters.length === 1 || (kind !== 'Latin' && kind !== 'sign')) found.add(kind).add('sign');
  }
  return found;
}

/** It may have been garbled more than once. */
const mostTimes = 3;

/** The text as it was; undefined where nothing tells that it was another. */
function ungarbled(text: string): string | undefined {
  if (!pair.test(text)) return undefined;
  let mended = text;
  for (let time = 0; time < mostTimes && suspicious.test(mended); time++) {
    const readings = encodings.map((encoding) => readBack(mended, encoding));
    // The encoding in which the most was garbled.
    const [best] = readings.toSorted((one, other) => one.length - other.length);
    if (best === undefined || best === mended) break;
    mended = best;
  }
  return mended === text ? undefined : mended;
}

/** Each character that is put back is shorter than what it had become. */
function readBack(text: string, encoding: Encoding): string {
  const kinds = surelyGarbled(text, encoding);
  if (kinds.size === 0) return text;
  return text.replace(encoding.sequence, (sequence) => {
    const character = decoded(sequence, encoding);
    return character !== undefined && kinds.has(kindOf(character) ?? '') ? character : sequence;
  });
}

/** What remains where not all could be put back. */
const leftover = /[\u0080-\u009F\uFFFD]|[ÂÃÄÅÆÎÏÐÑ×ØÙâáà][\u0080-\u00BF‘’“”„‚™›‹•…†‡]/;

/** One Problem a line, outside of code. Advice, as only people know what was meant. */
export function garbledProblems(text: string, file: string, firstLine = 1): Problem[] {
  const mended = ungarbled(text)?.split('\n');
  if (!mended) return [];
  return linesOutsideOfCode(text, file.endsWith('.md')).flatMap(({ line, number }): Problem[] => {
    const right = mended[number] ?? line;
    if (right === line) return [];
    const place = { line: firstLine + number, column: 1 };
    const isRight = !leftover.test(right);
    return [
      {
        code: 'content/garbled',
        weight: 'advice',
        file,
        ...place,
        column: firstDifference(line, right),
        what: 'Letters or signs here were garbled by a program that took UTF-8 for another encoding.',
        ...(isRight
          ? {
              fix: `Write “${shownLine(right.trim())}”.`,
              replacement: { from: place, to: { ...place, column: line.length + 1 }, text: right },
            }
          : { fix: 'Copy the text again from where it came from, after it was saved there as UTF-8.' }),
      },
    ];
  });
}

/** The column from 1 in which two lines begin to differ. */
function firstDifference(line: string, other: string): number {
  let index = 0;
  while (index < line.length && line[index] === other[index]) index += 1;
  return index + 1;
}
