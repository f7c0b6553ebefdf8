/** What was corrected, newest first: when in the spine, what and where in the column. */
import type { Site } from '../../src/content/site.ts';
import { correctionsUrl } from '../../src/content/urls.ts';
import type { CorrectionsProps } from '../../src/routes/corrections.ts';
import { Counts } from '../components/counts.tsx';
import { Document } from '../components/document.tsx';
import { Line } from '../components/html.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pager } from '../components/pager.tsx';
import { Row } from '../components/row.tsx';
import { Time } from '../components/time.tsx';
import { type Here, hereIn } from '../here.ts';
import { lineHtml } from '../line-html.ts';
import { bucketDate } from '../times.ts';

export function Corrections({ site, corrections, year, years, ...page }: CorrectionsProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { text, none } = words.correctionsPage;
  const front = correctionsUrl(page.language, site);
  const title = year === undefined ? words.corrections : words.corrections + words.comma + words.year(bucketDate(year));
  const feeds = { title: words.corrections, formats: ['rss', 'atom', 'json'] as const };
  return (
    <Document
      here={here}
      page={page}
      style="corrections"
      title={title}
      description={text}
      feeds={year === undefined ? feeds : undefined}
    >
      <PageTitle label={words.corrections} title={title}>
        <p class="intro">{text}</p>
      </PageTitle>
      <Row id="corrections" label={words.latest} isHeavy>
        {corrections.length === 0 ? <p>{none}</p> : <CorrectionList corrections={corrections} here={here} />}
      </Row>
      {years.length > 1 && (
        <Row id="years" label={words.years}>
          <Counts
            counts={years.map((each) => ({ bucket: each }))}
            front={front}
            show={words.year}
            current={year}
            here={here}
          />
        </Row>
      )}
      {year !== undefined && <Pager links={[{ name: words.corrections, url: front }]} here={here} />}
    </Document>
  );
}

function CorrectionList({ corrections, here }: { corrections: CorrectionsProps['corrections']; here: Here }) {
  return (
    <ol class="ledger fixes">
      {corrections.map((each) => (
        <li key={`${each.at} ${each.story.url} ${each.text}`}>
          <Time of={each} show={here.words.date} here={here} />
          <div>
            <h3>
              <a href={each.story.url}>{each.story.title}</a>
            </h3>
            <Line as="p" html={lineHtml(each.text, { links: each.links, page: each.story.url })} />
          </div>
        </li>
      ))}
    </ol>
  );
}
