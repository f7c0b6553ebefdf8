/** The front page of a language: the lead, the picks of `front.yaml`, the latest, a block a section. */

import { bounds } from '../content/bounds.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { opinion } from '../content/listings/opinion.ts';
import { openSections, section } from '../content/listings/section.ts';
import type { Language } from '../content/names.ts';
import type { Teaser } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import { frontUrl } from '../content/urls.ts';
import type { Notices, Queries } from '../queries/queries.ts';
import {
  bytesOfCards,
  bytesOfRows,
  type Card,
  cardOf,
  fitting,
  type LeadCard,
  type Listed,
  leadCardOf,
  listed,
  type Voice,
  voiceOf,
} from './card.ts';
import { frontUrlAt, lastingFronts } from './front-of.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

const picksShown = 3;
const latestShown = 10;
const blockShown = 5;
const opinionShown = 3;

export type FrontPageProps = PageHead & {
  lead: LeadCard | undefined;
  picks: Card[];
  /** The newest of what is neither lead nor pick nor opinion. */
  latest: Listed[];
  /** The newest of it that is neither lead nor pick. */
  opinion: Voice[];
  /**
   * Sections that have stories, in the order of `front.yaml`, then of the site, as many as fit the page: the newest of each,
   * but for lead, picks and opinion. What is among the latest stands here too.
   */
  blocks: { section: string; first: Card; more: Listed[] }[];
  notices: Notices;
};

export const frontPage: Kind<'front-page', FrontPageProps> = {
  name: 'front-page',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'front-page'),
  url: (place, site) => frontUrlAt(place, site, 'front-page'),
  props(queries, { scope }, site) {
    const { language } = scope;
    const front = queries.front();
    const chosenShown = 1 + Math.max(picksShown, front.picks.length);
    const newest = queries.newest(scope, chosenShown + opinionShown + latestShown, 'teaser');
    const [lead, ...picks] = chosen(queries, front, language, newest);
    const shown = new Set([lead, ...picks].map((each) => each?.story));
    const notShown = (stories: Teaser[], limit: number) =>
      stories.filter((each) => !shown.has(each.story)).slice(0, limit);
    const newestOf = (listing: Scope, limit: number) =>
      notShown(queries.newest(listing, limit + shown.size, 'teaser'), limit);
    const voices = newestOf(scopeIn(opinion, language), opinionShown);
    for (const each of voices) shown.add(each.story);
    const latest = notShown(newest, latestShown);
    const sections = new Set([...front.sections, ...openSections(site).map(({ id }) => id)]);
    const blocks = [...sections].flatMap((id) => {
      const [first, ...more] = newestOf(scopeIn(section, language, id), blockShown);
      return first ? [{ section: id, first: cardOf(first), more: more.map(listed) }] : [];
    });
    const above =
      bytesOfCards([lead ?? [], ...picks].flat().map(cardOf)) + bytesOfRows([...latest, ...voices].map(listed), site);
    return {
      ...pageHead(queries, site, language, (each) => frontUrl(each, site)),
      lead: lead && leadCardOf(lead),
      picks: picks.map(cardOf),
      latest: latest.map(listed),
      opinion: voices.map(voiceOf),
      blocks: fitting(
        blocks,
        bounds.page - above,
        ({ first: card, more }) => bytesOfCards([card]) + bytesOfRows(more, site),
      ),
      notices: queries.notices({ is: 'front-page', language }),
    };
  },
};

/** The lead and picks that are public, filled up with the newest, first of all those that nobody paid for. */
function chosen(
  queries: Queries,
  { lead, picks }: ReturnType<Queries['front']>,
  language: Language,
  newest: Teaser[],
): Teaser[] {
  const named = [...(lead ? [lead] : []), ...picks].map((story) => queries.teaser(story, language));
  const first = lead ? named[0] : undefined;
  const rest = named.slice(lead ? 1 : 0);
  const unpaidFirst = [...newest.filter(({ sponsor }) => sponsor === undefined), ...newest];
  const all = [first ?? unpaidFirst.find((each) => !picks.includes(each.story)), ...rest, ...unpaidFirst].filter(
    (each) => each !== undefined,
  );
  const unique = new Map(all.map((each) => [each.story, each]));
  return [...unique.values()].slice(0, 1 + Math.max(picksShown, picks.length));
}
