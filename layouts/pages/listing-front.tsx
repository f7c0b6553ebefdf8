/** The front of a listing that has no page of its own kind: its stories, the years of the rest, and the way to its other fronts. */
import { listingOf } from '../../src/content/listings/listings.ts';
import type { Site } from '../../src/content/site.ts';
import type { ListingFrontProps } from '../../src/routes/listing-front.ts';
import { ArchiveLinks } from '../components/archive-links.tsx';
import { Document } from '../components/document.tsx';
import { Follow } from '../components/follow.tsx';
import { FrontList } from '../components/front-list.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pager } from '../components/pager.tsx';
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
        label={listing.one}
        title={name}
        beside={
          <>
            {feeds.length > 0 && <Follow front={page.url} formats={feeds} of={name} here={here} />}
            <ArchiveLinks of={{ opening, stories, total, years }} front={page.url} here={here} />
          </>
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
      {index !== undefined && <Pager links={[{ name: listing.all, url: index }]} here={here} />}
    </Document>
  );
}
