/** An undated page: “about”, “contact”. */
import type { Site } from '../../src/content/site.ts';
import type { PageProps } from '../../src/routes/page.ts';
import { Document } from '../components/document.tsx';
import { Html } from '../components/html.tsx';
import { type Here, hereIn, siteDescriptionOf } from '../here.ts';
import { isAboutPrivacy, scriptHosts } from '../scripts.ts';

export function StandingPage({ site, page: record, ...page }: PageProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { title, summary, noindex, body } = record;
  return (
    <Document
      here={here}
      page={page}
      style="page"
      title={title}
      description={summary ?? `${title}. ${siteDescriptionOf(here)}`}
      noindex={noindex}
    >
      <article class="article">
        <header class="head">
          <h1>{title}</h1>
          {summary && <p class="stand">{summary}</p>}
        </header>
        <Html class="prose story" html={body.html} />
        {isAboutPrivacy(page.url, here) && <ScriptHosts here={here} />}
      </article>
    </Document>
  );
}

/** What this site loads from others, and on which pages. */
function ScriptHosts({ here }: { here: Here }) {
  const { words } = here;
  const hosts = scriptHosts(here);
  if (hosts.length === 0) return null;
  return (
    <section class="note column" aria-label={words.scripts.title}>
      <p class="label">{words.scripts.title}</p>
      <ul>
        {hosts.map(({ host, pages }) => (
          <li key={host}>
            <bdi>{host}</bdi>
            {words.colon}
            {pages.join(words.listComma)}
          </li>
        ))}
      </ul>
    </section>
  );
}
