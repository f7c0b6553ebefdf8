/** The shards of a period: made of all its stories, or changed by those that stand otherwise or have other terms. */

import { beginning, end } from '../../catalog/intervals.ts';
import { unpackTerms } from '../../catalog/tables/terms.ts';
import { all } from '../../content/listings/all.ts';
import { scopeIn } from '../../content/listings/listing.ts';
import { singles } from '../../content/scopes.ts';
import type { SearchPeriod } from '../../content/search/addresses.ts';
import { bucketOf, bucketsFor } from '../../content/search/buckets.ts';
import { monthOfStory, monthsOf } from '../../content/search/periods.ts';
import { type Seat, seatOf } from '../../content/search/seats.ts';
import { readShard, writeShard } from '../../content/search/shard.ts';
import { TermTable } from '../../content/search/term-table.ts';
import { type Bucket, spanOf } from '../../content/times.ts';
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
  const counts = new Map<Bucket, number>();
  const seats: [id: number, seat: Seat][] = [];
  const table = new TermTable();
  for (const { id, path, terms } of catalog.shards.stories(scopeOf(writer), first, last)) {
    const month = monthOfStory(path.slice(path.indexOf('/') + 1));
    const before = counts.get(month) ?? 0;
    counts.set(month, before + 1);
    const seat = seatOf(month, before);
    seats.push([id, seat]);
    table.add(unpackTerms(terms), seat);
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

/** As `makePeriod`, if it has the same buckets and only what was listed otherwise differs: by month. */
export function changePeriod(
  writer: ShardWriter,
  { period, zone, stories }: Period,
  listed: ReadonlyMap<Bucket, Listing>,
): void {
  const { catalog, language } = writer;
  const edits = new ShardEdits(bucketsFor(stories), (number) => catalog.terms.text(number));
  for (const [month, { went }] of listed) {
    const { from, to } = spanOf(month, zone);
    const there = catalog.shards.seated(scopeOf(writer), from, to);
    for (const [number, { id, seat }] of there.entries())
      reseat(writer, edits, { id, from: seat ?? undefined, to: seatOf(month, number) });
    const stay = new Set(there.map(({ id }) => id));
    for (const id of went) if (!stay.has(id)) reseat(writer, edits, { id, from: catalog.shards.seatOf(id) });
  }
  const of = singles.shard(language, period);
  for (const bucket of edits.buckets()) {
    const lines = readShard(catalog.shards.at(of, bucket) ?? '');
    writer.write(of, bucket, writeShard(edits.applied(bucket, lines)));
  }
}

const none = new Uint8Array();

function reseat(
  { catalog, changes }: ShardWriter,
  edits: ShardEdits,
  { id, from, to }: { id: number; from?: Seat | undefined; to?: Seat },
): void {
  const before = changes.termsBefore.get(id);
  if (from === to && before === undefined) return;
  const has = catalog.terms.ofStory(id) ?? none;
  edits.add({ seat: from, terms: unpackTerms(before ?? has) }, { seat: to, terms: unpackTerms(has) });
  if (to === undefined) catalog.shards.forgetSeat(id);
  else if (from !== to) catalog.shards.setSeat(id, to);
}

/** What lists the stories of its language. */
function scopeOf({ catalog, language }: ShardWriter): number {
  return catalog.scopes.id(scopeIn(all, language));
}
