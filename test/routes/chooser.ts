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
  authors: string[];
  type: string;
  /** Instants. */
  corrections: number[];
};

type FrontSpec = {
  lead?: { story: string; until?: number };
  picks: { story: string; until?: number }[];
  sections: string[];
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
    return newestFirst(stories.filter((each) => each.at <= now && each.at > now - 2 * 24 * 3600));
  }

  front(language: string): Record<'lead' | 'picks' | 'opinion' | 'latest', string[]> & { blocks: string[][] } {
    const { front, sections, now } = this.spec;
    const all = this.in(language);
    const find = (pick: { story: string; until?: number }) =>
      pick.until === undefined || now < pick.until ? all.find((each) => each.story === pick.story) : undefined;
    const named = front.picks.map(find).filter((each) => each !== undefined);
    const lead = (front.lead && find(front.lead)) ?? all.find((each) => !named.includes(each));
    const picks = named.filter((each) => each !== lead);
    const room = Math.max(3, front.picks.filter(({ until }) => until === undefined || now < until).length);
    for (const each of all) if (picks.length < room && each !== lead && !picks.includes(each)) picks.push(each);
    const shown = new Set([lead, ...picks]);
    const opinion = all.filter((each) => each.type === 'opinion' && !shown.has(each)).slice(0, 3);
    for (const each of opinion) shown.add(each);
    const rest = all.filter((each) => !shown.has(each));
    const order = [...front.sections, ...sections.filter((id) => !front.sections.includes(id))];
    const blocks = order.map((id) => rest.filter((each) => each.section === id).slice(0, 5));
    return {
      lead: lead ? [urlOf(lead)] : [],
      picks: picks.map(urlOf),
      opinion: opinion.map(urlOf),
      latest: rest.slice(0, 10).map(urlOf),
      blocks: blocks.filter((block) => block.length > 0).map((block) => block.map(urlOf)),
    };
  }

  /** Beside a story: in each of its topics (in its section, if it has none) the nearest earlier and later, and what shares most. */
  beside(story: Spec): Record<'earlier' | 'later' | 'related', string[]> {
    const all = this.in(story.language);
    const topics = story.topics.length > 0 ? story.topics : [undefined];
    const lists = topics.map((topic) =>
      all.filter((each) => (topic === undefined ? each.section === story.section : each.topics.includes(topic))),
    );
    const near = (step: 1 | -1) => {
      const found = lists.map((list) => list[list.indexOf(story) + step]).filter((each) => each !== undefined);
      return [...new Set(found)].sort((a, b) => a.at - b.at || (urlOf(a) < urlOf(b) ? -1 : 1));
    };
    const earlier = near(1);
    const older = lists.flatMap((list) => list.slice(list.indexOf(story) + 1, list.indexOf(story) + 6));
    const shared = (one: Spec) => older.filter((each) => each === one).length;
    const related = [...new Set(older)]
      .filter((each) => !earlier.includes(each))
      .sort((a, b) => shared(b) - shared(a) || b.at - a.at || (urlOf(a) < urlOf(b) ? -1 : 1));
    return {
      earlier: earlier.map(urlOf),
      later: near(-1).map(urlOf),
      related: related.slice(0, 4).map(urlOf),
    };
  }

  /** Every correction, newest first. */
  corrections(language: string): { at: number; url: string }[] {
    const all = this.in(language).flatMap((each) => each.corrections.map((at) => ({ at, url: urlOf(each) })));
    return all.sort((a, b) => b.at - a.at || (a.url < b.url ? -1 : 1));
  }
}
