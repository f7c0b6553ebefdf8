/** What an author may have overlooked in a text that can be published as it is: told as advice. */
import type { Position, Problem } from '../problem.ts';
import type { Language } from './names.ts';

/** Search engines and what reads structured data cut a headline there: https://schema.org/headline */
const mostOfHeadline = 110;

export function headlineAdvice(title: string, language: Language, place: Position & { file: string }): Problem[] {
  const length = title.length > mostOfHeadline ? charactersOf(title, language) : 0;
  if (length <= mostOfHeadline) return [];
  return [
    {
      code: 'article/long-headline',
      weight: 'advice',
      ...place,
      what: `This headline has ${length} characters; search engines show ${mostOfHeadline} of them at most.`,
      fix: 'Shorten it, and say the rest in the summary.',
    },
  ];
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
function isEmpty(body: string): boolean {
  let from = 0;
  for (let start = body.indexOf('<!--'); start !== -1; start = body.indexOf('<!--', from)) {
    const end = body.indexOf('-->', start);
    if (end === -1 || body.slice(from, start).trim() !== '') return false;
    from = end + '-->'.length;
  }
  return body.slice(from).trim() === '';
}
