/** The shards of a period: made of all its stories, or changed by those that stand otherwise or have other terms. */

import { beginning, end } from '../../catalog/intervals.ts';
import type { StoryWithTerms } from '../../catalog/tables/shards.ts';
import { unpackTerms } from '../../catalog/tables/terms.ts';
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { singles } from '../../content/scopes.ts';
import type { SearchPeriod } from '../../content/search/addresses.ts';
import { searchBounds } from '../../content/search/bounds.ts';
import { bucketOf, bucketsFor } from '../../content/search/buckets.ts';
import { monthNumbers } from '../../content/search/month-numbers.ts';
import { monthOfStory, monthsOf } from '../../content/search/periods.ts';
import { type Seat, seatOf } from '../../content/search/seats.ts';
import { readShard, writeShard } from '../../content/search/shard.ts';
import { TermTable } from '../../content/search/term-table.ts';
import { type Bucket, type Seconds, spanOf } from '../../content/times.ts';
import type { Listing } from '../changes.ts';
import { ShardEdits } from './shard-edits.ts';
import type { ShardWriter } from './shard-writer.ts';

/** `open`: the open month; `stories`: how many the period has. */
export type Period = { period: SearchPeriod; open: Bucket; zone: string; stories: number };

export function makePeriod(writer: ShardWriter, { period, open, zone, stories }: Period): void {
  const { catalog, language } = writer;
  const { from, to } = monthsOf(period, open);
  const first = from === 0 ? beginning : spanOf(from, zone).from;
  const last = to === undefined ? end : spanOf(to, zone).from - 1;
  const seats: [id: number, seat: Seat][] = [];
  const table = new TermTable();
  for (const [month, stories] of byMonth(catalog.shards.stories(scopeOf(writer), first, last))) {
    const numbers = numbersOf(stories, month, zone);
    for (const [index, { id, terms }] of stories.entries()) {
      const seat = seatOf(month, numbers[index] as number);
      seats.push([id, seat]);
      table.add(unpackTerms(terms), seat);
    }
  }
  for (const [id, seat] of seats) catalog.shards.setSeat(id, seat);
  const buckets = bucketsFor(stories);
  const shards = Array.from({ length: buckets }, () => new Map<string, string>());
  for (const [number, written] of table.entries()) {
    const term = catalog.terms.text(number);
    shards[bucketOf(term, buckets)]?.set(term, written);
  }
  for (const [bucket, lines] of shards.entries())
    writer.write(singles.shard(language, period), bucket, writeShard(lines));
  writer.cut(singles.shard(language, period), buckets);
}

/**
 * As `makePeriod`, if it has the same buckets and only what was listed otherwise differs: by month. Returns false, with nothing done,
 * if so many stories would have another seat that it is quicker to make all of it: those of a month that has now twice as many numbers.
 */
export function changePeriod(writer: ShardWriter, its: Period, listed: ReadonlyMap<Bucket, Listing>): boolean {
  const { catalog, language } = writer;
  const { period, zone, stories } = its;
  const moves = [...listed].flatMap(([month, listing]) =>
    isFoundOtherwise(writer, listing) ? movesIn(writer, { month, went: listing.went, zone }) : [],
  );
  if (searchBounds.unmoved * moves.filter(({ from, to }) => from !== to).length > stories) return false;
  const edits = new ShardEdits(bucketsFor(stories), (number) => catalog.terms.text(number));
  for (const move of moves) reseat(writer, edits, move);
  const of = singles.shard(language, period);
  for (const bucket of edits.buckets()) {
    const before = catalog.shards.at(of, bucket) ?? '';
    writer.write(of, bucket, writeShard(edits.applied(bucket, readShard(before))), before);
  }
  return true;
}

function isFoundOtherwise({ changes }: ShardWriter, { came, went, changed }: Listing): boolean {
  return came.size > 0 || went.size > 0 || changed.keys().some((id) => changes.termsBefore.has(id));
}

/** A story that stands at another seat, or at the same one. */
type Move = { id: number; from?: Seat | undefined; to?: Seat };

type OfMonth = { month: Bucket; went: Iterable<number>; zone: string };

function movesIn(writer: ShardWriter, { month, went, zone }: OfMonth): Move[] {
  const { shards } = writer.catalog;
  const { from, to } = spanOf(month, zone);
  const there = shards.seated(scopeOf(writer), from, to);
  const numbers = numbersOf(there, month, zone);
  const stay = new Set(there.map(({ id }) => id));
  return [
    ...there.map(({ id, seat }, index) => ({
      id,
      from: seat ?? undefined,
      to: seatOf(month, numbers[index] as number),
    })),
    ...[...went].filter((id) => !stay.has(id)).map((id) => ({ id, from: shards.seatOf(id) })),
  ];
}

const none = new Uint8Array();

function reseat({ catalog, changes }: ShardWriter, edits: ShardEdits, { id, from, to }: Move): void {
  const before = changes.termsBefore.get(id);
  if (from === to && before === undefined) return;
  const has = catalog.terms.ofStory(id) ?? none;
  edits.add({ seat: from, terms: unpackTerms(before ?? has) }, { seat: to, terms: unpackTerms(has) });
  if (to === undefined) catalog.shards.forgetSeat(id);
  else if (from !== to) catalog.shards.setSeat(id, to);
}

function numbersOf(stories: readonly { at: Seconds }[], month: Bucket, zone: string): number[] {
  return monthNumbers(
    stories.map(({ at }) => at),
    spanOf(month, zone),
  );
}

function* byMonth(stories: Iterable<StoryWithTerms>): Generator<[month: Bucket, stories: StoryWithTerms[]]> {
  let last: Bucket = 0;
  let together: StoryWithTerms[] = [];
  for (const story of stories) {
    const month = monthOfStory(story.path.slice(story.path.indexOf('/') + 1));
    if (month !== last && together.length > 0) {
      yield [last, together];
      together = [];
    }
    last = month;
    together.push(story);
  }
  if (together.length > 0) yield [last, together];
}

/** What lists the stories of its language. */
function scopeOf({ catalog, language }: ShardWriter): number {
  return catalog.scopes.id(scopeIn(all, language));
}
