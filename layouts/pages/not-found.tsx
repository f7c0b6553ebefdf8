/** What a reader sees where there is nothing: the way back to the news. */
import { searchUrl } from '../../src/content/search/page-url.ts';
import type { Site } from '../../src/content/site.ts';
import { frontUrl } from '../../src/content/urls.ts';
import type { NotFoundProps } from '../../src/routes/not-found.ts';
import { Document } from '../components/document.tsx';
import { Latest } from '../components/latest.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Row } from '../components/row.tsx';
import { hereIn } from '../here.ts';

export function NotFoundPage({ site, latest, ...page }: NotFoundProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { title, text } = words.notFound;
  const newest = latest[0];
  return (
    <Document here={here} page={page} style="notice" title={title} description={text} noindex>
      <PageTitle label="404" title={title}>
        <p class="intro">{text}</p>
        <p class="all furniture">
          <a href={frontUrl(page.language, site)}>{words.frontPage}</a>
          {site.search && <a href={searchUrl(page.language, site)}>{words.search.title}</a>}
        </p>
      </PageTitle>
      {newest && (
        <Row id="latest" label={words.latest} isHeavy>
          <Latest stories={latest} newest={newest.at} here={here} />
        </Row>
      )}
    </Document>
  );
}
