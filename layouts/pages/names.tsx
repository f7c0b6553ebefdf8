/** Every topic, every author, or all of what another listing is of: each letter hangs beside its names, or leads to a page of its own. */
import { listingOf } from '../../src/content/listings/listings.ts';
import type { Site } from '../../src/content/site.ts';
import { indexUrl } from '../../src/content/urls.ts';
import type { NamesProps } from '../../src/routes/names.ts';
import { Document } from '../components/document.tsx';
import { PageTitle } from '../components/page-title.tsx';
import { Pager } from '../components/pager.tsx';
import { type Here, hereIn, publicationOf } from '../here.ts';
import { titleOfListing } from '../listing-title.ts';
import { capitalised } from '../words.ts';

export function Names({ site, of, letters, letterPages, page: ofLetter, ...page }: NamesProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { words } = here;
  const all = titleOfListing(of, here).all;
  const title = ofLetter ? titleOfLetter(all, ofLetter, here) : all;
  return (
    <Document here={here} page={page} style="names" title={title} description={`${title} — ${publicationOf(here)}`}>
      <PageTitle label={words.archive} title={title} />
      {letters.length + letterPages.length === 0 && <p class="row">{words.noStories}</p>}
      {letterPages.length > 0 && <Letters letters={letterPages} title={all} />}
      {letters.length > 0 && (
        <div class="row">
          <div class="names">
            {letters.map((each, index) => (
              <NamesOfLetter key={each.letter} {...each} id={`letter-${index + 1}`} />
            ))}
          </div>
        </div>
      )}
      {ofLetter && <OtherPages of={of} name={all} parts={ofLetter.parts} here={here} />}
    </Document>
  );
}

function NamesOfLetter({ id, letter, names }: NamesProps['letters'][number] & { id: string }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{letter}</h2>
      <ul>
        {names.map(({ name, url, role }) => (
          <li key={url}>
            <a href={url}>{name}</a>
            {role && <span class="meta">{role}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** “Topics, S”, “Topics, S, part 2” */
function titleOfLetter(all: string, { letter, part }: NonNullable<NamesProps['page']>, { words }: Here): string {
  return [all, letter, ...(part > 1 ? [words.part(part)] : [])].join(words.comma);
}

function Letters({ letters, title }: { letters: NamesProps['letterPages']; title: string }) {
  return (
    <nav class="row heavy" aria-label={title}>
      <ul class="letters">
        {letters.map(({ letter, url }) => (
          <li key={url}>
            <a href={url}>{letter}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type OtherPagesProps = { of: string; name: string; parts: NonNullable<NamesProps['page']>['parts']; here: Here };

function OtherPages({ of, name, parts, here }: OtherPagesProps) {
  const { words, language, site } = here;
  const listing = listingOf({ of });
  const links = parts.map(({ part, url }) => ({ name: capitalised(words.part(part), words.locale), url }));
  const index = listing?.front ? [{ name, url: indexUrl({ ...listing, front: listing.front }, language, site) }] : [];
  return <Pager links={[...links, ...index]} here={here} />;
}
