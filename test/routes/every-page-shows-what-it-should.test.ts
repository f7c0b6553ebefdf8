/** Each route's choice, held against `chooser.ts`: which stories, in which order, on every page of a newsroom made at random. */
import { DateTime } from 'luxon';
import { beforeAll, expect, test } from 'vitest';
import { isFault } from '../../src/problem.ts';
import type { RenderedRoute } from '../../src/render/eleventy.ts';
import { Random } from '../fuzz/random.ts';
import { articleText, Newsroom } from '../support/newsroom.ts';
import { renderDirectly } from '../support/render-directly.ts';
import { Chooser, fileOf, type NewsroomSpec, newestFirst, type Spec, urlOf } from './chooser.ts';

const zone = 'Europe/Moscow';
const now = DateTime.fromISO('2015-12-03T12:00', { zone }).toSeconds();
const hour = 3600;

/**
 * Many at one instant, some just inside of 48 hours and one just outside, some to come, opinion, corrections, two languages;
 * threads, series, and topics that few stories share; some that search engines are not told of.
 */
function newsroomAtRandom(): NewsroomSpec {
  const random = new Random(151126);
  const more = new Random(14);
  const paid = new Random(3);
  const stories: Spec[] = [];
  for (let n = 0; n < 150; n++) {
    const at =
      n === 0 ? now - 48 * hour : n === 1 ? now - 48 * hour + 60 : now + hour * 6 - hour * random.int(0, 24 * 40);
    const time = DateTime.fromSeconds(at, { zone });
    const spec: Spec = {
      story: `${time.toFormat('yyyy/LL/dd')}/story-${n}`,
      language: 'en',
      at,
      section: random.pick(['world', 'world', 'culture']),
      topics: [
        ...new Set(random.some(0, 5, () => random.pick(['sea', 'port', 'ice', 'fog', `rare-${random.int(0, 60)}`]))),
      ],
      thread: random.chance(0.2) ? random.pick(['siege', 'flood', 'sea', `thread-${n}`]) : undefined,
      authors: [...new Set(['desk', ...random.some(0, 1, () => 'ann')])],
      type: random.pick(['news', 'news', 'news', 'opinion', 'analysis']),
      corrections: random.chance(0.4) ? [at + 60 * random.int(1, 5), at + 60 * 10] : [],
      series: more.chance(0.8) ? more.pick(['light', 'light', 'drought', `series-${n}`]) : undefined,
      elsewhere: more.pick(['', '', '', 'hidden', 'first']),
      isPaid: n > 1 && paid.chance(0.2), // the first two stand at the edge of what is recent
    };
    stories.push(spec);
    if (random.chance(0.3)) stories.push({ ...spec, language: 'ru', corrections: [] });
  }
  const visible = stories.filter((each) => each.at <= now && each.language === 'en');
  const pick = () => random.pick(visible).story;
  const toCome = stories.find((each) => each.at > now)?.story ?? '';
  return {
    stories,
    front: {
      // The newest of all is a pick, and so not the lead.
      picks: [
        { story: newestFirst(visible)[0]?.story ?? '' },
        { story: toCome },
        { story: pick(), until: now },
        { story: pick(), until: now + 60 },
      ],
      sections: ['culture'],
      fronts: [
        {
          section: 'world',
          lead: { story: pick(), until: now + 60 },
          picks: [{ story: pick() }, { story: toCome }, { story: pick(), until: now }, { story: pick() }],
        },
      ],
    },
    sections: ['world', 'culture'],
    languages: ['en', 'ru'],
    now,
  };
}

const spec = newsroomAtRandom();
const chooser = new Chooser(spec);
const routes = new Map<string, RenderedRoute>();

const written = (at: number) => DateTime.fromSeconds(at, { zone }).toFormat('yyyy-LL-dd HH:mm');

beforeAll(async () => {
  const files = spec.stories.map((each): [string, string] => {
    const { at, section, topics, thread, series, authors, type, elsewhere, isPaid } = each;
    const canonical = elsewhere === 'first' ? 'https://partner.example/' : undefined;
    const fields = { title: urlOf(each), date: written(at), section, topics, thread, series, authors, type };
    const sponsor = isPaid ? { name: 'Harbour & Sons' } : undefined;
    const corrections = each.corrections.map((instant) => ({ date: written(instant), text: `At ${instant}` }));
    return [fileOf(each), articleText({ ...fields, corrections, canonical, noindex: elsewhere === 'hidden', sponsor })];
  });
  const pickLine = ({ story, until }: { story: string; until?: number }) =>
    until === undefined ? `  - ${story}\n` : `  - {story: ${story}, until: ${written(until)}}\n`;
  const [{ section = '', lead, picks = [] } = {}] = spec.front.fronts;
  const indented = (lines: string) => lines.replace(/^/gm, '  ').trimEnd();
  const front = [
    `picks:\n${spec.front.picks.map(pickLine).join('')}sections: [culture]`,
    `fronts:\n  - section: ${section}\n    lead:${lead ? pickLine(lead).replace(/^ *-/, '') : ''}    picks:`,
    `${indented(picks.map(pickLine).join(''))}\n`,
  ].join('\n');
  const room = new Newsroom({
    git: false,
    files: { ...Object.fromEntries(files), 'front.yaml': front, 'authors/ann.yaml': 'name: Ann Lee\n' },
  });
  // Picks may be old.
  const { problems } = await room.build({
    now,
    render: (batch, site) => {
      for (const route of batch) routes.set(route.url, route);
      return renderDirectly(batch, site);
    },
  });
  expect(problems.filter(isFault)).toEqual([]);
  room.dispose();
});

