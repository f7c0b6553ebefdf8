/** The search index from plain arrays: all stories of a period, term by term, each time anew. */
import { DateTime } from 'luxon';
import type { Article } from '../../src/content/article.ts';
import type { SearchIndexSize } from '../../src/content/search/addresses.ts';
import { bucketOf } from '../../src/content/search/buckets.ts';
import type { FoundStory } from '../../src/content/search/found-story.ts';
import { Terms } from '../../src/content/search/terms.ts';
import { vocabularyOf } from '../../src/content/search/vocabulary.ts';
import type { Place } from '../../src/routes/kind.ts';
import type { PlainNewsroom } from './plain-newsroom.ts';
import { smallSearchBounds } from './small-bounds.ts';

/** The greatest power of 2 that is not more. */
const powerBelow = (number: number) => [64, 32, 16, 8, 4, 2, 1].find((each) => each <= number) ?? 1;

const monthOf = ({ story }: Article) => story.slice(0, 4) + story.slice(5, 7);

/** Oldest first. */
function storiesIn({ articles, site }: PlainNewsroom, language: string): Article[] {
  return site.search ? articles.filter((each) => each.language === language).reverse() : [];
}

/** The month that has not ended. */
const openMonth = ({ now, site }: PlainNewsroom) =>
  DateTime.fromSeconds(now, { zone: site.timeZone }).toFormat('yyyyLL');

/** By period; `month` has this month and later ones, `year` the others of its year. */
function periodsIn(newsroom: PlainNewsroom, language: string): Map<string, Article[]> {
  const open = openMonth(newsroom);
  return Map.groupBy(storiesIn(newsroom, language), (story) => {
    if (monthOf(story) >= open) return 'month';
    return monthOf(story).slice(0, 4) === open.slice(0, 4) ? 'year' : 'earlier';
  });
}

/** Each story of a month with its number there: at its part of the month, or the next one that is free. */
function numbered({ site }: PlainNewsroom, stories: readonly Article[], month: string): [Article, number][] {
  const begin = DateTime.fromFormat(month, 'yyyyLL', { zone: site.timeZone });
  const [from, to] = [begin, begin.plus({ months: 1 })].map((each) => each.toSeconds()) as [number, number];
  let numbers = 1;
  while (numbers < 2 * stories.length) numbers *= 2;
  const taken: number[] = [];
  for (const { at } of stories) {
    const own = Math.floor((numbers * (at - from)) / (to - from));
    taken.push(Math.max(own, 1 + (taken.at(-1) ?? -1)));
  }
  return stories.map((story, index) => [story, taken[index] as number]);
}

const stemmers = new Map<string, Terms>();

/** Each once. */
function termsOf({ words }: PlainNewsroom, path: string): Set<string> {
  const { language, numbers } = words.get(path) ?? { language: '', numbers: [] };
  const stemmer = stemmers.get(language) ?? new Terms(language);
  stemmers.set(language, stemmer);
  return new Set([...numbers].flatMap((number) => stemmer.allOf(vocabularyOf(language).word(number))));
}

/** By term the seats of its stories, as they are written. */
type Table = { rows: Map<string, string>; shards: number };

const lastDigit = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const digit = 'abcdefghijklmnopqrstuvwxyz6789-_';

/** These newsrooms have too few stories, and too few years, for numbers of four digits. */
function written(number: number): string {
  const [first, second] = [Math.floor(number / 1024), Math.floor(number / 32) % 32];
  return `${first > 0 ? digit[first] : ''}${number >= 32 ? digit[second] : ''}${lastDigit[number % 32]}`;
}

