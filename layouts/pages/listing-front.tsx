/** The front of a listing that has no page of its own kind: its stories, the years of the rest, and the way to its other fronts. */
import { listingOf } from '../../src/content/listings/listings.ts';
import type { Site } from '../../src/content/site.ts';
import type { ListingFrontProps } from '../../src/routes/listing-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { FrontWays } from '../components/front-ways.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { TopicLinks } from '../components/topic-links.tsx';
import { hereIn } from '../here.ts';
import { frontTitle, titleOfListing } from '../listing-title.ts';

export function ListingFront({
  site,
  of,
  name,
  index,
  feeds,
  opening,
  stories,
  years,
  topics,
  total,
  ...page
}: ListingFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const listing = titleOfListing(of, here);
  return (
    <Document
      here={here}
      page={page}
      notices={page.notices}
      style="stories"
      {...frontTitle({ of, name, total }, here)}
      feeds={{ title: name, formats: feeds }}
    >
      <PageTitle
        label={
          index === undefined ? (
            listing.one
          ) : (
            <a class="link" href={index}>
              {listing.one}
            </a>
          )
        }
        title={name}
        beside={
          <FrontWays front={page.url} name={name} feeds={feeds} of={{ opening, stories, total, years }} here={here} />
        }
      >
        <TopicLinks topics={topics} here={here} />
      </PageTitle>
      <FrontList
        opening={opening}
        stories={stories}
        total={total}
        years={years}
        front={page.url}
        isOldestFirst={listingOf({ of })?.front?.isOldestFirst}
        here={here}
      />
    </Document>
  );
}
