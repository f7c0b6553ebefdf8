/** Undated Markdown: standing pages (`pages/about.md`) and introductions of topics (`topics/syria.md`). */
import { z } from 'zod';
import { isFault } from '../problem.ts';
import { languageProblems, type ParsedFile } from './article.ts';
import { conflictProblems } from './conflicts.ts';
import { inLanguages, name, passage, title } from './fields.ts';
import { plainText, splitFrontMatter } from './front-matter.ts';
import { hiddenProblems } from './hidden-characters.ts';
import { Places } from './markdown/finding.ts';
import { type Outline, outlineBody } from './markdown/outline.ts';
import { defaultLanguage, isFreeId, type Language } from './names.ts';
import { reservedRemedy } from './own-addresses.ts';
import type { ContentPath } from './paths.ts';
import type { Site } from './site.ts';
import { markdownSizeProblem } from './size.ts';
import { untranslatedProblems } from './untranslated.ts';
import { type Field, readYaml } from './yaml.ts';

const pageSchema = z.strictObject({ title, summary: passage.optional() });
const topicSchema = z.strictObject({ name: inLanguages(name) });

type Undated = { path: string; id: string; language: Language; outline: Outline };
export type Page = z.infer<typeof pageSchema> & Undated;
export type Topic = z.infer<typeof topicSchema> & Undated;

export function parsePage(bytes: Uint8Array, path: ContentPath & { kind: 'page' }, site: Site): ParsedFile<Page> {
  const parsed = parseUndated(bytes, path, site, pageSchema);
  const isTaken = !isFreeId(path.id, site.languages) || site.sections.some((section) => section.id === path.id);
  if (!isTaken) return parsed;
  const problem = {
    code: 'page/reserved-id',
    file: path.path,
    what: `A page cannot be called “${path.id}”: /${path.id}/ is used for something else.`,
    fix: reservedRemedy.replace('Choose', 'Rename the file to'),
  };
  return { ...parsed, value: undefined, problems: [...parsed.problems, problem] };
}

export function parseTopic(bytes: Uint8Array, path: ContentPath & { kind: 'topic' }, site: Site): ParsedFile<Topic> {
  return parseUndated(bytes, path, site, topicSchema);
}

function parseUndated<T extends object>(
  bytes: Uint8Array,
  path: ContentPath & { kind: 'page' | 'topic' },
  site: Site,
  schema: z.ZodType<T>,
): ParsedFile<T & Undated> {
  const file = path.path;
  const tooLarge = markdownSizeProblem(bytes, file);
  if (tooLarge) return { problems: [tooLarge] };
  const source = plainText(bytes);
  const conflicts = conflictProblems(source, file);
  if (conflicts.length > 0) return { problems: conflicts };
  const split = splitFrontMatter(source, file);
  if ('code' in split) return { problems: [split] };
  const read = readYaml(split.yaml, schema, file, split.yamlLine);
  const { outline, problems: bodyProblems } = outlineBody(split.body, file, split.bodyLine);
  const problems = [...read.problems, ...bodyProblems, ...hiddenProblems(split.body, file, split.bodyLine)];
  problems.push(...languageProblems(file, path.language, site));
  const place = (field: Field) => ({ file, ...read.at(field) });
  problems.push(...untranslatedProblems(read.value, schema, site, place));
  const places = new Places(split.body);
  for (const picture of outline.pictures) {
    const finding = {
      code: 'picture/not-in-a-story',
      line: 0,
      search: picture,
      what: `“${picture}” stands on a page that is not a story.`,
      fix: 'Remove it; pictures lie beside stories only.',
    };
    problems.push(places.toProblem(finding, file, split.bodyLine));
  }
  if (!read.value || problems.some(isFault)) return { problems };
  return {
    value: { ...read.value, path: file, id: path.id, language: path.language ?? defaultLanguage(site), outline },
    problems,
  };
}
