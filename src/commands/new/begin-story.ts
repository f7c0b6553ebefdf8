/** A new story: where it stands, who writes it, and the draft itself. */

import { articlePath } from '../../catalog/catalog.ts';
import { idFrom, isId } from '../../content/names.ts';
import type { Seconds } from '../../content/times.ts';
import { articleUrl } from '../../content/urls.ts';
import { languageName } from '../../desk/language-name.ts';
import { newStoryText, writtenDate } from '../../desk/new-story.ts';
import { slugOf } from '../../desk/slug.ts';
import { takenBy } from '../../desk/taken.ts';
import { WrongUsage } from '../../errors.ts';
import { say } from '../terminal.ts';
import { chooseAuthors, chooseBoth, chooseHeadline, chooseLanguage, chooseSection } from './choices.ts';
import { type Desk, howToGoOn, writeStory } from './desk.ts';

/** What flags say; `headline` is `` where none was given. */
export type Wanted = {
  headline: string;
  section?: string;
  author?: string[];
  lang?: string;
  slug?: string;
  now: Seconds;
};

export async function beginStory(wanted: Wanted, desk: Desk): Promise<void> {
  const { site, ask } = desk;
  const title = await chooseHeadline(wanted.headline, desk);
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
  const ids = authors.map(({ id }) => id);
  const path = articlePath(story, language, site);
  writeStory(path, newStoryText({ title, date, authors: ids, section }), desk);
  const isOneOfMany = site.languages.length > 1;
  say(
    [
      `Made ${desk.name(path)}, a draft: no reader sees it.${note}`,
      '',
      `  address   ${articleUrl(story, language, site)}${isOneOfMany ? `, in ${languageName(language)}` : ''}`,
      `  date      ${date}, by the clocks of ${site.timeZone}`,
      `  section   ${section}`,
      `  author    ${ids.join(', ')}${how}`,
      '',
      howToGoOn(desk),
    ].join('\n'),
  );
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
