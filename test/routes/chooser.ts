/**
 * What each page is to show, said a second time: plain lists of plain stories, filtered and sorted by what README and
 * the heads of `src/routes/` promise. It shares no code with the product, so that a page that chooses wrongly is found.
 */

export type Spec = {
  story: string;
  language: string;
  at: number;
  section: string;
  topics: string[];
  thread?: string | undefined;
  series?: string | undefined;
  /** Why search engines are not told of it, if they are not. */
  elsewhere: '' | 'hidden' | 'first';
  authors: string[];
  type: string;
  isPaid: boolean;
  /** Instants. */
  corrections: number[];
};

type Pick = { story: string; until?: number };
type FrontSpec = {
  lead?: Pick;
  picks: Pick[];
  sections: string[];
  fronts: { section: string; lead?: Pick; picks: Pick[] }[];
};

export type NewsroomSpec = { stories: Spec[]; front: FrontSpec; sections: string[]; languages: string[]; now: number };

export function fileOf({ story, language }: Spec): string {
  return `articles/${story}${language === 'en' ? '' : `.${language}`}.md`;
}

export function urlOf({ story, language }: Spec): string {
  return `${language === 'en' ? '' : `/${language}`}/${story}/`;
}

/** Newest first; of those at one instant, by path. */
export function newestFirst(stories: readonly Spec[]): Spec[] {
  return [...stories].sort((a, b) => b.at - a.at || (fileOf(a) < fileOf(b) ? -1 : 1));
}

/** Both of one thread; or of none, and two of the first three topics of both. */
function isOfOneStory(one: Spec, other: Spec): boolean {
  if (one.thread !== undefined || other.thread !== undefined) return one.thread === other.thread;
  if (other.isPaid) return false;
  const [few, others] = [one, other].map(({ topics }) => topics.slice(0, 3));
  return (few ?? []).filter((topic) => others?.includes(topic)).length >= 2;
}

export class Chooser {
  readonly spec: NewsroomSpec;

  constructor(spec: NewsroomSpec) {
    this.spec = spec;
  }

  /** Public in a language, newest first. */
  in(language: string, isWanted: (story: Spec) => boolean = () => true): Spec[] {
    const { stories, now } = this.spec;
    return newestFirst(stories.filter((each) => each.at <= now && each.language === language && isWanted(each)));
  }

  recent(): Spec[] {
    const { stories, now } = this.spec;
    const isRecent = ({ at }: Spec) => at <= now && at > now - 2 * 24 * 3600;
    return newestFirst(stories.filter((each) => isRecent(each) && each.elsewhere === '' && !each.isPaid));
  }

  /**
   * Each story once: the lead, at least three picks, both of what was paid for only if there is nothing else, the four newest of the lead’s thread (or of the stories without one that
   * share two of its first three topics), opinion if there is more than one piece, the ten latest, and of each section the
   * five newest that are left.
   */
  front(
    language: string,
  ): Record<'lead' | 'picks' | 'thread' | 'opinion' | 'latest', string[]> & { blocks: string[][] } {
    const { front, sections } = this.spec;
    const all = this.in(language);
    const [lead, ...picks] = this.#chosen(front, all, language, 3);
    const shown = new Set([lead, ...picks]);
    const take = (most: number, isWanted: (each: Spec) => boolean, least = 1) => {
      const found = all.filter((each) => !shown.has(each) && isWanted(each)).slice(0, most);
      if (found.length < least) return [];
      for (const each of found) shown.add(each);
      return found;
    };
    const thread = take(4, (each) => lead !== undefined && isOfOneStory(each, lead));
    const opinion = take(3, ({ type, isPaid }) => type === 'opinion' && !isPaid, 2);
    const latest = take(10, () => true);
    const order = [...front.sections, ...sections.filter((id) => !front.sections.includes(id))];
    const blocks = order.map((id) => take(5, ({ section }) => section === id));
    return {
      lead: lead ? [urlOf(lead)] : [],
      picks: picks.map(urlOf),
      opinion: opinion.map(urlOf),
      thread: thread.map(urlOf),
      latest: latest.map(urlOf),
      blocks: blocks.filter((block) => block.length > 0).map((block) => block.map(urlOf)),
    };
  }

  /** A front of a section: what was chosen for it, filled up to three, then the newest of it; of all 30. */
  sectionFront(language: string, id: string): [opening: string[], stories: string[]] {
    const all = this.in(language, ({ section }) => section === id).slice(0, 30);
    const chosen = this.spec.front.fronts.find(({ section }) => section === id) ?? { picks: [] };
    const opening = this.#chosen(chosen, all, language, 2);
    return [opening.map(urlOf), all.filter((each) => !opening.includes(each)).map(urlOf)];
  }

