/** Schemas of the fields that several kinds of content have. */
import { z } from 'zod';
import { canonicalLanguage, isId, isLanguage, isWebAddress, type Text } from './names.ts';
import { type Refusal, refuse } from './yaml.ts';

export const line = z.string().trim().min(1, 'It must not be empty');

export const id = z.string().superRefine(
  refuse(isId, (value) => ({
    code: 'content/bad-id',
    what: `“${value}” cannot be an id.`,
    fix: 'Use lower-case letters a–z, digits and single hyphens, as in “editorial-desk”.',
  })),
);

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
const perLanguage = z
  .record(z.string(), line)
  .refine((texts) => Object.keys(texts).length > 0, textForm)
  .superRefine((texts, context) => {
    for (const key of Object.keys(texts))
      if (!isLanguage(key))
        context.addIssue({ code: 'custom', params: languageRefusal(key), input: key, path: [key], continue: true });
  });

export const text: z.ZodType<Text> = z.union([line, perLanguage], { error: textForm });

export const webAddress = z.string().superRefine(
  refuse(isWebAddress, (value) => ({
    code: 'content/bad-address',
    what: `“${value}” is not a web address.`,
    fix: 'Write it whole, with https:// at its beginning.',
  })),
);