type Shown = { url: string };

// biome-ignore lint/suspicious/noExplicitAny: the props of every kind of route
function props(url: string): any {
  const route = routes.get(url);
  if (!route) throw new Error(`There is no page at ${url}`);
  return route.props;
}

const urls = (shown: readonly Shown[]) => shown.map(({ url }) => url);
const prefix = (language: string) => (language === 'en' ? '' : `/${language}`);
const day = (at: number, format: string) => DateTime.fromSeconds(at, { zone }).toFormat(format);

test.each(spec.languages)('the front page in %s', (language) => {
  const { lead, picks, thread, latest, opinion, blocks } = props(`${prefix(language)}/`);
  expect({
    lead: urls(lead ? [lead] : []),
    picks: urls(picks),
    thread: urls(thread),
    opinion: urls(opinion),
    latest: urls(latest),
    blocks: blocks.map(({ first, others, more }: { first: Shown; others: Shown[]; more: Shown[] }) =>
      urls([first, ...others, ...more]),
    ),
  }).toEqual(chooser.front(language));
});

test('a story beside its neighbours', () => {
  const articles = chooser.in('en').concat(chooser.in('ru'));
  expect(articles.length).toBeGreaterThan(100);
  const met = new Set<string>();
  for (const story of articles) {
    const { parts, running, earlierOn, related } = props(urlOf(story));
    const expected = chooser.beside(story);
    expect(
      {
        parts: [urls(parts.earlier), urls(parts.later)],
        earlier: urls(running.earlier),
        later: urls(running.later),
        earlierOn: earlierOn.map((row: { topic?: string; story: Shown }) => [idOf(row.topic), row.story.url]),
        related: urls(related),
      },
      urlOf(story),
    ).toEqual(expected);
    const hasThread = expected.earlier.length + expected.later.length > 0;
    met.add(
      `${story.thread === undefined ? '' : 'named, '}${hasThread ? 'near' : `${expected.earlierOn.length} rows`}`,
    );
  }
  expect([...met]).toEqual(
    expect.arrayContaining(['near', '1 rows', '2 rows', '0 rows', 'named, near', 'named, 1 rows', 'named, 2 rows']),
  );
});

/** Topics without a file are shown by their ids. */
const idOf = (name: string | undefined) => name?.toLowerCase().replaceAll(' ', '-');

/** Every front that lists stories, with what stands in it. */
function fronts(language: string): [url: string, stories: Spec[]][] {
  const isTopic = (id: string) => (each: Spec) => each.topics.includes(id);
  const isBy = (id: string) => (each: Spec) => each.authors.includes(id);
  const isIn = (id: string) => (each: Spec) => each.section === id;
  const all: [string, Spec[]][] = [
    ...spec.sections.map((id): [string, Spec[]] => [`/${id}/`, chooser.in(language, isIn(id))]),
    ...['sea', 'port', 'ice', 'fog'].map((id): [string, Spec[]] => [
      `/topics/${id}/`,
      chooser.in(language, isTopic(id)),
    ]),
    ...['desk', 'ann'].map((id): [string, Spec[]] => [`/authors/${id}/`, chooser.in(language, isBy(id))]),
  ];
  return all.map(([url, stories]) => [prefix(language) + url, stories]);
}

test.each(spec.languages)('fronts, their years and months, and their feeds in %s', (language) => {
  for (const [front, stories] of fronts(language)) {
    const shown = props(front);
    const id = front.split('/').at(-2) ?? '';
    const newest = stories.slice(0, 30).map(urlOf);
    const isOfSection = spec.sections.includes(id);
    const right = isOfSection ? chooser.sectionFront(language, id) : [newest.slice(0, 3), newest.slice(3)];
    expect([urls(shown.opening), urls(shown.stories)], front).toEqual(right);
    expect(shown.total, front).toBe(stories.length);
    expect(shown.years.map(({ year, n }: { year: number; n: number }) => [year, n])).toEqual([[2015, stories.length]]);
    expect(urls(props(`${front}feed.xml`).stories), front).toEqual(stories.slice(0, isOfSection ? 20 : 10).map(urlOf));
    const year = props(`${front}2015/`);
    if (!isOfSection) expect(urls(year.stories), front).toEqual(stories.map(urlOf));
    else expectMonths(front, year.months, stories);
  }
});

