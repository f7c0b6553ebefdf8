/** Where each story and page of a source stands in the newsroom: its file, its address, its section, topics and authors. */
import { isFreeId, type Language } from '../content/names.ts';
import { isPartName } from '../content/periods.ts';
import { isOtherwiseCased } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import { decodedPath } from '../content/spelling.ts';
import type { Seconds } from '../content/times.ts';
import { articleUrl, pageUrl } from '../content/urls.ts';
import { free, languageHere } from './guess.ts';
import { idOf, type Mapping } from './mapping.ts';
import { PackedMap } from './packed-map.ts';
import { keyOf, type StoryFacts, type Survey } from './survey.ts';
import { dayFolder, type FoundTime, readSourceTime } from './times.ts';

export type Placed = {
  /** Without what its place has been made of. */
  facts: Pick<StoryFacts, 'kind' | 'place' | 'urls' | 'state' | 'title'>;
  key: string;
  /** Below the content folder. */
  path: string;
  url: string;
  language: Language;
  /** Date and slug of a story: `2015/11/26/slug`. */
  story?: string;
  date?: FoundTime;
  isPublic: boolean;
  section: string;
  topics: string[];
  authors: string[];
};

export type Places = {
  placed: PackedMap<Placed>;
  /** What has no place here, and why. */
  leftOut: { key: string; facts: Placed['facts']; why: string }[];
  /** Ids by the names of the source, as far as stories have them. */
  topics: Map<string, string>;
  /** How many stories have no author or no section of their own. */
  withoutAuthor: string[];
  withoutSection: string[];
  /** In a language that the site does not have: they stand in its first. */
  withoutLanguage: string[];
};

const mostTopics = 100;

/** Takes the stories out of the survey: of a large archive nothing may be kept that nobody asks for again. */
export function placeStories(survey: Survey, mapping: Mapping, site: Site, now: Seconds): Places {
  const places: Places = {
    ...{ placed: new PackedMap<Placed>(), leftOut: [], topics: new Map() },
    ...{ withoutAuthor: [], withoutSection: [], withoutLanguage: [] },
  };
  const taken = { story: new Map<string, Set<Language>>(), page: new Set(site.sections.map(({ id }) => id)) };
  /** Pages by their ids and languages: those in languages that the site does not have are all in its first. */
  const pages = new Set<string>();
  const shared = new Map<string, string>();
  const zone = mapping.timeZone ?? site.timeZone;
  const first = site.languages[0] ?? 'en';
  const ownLanguage = ({ language }: StoryFacts) => languageHere(language, mapping, site);
  const languageFor = (facts: StoryFacts): Language => ownLanguage(facts) ?? first;
  // A story in the site’s first language says where its translations stand, and none that is in it for want of its own.
  const rankOf = (facts: StoryFacts) => {
    const own = ownLanguage(facts);
    return own === first ? 0 : own === undefined ? 2 : 1;
  };
  const inOrder = survey.stories.splice(0).sort((a, b) => rankOf(a) - rankOf(b));
  for (const facts of withoutUnwritten(inOrder, places.leftOut)) {
    const language = languageFor(facts);
    const key = keyOf(facts.place);
    if (ownLanguage(facts) === undefined) places.withoutLanguage.push(key);
    const ending = language === first ? '.md' : `.${language}.md`;
    const { kind, place, urls, state, title } = facts;
    const common = { facts: { kind, place, urls, state, title }, key, language, ...namesOf(facts, language) };
    if (facts.kind === 'page') {
      const id = isOfNothing(facts) ? undefined : pageId(facts, language);
      if (id === undefined) places.leftOut.push({ key, facts, why: whyLeftOut(facts) });
      else
        places.placed.set(key, {
          ...common,
          ...{ path: `pages/${id}${ending}`, url: pageUrl(id, language, site) },
          isPublic: facts.state === 'public',
        });
      continue;
    }
    const read = facts.published && readSourceTime(facts.published, zone);
    const date = read ?? { at: now, isDay: true };
    const story = storyPath(facts, dayFolder(date.at, site.timeZone), language);
    places.placed.set(key, {
      ...common,
      ...{ story, path: `articles/${story}${ending}`, url: articleUrl(story, language, site) },
      date,
      isPublic: facts.state === 'public' && read !== undefined,
    });
  }
  return places;

  function storyPath(facts: StoryFacts, day: string, language: Language): string {
    // A story has one day in all its languages: what came out on another is a story of its own.
    const group = facts.translationOf === undefined ? undefined : `${facts.translationOf} ${day}`;
    const known = group === undefined ? undefined : shared.get(group);
    if (known !== undefined && !taken.story.get(known)?.has(language)) {
      taken.story.get(known)?.add(language);
      return known;
    }
    const name = slugFor(facts, language) || 'story';
    const slug = isPartName(name) ? `story-${name}` : name;
    for (let number = 1; ; number++) {
      const story = `${day}/${slug}${number === 1 ? '' : `-${number}`}`;
      if (taken.story.has(story) || hasOldOtherwise(articleUrl(story, language, site), facts.urls)) continue;
      taken.story.set(story, new Set([language]));
      if (group !== undefined && !shared.has(group)) shared.set(group, story);
      return story;
    }
  }

  function pageId(facts: StoryFacts, language: Language): string | undefined {
    const [path = '/', query] = (facts.urls[0] ?? '/').split('?');
    const names = (decodedPath(path) ?? path)
      .replace(/\.html?$/, '')
      .split('/')
      .filter((name) => name !== '' && name !== 'index' && name !== language);
    if (names.length === 0 && query === undefined && facts.urls.length > 0) return undefined;
    const id =
      idOf(names.length === 0 ? (facts.slug ?? facts.title) : names.join('-'), language)
        .slice(0, 90)
        .replace(/-$/, '') || idOf(facts.title, language);
    if (id === '') return undefined;
    const group = facts.translationOf === undefined ? undefined : `page ${facts.translationOf}`;
    const known = group === undefined ? undefined : shared.get(group);
    if (known !== undefined && !pages.has(`${known} ${language}`)) return pageOf(known, language);
    const fit = isFreeId(id, site.languages) ? id : `about-${id}`;
    const own = free(hasOldOtherwise(pageUrl(fit, language, site), facts.urls) ? `about-${fit}` : fit, taken.page);
    if (group !== undefined && known === undefined) shared.set(group, own);
    return pageOf(own, language);
  }

  function pageOf(id: string, language: Language): string {
    pages.add(`${id} ${language}`);
    return id;
  }

  function namesOf(facts: StoryFacts, language: Language): Pick<Placed, 'section' | 'topics' | 'authors'> {
    const mapped = facts.sections.map((each) => [each, mapping.sections[each] ?? 'topic'] as const);
    const section = mapped.map(([, id]) => id).find((id) => site.sections.some((each) => each.id === id));
    const ofSections = mapped.filter(([, id]) => id === 'topic').map(([each]) => each);
    const topics = new Set<string>();
    for (const each of [...ofSections, ...facts.tags]) {
      const id =
        mapping.topics[each] ??
        places.topics.get(each) ??
        idOf(survey.names.tag.get(each) ?? survey.names.section.get(each) ?? each, language);
      if (id === '' || id === 'none' || id.length > 100 || topics.size >= mostTopics) continue;
      topics.add(id);
      places.topics.set(each, id);
    }
    const authors = [
      ...new Set(facts.authors.map((each) => mapping.authors[each] ?? 'none').filter((id) => id !== 'none')),
    ];
    if (facts.kind === 'story') {
      if (authors.length === 0) places.withoutAuthor.push(keyOf(facts.place));
      if (section === undefined) places.withoutSection.push(keyOf(facts.place));
    }
    return {
      section: section ?? mapping.section,
      topics: [...topics],
      authors: authors.length > 0 ? authors : [mapping.desk],
    };
  }
}

