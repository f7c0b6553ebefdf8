/** Where a new story stands and who writes it: what flags say, and what can be known. */
import { articlePath } from '../../catalog/catalog.ts';
import { idFrom, isId, type Language } from '../../content/names.ts';
import type { Seconds } from '../../content/times.ts';
import { articleUrl } from '../../content/urls.ts';
import { languageName } from '../../desk/language-name.ts';
import { writtenDate } from '../../desk/new-story.ts';
import { slugOf } from '../../desk/slug.ts';
import { takenBy } from '../../desk/taken.ts';
import { WrongUsage } from '../../errors.ts';
import { chooseAuthors, chooseBoth, chooseLanguage, chooseSection } from './choices.ts';
import type { Desk } from './desk.ts';

/** What flags say; `headline` is `` where none was given. */
export type Wanted = {
  headline: string;
  section?: string;
  author?: string[];
  lang?: string;
  slug?: string;
  now: Seconds;
};

export type PlacedStory = {
  /** Below the content folder. */
  path: string;
  /** Its date and slug. */
  story: string;
  language: Language;
  /** As front matter has it. */
  date: string;
  section: string;
  /** Ids. */
  authors: string[];
  /** How they are known, if nobody said it: goes on after their ids. */
  how: string;
  /** Why its address has a number; goes on after a sentence. */
  note: string;
};

export async function placeStory(title: string, wanted: Wanted, desk: Desk): Promise<PlacedStory> {
  const { site, ask } = desk;
  const language = chooseLanguage(site, wanted.lang, title);
  const date = writtenDate(wanted.now, site);
  const day = date.slice(0, 'YYYY-MM-DD'.length).replaceAll('-', '/');
  const { story, note } = freeStory(day, slugFor(title, language, wanted.slug), {
    ...desk,
    isFixed: wanted.slug !== undefined,
  });
  const [section, { authors, how }] = await chooseBoth(
    () => chooseSection(site, wanted.section, ask),
    () => chooseAuthors(wanted.author, desk, ask),
    ask,
  );
  const path = articlePath(story, language, site);
  return { path, story, language, date, section, authors: authors.map(({ id }) => id), how, note };
}

/** What is told of it, in lines. */
export function placeLines({ story, language, date, section, authors, how }: PlacedStory, { site }: Desk): string[] {
  const isOneOfMany = site.languages.length > 1;
  return [
    `  address   ${articleUrl(story, language, site)}${isOneOfMany ? `, in ${languageName(language)}` : ''}`,
    `  date      ${date}, by the clocks of ${site.timeZone}`,
    `  section   ${section}`,
    `  author    ${authors.join(', ')}${how}`,
  ];
}

function slugFor(title: string, language: string, given: string | undefined): string {
  if (given !== undefined) {
    if (isId(given)) return given;
    const meant = idFrom(given);
    throw new WrongUsage(
      `--slug takes lower-case letters a–z, digits and single hyphens, not “${given}”.${meant === '' ? '' : ` Did you mean “${meant}”?`}`,
    );
  }
  const slug = slugOf(title, language);
  if (slug !== '') return slug;
  throw new WrongUsage(
    `“${title}” has no letter or digit to make an address of. Say its last part, as in --slug first-snow.`,
  );
}

/** The first free one of `slug`, `slug-2` …; what was asked for by name is that or nothing. */
function freeStory(
  day: string,
  slug: string,
  { content, site, name, isFixed }: Desk & { isFixed: boolean },
): { story: string; note: string } {
  const takenAt = (story: string) => takenBy(story, { content, site, name });
  const taken = takenAt(`${day}/${slug}`);
  if (taken === undefined) return { story: `${day}/${slug}`, note: '' };
  const { why: reason, isStory } = taken;
  const why = `The address /${day}/${slug}/ ${reason}`;
  if (isFixed) throw new WrongUsage(`${why}. Choose another with --slug.`);
  for (let number = 2; ; number++) {
    const story = `${day}/${slug}-${number}`;
    if (takenAt(story) === undefined)
      return {
        story,
        note: `\n\n${why}, so this one has a number.${isStory ? ' If you meant that one, go on there and delete this file.' : ''}`,
      };
  }
}