/** The last month still grows, so that nothing is said of its size. */
function expectMonths(
  front: string,
  months: readonly { bucket: number; n?: number }[],
  stories: readonly Spec[],
): void {
  const byMonth = Map.groupBy(stories, ({ at }) => Number(day(at, 'yyyyLL')));
  const counted = [...byMonth]
    .sort(([a], [b]) => b - a)
    .map(([bucket, list], index) => (index === 0 ? { bucket } : { bucket, n: list.length }));
  expect(months, front).toEqual(counted);
  for (const [bucket, list] of byMonth) {
    const url = `${front}2015/${String(bucket).slice(4)}/`;
    expect(urls(props(url).stories), url).toEqual(list.map(urlOf));
  }
}

test.each(spec.languages)(
  'the whole archive, the site’s feeds and the page for what is not there in %s',
  (language) => {
    const all = chooser.in(language);
    const front = `${prefix(language)}/`;
    expectMonths(front, props(`${front}2015/`).months, all);
    for (const [date, list] of Map.groupBy(all, ({ at }) => day(at, 'yyyy/LL/dd')))
      expect(urls(props(`${front}${date}/`).cards), date).toEqual(list.map(urlOf));
    for (const file of ['feed.xml', 'feed.atom', 'feed.json'])
      expect(urls(props(front + file).stories)).toEqual(all.slice(0, 20).map(urlOf));
    expect(urls(props(`${front}404.html`).latest)).toEqual(all.slice(0, 6).map(urlOf));
  },
);

test('corrections, the newest and those of a year', () => {
  const all = chooser.corrections('en').map(({ at, url }) => `${at} ${url}`);
  const shown = (list: { at: number; story: Shown }[]) => list.map(({ at, story }) => `${at} ${story.url}`);
  expect(shown(props('/corrections/').corrections)).toEqual(all.slice(0, 30));
  expect(shown(props('/corrections/2015/').corrections)).toEqual(all);
  expect(shown(props('/corrections/feed.xml').corrections)).toEqual(all.slice(0, 20));
});

test.each(spec.languages)('a series begins with its first part, and so does each of its years in %s', (language) => {
  for (const id of ['light', 'drought']) {
    const front = `${prefix(language)}/series/${id}/`;
    const parts = chooser.in(language, ({ series }) => series === id).map(urlOf);
    expect(parts.length).toBeGreaterThan(id === 'light' && language === 'en' ? 30 : 3);
    const { opening, stories } = props(front);
    expect([urls(opening).length, urls([...opening, ...stories])]).toEqual([3, parts.toReversed().slice(0, 30)]);
    expect(urls(props(`${front}2015/`).stories)).toEqual(parts.toReversed());
    expect(urls(props(`${front}feed.xml`).stories)).toEqual(parts.slice(0, 10));
  }
});

test('sitemaps hold everything that is public, the news sitemap that of two days', () => {
  const everything = [...chooser.in('en'), ...chooser.in('ru')].filter(({ elsewhere }) => elsewhere === '');
  const sitemaps: string[] = urls(props('/sitemap.xml').sitemaps);
  const listed = sitemaps.flatMap((url) => (url.includes('/sitemaps/2015-') ? urls(props(url).entries) : []));
  expect(listed.sort()).toEqual(everything.map(urlOf).sort());
  const isHere = new Set(listed);
  for (const url of sitemaps.filter((each) => each.includes('/2015-')))
    for (const { languages } of props(url).entries)
      expect(languages.filter((each: Shown) => !isHere.has(each.url))).toEqual([]);
  expect(urls(props('/news-sitemap.xml').stories)).toEqual(chooser.recent().map(urlOf));
  expect(urlOf(chooser.recent().at(-1) ?? expect.fail('nothing is recent'))).toBe(
    urlOf(spec.stories.filter((each) => each.at === now - 48 * hour + 60).at(-1) as Spec),
  );
});

test.each(spec.languages)('the lists of topics and authors in %s', (language) => {
  const names = (of: string): string[] =>
    props(`${prefix(language)}/${of}/`).letters.flatMap(({ names: list }: { names: Shown[] }) => urls(list));
  const all = chooser.in(language);
  const topics = [...new Set(all.flatMap((each) => each.topics))].map((id) => `${prefix(language)}/topics/${id}/`);
  expect(names('topics')).toEqual(topics.sort());
  const authors = [...new Set(all.flatMap((each) => each.authors))].map((id) => `${prefix(language)}/authors/${id}/`);
  expect(names('authors').sort()).toEqual(authors.sort());
});
