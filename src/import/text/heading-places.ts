/** Places in a text that links lead to: its headings, by our names and by those that they had. */
import type { Root, RootContent } from 'mdast';
import { idPrefix } from '../../content/markdown/environment.ts';
import { headingId } from '../../content/markdown/heading-id.ts';
import { uniqueId } from '../../content/markdown/heading-ids.ts';
import { idFrom } from '../../content/names.ts';
import { wordsIn } from './tidy-lines.ts';

/** `headings`: as a link has to name them. `ids`: names that they had and that are not told by ours, each with ours. */
export type HeadingPlaces = { headings: string[]; ids: [had: string, place: string][] };

export function headingPlaces(root: Root): HeadingPlaces {
  const places: HeadingPlaces = { headings: [], ids: [] };
  const next = new Map<string, number>();
  const counts = new Map<string, number>();
  const look = (children: readonly RootContent[]) => {
    for (const child of children) {
      if (child.type === 'heading') {
        const words = child.children.map(wordsIn).join('');
        const place = uniqueId(headingId(words), next).slice(idPrefix.length);
        const slug = slugOfGitHub(words);
        const count = counts.get(slug) ?? 0;
        counts.set(slug, count + 1);
        places.headings.push(place);
        // All programs number the second of the same words with 1, and we with 2.
        for (const had of [...(child.data?.ids ?? []), ...(count > 0 ? [`${slug}-${count}`] : [])])
          if (had !== place) places.ids.push([had, place]);
      } else if ('children' in child) look(child.children as RootContent[]);
    }
  };
  look(root.children);
  return places;
}

/** Without those that a text turned out not to have. */
export function placesShown({ headings, ids }: HeadingPlaces, html: string): HeadingPlaces {
  const shown = new Set([...html.matchAll(/<h[1-6][^>]*><span id="s_([^"]*)"/g)].map(([, place = '']) => place));
  return {
    headings: headings.filter((place) => shown.has(place)),
    ids: ids.filter(([, place]) => shown.has(place)),
  };
}

/** What a link has to name that named a place by a name that it had, or by the words of a heading in whichever way its program wrote them. */
export function placeIn({ headings, ids }: HeadingPlaces, written: string): string | undefined {
  if (written.startsWith(':~:')) return written; // words that browsers look for
  const had = decoded(written);
  const known = ids.find(([id]) => id === had)?.[1];
  if (known !== undefined || headings.includes(had)) return known ?? had;
  const wanted = bare(had.replace(/^user-content-/, ''));
  if (wanted === '') return undefined;
  // kramdown leaves out what stands before the first letter.
  return (
    headings.find((place) => bare(place) === wanted) ??
    headings.find((place) => bare(place).replace(/^\P{L}+/u, '') === wanted)
  );
}

function bare(name: string): string {
  const latin = idFrom(name).replaceAll('-', '');
  const all = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
  return latin.length >= all.length ? latin : all;
}

function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/** As most programs make an id of a heading. */
function slugOfGitHub(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}
