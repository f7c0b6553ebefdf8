/** What pages a listing has, told from all that stands in it: by years, months and days, and where these are too long. */
import { DateTime } from 'luxon';
import type { Article } from '../../src/content/article.ts';
import type { Site } from '../../src/content/site.ts';
import { remembered } from './remembered.ts';
import { smallBounds } from './small-bounds.ts';

/** One article in one listing, at its instant there: a correction is listed by its own. */
export type PlainEntry = { article: Article; at: number };

/** What stands in a scope, newest first. */
export type PlainListing = { of: string; site: Site; entries: PlainEntry[] };

/** Buckets of so many digits are there whatever they hold; those of the listings that are not here, of years alone. */
const always: Record<string, number[]> = {
  all: [1, 4, 6, 8],
  section: [1, 4, 6],
  every: [1, 6],
  recent: [1],
  opinion: [1],
};

/** Of an instant, in the zone and, for hours, in UTC. */
function bucketsAt(at: number, of: string, zone: string): number[] {
  return remembered(`${at} ${of === 'recent'} ${zone}`, () => {
    const formats = of === 'recent' ? ['yyyyLLddHH'] : ['yyyy', 'yyyyLL', 'yyyyLLdd'];
    const time = DateTime.fromSeconds(at, { zone: of === 'recent' ? 'utc' : zone });
    return [0, ...formats.map((format) => Number(time.toFormat(format)))];
  });
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** What a row is reckoned to take: no more than a day's page does. */
function rowBytes(listing: PlainListing, { article, at }: PlainEntry): number {
  const { site, of } = listing;
  const { story, language, title, titles, kicker, section, sponsor } = article;
  const named = site.sections.find(({ id }) => id === section)?.title ?? section;
  const above =
    kicker ?? (typeof named === 'string' ? named : (named[language] ?? named[site.languages[0] ?? ''] ?? ''));
  const url = `${language === site.languages[0] ? '' : `/${language}`}/${story}/`;
  const corrected = of === 'corrections' ? article.corrections.filter((each) => each.at === at) : [];
  const words = Buffer.byteLength(url + escaped(titles?.short ?? title) + escaped(above));
  const label = sponsor ? 160 + Buffer.byteLength(escaped(sponsor.name)) : 0;
  const bytes = 260 + words + label + corrected.reduce((sum, { text }) => sum + 300 + correctionBytes(text), 0);
  return Math.min(bytes, limitOf(listing, 20000101));
}

function correctionBytes(text: string): number {
  return 2 * Buffer.byteLength(escaped(text)) + 16 * (text.match(/[*_`[:@.]/g)?.length ?? 0);
}

/** All that stands in a period, on however many pages. */
export function allIn({ entries, of, site }: PlainListing, bucket: number): PlainEntry[] {
  return entries.filter(({ at }) => bucketsAt(at, of, site.timeZone).includes(bucket));
}

/** What a page lists: of a long day or month, its part. */
export function entriesIn(listing: PlainListing, bucket: number): PlainEntry[] {
  const { of, part } = partOf(bucket);
  const inPeriod = allIn(listing, of);
  if (partsIn(listing, of) === 1) return inPeriod;
  let filled = 0;
  const ended = inPeriod.toReversed().map((entry) => {
    filled += rowBytes(listing, entry);
    return { entry, in: Math.ceil(filled / limitOf(listing, of)) };
  });
  return ended
    .filter((each) => each.in === part)
    .map(({ entry }) => entry)
    .reverse();
}

function bytesIn(listing: PlainListing, bucket: number): number {
  return allIn(listing, bucket).reduce((sum, entry) => sum + rowBytes(listing, entry), 0);
}

const digits = (bucket: number) => String(bucket).length;
const limitOf = ({ of }: PlainListing, bucket: number) =>
  digits(bucket) === 8 && of !== 'corrections' ? smallBounds.part : smallBounds.page;

/** `2015112600002` is the second part of 20151126. */
function partOf(bucket: number): { of: number; part: number } {
  const [, of, part] = /^(\d{6}|\d{8})(\d{5})$/.exec(String(bucket)) ?? [];
  return of === undefined ? { of: bucket, part: 1 } : { of: Number(of), part: Number(part) };
}

export function isLong(listing: PlainListing, bucket: number): boolean {
  return bytesIn(listing, bucket) > limitOf(listing, bucket);
}

/** How many pages its rows take, of what is cut into parts. */
function partsIn(listing: PlainListing, bucket: number): number {
  const isCut = digits(bucket) === (listing.of === 'every' ? 6 : 8);
  return isCut ? Math.max(1, Math.ceil(bytesIn(listing, bucket) / limitOf(listing, bucket))) : 1;
}

/** Whether something stands there, and there is a page of it. */
export function isPage(listing: PlainListing, bucket: number): boolean {
  const { of, part } = partOf(bucket);
  if (entriesIn(listing, bucket).length === 0) return false;
  if (part > 1) return isPage(listing, of);
  if ((always[listing.of] ?? [1, 4]).includes(digits(of))) return true;
  if (listing.of === 'recent') return digits(of) === 10 && isLong(listing, 0);
  const wider = Math.floor(of / 100);
  const isOfFront = !['every', 'opinion', 'recent'].includes(listing.of);
  return isOfFront && digits(of) <= 8 && isPage(listing, wider) && isLong(listing, wider);
}

/** All of them, in their order. */
export function pagesOf(listing: PlainListing): number[] {
  const { of, site, entries } = listing;
  const periods = new Set(entries.flatMap(({ at }) => bucketsAt(at, of, site.timeZone)));
  const all = [...periods].flatMap((bucket) => {
    const parts = partsIn(listing, bucket);
    return [bucket, ...Array.from({ length: parts - 1 }, (_, index) => bucket * 100_000 + index + 2)];
  });
  return all.filter((bucket) => isPage(listing, bucket)).sort((a, b) => a - b);
}

/** Whether nothing stands in a later period, of those that there are pages of. */
export function isLast(listing: PlainListing, bucket: number): boolean {
  const pages = pagesOf(listing);
  return [4, 6, 8]
    .filter((length) => length <= digits(bucket))
    .map((length) => Number(String(bucket).slice(0, length)))
    .every((each) => !pages.some((other) => digits(other) === digits(each) && other > each));
}
