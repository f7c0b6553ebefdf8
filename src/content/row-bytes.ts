/** How many bytes a row of a list has at the most, told by its article alone: lists are bounded by them. */
import { markupBytes } from './bounds.ts';
import { textIn } from './names.ts';
import type { Headline } from './records.ts';
import type { Site } from './site.ts';

/** More than the markup around the words of a row has, with a time in any language. */
const aroundRow = 260;

/** The same of the label of a sponsor around its name, in any language. */
const aroundSponsor = 160;

/** How many bytes the label of a sponsor has. */
export function sponsorBytes({ sponsor }: Pick<Headline, 'sponsor'>): number {
  return sponsor === undefined ? 0 : aroundSponsor + markupBytes(sponsor);
}

/** Of a headline with its time, and its kicker or its section. */
export function headlineBytes(headline: Headline, site: Site): number {
  const { url, title, short, kicker, section, language } = headline;
  const of = site.sections.find(({ id }) => id === section)?.title ?? section;
  return (
    aroundRow +
    url.length +
    markupBytes(short ?? title) +
    markupBytes(kicker ?? textIn(of, language, site.languages)) +
    sponsorBytes(headline)
  );
}
