/**
 * What a card in a listing shows of a story, and no more: what is not in the props cannot make a page
 * stale, so that an author's new name renders just the pages that show it.
 */
import type { Headline, Named, Picture, Teaser } from '../content/records.ts';
import type { Seconds } from '../content/times.ts';

export type Card = Headline & {
  summary: string;
  image?: Picture;
  /** Opinion says first who is speaking. */
  by?: string[];
  /** On a section's own front, the story's first topic stands where elsewhere its section does. */
  topic?: Named;
};

/** The story of the hour also says when it was updated, where and by whom. */
export type LeadCard = Card & { by: string[]; place?: string; changed?: Seconds };

/** Opinion in the strip of the front page: who, and what about. */
export type Voice = Headline & { by: string[] };

export function headlineOnly({ story, language, url, title, at, section, type }: Headline): Headline {
  return { story, language, url, title, at, section, type };
}

export function cardOf(teaser: Teaser): Card {
  const { summary, image, type } = teaser;
  return { ...headlineOnly(teaser), summary, image, by: type === 'opinion' ? names(teaser) : undefined };
}

export function cardWithTopic(teaser: Teaser): Card {
  return { ...cardOf(teaser), topic: teaser.topics[0] };
}

export function leadCardOf(teaser: Teaser): LeadCard {
  return { ...cardOf(teaser), by: names(teaser), place: teaser.place, changed: teaser.changed };
}

export function voiceOf(teaser: Teaser): Voice {
  return { ...headlineOnly(teaser), by: names(teaser) };
}

function names(teaser: Teaser): string[] {
  return teaser.byline.map(({ name }) => name);
}
