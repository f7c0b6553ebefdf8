/** An address that ended on purpose: why, and nothing of what was there. */
import type { Site } from '../../src/content/site.ts';
import { frontUrl } from '../../src/content/urls.ts';
import type { GoneProps } from '../../src/routes/gone.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { hereIn, languageOf } from '../here.ts';

export function GonePage({ site, notice, ...page }: GoneProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const { label } = words.withdrawn;
  const title = notice.isStory ? words.withdrawn.title : words.notFound.title;
  return (
    <Document here={here} page={page} style="notice" title={title} description={notice.reason} noindex>
      <PageTitle label={label} title={title}>
        <p class="intro" {...languageOf(notice.reasonLanguage, here)}>
          {notice.reason}
        </p>
        <p class="all furniture">
          <a href={frontUrl(page.language, site)}>{words.frontPage}</a>
        </p>
      </PageTitle>
    </Document>
  );
}
