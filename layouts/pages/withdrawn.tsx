/** A story that was taken down: when and why, and nothing else of it. */
import type { Site } from '../../src/content/site.ts';
import { frontUrl } from '../../src/content/urls.ts';
import type { WithdrawnProps } from '../../src/routes/withdrawn.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Time } from '../components/time.tsx';
import { hereIn, languageOf } from '../here.ts';

export function WithdrawnPage({ site, withdrawn, ...page }: WithdrawnProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { label, title, on } = words.withdrawn;
  return (
    <Document here={here} page={page} style="notice" title={title} description={withdrawn.reason} noindex>
      <PageTitle label={label} title={title}>
        <p class="intro" {...languageOf(withdrawn.language, here)}>
          {withdrawn.reason}
        </p>
        <p class="meta">
          {on} <Time of={withdrawn} show={words.date} here={here} />
        </p>
        <p class="all furniture">
          <a href={frontUrl(page.language, site)}>{words.frontPage}</a>
        </p>
      </PageTitle>
    </Document>
  );
}
