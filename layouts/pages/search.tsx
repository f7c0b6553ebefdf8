/** The page on which readers search. Its script fills the list; without it the form leads to the archive. */

import { searchScriptUrl } from '../../src/content/search/addresses.ts';
import type { Site } from '../../src/content/site.ts';
import type { Bucket } from '../../src/content/times.ts';
import { archiveUrl, frontUrl } from '../../src/content/urls.ts';
import type { SearchProps } from '../../src/routes/search.ts';
import { Counts } from '../components/counts.tsx';
import { Document } from '../components/document.tsx';
import { PageData } from '../components/html.tsx';
import { Row } from '../components/row.tsx';
import { type Here, hereIn, sectionTitle } from '../here.ts';
import { inNumber } from '../in-number.ts';
import { type PageData as Data, pageDataId } from '../search/page-data.ts';
import { bucketDate } from '../times.ts';

export function SearchPage({ site, ...page }: SearchProps & { site: Site }) {
  const here = hereIn(page.language, site);
  const { language, words } = here;
  const { search } = words;
  const script = searchScriptUrl(language);
  return (
    <Document here={here} page={page} style="search" title={search.title} description={search.label} script={script}>
      <header class="row row-open">
        <p class="label furniture">{search.title}</p>
        <div>
          <h1 class="hidden">{search.title}</h1>
          <search>
            <SearchForm page={page} here={here} />
          </search>
          <noscript>
            <p class="intro">{search.withoutScript}</p>
          </noscript>
        </div>
      </header>
      <p class="hidden" id="found-said" role="status" />
      <section class="row heavy" id="results" aria-labelledby="found-label" hidden>
        <h2 class="label" id="found-label">
          {words.stories(0)}
        </h2>
        <ol class="ledger" id="found" />
        <button type="button" class="more-found" id="found-more" hidden>
          {search.more}
        </button>
      </section>
      {page.years.length > 0 && (
        <Row id="archive" label={words.archive}>
          <Counts
            counts={page.years.map((year) => ({ bucket: year }))}
            front={frontUrl(language, site)}
            show={words.year}
            here={here}
          />
        </Row>
      )}
      <PageData id={pageDataId} data={dataOf(page, here)} />
    </Document>
  );
}

function SearchForm({ page, here }: { page: SearchProps; here: Here }) {
  const { site, words } = here;
  const { search } = words;
  const front = frontUrl(here.language, site);
  const [newest] = page.years;
  const sections = site.sections.map(({ id }) => ({ value: id, name: sectionTitle(id, here) }));
  const years = page.years.map((year) => ({ value: String(year), name: words.year(bucketDate(year)) }));
  const authors = page.authors.map(({ id, name }) => ({ value: id, name }));
  return (
    <form class="search" action={newest === undefined ? front : archiveUrl(front, newest)}>
      <label for="q">{search.label}</label>
      <input id="q" name="q" type="search" autocomplete="off" />
      <button type="submit">{search.title}</button>
      <div class="search-narrow">
        <Choice name="section" label={words.section} choices={sections} all={search.all} />
        <Choice name="year" label={words.years} choices={years} all={search.all} />
        {authors.length > 0 && <Choice name="author" label={words.author} choices={authors} all={search.all} />}
      </div>
    </form>
  );
}

type ChoiceProps = { name: string; label: string; choices: readonly { value: string; name: string }[]; all: string };

function Choice({ name, label, choices, all }: ChoiceProps) {
  return (
    <label>
      {label}{' '}
      <select name={name} autocomplete="off" disabled>
        <option value="">{all}</option>
        {choices.map((each) => (
          <option key={each.value} value={each.value}>
            {each.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function dataOf({ language, size }: SearchProps, { words }: Here): Data {
  const { nothing, failed, more, further, leftOut } = words.search;
  const { month, year } = size;
  const since = (bucket: Bucket) => words.searchedSince(words.date(bucketDate(bucket)));
  const lookedThrough = {
    ...(month && { month: since(month.since) }),
    ...(year && { year: since(year.since) }),
  };
  const locale = `${words.locale}-u-nu-${words.digits}`;
  const told = { nothing, failed, more, further, leftOut, lookedThrough, contentWarning: words.contentWarning };
  return { language, size, words: { ...told, stories: inNumber(words.stories, locale), locale } };
}
