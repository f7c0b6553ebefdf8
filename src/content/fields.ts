/** Schemas of the fields that several kinds of content have. */
import { z } from 'zod';
import { invisibleRefusal } from './hidden-characters.ts';
import { maxCharacters, maxItems } from './lengths.ts';
import { canonicalLanguage, isId, isLanguage, isWebAddress, type Text } from './names.ts';
import { plainRefusals } from './plain-text.ts';
import { type Refusal, refuse, refuseBy } from './yaml.ts';
import { asPerLanguage, asProse } from './yaml-schema.ts';

/** A text that is no prose: a time, the name of a file. */
export function word(most = maxCharacters.word) {
  return z
    .string()
    .trim()
    .min(1, 'It must not be empty')
    .superRefine(refuseBy((value) => lengthRefusals(value, most)));
}

/** A time; a number, as YAML takes 20151126 for, is told of as one that cannot be read. */
export const time = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), word());

/** Words that readers see, as they are typed; empty only where that is said on purpose. */
function prose(most: number, least = 1, refusals = plainRefusals) {
  const trimmed = z.string().trim();
  return asProse(
    (least > 0 ? trimmed.min(least, 'It must not be empty') : trimmed).superRefine(
      refuseBy((value) => {
        const refusal = invisibleRefusal(value);
        return refusal ? [refusal] : [...lengthRefusals(value, most), ...refusals(value)];
      }),
    ),
  );
}

/** A headline, a heading, the title of a source. */
export const title = prose(maxCharacters.title);
/** Of a person, a place, a thing. */
export const name = prose(maxCharacters.name);
/** Sentences. */
export const passage = prose(maxCharacters.passage);
/** Sentences with links and emphasis, whose findings are those of a body (`corrections.ts`). */
export const markdownLine = prose(maxCharacters.passage, 1, () => []);
/** What a picture shows; nothing, written as "", for one that needs no words. */
export const alt = prose(maxCharacters.passage, 0);

export const id = z.string().superRefine(
  refuseBy((value) => {
    const tooLong = lengthRefusals(value, maxCharacters.id);
    return tooLong.length > 0 || isId(value) ? tooLong : [badId(value)];
  }),
);

function badId(value: string): Refusal {
  return {
    code: 'content/bad-id',
    what: `“${value}” cannot be an id.`,
    fix: 'Use lower-case letters a–z, digits and single hyphens, as in “editorial-desk”.',
  };
}

/** A list of so many at most. */
export function list<T extends z.ZodType>(of: T, most: number = maxItems.list) {
  return z.array(of).superRefine((value, context) => {
    if (value.length <= most) return;
    const params: Refusal = {
      code: 'content/too-many',
      what: `This list has ${value.length.toLocaleString('en')} items; the most is ${most}.`,
      fix: 'Keep those that matter, and remove the others.',
    };
    context.addIssue({ code: 'custom', params, input: value });
  });
}

/** What is wrong with a word in the place of a language. */
export function languageRefusal(word: string): Refusal {
  const language = canonicalLanguage(word);
  return {
    code: 'content/bad-language',
    what: `“${word}” is not a language code.`,
    fix: language ? `Write it as “${language}”.` : 'Write it as in “en”, “ru”, “pt-BR” or “zh-Hant”.',
  };
}

const textForm = 'Write one text, or one per language as in {en: …, ru: …}.';

/** One text for all languages, or one per language. */
export function inLanguages(text: z.ZodType<string>): z.ZodType<Text> {
  const perLanguage = z
    .record(z.string(), text)
    .refine((texts) => Object.keys(texts).length > 0, textForm)
    .superRefine((texts, context) => {
      for (const key of Object.keys(texts))
        if (!isLanguage(key))
          context.addIssue({ code: 'custom', params: languageRefusal(key), input: key, path: [key], continue: true });
    });
  return z.union([text, asPerLanguage(perLanguage)], { error: textForm });
}

export const webAddress = z
  .string()
  .superRefine(refuse((value) => !hasPassword(value), withPassword))
  .superRefine(refuseBy((value) => lengthRefusals(value, maxCharacters.address)))
  .superRefine(
    refuse(isWebAddress, (value) => ({
      code: 'content/bad-address',
      what: `“${value.slice(0, maxCharacters.address)}” is not a web address.`,
      fix: 'Write it whole, with https:// at its beginning.',
    })),
  );

function hasPassword(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.username + url.password !== '' && /^https?:$/.test(url.protocol);
}

function withPassword(address: string): Refusal {
  return {
    code: 'content/address-with-user',
    what: 'This address has a user name or a password in it, which every reader would see.',
    fix: `Begin it with ${new URL(address).origin}/, and choose another password: this file has been read by others.`,
  };
}

export function lengthRefusals({ length }: string, most: number): Refusal[] {
  if (length <= most) return [];
  const [long, limit] = [length, most].map((each) => each.toLocaleString('en'));
  return [
    {
      code: 'content/too-long',
      what: `This has ${long} characters; the most is ${limit}.`,
      fix: 'Shorten it.',
    },
  ];
}
