/** What the pages of an archive are called, and what they are part of. */
import { periodOf, readPart, widerThan } from '../src/content/periods.ts';
import type { Bucket } from '../src/content/times.ts';
import { archiveUrl } from '../src/content/urls.ts';
import type { ArchiveHead } from '../src/routes/archive.ts';
import { type Here, publicationOf } from './here.ts';
import { frontName } from './listing-title.ts';
import { bucketDate } from './times.ts';
import { capitalised } from './words.ts';

type ArchiveTitle = { title: string; description: string };
type NamedLink = { name: string; url: string };

/** “November 2015”, or “Economy, November 2015” for a front's archive. */
export function archiveTitle({ archive, bucket, total }: ArchiveHead, here: Here): ArchiveTitle {
  const period = periodName(bucket, here);
  const { of, name } = archive;
  const title = name === undefined ? period : frontName({ of, name }, here) + here.words.comma + period;
  const stories = total === undefined ? '' : here.words.colon + here.words.stories(total);
  return { title, description: `${title} — ${publicationOf(here)}${stories}` };
}

/** `2015`, `November 2015`, `26 November 2015`, `26 November 2015, part 2`. */
export function periodName(bucket: Bucket, { words }: Here): string {
  const { of, part } = readPart(bucket);
  const date = bucketDate(of);
  const period = periodOf(of);
  if (period === 'year') return words.year(date);
  if (period === 'month') return words.monthAndYear(date);
  return part === 1 ? words.date(date) : words.date(date) + words.comma + words.part(part);
}

/** The periods that hold one, narrowest first. `front`: the URL of the front whose archive it is. */
export function widerPeriods(bucket: Bucket, front: string, { words }: Here): NamedLink[] {
  const { of, part } = readPart(bucket);
  const date = bucketDate(of);
  const [year = of, month = of] = widerThan(of);
  const links = [
    { bucket: of, nameOf: words.date },
    { bucket: month, nameOf: words.allStoriesOfMonth },
    { bucket: year, nameOf: words.allOfYear },
  ];
  const wider = links.filter((each) => each.bucket < of || (part > 1 && each.bucket === of));
  return wider.map((each) => ({ name: each.nameOf(date), url: archiveUrl(front, each.bucket) }));
}

/** Parts of a day. The first is the page of the day, and is linked to by its date. */
export function partLinks(parts: readonly Bucket[], front: string, { words }: Here): NamedLink[] {
  return parts
    .map((bucket) => ({ bucket, part: readPart(bucket).part }))
    .filter(({ part }) => part > 1)
    .map(({ bucket, part }) => ({ name: capitalised(words.part(part), words.locale), url: archiveUrl(front, bucket) }));
}

/** The front whose archive it is, as a link. */
export function archiveFrontLink({ archive }: ArchiveHead, { words }: Here): NamedLink {
  return { name: archive.name ?? words.frontPage, url: archive.url };
}

/** The section to mark in the navigation, if the archive is a section's. */
export function archiveSection({ archive }: ArchiveHead): string | undefined {
  return archive.of === 'section' ? archive.id : undefined;
}
