/** What every form for editors says of a field: made of the schemas by which Broadsheet reads files. */
import type { z } from 'zod';
import { maxCharacters } from '../content/lengths.ts';
import { openSections } from '../content/listings/section.ts';
import { defaultLanguage, textIn } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { schemasAt } from '../content/yaml/schema.ts';

export type Choice = { id: string; title: string };

export function sectionChoices(site: Site): Choice[] {
  return openSections(site).map(({ id, title }) => ({
    id,
    title: textIn(title, defaultLanguage(site), site.languages),
  }));
}

/** Whether several sentences may stand there. */
export function isLong(schema: z.ZodType): boolean {
  return schemasAt(schema, []).some((each) => Number(each.meta()?.maxLength ?? 0) >= maxCharacters.passage);
}

/** `Redirect from` of `redirectFrom`. */
export function labelOf(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