  /** The lead and the picks that are public, with the newest of `all` at least so many of these. */
  #chosen(
    { lead, picks }: Omit<FrontSpec, 'sections' | 'fronts'>,
    all: Spec[],
    language: string,
    least: number,
  ): Spec[] {
    const isThere = ({ until }: Pick) => until === undefined || this.spec.now < until;
    const everything = this.in(language);
    const find = (pick: Pick) => (isThere(pick) ? everything.find((each) => each.story === pick.story) : undefined);
    const named = picks.map(find).filter((each) => each !== undefined);
    const unpaidFirst = [...all.filter(({ isPaid }) => !isPaid), ...all];
    const first = (lead && find(lead)) ?? unpaidFirst.find((each) => !named.includes(each));
    const others = named.filter((each) => each !== first);
    const room = Math.max(least, picks.filter(isThere).length);
    for (const each of unpaidFirst)
      if (others.length < room && each !== first && !others.includes(each)) others.push(each);
    return [...(first ? [first] : []), ...others];
  }

  /**
   * Beside a story: of its thread the three nearest earlier and the nearest later; without a thread, of the stories without
   * one that share two of the first three topics, the nearest earlier and later for each two; if there are none, the nearest
   * earlier on each of these topics, or in its section, which nobody paid for. Of what was paid for only what a thread or a series has. Below: six older ones that share most, or else the nearest of its
   * section, and that are not there already. Above all, of its series the three nearest earlier and the nearest later, which
   * stand nowhere else.
   */
  beside(story: Spec): Record<'earlier' | 'later' | 'related', string[]> & {
    parts: [string[], string[]];
    earlierOn: [string | undefined, string][];
  } {
    const all = this.in(story.language);
    const { earlier, later } = this.#thread(story, all);
    const inSeries = this.in(story.language, ({ series }) => series !== undefined && series === story.series);
    const own = inSeries.indexOf(story);
    const [before, after] = own < 0 ? [[], []] : [inSeries.slice(own + 1, own + 4), inSeries.slice(0, own).slice(-1)];
    const isElse = (each: Spec) => !before.includes(each) && !after.includes(each);
    const isUnpaid = ({ isPaid }: Spec) => !isPaid;
    const leads = story.topics.slice(0, 3);
    const older = (isWanted: (each: Spec) => boolean) => all.slice(all.indexOf(story) + 1).filter(isWanted);
    const inSection = older((each) => each.section === story.section);
    const rows: [string | undefined, Spec][] = [];
    if (earlier.length === 0 && later.length === 0)
      for (const topic of story.topics.length > 0 ? leads : [undefined]) {
        const near = topic === undefined ? inSection : older((each) => each.topics.includes(topic));
        const first = near.slice(0, 7).find(isUnpaid);
        if (first && !rows.some(([, shown]) => shown === first)) rows.push([topic, first]);
      }
    const lists = story.topics.map((topic) => older((each) => each.topics.includes(topic)).slice(0, 7));
    const near = (story.topics.length > 0 ? lists.flat() : inSection.slice(0, 7)).filter(isUnpaid);
    const shared = (one: Spec) => near.filter((each) => each === one).length;
    const isFree = (each: Spec) => isElse(each) && !earlier.includes(each) && !rows.some(([, shown]) => shown === each);
    const sharing = [...new Set(near)]
      .filter(isFree)
      .sort((a, b) => shared(b) - shared(a) || b.at - a.at || (urlOf(a) < urlOf(b) ? -1 : 1));
    const best = sharing.slice(0, 6);
    const known = before.length + after.length + earlier.length + later.length + rows.length + best.length;
    const others = inSection.slice(0, known + 6).filter((each) => isUnpaid(each) && isFree(each));
    const related = new Set([...best, ...(story.topics.length > 0 ? others : [])]);
    return {
      parts: [before.toReversed().map(urlOf), after.map(urlOf)],
      earlier: earlier.filter(isElse).map(urlOf),
      later: later.filter(isElse).map(urlOf),
      earlierOn: rows.filter(([, each]) => isElse(each)).map(([topic, each]) => [topic, urlOf(each)]),
      related: [...related].slice(0, 6).map(urlOf),
    };
  }

  #thread(story: Spec, all: readonly Spec[]): Record<'earlier' | 'later', Spec[]> {
    const own = all.indexOf(story);
    const [before, after] = [all.slice(own + 1), all.slice(0, own).reverse()];
    if (story.thread !== undefined) {
      const isOfIt = (each: Spec) => each.thread === story.thread;
      return { earlier: before.filter(isOfIt).slice(0, 3).reverse(), later: after.filter(isOfIt).slice(0, 1) };
    }
    const [a, b, c] = story.topics;
    const pairs = [
      [a, b],
      [a, c],
      [b, c],
    ].filter((pair) => pair.every((topic) => topic !== undefined));
    const nearest = (list: readonly Spec[]) => {
      const found = pairs.map((pair) =>
        list.find(
          (each) =>
            each.thread === undefined &&
            !each.isPaid &&
            pair.every((topic) => each.topics.slice(0, 3).includes(topic ?? '')),
        ),
      );
      const unique = [...new Set(found.filter((each) => each !== undefined))];
      return unique.sort((x, y) => x.at - y.at || (urlOf(x) < urlOf(y) ? -1 : 1));
    };
    return { earlier: nearest(before), later: nearest(after) };
  }

  /** Every correction, newest first. */
  corrections(language: string): { at: number; url: string }[] {
    const all = this.in(language).flatMap((each) => each.corrections.map((at) => ({ at, url: urlOf(each) })));
    return all.sort((a, b) => b.at - a.at || (a.url < b.url ? -1 : 1));
  }
}
