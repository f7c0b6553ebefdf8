/** Every topic, every author, or all of what another listing is of: the letters hang in the spine. */
import type { Site } from '../../src/content/site.ts';
import type { NamesProps } from '../../src/routes/names.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Row } from '../components/row.tsx';
import { hereIn, publicationOf } from '../here.ts';
import { titleOfListing } from '../listing-title.ts';

export function Names({ site, of, letters, ...page }: NamesProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const title = titleOfListing(of, here).all;
  return (
    <Document here={here} page={page} style="names" title={title} description={`${title} — ${publicationOf(here)}`}>
      <PageTitle label={words.archive} title={title} />
      {letters.length === 0 && <p class="row">{words.noStories}</p>}
      {letters.map(({ letter, names }, index) => (
        <Row key={letter} id={`letter-${index + 1}`} label={letter}>
          <ul class="names">
            {names.map(({ name, url, role }) => (
              <li key={url}>
                <a href={url}>{name}</a>
                {role && <span class="meta">{role}</span>}
              </li>
            ))}
          </ul>
        </Row>
      ))}
    </Document>
  );
}
