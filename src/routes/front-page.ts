/** The front page of a language: the lead, the picks of `front.yaml`, the latest, a block a section. */

import type { Headline, Teaser } from '../content/records.ts';
import { listings, readScope } from '../content/scopes.ts';
import { frontUrl } from '../content/urls.ts';
import type { Queries } from '../queries/queries.ts';
import { type Card, cardOf, headlineOnly, type LeadCard, leadCardOf } from './card.ts';
import { eachLanguage, type Kind, type PageHead, pageHead } from './kind.ts';

const picksShown = 3;
const latestShown = 10;
const blockShown = 5;

export type FrontPageProps = PageHead & {
  lead: LeadCard | undefined;
  picks: Card[];
  latest: Headline[];
  /** Sections that have stories, in the site's order; a story is shown once above its blocks. */
  blocks: { section: string; first: Card; more: Headline[] }[];
};

export const frontPage: Kind<FrontPageProps> = {
  name: 'front-page',
  always: (site) => eachLanguage(site, (language) => listings.all(language)),
  url({ scope, bucket }, site) {
    const { of, language } = readScope(scope);
    return of === 'all' && bucket === 0 ? frontUrl(language, site) : undefined;
  },
  props(queries, { scope }, site) {
    const { language } = readScope(scope);
    const newest = queries.newest(scope, latestShown + picksShown + 1, 'teaser');
    const [lead, ...picks] = chosen(queries, language, newest);
    const above = new Set([lead, ...picks].map((each) => each?.story));
    const latest = newest.filter((each) => !above.has(each.story)).slice(0, latestShown);
    const blocks = site.sections.flatMap(({ id }) => {
      const stories = queries
        .newest(listings.section(id, language), blockShown + above.size, 'teaser')
        .filter((each) => !above.has(each.story));
      const [first, ...more] = stories.slice(0, blockShown);
      return first ? [{ section: id, first: cardOf(first), more: more.map(headlineOnly) }] : [];
    });
    return {
      ...pageHead(queries, site, language, (each) => frontUrl(each, site)),
      lead: lead && leadCardOf(lead),
      picks: picks.map(cardOf),
      latest: latest.map(headlineOnly),
      blocks,
    };
  },
};

/** The lead and picks that are public, filled up with the newest. */
function chosen(queries: Queries, language: string, newest: Teaser[]): Teaser[] {
  const { lead, picks } = queries.front();
  const named = [...(lead ? [lead] : []), ...picks].map((story) => queries.teaser(story, language));
  const first = lead ? named[0] : undefined;
  const rest = named.slice(lead ? 1 : 0);
  const all = [first ?? newest.find((each) => !picks.includes(each.story)), ...rest, ...newest].filter(
    (each) => each !== undefined,
  );
  const unique = new Map(all.map((each) => [each.story, each]));
  return [...unique.values()].slice(0, 1 + Math.max(picksShown, picks.length));
}
