/** The publication's name over the ridge, its sections, and the page in other languages: large on the front page, a line on others. */

import { searchUrl } from '../../src/content/search/page-url.ts';
import { inZone, type Moment } from '../../src/content/times.ts';
import { frontUrl } from '../../src/content/urls.ts';
import type { PageHead } from '../../src/routes/kind.ts';
import { type Here, languageOf, publicationOf, siteDescriptionOf } from '../here.ts';
import { wordsIn } from '../words.ts';
import { SectionNav } from './section-nav.tsx';
import { Time } from './time.tsx';

type MastheadProps = {
  here: Here;
  page: Pick<PageHead, 'url' | 'alternates'>;
  section?: string;
  front?: { newest: Moment | undefined };
};

export function Masthead({ here, page, section, front }: MastheadProps) {
  const name = <a href={frontUrl(here.language, here.site)}>{publicationOf(here)}</a>;
  const search = <SearchLink here={here} page={page} />;
  const leadingOn = (
    <>
      <SectionNav here={here} url={page.url} section={section} />
      <LanguageLinks here={here} page={page} />
    </>
  );
  if (!front) {
    return (
      <header class="mast-inner">
        <div class="mast-bar">
          <p class="mast-name">{name}</p>
          {leadingOn}
        </div>
        {search}
        <div class="ridge" />
      </header>
    );
  }
  return (
    <header class="mast">
      {front.newest && <EditionDay of={front.newest} here={here} />}
      {search}
      <h1 class="mast-name">{name}</h1>
      <p class="mast-line">{siteDescriptionOf(here)}</p>
      <div class="ridge" />
      <div class="mast-bar">{leadingOn}</div>
    </header>
  );
}

/** The day of the newest story: pages do not know what day it is when they are read. */
function EditionDay({ of, here }: { of: Moment; here: Here }) {
  const { site, words } = here;
  return (
    <p class="mast-date furniture">
      <span>{words.weekday(inZone(of.at, site.timeZone))}</span> <Time of={of} show={words.date} here={here} />
    </p>
  );
}

/** Apart from what scrolls, so that it is always seen. */
function SearchLink({ here, page }: Pick<MastheadProps, 'here' | 'page'>) {
  const { site, language, words } = here;
  if (!site.search) return null;
  const url = searchUrl(language, site);
  return (
    <p class="mast-tools mast-search furniture">
      <a href={url} aria-current={page.url === url ? 'page' : undefined}>
        {words.search.title}
      </a>
    </p>
  );
}

/** So many need no more room than a word or two. */
const few = 2;

/** To the same page in the other languages; where it has none, to their front pages, saying so. */
function LanguageLinks({ here, page }: Pick<MastheadProps, 'here' | 'page'>) {
  const { site } = here;
  const others = site.languages.filter((each) => each !== here.language);
  if (others.length === 0) return null;
  const isTranslated = page.alternates.length > 0;
  return (
    <nav class={`mast-tools ${others.length <= few ? 'mast-few ' : ''}furniture`} aria-label={here.words.languages}>
      {others.map((language) => {
        const { ownName, onlyElsewhere } = wordsIn(language, site);
        const url = page.alternates.find((each) => each.language === language)?.url;
        return (
          <a key={language} href={url ?? frontUrl(language, site)} hreflang={language} {...languageOf(language, here)}>
            {ownName}
            {isTranslated && url === undefined && <small>{onlyElsewhere}</small>}
          </a>
        );
      })}
    </nav>
  );
}
