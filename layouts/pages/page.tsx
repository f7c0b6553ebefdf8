/** An undated page: “about”, “contact”. */
import type { Site } from '../../src/content/site.ts';
import type { PageProps } from '../../src/routes/page.ts';
import { Document } from '../components/document.tsx';
import { Html } from '../components/html.tsx';
import { hereIn, siteDescriptionOf } from '../here.ts';

export function StandingPage({ site, page: record, ...page }: PageProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { title, summary, body } = record;
  return (
    <Document
      here={here}
      page={page}
      style="page"
      title={title}
      description={summary ?? `${title}. ${siteDescriptionOf(here)}`}
    >
      <article class="article">
        <header class="head">
          <h1>{title}</h1>
          {summary && <p class="stand">{summary}</p>}
        </header>
        <div class="column">
          <Html class="prose" html={body.html} />
        </div>
      </article>
    </Document>
  );
}
