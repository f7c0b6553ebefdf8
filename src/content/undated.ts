/** What undated Markdown files have in common, whatever their schema: an id, a language, a body without pictures and documents. */
import type { Problem } from '../problem.ts';
import { Places } from './markdown/finding.ts';
import type { Outline } from './markdown/outline.ts';
import { type MarkdownFile, readMarkdownFile } from './markdown-file.ts';
import { defaultLanguage, type Language } from './names.ts';
import type { ContentPath } from './paths.ts';
import type { Site } from './site.ts';
import { toComeProblems } from './to-come.ts';
import type { Form } from './yaml.ts';

export type Undated = { path: string; id: string; language: Language; outline: Outline };

type UndatedPath = Extract<ContentPath, { kind: 'page' | 'topic' | 'notice' }>;

/** No `read` and no `value` where front matter and body cannot be told apart. */
export function readUndated<T extends object>(
  bytes: Uint8Array,
  { path, id, language }: UndatedPath,
  site: Site,
  form: Form<T>,
):
  | { read: MarkdownFile<T>; value: T & Undated; problems: Problem[] }
  | { read?: undefined; value?: undefined; problems: Problem[] } {
  const { read, problems } = readMarkdownFile(bytes, { path, language }, site, form);
  if (!read) return { problems };
  const { written, outline, body, bodyLine } = read;
  problems.push(...toComeProblems(bytes, path));
  const places = new Places(body);
  const misplaced = [
    ...outline.pictures.map((name) => ({ name, ...misplacedPicture })),
    ...outline.documents.map((name) => ({ name, ...misplacedDocument })),
  ];
  for (const { name, code, where, fix } of misplaced)
    problems.push(
      places.toProblem({ code, line: 0, search: name, what: `“${name}” is ${where}.`, fix }, path, bodyLine),
    );
  return { read, value: { ...written, path, id, language: language ?? defaultLanguage(site), outline }, problems };
}

const misplacedPicture = {
  code: 'picture/not-in-a-story',
  where: 'on a page that is not a story',
  fix: 'Remove it; only stories can have pictures.',
};
const misplacedDocument = {
  code: 'document/not-in-a-story',
  where: 'named on a page that is not a story, beside which no documents lie',
  fix: 'Put the file into public/, and write its address from the site’s root, as in /report.pdf.',
};
