/**
 * Where an article stands while it is public: the scopes that list it, and the places it makes. Pure;
 * a commit, the clock and a new setting are all the difference of what this gives before and after.
 */

import type { Entry, Standing } from '../catalog/packed.ts';
import type { Article } from '../content/article.ts';
import { documentsOf } from '../content/documents.ts';
import { centre } from '../content/focus.ts';
import { type ArticleState, isNoticed } from '../content/life.ts';
import { type Listing, scopeIn } from '../content/listings/listing.ts';
import { listings, listingsWithFront } from '../content/listings/listings.ts';
import { withdrawalScope } from '../content/listings/withdrawals.ts';
import { countedBytes } from '../content/periods.ts';
import { picturePath } from '../content/picture-names.ts';
import { portraitKey } from '../content/portrait.ts';
import { headlineOf, type Joins, picturesOf } from '../content/records.ts';
import { headlineBytes } from '../content/row-bytes.ts';
import { singles } from '../content/scopes.ts';
import type { Site } from '../content/site.ts';
import { socialCardOf } from '../content/social-card.ts';
import type { Seconds } from '../content/times.ts';

type At = { now: Seconds; site: Site; files: Pick<Joins, 'picture' | 'document' | 'author'> };

/** `article` is given as it is at `now` (`articleAt`). */
export function standingOf(article: Article, state: ArticleState, { now, site, files }: At): Standing {
  const { language, story } = article;
  if (state === 'hidden') return { entries: [], places: [] };
  const redirects = article.redirectFrom.map(singles.redirect);
  if (state === 'withdrawn')
    return { entries: noticesOf(article, now), places: [singles.withdrawn(story, language), ...redirects] };
  // Their authors have fronts as long as there are stories of theirs.
  const portraits = article.authors.flatMap((id) => {
    const author = files.author(id);
    return (author && portraitKey(author)) ?? [];
  });
  const pictures = [...picturesOf(article), ...portraits].flatMap((path) => {
    const file = files.picture(path);
    return file ? [singles.picture(file)] : [];
  });
  const { image, warning } = article;
  const lead = image && files.picture(picturePath(article, image.file));
  // Nobody but its own page shows the picture of a story with a warning.
  const crops = lead && warning === undefined ? [singles.crops(lead, image.focus ?? centre)] : [];
  const card = socialCardOf(article, lead !== undefined, site) ? [singles.socialCard(story, language)] : [];
  const documents = documentsOf(article).flatMap((key) => {
    const file = files.document(key);
    return file ? [singles.document(file.path, file.blob)] : [];
  });
  const bytes = headlineBytes(headlineOf(article, site), site);
  return {
    entries: listings.flatMap((listing) => entriesIn(listing, article, now, bytes)),
    places: [singles.article(story, language), ...redirects, ...card, ...pictures, ...crops, ...documents],
  };
}

/** Where feeds are told that it was withdrawn. */
function noticesOf(article: Article, now: Seconds): Entry[] {
  const { language, withdrawn } = article;
  if (withdrawn === undefined || !isNoticed(article, now)) return [];
  const followed = listingsWithFront().filter(
    ({ front, instantsOf }) => front.feeds.length > 0 && instantsOf === undefined,
  );
  return followed.flatMap((listing) =>
    listing.idsOf(article, now).map((id) => ({
      scope: withdrawalScope(listing.name, id, language),
      at: withdrawn.at,
      bytes: 0, // of no page
    })),
  );
}

function entriesIn(listing: Listing, article: Article, now: Seconds, ofHeadline: number): Entry[] {
  const instants = listing.instantsOf?.(article) ?? [article.at];
  return listing.idsOf(article, now).flatMap((id) =>
    instants.map((at) => ({
      scope: scopeIn(listing, article.language, id),
      at,
      bytes: countedBytes(listing, ofHeadline + (listing.extraBytes?.(article, at) ?? 0)),
    })),
  );
}