function tableOf(newsroom: PlainNewsroom, stories: readonly Article[]): Table {
  const rows = new Map<string, { text: string; month: number; number: number }>();
  for (const [month, ofMonth] of Map.groupBy(stories, monthOf))
    for (const [{ path }, number] of numbered(newsroom, ofMonth, month))
      for (const term of termsOf(newsroom, path)) {
        const at = 12 * Number(month.slice(0, 4)) + Number(month.slice(4)) - 1;
        const last = rows.get(term) ?? { text: '', month: 0, number: -1 };
        const mark = at === last.month + 1 ? '!' : `~${written(at - last.month - 1)}`;
        const isSame = at === last.month;
        const skipped = number - (isSame ? last.number : -1) - 1;
        rows.set(term, { text: `${last.text}${isSame ? '' : mark}${written(skipped)}`, month: at, number });
      }
  const texts = new Map([...rows].map(([term, { text }]) => [term, text]));
  const shards = powerBelow(stories.length / smallSearchBounds.stories);
  return { rows: texts, shards: shards > smallSearchBounds.many ? smallSearchBounds.smaller * shards : shards };
}

const known = new WeakMap<PlainNewsroom, Map<string, Map<string, Table>>>();

function tablesIn(newsroom: PlainNewsroom, language: string): Map<string, Table> {
  const languages = known.get(newsroom) ?? new Map<string, Map<string, Table>>();
  const periods = periodsIn(newsroom, language);
  const tables =
    languages.get(language) ?? new Map([...periods].map(([id, stories]) => [id, tableOf(newsroom, stories)]));
  known.set(newsroom, languages.set(language, tables));
  return tables;
}

export function plainShard(
  newsroom: PlainNewsroom,
  language: string,
  period: string,
  bucket: number,
): string | undefined {
  const table = tablesIn(newsroom, language).get(period);
  if (!table || bucket >= table.shards) return undefined;
  const terms = [...table.rows.keys()].filter((term) => bucketOf(term, table.shards) === bucket).sort();
  return ['', ...terms.map((term) => `${term}\t${table.rows.get(term)}`), ''].join('\n');
}

export function plainSizes(newsroom: PlainNewsroom, language: string): SearchIndexSize {
  const tables = tablesIn(newsroom, language);
  const open = openMonth(newsroom);
  const since = { month: Number(open), year: Number(open.slice(0, 4)), earlier: 0 };
  const sizes = (['month', 'year', 'earlier'] as const).flatMap((period) => {
    const { shards = 0 } = tables.get(period) ?? {};
    return shards === 0 ? [] : [[period, { shards, since: since[period] }] as const];
  });
  return Object.fromEntries(sizes);
}

export function plainFoundStories(
  newsroom: PlainNewsroom,
  language: string,
  month: string,
  part: number,
): FoundStory[] | undefined {
  const { told } = smallSearchBounds;
  const stories = storiesIn(newsroom, language).filter((story) => monthOf(story) === month);
  if (part >= partsOf(newsroom, stories, month)) return undefined;
  const some = numbered(newsroom, stories, month).filter(([, number]) => Math.floor(number / told) === part);
  const prefix = language === newsroom.site.languages[0] ? '' : `/${language}`;
  return some.map(([{ story, title, kicker, section, type, at, isDay, sponsor, warning }, number]) => ({
    number,
    url: `${prefix}/${story}/`,
    title,
    kicker,
    section,
    type: sponsor ? 'news' : type,
    ...{ at, isDay },
    sponsor: sponsor?.name,
    ...(warning === undefined ? {} : { hasWarning: true }),
  }));
}

function partsOf(newsroom: PlainNewsroom, stories: readonly Article[], month: string): number {
  const [, last = -1] = numbered(newsroom, stories, month).at(-1) ?? [];
  return Math.floor(last / smallSearchBounds.told) + 1;
}

/** Of all shards, and of all files that tell of stories. */
export function searchPlaces(newsroom: PlainNewsroom): Place[] {
  return newsroom.site.languages.flatMap((language) => {
    const shards = [...tablesIn(newsroom, language)].flatMap(([id, { shards: count }]) =>
      Array.from({ length: count }, (_, bucket) => ({ scope: { of: 'shard', language, id }, bucket })),
    );
    const months = [...Map.groupBy(storiesIn(newsroom, language), monthOf)].flatMap(([id, stories]) =>
      Array.from({ length: partsOf(newsroom, stories, id) }, (_, bucket) => ({
        scope: { of: 'found-stories', language, id },
        bucket,
      })),
    );
    return [...shards, ...months];
  });
}
