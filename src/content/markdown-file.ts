/** What every Markdown file of a newsroom has, whatever its schema: front matter, a body, a language of the site. */
import type { Position, Problem } from '../problem.ts';
import { conflictProblems } from './conflicts.ts';
import { plainText, splitFrontMatter } from './front-matter.ts';
import { garbledProblems } from './garbled.ts';
import { hiddenProblems } from './hidden-characters.ts';
import { type Outline, outlineBody } from './markdown/outline.ts';
import type { Language } from './names.ts';
import { encodingProblem, notTextProblem } from './not-text.ts';
import type { ContentPath } from './paths.ts';
import type { Site } from './site.ts';
import { markdownSizeProblem } from './size.ts';
import { suggestion } from './suggest.ts';
import { untranslatedProblems } from './untranslated.ts';
import { type Field, type Form, type ReadYaml, readYaml } from './yaml.ts';

export type MarkdownFile<T> = Pick<ReadYaml<T>, 'isKnown' | 'line' | 'removal'> & {
  /** What the front matter says, or would say without its Problems. */
  written: T;
  outline: Outline;
  /** What can be read in the body, without pictures. */
  readable: string[];
  body: string;
  /** The line of the file on which `body` begins, from 1. */
  bodyLine: number;
  /** Where a field of the front matter stands. */
  place: (field: Field) => Position & { file: string };
};

/** Reads both parts of a file, with all their Problems; no `read` where the two cannot be told apart. */
export function readMarkdownFile<T extends object>(
  bytes: Uint8Array,
  { path: file, language }: Pick<ContentPath, 'path'> & { language?: Language },
  site: Site,
  form: Form<T>,
): { read?: MarkdownFile<T>; problems: Problem[] } {
  const unreadable = notTextProblem(bytes, file) ?? markdownSizeProblem(bytes, file);
  if (unreadable) return { problems: [unreadable] };
  const text = plainText(bytes);
  const languages = language === undefined ? site.languages : [language, ...site.languages];
  const encoded = encodingProblem(bytes, { file, text, languages });
  if (encoded) return { problems: [encoded] };
  const conflicts = conflictProblems(text, file);
  if (conflicts.length > 0) return { problems: conflicts };
  const { split, problems: told } = splitFrontMatter(text, file);
  if (!split) return { problems: told };
  const { body, bodyLine } = split;
  const { asRead, isKnown, problems, at, line, removal } = readYaml(split.yaml, form, file, split.yamlLine);
  const { outline, readable, problems: bodyProblems } = outlineBody(body, file, bodyLine, site);
  const place = (field: Field) => ({ file, ...at(field) });
  return {
    read: { written: asRead, isKnown, line, removal, outline, readable, body, bodyLine, place },
    problems: [
      ...told,
      ...problems,
      ...bodyProblems,
      ...hiddenProblems(body, file, bodyLine),
      ...garbledProblems(body, file, bodyLine),
      ...languageProblems(file, language, site),
      ...untranslatedProblems(asRead, form.schema, site, { place, line }),
    ],
  };
}

/** A file may not name a language that the site does not have. */
function languageProblems(file: string, language: Language | undefined, site: Site): Problem[] {
  if (language === undefined || site.unknown?.includes('languages')) return [];
  if (site.languages.includes(language)) return [];
  return [
    {
      code: 'content/unknown-language',
      file,
      what: `The site has no language “${language}”.`,
      fix: suggestion(language, site.languages.slice(1), 'Add it to languages in site.yaml, or rename the file.'),
    },
  ];
}
