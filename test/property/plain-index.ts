/** Indexes of names from plain arrays: what they say, under which letters, and which of these have pages. */
import type { Article } from '../../src/content/article.ts';
import { bounds } from '../../src/content/bounds.ts';
import type { IndexName } from '../../src/content/index-names.ts';
import { type Joins, nameFromId, topicOf } from '../../src/content/records.ts';
import type { Letter } from '../../src/queries/queries.ts';
import type { Place } from '../../src/routes/kind.ts';
import type { PlainNewsroom } from './plain-newsroom.ts';
import { smallBounds } from './small-bounds.ts';

/** What there is an index of, by the folder of its fronts. */
const folders: Record<string, string> = { topic: 'topics', author: 'authors', series: 'series', district: 'districts' };
const indexed = Object.keys(folders);

/** Ids of a listing that have public stories in a language, sorted. */
export function idsIn({ articles }: PlainNewsroom, of: string, language: string): string[] {
  const idsOf = ({ topics, authors, series, own }: Article): readonly unknown[] => {
    const named: Record<string, readonly unknown[]> = { topic: topics, author: authors, series: [series] };
    return named[of] ?? [own?.[of]];
  };
  const ids = articles.filter((each) => each.language === language).flatMap(idsOf);
  return [...new Set(ids.filter((id) => typeof id === 'string'))].sort();
}

/** The names of these newsrooms begin with Latin letters. */
export function namesOf(newsroom: PlainNewsroom, of: string, language: string, joins: Joins): IndexName[] {
  const { site } = newsroom;
  return idsIn(newsroom, of, language).map((id) => {
    const author = of === 'author' ? joins.author(id) : undefined;
    const name = (author?.name ?? nameIn(of, id, () => topicOf(id, language, site, joins).name)) as string;
    const url = `${language === site.languages[0] ? '' : `/${language}`}/${folders[of]}/${id}/`;
    return { id, name, letter: name.charAt(0).toUpperCase(), bytes: 80 + url.length + name.length };
  });
}

function nameIn(of: string, id: string, ofTopic: () => string): string {
  if (of === 'author') return id;
  return of === 'district' ? nameFromId(id) : ofTopic();
}

const sum = (names: readonly IndexName[]) => names.reduce((all, { bytes }) => all + bytes, 0);

/** Those that have pages, each with how many; undefined while all names are on one page. */
export function lettersIn(names: readonly IndexName[]): Letter[] | undefined {
  if (sum(names) <= smallBounds.names) return undefined;
  const byLetter = Map.groupBy(names, ({ letter }) => letter);
  return [...byLetter].map(([letter, under]) => {
    return { letter, parts: Math.ceil(sum(under) / smallBounds.names), isFew: under.length < bounds.forSearch };
  });
}

/** The pages of letters of all indexes. */
export function letterPlaces(newsroom: PlainNewsroom, joins: Joins): Place[] {
  return newsroom.site.languages.flatMap((language) =>
    indexed.flatMap((of) =>
      (lettersIn(namesOf(newsroom, of, language, joins)) ?? []).flatMap(({ letter, parts }) =>
        Array.from({ length: parts }, (_, part) => ({
          scope: { of: 'letter', language, id: `${of}/${letter}` },
          bucket: part === 0 ? 0 : part + 1,
        })),
      ),
    ),
  );
}
