/** Social cards: what is drawn of a story that has no picture, for where its link is shared. */

import { type Language, textIn } from './names.ts';
import type { Site } from './site.ts';
import { cardFonts, isInCardFonts } from './social-card-fonts.ts';

/** All that a card shows, but for colours. */
export type SocialCard = {
  language: Language;
  title: string;
  section: string;
  publication: string;
  /** In which it is set (`cardFonts`). */
  fonts: string[];
};

type Told = {
  /** Its id, which begins with its day. */
  story: string;
  language: Language;
  title: string;
  titles?: { card?: string };
  section: string;
};

/** Undefined of a story that has none: it has a picture, is older than cards are, or is called in a script that they have no font for. */
export function socialCardOf(told: Told, hasPicture: boolean, site: Site): SocialCard | undefined {
  const { cards, languages, sections } = site;
  const day = told.story.slice(0, 10).replaceAll('/', '-');
  if (cards === undefined || hasPicture || day < cards.since) return undefined;
  const { language } = told;
  const section = sections.find(({ id }) => id === told.section)?.title ?? told.section;
  const card = {
    language,
    title: told.titles?.card ?? told.title,
    section: textIn(section, language, languages),
    publication: textIn(site.title, language, languages),
  };
  if (![card.title, card.section, card.publication].every((text) => isInCardFonts(text, site))) return undefined;
  return { ...card, fonts: cardFonts(language, site) };
}
