/**
 * Files of words to the wording of one language. They are laid over each other, so that one of three lines may
 * change three words; the first of them must have all.
 */
import { z } from 'zod';
import { isFault, type Problem } from '../problem.ts';
import type { Example } from './example.ts';
import { plainText } from './front-matter.ts';
import type { Message } from './message.ts';
import type { Language } from './names.ts';
import type { ParsedFile } from './parsed-file.ts';
import { formRefusals } from './plural-forms.ts';
import { sizeProblem } from './size.ts';
import { type WrittenWording, wordingSchema } from './wording.ts';
import { type Form, readYaml } from './yaml.ts';

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

/** `files` are those that a language uses, widest and eldest first; `example` has all words of a language that is good. */
export function parseWording(
  language: Language,
  files: readonly WordsFile[],
  example: () => Example,
): ParsedFile<Wording> {
  const problems: Problem[] = [];
  let all: Part = {};
  let own: Part = {};
  for (const [index, { file, of, bytes }] of files.entries()) {
    const form = { schema: index === 0 ? wordingSchema : partSchema, example };
    const read = readPart(bytes, file, form, all.locale ?? of);
    problems.push(...read.problems);
    all = laidOver(all, read.part);
    if (of === language) own = laidOver(own, read.part);
  }
  if (problems.some(isFault)) return { problems };
  return { value: { ...whole(all as WrittenWording, language), ...names(own, language) }, problems };
}

function readPart(
  bytes: Uint8Array,
  file: string,
  form: Form<Part>,
  locale: string,
): { part: Part; problems: Problem[] } {
  const tooLarge = sizeProblem('file', bytes.length, file);
  if (tooLarge) return { part: {}, problems: [tooLarge] };
  const { asRead, isKnown, problems, at } = readYaml(plainText(bytes), form, file);
  const written = Object.entries(asRead).filter(([key]) => isKnown([key]));
  const messages = written.filter((entry): entry is [string, Message] => Array.isArray(entry[1]));
  const forms = messages.flatMap(([key, message]) =>
    formRefusals(message, (isKnown(['locale']) && asRead.locale) || locale).map((refusal) => ({
      ...refusal,
      file,
      ...at([key]),
    })),
  );
  return { part: asRead, problems: [...problems, ...forms] };
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
