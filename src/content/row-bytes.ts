/** How many bytes a row of a list has at the most, told by its article alone: lists are bounded by them. */
import { markupBytes } from './bounds.ts';
import { textIn } from './names.ts';
import type { Headline } from './records.ts';
import type { Site } from './site.ts';

/** More than the markup around the words of a row has, with a time in any language. */
const aroundRow = 260;

/** Of a headline with its time, and its kicker or its section. */
export function headlineBytes({ url, title, short, kicker, section, language }: Headline, site: Site): number {
  const of = site.sections.find(({ id }) => id === section)?.title ?? section;
  return (
    aroundRow + url.length + markupBytes(short ?? title) + markupBytes(kicker ?? textIn(of, language, site.languages))
  );
}
