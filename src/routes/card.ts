/**
 * What a card in a listing shows of a story, and no more: what is not in the props cannot make a page
 * stale, so that an author's new name renders just the pages that show it.
 */
import { markupBytes } from '../content/bounds.ts';
import { type PictureSource, variantsOf } from '../content/pictures.ts';
import type { Headline, Named, Picture, Teaser } from '../content/records.ts';
import { headlineBytes, sponsorBytes } from '../content/row-bytes.ts';
import type { Site } from '../content/site.ts';
import { type Moment, momentOf } from '../content/times.ts';

/** A picture without what is said under it on its story. */
type Thumbnail = PictureSource & { alt: string };

/** A headline as lists show it: `title` is the short one, where there is one. */
export type Listed = Omit<Headline, 'short'> & { short?: never };

export type Card = Listed & {
  summary: string;
  /** None of a story with a warning: who reads a list has not agreed to see it. */
  image?: Thumbnail;
  hasWarning?: true;
  /** Opinion says first who is speaking. */
  by?: string[];
  /** On a section's own front, the story's first topic stands where elsewhere its section does. */
  topic?: Named;
};

/** The story of the hour also says when it was updated, where and by whom, and what its picture is. */
export type LeadCard = Card & { image?: Picture; by: string[]; place?: string; changed?: Moment };

/** Opinion in the strip of the front page: who, and what about; with a portrait, if one alone is speaking. */
export type Voice = Listed & { by: string[]; summary: string; portrait?: Thumbnail };

export function listed(headline: Headline): Listed {
  const { story, language, url, title, short, kicker, section, type, sponsor, unpublished, own } = headline;
  return {
    ...{ story, language, url, title: short ?? title, kicker, ...momentOf(headline), section, type },
    ...(sponsor === undefined ? {} : { sponsor }),
    ...(unpublished === undefined ? {} : { unpublished }),
    ...(own ? { own } : {}),
  };
}

export function cardOf(teaser: Teaser): Card {
  const { summary, type, hasWarning } = teaser;
  const image = shownInLists(teaser);
  return {
    ...listed(teaser),
    summary,
    image: image && thumbnail(image),
    ...(hasWarning ? { hasWarning } : {}),
    by: type === 'opinion' ? names(teaser) : undefined,
  };
}

export function cardWithoutPicture(teaser: Teaser): Card {
  return { ...cardOf(teaser), image: undefined };
}

export function cardWithTopic(teaser: Teaser): Card {
  return { ...cardOf(teaser), topic: teaser.topics[0] };
}

export function leadCardOf(teaser: Teaser): LeadCard {
  return {
    ...cardOf(teaser),
    image: shownInLists(teaser),
    by: names(teaser),
    place: teaser.place,
    changed: teaser.changed,
  };
}

export function voiceOf(teaser: Teaser): Voice {
  const [speaker, ...others] = teaser.byline;
  const portrait = others.length === 0 ? speaker?.portrait : undefined;
  return {
    ...listed(teaser),
    by: names(teaser),
    summary: teaser.summary,
    ...(portrait && { portrait: thumbnail(portrait) }),
  };
}

/** Not one that readers are to be warned of; nor is it shown where a link is shared. */
export function shownInLists({ image, hasWarning }: Pick<Teaser, 'image' | 'hasWarning'>): Picture | undefined {
  return hasWarning ? undefined : image;
}

function thumbnail({ stem, width, height, focus, alt }: Thumbnail): Thumbnail {
  return { stem, width, height, alt, ...(focus && { focus }) };
}

/** More than the markup around the words of a card has, and around each address of its picture; and the label of a warning. */
const around = { card: 700, address: 10, warning: 160 };

/** How many bytes cards have on a page, at the most. */
export function bytesOfCards(cards: readonly Card[]): number {
  return cards.reduce((sum, card) => sum + bytesOfCard(card), 0);
}

function bytesOfCard(card: Card): number {
  const { url, title, kicker, section, summary, image, hasWarning, by = [], topic } = card;
  const texts = [title, kicker ?? section, summary, ...by, topic?.name ?? '', topic?.url ?? '', image?.alt ?? ''];
  const addresses = image ? variantsOf(image).map((each) => each.url.length + around.address) : [];
  return (
    around.card +
    (hasWarning ? around.warning : 0) +
    sponsorBytes(card) +
    url.length +
    texts.reduce((sum, text) => sum + markupBytes(text), 0) +
    addresses.reduce((a, b) => a + b, 0)
  );
}

/** The same of headlines. */
export function bytesOfRows(stories: readonly Listed[], site: Site): number {
  return stories.reduce((sum, story) => sum + headlineBytes(story, site), 0);
}

/** As many of the first as have no more than so many bytes together. */
export function fitting<T>(list: readonly T[], most: number, bytesOf: (each: T) => number): T[] {
  let bytes = 0;
  const end = list.findIndex((each) => {
    bytes += bytesOf(each);
    return bytes > most;
  });
  return end === -1 ? [...list] : list.slice(0, end);
}

function names(teaser: Teaser): string[] {
  return teaser.byline.map(({ name }) => name);
}
