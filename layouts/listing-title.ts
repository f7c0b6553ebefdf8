/** What the interface calls the fronts of a listing, and which listings have an index to link to. */
import { hasIndex } from '../src/content/listings/listing.ts';
import { listingOf, listingsWithFront } from '../src/content/listings/listings.ts';
import { textIn } from '../src/content/names.ts';
import { indexUrl } from '../src/content/urls.ts';
import { type Here, publicationOf, sectionTitle } from './here.ts';

/** One front of the listing of a name, and all of them. */
export function titleOfListing(name: string, { site, language, words }: Here): { one: string; all: string } {
  if (name === 'topic') return { one: words.topic, all: words.topics };
  if (name === 'author') return { one: words.author, all: words.authors };
  if (name === 'series') return { one: words.series, all: words.allSeries };
  const { one = name, all = name } = listingOf({ of: name })?.front?.title ?? {};
  return { one: textIn(one, language, site.languages), all: textIn(all, language, site.languages) };
}

type Front = { of: string; name: string };

/**
 * What the front of a listing is called in its own title, and in those of its archive: its name, with what it is a front of
 * unless nothing else is called so. Only sections and authors go by their names alone.
 */
export function frontName({ of, name }: Front, here: Here): string {
  const isPlain = of === 'section' || of === 'author' || (of === 'topic' && !isSectionTitle(name, here));
  return isPlain ? name : titleOfListing(of, here).one + here.words.colon + name;
}

function isSectionTitle(name: string, here: Here): boolean {
  return here.site.sections.some(({ id }) => sectionTitle(id, here) === name);
}

/** The title of a front, and a description for one that nobody has described. */
export function frontTitle({ of, name, total }: Front & { total: number }, here: Here) {
  const { words } = here;
  const title = frontName({ of, name }, here);
  return { title, description: `${title} — ${publicationOf(here)}${words.colon}${words.stories(total)}` };
}

/** The indexes that every page of a language links to. */
export function indexLinks(here: Here): { name: string; url: string }[] {
  const { site, language } = here;
  return listingsWithFront()
    .filter((listing) => hasIndex(listing) && !listing.front.isOccasional)
    .map((listing) => ({ name: titleOfListing(listing.name, here).all, url: indexUrl(listing, language, site) }));
}