function isOfNothing({ urls }: StoryFacts): boolean {
  return urls.some((each) => /^(?:\/[\w-]{2,8})?\/404(?:\.html|\/)?$/.test(each));
}

function whyLeftOut(facts: StoryFacts): string {
  if (isOfNothing(facts)) return 'Broadsheet makes a page of its own for addresses at which nothing is.';
  return facts.title === '' ? 'It has neither a title nor a name.' : 'It was the front page.';
}

/** Translations without a text stay behind, and their addresses are of what they would be translations of. */
function withoutUnwritten(all: readonly StoryFacts[], leftOut: Places['leftOut']): StoryFacts[] {
  const written = new Map<string, StoryFacts>();
  for (const facts of all)
    if (facts.translationOf !== undefined && !facts.isEmpty && !written.has(facts.translationOf))
      written.set(facts.translationOf, facts);
  return all.filter((facts) => {
    const original = facts.isEmpty && written.get(facts.translationOf ?? '');
    if (!original) return true;
    const { kind, place, urls, state, title } = facts;
    original.urls.push(...urls);
    const why = `It has no text, so its address leads to what it would be a translation of, ${original.place.file}.`;
    leftOut.push({ key: keyOf(place), facts: { kind, place, urls, state, title }, why });
    return false;
  });
}

/** No folder holds both on every machine, and a host tells them apart: so it gets another address, to which the old one leads. */
function hasOldOtherwise(url: string, old: readonly string[]): boolean {
  return old.some((each) => !each.includes('?') && isOtherwiseCased(each, url));
}

/** Its name in its old address, as far as it can be one here. */
function slugFor({ slug, title, urls }: StoryFacts, language: Language): string {
  const ofUrl = (urls[0] ?? '')
    .split('?')[0]
    ?.replace(/\.html?$/, '')
    .split('/')
    .filter(Boolean)
    .at(-1);
  const ofName = (name: string | undefined) => (name === undefined ? '' : idOf(decodedPath(name) ?? name, language));
  return (ofName(slug) || idOf(title, language) || ofName(ofUrl)).slice(0, 90).replace(/-$/, '');
}
