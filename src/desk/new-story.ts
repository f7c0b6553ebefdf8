/** A new story as its author finds it: a draft that is right in all that can be known, and marked where it is to be written. */
import type { Site } from '../content/site.ts';
import { inZone, readTime, type Seconds } from '../content/times.ts';
import { toCome } from '../content/to-come.ts';
import { yamlLine } from '../content/yaml/write.ts';

/** `date` as front matter has it; ids of authors and of a section. */
type NewStory = {
  title: string;
  date: string;
  authors: readonly string[];
  section: string;
  /** What is written already, such as in a document; `` where nothing is. */
  summary?: string;
  text?: string;
};

export function newStoryText({ title, date, authors, section, summary = '', text = '' }: NewStory): string {
  return [
    '---',
    `title: ${yamlLine(title)}`,
    `summary: ${summary === '' ? `${toCome} one or two sentences, for below the headline, lists and searches` : yamlLine(summary)}`,
    `date: ${date}`,
    `authors: ${yamlLine(authors)}`,
    `section: ${section}`,
    '# Of these, write without the sign # what you need. A picture goes into the folder named after the story.',
    '# place: Where it was written',
    '# topics: [one, another]',
    '# image: {file: picture.jpg, alt: What it shows, credit: Who made it}',
    'draft: true # Remove this line when it may be read.',
    '---',
    text === '' ? `${toCome} the story, in paragraphs with an empty line between them.` : text,
    '',
  ].join('\n');
}

/** `2026-05-14 09:30` in the site's zone; with its offset where the clocks showed that twice, and this was the second time. */
export function writtenDate(now: Seconds, { timeZone }: Pick<Site, 'timeZone'>): string {
  const there = inZone(now, timeZone).startOf('minute');
  const written = there.toFormat('yyyy-MM-dd HH:mm');
  const read = readTime(written, timeZone);
  return 'at' in read && read.at === there.toSeconds() ? written : there.toFormat('yyyy-MM-dd HH:mm ZZ');
}
