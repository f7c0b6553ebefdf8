/** What an author may have overlooked in a text that can be published as it is: told as advice. */
import type { Position, Problem } from '../problem.ts';
import type { Written } from './article-form.ts';
import type { MarkdownFile } from './markdown-file.ts';
import type { Language } from './names.ts';
import type { Field } from './yaml.ts';

type Titled = Pick<Written, 'title' | 'titles'>;

/** Search engines and what reads structured data cut a headline there: https://schema.org/headline */
const mostOfHeadline = 110;

type Place = (field: Field) => Position & { file: string };

/** Of the headline that search engines are given. */
export function headlineAdvice({ title, titles }: Titled, language: Language, place: Place): Problem[] {
  const given = titles?.search ?? title;
  const length = given.length > mostOfHeadline ? charactersOf(given, language) : 0;
  if (length <= mostOfHeadline) return [];
  return [
    {
      code: 'article/long-headline',
      weight: 'advice',
      ...place(titles?.search === undefined ? ['title'] : ['titles', 'search']),
      what: `This headline has ${length} characters; search engines show ${mostOfHeadline} of them at most.`,
      fix: 'Shorten it, and say the rest in the summary.',
    },
  ];
}

/** Titles that say what stands there without them. */
export function needlessTitles({ written, place, removal, isKnown }: MarkdownFile<Titled>): Problem[] {
  const { title, titles = {} } = written;
  const said = Object.entries(titles).filter(([, text]) => text !== undefined);
  const same = said.filter(([key, text]) => text === title && isKnown(['titles', key]) && isKnown(['title']));
  const isAll = same.length === said.length;
  return (isAll ? same.slice(0, 1) : same).map(([key]) => ({
    code: 'article/needless-title',
    weight: 'advice',
    ...place(['titles', key]),
    what: isAll ? '“titles” only says what the headline says.' : `“titles.${key}” says what the headline says.`,
    fix: 'Remove it: the headline stands wherever there is no other title.',
    replacement: removal(isAll ? ['titles'] : ['titles', key]),
  }));
}

/** As readers count them. */
function charactersOf(text: string, language: Language): number {
  return [...new Intl.Segmenter(language).segment(text)].length;
}

/** `remedy` for a text that is still to be written; the body begins on `bodyLine`. */
export function emptyBodyAdvice(body: string, bodyLine: number, file: string, remedy: string): Problem[] {
  if (!isEmpty(body)) return [];
  return [
    {
      code: 'content/no-text',
      weight: 'advice',
      file,
      line: bodyLine - 1,
      column: 1,
      what: 'There is no text below this line.',
      fix: `Write it there${remedy}.`,
    },
  ];
}

/** Whether there is nothing but comments and spaces. */
export function isEmpty(body: string): boolean {
  let from = 0;
  for (let start = body.indexOf('<!--'); start !== -1; start = body.indexOf('<!--', from)) {
    const end = body.indexOf('-->', start);
    if (end === -1 || body.slice(from, start).trim() !== '') return false;
    from = end + '-->'.length;
  }
  return body.slice(from).trim() === '';
}
