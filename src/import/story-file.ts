/** A story or a page of a source as the file of one. */
import { maxCharacters } from '../content/lengths.ts';
import type { Site } from '../content/site.ts';
import type { Mapping } from './mapping.ts';
import { matterLines } from './matter-lines.ts';
import type { Placed } from './places.ts';
import type { SourceStory } from './source-story.ts';
import { firstSentences, plainLine } from './text/plain.ts';
import { readSourceTime, writtenTime } from './times.ts';

export type Image = { file: string; alt: string; caption?: string; credit?: string };

/** `opening`: the first paragraph of the text, without markup. */
export type ToWrite = {
  story: SourceStory;
  placed: Placed;
  markdown: string;
  opening: string;
  image?: Image | undefined;
  redirects: readonly string[];
};

export type StoryFile = { text: string; hasOwnSummary: boolean };

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

export function storyFile(
  { story, placed, markdown, opening, image, redirects }: ToWrite,
  mapping: Mapping,
  site: Site,
): StoryFile {
  const title = cut(
    placed.facts.title ||
      plainLine({ format: 'plain', text: firstSentences(opening, 80) }) ||
      placed.path.replace(/^.*\/|\..*$/g, ''),
    maxCharacters.title,
  );
  const written = story.summary ? cut(plainLine(story.summary), maxCharacters.passage) : '';
  const summary = written || plainLine({ format: 'plain', text: firstSentences(opening) }) || title;
  const { date } = placed;
  const isPage = placed.story === undefined || !date;
  const zone = mapping.timeZone ?? site.timeZone;
  const updated = story.updated && date ? readSourceTime(story.updated, zone) : undefined;
  const isUpdated = date && updated && updated.at > date.at + 60 && (!updated.isDay || updated.at > date.at + 86_400);
  // In the order of the fields, as a newsroom that was exported has them when it comes back.
  const matter = {
    title,
    ...((!isPage || written !== '') && { summary }),
    ...(!isPage && {
      date: writtenTime(date, site.timeZone),
      authors: placed.authors,
      section: placed.section,
      ...(placed.topics.length > 0 && { topics: placed.topics }),
      ...(image && { image }),
      ...(isUpdated && { updated: writtenTime(updated, site.timeZone) }),
    }),
    ...(redirects.length > 0 && { redirectFrom: redirects }),
    ...(!isPage && { ...firstPathOf(redirects), ...(story.canonical && { canonical: story.canonical }) }),
    ...(story.noindex && { noindex: true }),
    ...(!isPage && !placed.isPublic && { draft: true }),
  };
  const lines = Object.entries(matter).flatMap(([key, value]) => matterLines(key, value));
  return { text: `---\n${lines.join('\n')}\n---\n${markdown}\n`, hasOwnSummary: written !== '' };
}

/** Of several dated addresses, the one that readers had: feeds know the story by it. */
function firstPathOf(redirects: readonly string[]): { id?: string } {
  const first = redirects.find((each) => /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/?$/.test(each));
  return first === undefined ? {} : { id: first.replace(/\/?$/, '/') };
}
