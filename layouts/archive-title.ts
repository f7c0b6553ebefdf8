/** What an archive page is called: “November 2015”, or “Economy, November 2015” for a front's archive. */
import type { ArchiveHead } from '../src/routes/archive.ts';
import { type Here, publicationOf } from './here.ts';

type ArchiveTitle = { title: string; description: string };

export function archiveTitle({ archive, total }: ArchiveHead, period: string, here: Here): ArchiveTitle {
  const title = archive.name === undefined ? period : archive.name + here.words.comma + period;
  return { title, description: `${title} — ${publicationOf(here)}${here.words.colon}${here.words.stories(total)}` };
}

/** The front whose archive it is, as a link. */
export function archiveFrontLink({ archive }: ArchiveHead, { words }: Here): { name: string; url: string } {
  return { name: archive.name ?? words.frontPage, url: archive.url };
}

/** The section to mark in the navigation, if the archive is a section's. */
export function archiveSection({ archive }: ArchiveHead): string | undefined {
  return archive.of === 'section' ? archive.id : undefined;
}
