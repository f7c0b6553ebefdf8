/** The front page of a language: the lead with its story, the picks of `front.yaml`, the latest, a block a section. */

import { bounds, markupBytes } from '../content/bounds.ts';
import { scopeIn } from '../content/listings/listing.ts';
import { opinion } from '../content/listings/opinion.ts';
import { openSections, section } from '../content/listings/section.ts';
import { threadScopes } from '../content/listings/thread.ts';
import type { Headline, Teaser } from '../content/records.ts';
import type { Scope } from '../content/scopes.ts';
import { frontUrl } from '../content/urls.ts';
import type { Notices, Queries } from '../queries/queries.ts';
import {
  bytesOfCards,
  bytesOfRows,
  type Card,
  cardOf,
  cardWithoutPicture,
  fitting,
  type LeadCard,
  type Listed,
  leadCardOf,
  listed,
  type Voice,
  voiceOf,
} from './card.ts';
import { chosenFirst } from './chosen.ts';
import { frontUrlAt, lastingFronts } from './front-of.ts';
import { type Kind, type PageHead, pageHead } from './kind.ts';

const picksShown = 3;
const threadShown = 4;
const pointsShown = 4;
const latestShown = 10;
const blockShown = 5;
const littleInBlock = 3;
const opinionShown = 3;
/** Fewer stand among the others. */
const fewestVoices = 2;
const fewestOfThread = 2;

/** Each story stands once on it: what is named first here is chosen first. */
export type FrontPageProps = PageHead & {
  lead: LeadCard | undefined;
  picks: Card[];
  /** The newest of the lead’s thread. */
  thread: Listed[];
  /** What the lead says in short, where its thread has too little. */
  points: string[];
  /** The newest of it. */
  opinion: Voice[];
  /** The newest. */
  latest: Listed[];
  /** Sections that have other stories, in the order of `front.yaml`, then of the site, as many as fit the page. */
  blocks: Block[];
  notices: Notices;
};

/** What comes after the first is told with its standfirst if it is little, else by its headlines. */
type Block = { section: string; first: Card; others: Card[]; more: Listed[] };

export const frontPage: Kind<'front-page', FrontPageProps> = {
  name: 'front-page',
  always: (site) => lastingFronts(site, ({ kind }) => kind === 'front-page'),
  url: (place, site) => frontUrlAt(place, site, 'front-page'),
  props(queries, { scope }, site) {
    const { language } = scope;
    const front = queries.front();
    const chosenShown = 1 + Math.max(picksShown, front.picks.length);
    const newest = queries.newest(scope, chosenShown + threadShown + opinionShown + latestShown, 'teaser');
    const [lead, ...picks] = chosenFirst(queries, front, { language, newest, shown: chosenShown });
    const shown = new Shown([...(lead ? [lead] : []), ...picks]);
    const { thread, points } = storyOf(queries, lead, shown);
    const voices = shown.newestOf(queries, scopeIn(opinion, language), opinionShown, fewestVoices);
    const latest = shown.take(newest, latestShown);
    const sections = new Set([...front.sections, ...openSections(site).map(({ id }) => id)]);
    const blocks = [...sections].flatMap((id) => {
      return blockOf(id, shown.newestOf(queries, scopeIn(section, language, id), blockShown)) ?? [];
    });
    const above =
      bytesOfCards([lead ?? [], ...picks, ...voices].flat().map(cardOf)) +
      bytesOfRows([...latest, ...thread].map(listed), site) +
      points.reduce((sum, point) => sum + markupBytes(point), 0);
    return {
      ...pageHead(queries, site, language, (each) => frontUrl(each, site)),
      lead: lead && leadCardOf(lead),
      picks: picks.map(cardOf),
      thread: thread.map(listed),
      points,
      opinion: voices.map(voiceOf),
      latest: latest.map(listed),
      blocks: fitting(
        blocks,
        bounds.page - above,
        ({ first, others, more }) => bytesOfCards([first, ...others]) + bytesOfRows(more, site),
      ),
      notices: queries.notices({ is: 'front-page', language }),
    };
  },
};

function blockOf(id: string, [first, ...rest]: readonly Teaser[]): Block | undefined {
  if (!first) return undefined;
  const isLittle = rest.length < littleInBlock;
  return {
    section: id,
    first: cardOf(first),
    others: isLittle ? rest.map(cardWithoutPicture) : [],
    more: isLittle ? [] : rest.map(listed),
  };
}

/** What stands on the page already, by story. */
class Shown {
  readonly #stories: Set<string>;

  constructor(stories: readonly Headline[]) {
    this.#stories = new Set(stories.map(({ story }) => story));
  }

  get size(): number {
    return this.#stories.size;
  }

  /** The first that are not shown yet, which then are; none of fewer than `least`. */
  take<Story extends Headline>(stories: readonly Story[], most: number, least = 1): Story[] {
    const taken = stories.filter(({ story }) => !this.#stories.has(story)).slice(0, most);
    if (taken.length < least) return [];
    for (const { story } of taken) this.#stories.add(story);
    return taken;
  }

  /** So many more are asked for as may be shown already. */
  newestOf(queries: Queries, scope: Scope, most: number, least?: number): Teaser[] {
    return this.take(queries.newest(scope, most + this.size, 'teaser'), most, least);
  }
}

/** What goes with the lead: other stories of its thread; if these are too few, its key points. */
function storyOf(
  queries: Queries,
  lead: Teaser | undefined,
  shown: Shown,
): Pick<FrontPageProps, 'points'> & { thread: Headline[] } {
  const full = lead && queries.full(lead.story, lead.language);
  if (!full) return { thread: [], points: [] };
  const scopes = threadScopes({ ...full, topics: full.topics.map(({ id }) => id) });
  const limit = threadShown + shown.size;
  const found = scopes.flatMap((each) => queries.newest(each, limit, 'headline'));
  const unique = [...new Map(found.map((each) => [each.story, each])).values()];
  const newestFirst = unique.sort((a, b) => b.at - a.at || (a.url < b.url ? -1 : 1));
  const least = full.points.length > 0 ? fewestOfThread : 1;
  const thread = shown.take(newestFirst, threadShown, least);
  return { thread, points: thread.length > 0 ? [] : full.points.slice(0, pointsShown) };
}
