/** The front of a listing that has no page of its own kind: its newest stories, and the years of the rest. */
import type { Site } from '../../src/content/site.ts';
import type { ListingFrontProps } from '../../src/routes/listing-front.ts';
import { Document } from '../components/document.tsx';
import { FrontList } from '../components/front-list.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { hereIn, publicationOf } from '../here.ts';
import { titleOfListing } from '../listing-title.ts';

export function ListingFront({
  site,
  of,
  name,
  feeds,
  stories,
  years,
  total,
  ...page
}: ListingFrontProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  return (
    <Document
      here={here}
      page={page}
      style="archive"
      title={name}
      description={`${name} — ${publicationOf(here)}${words.colon}${words.stories(total)}`}
      feeds={{ title: name, formats: feeds }}
    >
      <PageTitle label={titleOfListing(of, here).one} title={name} />
      <FrontList stories={stories} total={total} years={years} front={page.url} here={here} />
    </Document>
  );
}
