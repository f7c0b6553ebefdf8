/** What was corrected, newest first: when in the spine, what and where in the column. */
import type { Site } from '../../src/content/site.ts';
import { archiveUrl, correctionsUrl } from '../../src/content/urls.ts';
import type { CorrectionsProps } from '../../src/routes/corrections.ts';
import { partLinks, periodName, widerPeriods } from '../archive-title.ts';
import { Counts } from '../components/counts.tsx';
import { Document } from '../components/document.tsx';
import { Line } from '../components/html.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pager } from '../components/pager.tsx';
import { Periods } from '../components/periods.tsx';
import { Row } from '../components/row.tsx';
import { StoryTitle } from '../components/sponsor.tsx';
import { Time } from '../components/time.tsx';
import { type Here, hereIn } from '../here.ts';
import { lineHtml } from '../line-html.ts';
import { bucketDate } from '../times.ts';

export function Corrections({ site, ...page }: CorrectionsProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { bucket, corrections, periods, parts, years } = page;
  const { text } = words.correctionsPage;
  const front = { name: words.corrections, url: correctionsUrl(page.language, site) };
  const title = bucket === undefined ? front.name : front.name + words.comma + periodName(bucket, here);
  const wider =
    bucket === undefined
      ? onlyOf(years).map((year) => ({ name: words.allOfYear(bucketDate(year)), url: archiveUrl(front.url, year) }))
      : [...widerPeriods(bucket, front.url, here), front];
  return (
    <Document
      here={here}
      page={page}
      style="corrections"
      title={title}
      description={bucket === undefined ? text : `${title} — ${text}`}
      feeds={bucket === undefined ? { title: front.name, formats: ['rss', 'atom', 'json'] } : undefined}
    >
      <PageTitle label={bucket === undefined ? words.about : words.corrections} title={title}>
        <p class="intro">{text}</p>
      </PageTitle>
      {periods.length > 0 ? (
        <Periods counts={periods} front={front.url} here={here} />
      ) : (
        <Row id="corrections" label={words.latest} isHeavy>
          <CorrectionList corrections={corrections} here={here} />
        </Row>
      )}
      {years.length > 1 && (
        <Row id="years" label={words.years}>
          <Counts
            counts={years.map((each) => ({ bucket: each }))}
            front={front.url}
            show={words.year}
            current={bucket}
            here={here}
          />
        </Row>
      )}
      {wider.length > 0 && <Pager links={[...partLinks(parts, front.url, here), ...wider]} here={here} />}
    </Document>
  );
}

/** One of several years stands in a list of them. */
function onlyOf(years: CorrectionsProps['years']): CorrectionsProps['years'] {
  return years.length === 1 ? years : [];
}

function CorrectionList({ corrections, here }: { corrections: CorrectionsProps['corrections']; here: Here }) {
  if (corrections.length === 0) return <p>{here.words.correctionsPage.none}</p>;
  return (
    <ol class="ledger fixes">
      {corrections.map((each) => (
        <li key={`${each.at} ${each.story.url} ${each.text}`}>
          <Time of={each} show={here.words.date} here={here} />
          <div>
            <h3>
              <a href={each.story.url}>
                <StoryTitle story={each.story} here={here} />
              </a>
            </h3>
            <Line as="p" html={correctionHtml(each, here)} />
          </div>
        </li>
      ))}
    </ol>
  );
}

function correctionHtml({ text, links, story }: CorrectionsProps['corrections'][number], { site }: Here): string {
  return lineHtml(text, { links, page: story.url, isSponsored: story.sponsor !== undefined }, site);
}
