/** What readers see where there is nothing: the way back, and whom to ask. */
import { hereIn, type KindProps, type Site } from 'broadsheet/layouts';
import { Document } from 'broadsheet/layouts/components/document';

export function NotFoundPage({ site, latest, ...page }: KindProps['not-found'] & { site: Site }) {
  const here = hereIn(page.language, site);
  const { title, text } = here.words.notFound;
  return (
    <Document here={here} page={page} style="notice" title={title} description={text} noindex>
      <h1 class="title">{title}</h1>
      <p>
        Ask the harbour master, or read <a href={latest[0]?.url ?? '/'}>what is new</a>.
      </p>
    </Document>
  );
}
