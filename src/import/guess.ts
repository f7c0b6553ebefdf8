/** What `import.yaml` says on the first run: guessed from what the source has and how often. */
import { isFreeId, type Language, meantLanguage, wordsLanguages } from '../content/names.ts';
import type { Site } from '../content/site.ts';
import { folded } from '../content/spelling.ts';
import { idOf, type Mapping } from './mapping.ts';
import type { SourceSite } from './source-story.ts';
import type { Survey } from './survey.ts';

/** How often a key was there, and what it was taken for. */
export type Use = { count: number; field?: string };

/** A site has so many sections at most; what else there is becomes topics. */
const mostSections = 12;

/** In characters, of somebody whose name was a whole byline: a file is called by it. */
const longestId = 90;

/** `words`: the languages that there are words for. */
type Of = SourceSite & { words?: readonly Language[] };

export function guessMapping(survey: Survey, of: Of, site: Site | undefined, program: string): Mapping {
  const language = worded(languageOf(of.languages?.[0]), of) ?? site?.languages[0] ?? 'en';
  const seen = languagesOf(survey, of, language);
  const { sections, titles } = guessSections(survey, site, [language, ...seen.map(([, code]) => code)]);
  const fallback = site?.sections[0]?.id ?? 'news';
  const ids = new Set<string>();
  const authors = [...survey.authors.keys()].map((key): [string, string] => {
    const id = idOf(survey.names.author.get(key) ?? key, language);
    return [key, free(id.slice(0, longestId).replace(/-$/, '') || 'author', ids)];
  });
  return {
    source: program,
    ...(of.url && /^https?:\/\//.test(of.url) && { url: of.url }),
    formerly: [...(of.formerly ?? [])],
    ...(of.timeZone && { timeZone: of.timeZone }),
    language,
    languages: Object.fromEntries(seen),
    keys: {},
    section: fallback,
    sections,
    titles: fallback in titles || site ? titles : { ...titles, [fallback]: 'News' },
    desk: 'editorial-desk',
    authors: Object.fromEntries(authors),
    topics: {},
    shortcodes: {},
    furniture: [],
  };
}

/** Each under a code of its own. */
function languagesOf({ languages }: Survey, of: Of, first: Language): [string, Language][] {
  const all = [...languages.keys()].map((each): [string, Language] => [each, languageOf(each) ?? first]);
  const taken = new Set(all.map(([, own]) => own));
  return all.map(([each, own]) => {
    const code = worded(own, of) ?? own;
    if (taken.has(code)) return [each, own];
    taken.add(code);
    return [each, code];
  });
}

/** The one whose words it would have: no host confuses `/zh/` with the `/zh-cn/` that there was. */
function worded(code: Language | undefined, { words = [] }: Of): Language | undefined {
  if (code === undefined || words.includes(code)) return code;
  return wordsLanguages(code, words).at(-1) ?? code;
}

function languageOf(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const code = meantLanguage(written);
  return code?.split('-')[0] === 'en' ? 'en' : code;
}

/** The language of the newsroom for that of a source; undefined: it has none of it. */
export function languageHere(written: string | undefined, mapping: Mapping, site: Site): Language | undefined {
  const code = written === undefined ? mapping.language : (mapping.languages[written] ?? languageOf(written));
  return code !== undefined && site.languages.includes(code) ? code : undefined;
}

/** By how often each stood first. None is called as a language is, whose pages are at that address; the first gives ids. */
function guessSections(
  { sections, names }: Survey,
  site: Site | undefined,
  languages: readonly [Language, ...Language[]],
) {
  const sorted = [...sections].sort((a, b) => b[1].first - a[1].first || b[1].all - a[1].all);
  const room = mostSections;
  const mapped: Record<string, string> = {};
  const titles: Record<string, string> = {};
  const ids = new Map<string, string>();
  for (const [key, { first }] of sorted) {
    const name = names.section.get(key) ?? key;
    const id = idOf(name, languages[0]);
    const own = site?.sections.find(
      (each) =>
        each.id === id ||
        Object.values(typeof each.title === 'string' ? [each.title] : each.title).some(
          (one) => folded(one) === folded(name),
        ),
    );
    const isNew = !ids.has(id) && first > 0 && ids.size < room && isFreeId(id, site?.languages ?? languages);
    if (own) mapped[key] = own.id;
    else if (ids.has(id) || isNew) {
      mapped[key] = id;
      if (isNew) titles[id] = titleOf(name);
      ids.set(id, name);
    } else mapped[key] = 'topic';
  }
  return { sections: mapped, titles };
}

/** `News` of `news`, `Open data` of `open-data`. */
export function titleOf(name: string): string {
  const words = /[\s\p{Lu}]/u.test(name) ? name : name.replace(/[-_]+/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The first of `id`, `id-2` … that nobody has. */
export function free(id: string, taken: Set<string>): string {
  let found = id;
  for (let number = 2; taken.has(found); number++) found = `${id}-${number}`;
  taken.add(found);
  return found;
}
