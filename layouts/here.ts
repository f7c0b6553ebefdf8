/** What every component needs to know of the page it stands on: the site, the language, its words. */
import { directionOf, type Language, type Text, textIn } from '../src/content/names.ts';
import type { PolicyName, Site } from '../src/content/site.ts';
import { type Words, wordsIn } from './words.ts';

export type Here = { site: Site; language: Language; words: Words };

export function hereIn(language: Language, site: Site): Here {
  return { site, language, words: wordsIn(language, site) };
}

/** The name of the publication. */
export function publicationOf({ site, language }: Here): string {
  return textIn(site.title, language, site.languages);
}

export function siteDescriptionOf({ site, language }: Here): string {
  return textIn(site.description, language, site.languages);
}

/** A section's title; its id, should the site no longer have it. */
export function sectionTitle(id: string, { site, language }: Here): string {
  const title = site.sections.find((section) => section.id === id)?.title;
  return title === undefined ? id : textIn(title, language, site.languages);
}

export function sectionDescription(id: string, { site, language }: Here): string | undefined {
  const description = site.sections.find((section) => section.id === id)?.description;
  return description === undefined ? undefined : textIn(description, language, site.languages);
}

/** The policies that the site has written down, with their addresses in the language. */
export function policiesOf({ site, language }: Here): { name: PolicyName; url: string }[] {
  const written = Object.entries(site.policies) as [PolicyName, Text][];
  return written.map(([name, url]) => ({ name, url: textIn(url, language, site.languages) }));
}

/** The attributes of a text that is in another language than its page. */
export function languageOf(language: Language, here: Here): { lang?: Language; dir?: 'ltr' | 'rtl' } {
  return language === here.language ? {} : { lang: language, dir: directionOf(language) };
}
