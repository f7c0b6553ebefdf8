/** A story or a page of a source as the file of one. */
import { maxCharacters } from '../content/lengths.ts';
import { isWebAddress } from '../content/names.ts';
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
  const said = story.summary ? plainLine(story.summary) : '';
  const written = isCutOpening(said, opening) ? '' : cut(said, maxCharacters.passage);
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
      ...sourcesOf(story),
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

/** What a program made of the first words, which end where they had no more room. */
function isCutOpening(summary: string, opening: string): boolean {
  const [whole = ''] = summary.split(/\s*\[?(?:…|\.\.\.)\]?\s*(?:(?:continue reading|read more)\b.*)?$/i);
  if (whole === summary || whole === '') return false;
  const [first, other] = [whole, opening].map((text) => text.replace(/[^\p{L}\p{N}]+/gu, ''));
  return first !== '' && other !== '' && (other?.startsWith(first ?? '') || first?.startsWith(other ?? '')) === true;
}

/** What the headline led to is named below the text, unless the text leads there itself. */
function sourcesOf({ subject, body }: SourceStory): { sources?: { title: string; url: string }[] } {
  if (subject === undefined || !isWebAddress(subject) || body.text.includes(subject)) return {};
  return { sources: [{ title: new URL(subject).host.replace(/^www\./, ''), url: subject }] };
}

/** Of several dated addresses, the one that readers had: feeds know the story by it. */
function firstPathOf(redirects: readonly string[]): { id?: string } {
  const first = redirects.find((each) => /^\/\d{4}\/\d{2}\/\d{2}\/[a-z0-9-]+\/?$/.test(each));
  return first === undefined ? {} : { id: first.replace(/\/?$/, '/') };
}
