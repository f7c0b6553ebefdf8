/** Files that are called text and are none, or text of another encoding: which it is, and how an author makes it text. */
import type { Problem } from '../problem.ts';
import { markedEncoding } from './byte-order-mark.ts';
import type { Language } from './names.ts';

type Told = Omit<Problem, 'file'>;

const draft = 'begin a draft from it with “new --from”, or copy its text into a file that “new” has made.';
const asItIs = `Move it out of content/, give it its own ending again, and ${draft}`;
const asWord = `Move it out of content/, save it from Word or LibreOffice as .docx, and ${draft}`;
const moveOut = 'Move it out of content/, or give it its own ending and put it beside its story.';

const beginnings: readonly { signs: string; is: string; fix: string }[] = [
  { signs: '{\\rtf', is: 'a document in RTF', fix: asWord },
  { signs: '\xD0\xCF\x11\xE0', is: 'a document of an old Word (.doc)', fix: asWord },
  { signs: '%PDF-', is: 'a PDF', fix: moveOut },
  { signs: '\xFF\xD8\xFF', is: 'a picture (.jpg)', fix: moveOut },
  { signs: '\x89PNG', is: 'a picture (.png)', fix: moveOut },
  { signs: 'GIF8', is: 'a picture (.gif)', fix: moveOut },
];

const latin1 = new TextDecoder('latin1');

/** Of a file that is to be text: as far as its beginning says that it is none. */
export function notTextProblem(bytes: Uint8Array, file: string): Problem | undefined {
  const told = documentIn(bytes) ?? (isUtf16(bytes) ? utf16 : undefined);
  return told && { ...told, file };
}

function documentIn(bytes: Uint8Array): Told | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const found = start.startsWith('PK\x03\x04')
    ? packedIn(bytes)
    : beginnings.find(({ signs }) => start.startsWith(signs));
  return found && { code: 'content/not-text', what: `This file is ${found.is}, not text.`, fix: found.fix };
}

/** In a ZIP, names of its parts stand as they are. */
function packedIn(bytes: Uint8Array): { is: string; fix: string } {
  const names = [bytes.subarray(0, 4096), bytes.subarray(-4096)].map((part) => latin1.decode(part)).join('');
  if (names.includes('word/')) return { is: 'a Word document (.docx)', fix: asItIs };
  if (names.includes('opendocument.text')) return { is: 'a document of LibreOffice (.odt)', fix: asWord };
  return { is: 'a ZIP archive', fix: moveOut };
}

const utf16: Told = {
  code: 'content/not-utf8',
  line: 1,
  column: 1,
  what: 'The file is in UTF-16, which Windows calls Unicode, and not in UTF-8.',
  fix: 'Save the file as UTF-8: where you give it its name, editors let you choose the encoding too.',
};

/** Also without a mark: of two letters that English has, every other byte is nothing. */
function isUtf16(bytes: Uint8Array): boolean {
  const [one, two, three, four] = bytes;
  return (
    markedEncoding(bytes) !== undefined ||
    (one === 0 && three === 0 && two !== 0 && four !== 0 && bytes.length > 3) ||
    (two === 0 && four === 0 && one !== 0 && three !== 0)
  );
}

/** By the language of their texts. */
const encodings: readonly { name: string; languages: readonly Language[] }[] = [
  { name: 'Windows-1251', languages: ['ru', 'uk', 'kk', 'be', 'bg', 'sr', 'mk'] },
  { name: 'Windows-1253', languages: ['el'] },
  { name: 'Windows-1255', languages: ['he'] },
  { name: 'Windows-1256', languages: ['ar', 'fa'] },
  { name: 'Windows-1254', languages: ['tr', 'az'] },
  { name: 'Windows-1250', languages: ['pl', 'cs', 'sk', 'ro', 'hu', 'hr', 'sl'] },
  { name: 'GB18030', languages: ['zh'] },
  { name: 'Shift_JIS', languages: ['ja'] },
  { name: 'EUC-KR', languages: ['ko'] },
];
const cyrillic = 'Windows-1251';
const western = 'Windows-1252';
/** Scripts that have no letter in common with English, so that whole words have no byte of ASCII. */
const otherScript = /^Windows-125[1356]$|^[GSE]/;

/**
 * Of a file with bytes that UTF-8 does not have; none where others are good UTF-8, so that it is not known what it is.
 * `languages`: those that it may be in, the likeliest first. `text`: the file as it was read.
 */
export function encodingProblem(
  bytes: Uint8Array,
  { file, text: read, languages }: { file: string; text: string; languages: readonly Language[] },
): Problem | undefined {
  if (!read.includes('\uFFFD')) return undefined;
  const high = bytes.reduce((sum, byte) => sum + (byte > 0x7f ? 1 : 0), 0);
  if (high === 0 || read.replace(/[\p{ASCII}\uFFFD]/gu, '') !== '') return undefined;
  const likely = encodingName(bytes, languages, high);
  // Small letters of the one are capitals of the other.
  const name = likely === cyrillic && /\p{Ll}\p{Lu}/u.test(new TextDecoder(likely).decode(bytes)) ? 'KOI8-R' : likely;
  const text = new TextDecoder(name).decode(bytes);
  if (/[\uFFFD\x80-\x9F]/.test(text)) return undefined;
  const lines = text.split(/\r\n?|\n/);
  const number = lines.findIndex((each) => notAscii.test(each));
  const line = lines[number] ?? '';
  const start = line.slice(0, line.search(notAscii)).search(/\S*$/);
  return {
    code: 'content/not-utf8',
    file,
    line: number + 1,
    column: line.search(notAscii) + 1,
    what: `The file is not in UTF-8. Read as ${name}, it has “${line.slice(start, start + 40).trim()}” here.`,
    fix: `Save the file as UTF-8, once your editor shows these words as they are to be; if it does not, tell it to open the file as ${name}.`,
  };
}

const notAscii = /\P{ASCII}/u;

/** Of the languages of the site, the first in whose script such bytes stand beside one another as here. */
function encodingName(bytes: Uint8Array, languages: readonly Language[], high: number): string {
  const beside = bytes.reduce((sum, byte, index) => sum + (byte > 0x7f && (bytes[index + 1] ?? 0) > 0x7f ? 1 : 0), 0);
  const isOfWords = beside > high * 0.6;
  const known = languages.map((language) => {
    const base = language.split('-')[0] ?? '';
    return encodings.find((each) => each.languages.includes(base))?.name ?? western;
  });
  const fitting = known.find((name) => otherScript.test(name) === isOfWords);
  return fitting ?? (isOfWords ? cyrillic : western);
}
