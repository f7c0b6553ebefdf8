/** Schemas of the fields that several kinds of content have. */
import { z } from 'zod';
import { isId, isWebAddress, languagePattern, type Text } from './names.ts';
import { refuse } from './yaml.ts';

export const line = z.string().trim().min(1, 'It must not be empty');

export const id = z.string().superRefine(
  refuse(isId, (value) => ({
    code: 'content/bad-id',
    what: `“${value}” cannot be an id.`,
    fix: 'Use lower-case letters a–z, digits and single hyphens, as in “editorial-desk”.',
  })),
);

const textForm = 'Write one text, or one per language as in {en: …, ru: …}.';
const perLanguage = z
  .record(z.string().regex(languagePattern), line)
  .refine((texts) => Object.keys(texts).length > 0, textForm);

export const text: z.ZodType<Text> = z.union([line, perLanguage], { error: textForm });

export const webAddress = z.string().superRefine(
  refuse(isWebAddress, (value) => ({
    code: 'content/bad-address',
    what: `“${value}” is not a web address.`,
    fix: 'Write it whole, with https:// at its beginning.',
  })),
);
