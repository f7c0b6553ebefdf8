/** What a reader can follow, and in which formats. */
import { openSections } from '../../src/content/listings/section.ts';
import type { FeedFormat } from '../../src/content/own-addresses.ts';
import type { Site } from '../../src/content/site.ts';
import { correctionsUrl, feedUrl, frontUrl, sectionUrl } from '../../src/content/urls.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Row } from '../components/row.tsx';
import { feedNames } from '../feed-names.ts';
import { type Here, hereIn, sectionTitle } from '../here.ts';
import { indexLinks } from '../listing-title.ts';

const formats = Object.entries(feedNames) as [FeedFormat, string][];

export function FeedsPage({ site, ...page }: PageHead & { site: Site }) {
  const here = hereIn(page.language, site);
  const { language, words } = here;
  const { text, others } = words.feedsPage;
  const fronts = [
    { name: words.allStories, url: frontUrl(language, site) },
    ...openSections(site).map(({ id }) => ({ name: sectionTitle(id, here), url: sectionUrl(id, language, site) })),
    { name: words.corrections, url: correctionsUrl(language, site) },
  ];
  return (
    <Document here={here} page={page} style="names" title={words.feeds} description={text}>
      <PageTitle label={words.follow} title={words.feeds}>
        <p class="intro">{text}</p>
      </PageTitle>
      <div class="row">
        <table class="feeds">
          <tbody>
            {fronts.map((front) => (
              <FrontFeeds key={front.url} {...front} />
            ))}
          </tbody>
        </table>
      </div>
      <OtherFeeds text={others} here={here} />
    </Document>
  );
}

function FrontFeeds({ name, url }: { name: string; url: string }) {
  return (
    <tr>
      <th scope="row">
        <a href={url}>{name}</a>
      </th>
      {formats.map(([format, shown]) => (
        <td key={format}>
          <a href={feedUrl(url, format)}>
            {shown}
            <span class="hidden"> {name}</span>
          </a>
        </td>
      ))}
    </tr>
  );
}

/** The feeds of topics and authors are found from their own pages, of which there may be thousands. */
function OtherFeeds({ text, here }: { text: string; here: Here }) {
  return (
    <Row id="others" label={here.words.seeAlso} isHeavy>
      <p class="note-line">{text}</p>
      <ul class="pager">
        {indexLinks(here).map(({ name, url }) => (
          <li key={url}>
            <a href={url}>{name}</a>
          </li>
        ))}
      </ul>
    </Row>
  );
}
