/** A text may be given per language; one that no page of the site is in would leave its place empty. */
import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import type { MarkdownFile } from './markdown-file.ts';
import { writeLine } from './remedies.ts';
import type { Site } from './site.ts';
import { textsPerLanguage } from './yaml/schema.ts';

/** The Problems of texts in `value`, as `schema` read it, that are in no language of the site. */
export function untranslatedProblems(
  value: unknown,
  schema: z.ZodType,
  { languages, unknown }: Pick<Site, 'languages' | 'unknown'>,
  { place, line }: Pick<MarkdownFile<unknown>, 'place' | 'line'>,
): Problem[] {
  if (unknown?.includes('languages')) return [];
  return textsPerLanguage(schema, value)
    .filter(({ text }) => !languages.some((language) => Object.hasOwn(text, language)))
    .map(({ field, text }) => ({
      code: 'content/untranslated',
      ...place(field),
      what: `This text is in no language of the site, only in: ${Object.keys(text).slice(0, 10).join(', ')}.`,
      ...writeLine(
        line(field, Object.values(text)[0]),
        ` for every language, or add one of the site: ${languages.join(', ')}`,
      ),
    }));
}
