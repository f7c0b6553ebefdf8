/**
 * Files of words to the wording of one language. They are laid over each other, so that one of three lines may
 * change three words; the first of them must have all.
 */
import { z } from 'zod';
import { isFault, type Problem } from '../problem.ts';
import type { ParsedFile } from './article.ts';
import { plainText } from './front-matter.ts';
import type { Message } from './message.ts';
import type { Language } from './names.ts';
import { formRefusals } from './plural-forms.ts';
import { sizeProblem } from './size.ts';
import { type WrittenWording, wordingSchema } from './wording.ts';
import { readYaml } from './yaml.ts';

/** With all that a file may leave out. */
export type Wording = WrittenWording &
  Required<
    Pick<WrittenWording, 'locale' | 'openGraphLocale' | 'digits' | 'monthNamesAlone' | 'monthNamesShort' | 'zones'>
  >;

/** A file of words, and the language that it is named for. */
export type WordsFile = { file: string; of: Language; bytes: Uint8Array };

type Part = Partial<WrittenWording>;
type Names = Pick<Wording, 'ownName' | 'openGraphLocale'>;

/** What a file laid over another may leave out: everything. */
const partSchema: z.ZodType<Part> = z.strictObject(
  Object.fromEntries(
    Object.entries(wordingSchema.shape).map(([key, schema]) => [
      key,
      (schema instanceof z.ZodObject ? schema.partial() : schema).optional(),
    ]),
  ),
);

/** `files` are those that a language uses, widest and eldest first. */
export function parseWording(language: Language, files: readonly WordsFile[]): ParsedFile<Wording> {
  const problems: Problem[] = [];
  let all: Part = {};
  let own: Part = {};
  for (const [index, { file, of, bytes }] of files.entries()) {
    const read = readPart(bytes, file, index === 0 ? wordingSchema : partSchema, all.locale ?? of);
    problems.push(...read.problems);
    all = laidOver(all, read.value ?? {});
    if (of === language) own = laidOver(own, read.value ?? {});
  }
  if (problems.some(isFault)) return { problems };
  return { value: { ...whole(all as WrittenWording, language), ...names(own, language) }, problems };
}

function readPart(bytes: Uint8Array, file: string, schema: z.ZodType<Part>, locale: string): ParsedFile<Part> {
  const tooLarge = sizeProblem('file', bytes.length, file);
  if (tooLarge) return { problems: [tooLarge] };
  const text = plainText(bytes);
  const { value, problems, at } = readYaml(text, schema, file);
  const readable = value ?? goodWords(text);
  const messages = Object.entries(readable).filter((entry): entry is [string, Message] => Array.isArray(entry[1]));
  const forms = messages.flatMap(([key, message]) =>
    formRefusals(message, readable.locale ?? locale).map((refusal) => ({ ...refusal, file, ...at([key]) })),
  );
  return { value, problems: [...problems, ...forms] };
}

/** Of a file that has mistakes the words that have none, so that what is to be said of those is said at once. */
function goodWords(text: string): Part {
  const raw: unknown = readYaml(text, z.unknown(), '').value;
  const words = Object.entries(typeof raw === 'object' && raw !== null ? raw : {}).map(([key, word]) => {
    const schema = Object.hasOwn(wordingSchema.shape, key) && wordingSchema.shape[key as keyof WrittenWording];
    return [key, schema ? schema.safeParse(word).data : undefined];
  });
  return Object.fromEntries(words.filter(([, word]) => word !== undefined));
}

/** Groups, such as `policies`, word by word; everything else, lists too, as a whole. */
function laidOver(under: Part, over: Part): Part {
  const merged = Object.entries(over).map(([key, word]) => {
    const before = under[key as keyof Part];
    return [key, isGroup(word) && isGroup(before) ? { ...before, ...word } : word];
  });
  return { ...under, ...Object.fromEntries(merged) };
}

function isGroup(word: unknown): word is object {
  return typeof word === 'object' && word !== null && !Array.isArray(word);
}

function whole(all: WrittenWording, language: Language): Omit<Wording, keyof Names> {
  const { locale = language, digits = 'latn', zones = {}, monthNames } = all;
  const { monthNamesAlone = monthNames, monthNamesShort = monthNamesAlone } = all;
  return { ...all, locale, digits, zones, monthNamesAlone, monthNamesShort };
}

/** What a language is called is said by a file of its own, or known; the name of a wider one would be wrong. */
function names(own: Part, language: Language): Names {
  const { language: base, region } = new Intl.Locale(own.locale ?? language).maximize();
  return {
    ownName: own.ownName ?? nameOf(language),
    // As social networks call a language and its country; Latin America as a whole is LA.
    openGraphLocale: own.openGraphLocale ?? `${base}_${region === '419' ? 'LA' : region}`,
  };
}

function nameOf(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language', languageDisplay: 'standard' }).of(language) ?? language;
}
