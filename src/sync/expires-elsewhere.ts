/**
 * A picture that may be shown until some day, as one story says, may be shown by another that knows nothing of that: told
 * as advice when either is read, at the other. A date of its own, be it a later one, says that somebody has thought of it.
 */

import { type Catalog, folderOf } from '../catalog/catalog.ts';
import type { UnplacedProblem } from '../catalog/place-problems.ts';
import { writtenPictures } from '../content/records.ts';
import type { Site } from '../content/site.ts';
import { inZone, type Seconds } from '../content/times.ts';
import type { Intake } from './intake.ts';

/** What was read: files of articles, by id; pictures, by the keys of their paths; and bytes of which something new is said. */
export type PictureTerms = { articles: Set<number>; pictures: Set<string>; bytes: Set<string> };

export function expiresElsewhere(catalog: Catalog, { pictureTerms, site }: Intake): UnplacedProblem[] {
  const { articles, pictures, bytes } = pictureTerms;
  const keys = [...pictures, ...[...bytes].flatMap((blob) => catalog.files.keysWith(blob))];
  const showing = keys.flatMap((key) => catalog.refs.filesReferringTo(`picture:${key}`));
  return [...new Set([...articles, ...showing])].flatMap((id) => adviceOn(catalog, id, site));
}

function adviceOn(catalog: Catalog, id: number, site: Site): UnplacedProblem[] {
  const file = catalog.files.withId(id);
  const article = file && catalog.writtenArticle(id);
  if (!article) return [];
  return [...writtenPictures(article)].flatMap(([key, written]) => {
    const picture = catalog.files.keyed(key);
    if (!picture) return [];
    const folder = folderOf(picture.path);
    if (catalog.expiries.in(folder, picture.blob) !== undefined) return [];
    const other = catalog.expiries.outside(folder, picture.blob);
    if (!other) return [];
    const isLead = article.image?.file === written;
    const name = written.slice(written.lastIndexOf('/') + 1);
    const day = lastDay(other.at, site.timeZone);
    const [kind, ...rest] = folderOf(other.key).slice(0, -1).split('/');
    const shower = `${kind === 'authors' ? 'author' : 'story'} ${rest.join('/')}`;
    const line = isLead ? `expires: ${day}` : `- {file: ${JSON.stringify(name)}, expires: ${day}}`;
    return [
      {
        file,
        ...(isLead ? { field: ['image', 'file'] } : { search: name }),
        code: 'picture/expires-elsewhere',
        weight: 'advice',
        what: `The ${shower} shows the same picture, and no longer than ${day}; here nothing is said of that.`,
        fix: `Write “${line}” under “${isLead ? 'image' : 'pictures'}”, or the last day on which this story may show it.`,
      },
    ];
  });
}

/** What an author writes for an expiry: of one at midnight the day before. */
function lastDay(at: Seconds, zone: string): string {
  const isMidnight = inZone(at, zone).toFormat('HH:mm:ss') === '00:00:00';
  return isMidnight ? inZone(at - 1, zone).toFormat('yyyy-MM-dd') : inZone(at, zone).toFormat('yyyy-MM-dd HH:mm');
}
