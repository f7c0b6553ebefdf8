/** What a card looks like beside its words, and where pages say that it is. */
import { hash } from 'node:crypto';
import type { Site } from '../src/content/site.ts';
import type { SocialCard } from '../src/content/social-card.ts';
import { absoluteUrl, socialCardUrl } from '../src/content/urls.ts';
import { colour, plainColour, ridgeDrawing } from './tokens.ts';

/** In pixels. */
export const cardSize = { width: 1200, height: 630 } as const;

/** Names how cards are drawn: change it to its next letter with what changes their bytes (`src/render/social-card-maker.ts`, its packages). */
export const cardRecipe = 'a';

/** Colours, and the site’s mark as an SVG; undefined where a newsroom’s own token is no drawing. */
export type CardLook = { paper: string; ink: string; accent: string; ridge: string | undefined };

let look: CardLook | undefined;

/** In light: nobody knows how it will be looked at. */
export function cardLook(): CardLook {
  const plain = (name: string) => plainColour(colour(name).light);
  const ink = plain('ink');
  look ??= { paper: plain('paper'), ink, accent: plain('accent'), ridge: ridgeDrawing(ink) };
  return look;
}

/** Stands for all that decides its bytes, in 40 hexadecimal digits. */
export function cardName(card: SocialCard): string {
  return hash('sha256', JSON.stringify([cardRecipe, cardLook(), card])).slice(0, 40);
}

/** Its address changes with what it shows: those who keep copies of pictures know them by that. */
export function cardAddress(card: SocialCard, story: string, site: Site): string {
  return absoluteUrl(`${socialCardUrl(story, card.language, site)}?v=${cardName(card).slice(0, 10)}`, site);
}
