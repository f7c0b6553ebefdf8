/**
 * How much one page lists: what is more stands on the pages that it leads to. In bytes of markup, since headlines are
 * long or short. An object, so that tests can lower it.
 */
import { escapeHtml } from './blocks/markup.ts';
import { bytesOf } from './lengths.ts';

export const bounds = {
  /** A year, a month, a front, a month’s sitemap: with what stands around, some 100 kB. */
  page: 85_000,
  /** An index of names, and a page of one of its letters. */
  names: 85_000,
  /** A day, and each of its parts: the last one is written anew for every story of the day. */
  part: 24_000,
  /** The text of a story in a feed; of a longer one there stands the beginning. */
  feedText: 24_000,
  /** As many stories of a day are shown as cards; more are headlines. */
  cards: 30,
  /** A list of fewer stories is not for search engines, which find each of them by itself. */
  forSearch: 3,
};

/** The bytes of a text as it stands in markup. */
export function markupBytes(text: string): number {
  return bytesOf(escapeHtml(text));
}
