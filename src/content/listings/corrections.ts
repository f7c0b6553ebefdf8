/** Corrections, each by its instant: an article stands here once for each of its own. */
import { markupBytes } from '../bounds.ts';
import { type ListingWithFront, oneId } from './listing.ts';

export const corrections: ListingWithFront = {
  name: 'corrections',
  idsOf: () => [oneId],
  instantsOf: (article) => [...new Set(article.corrections.map(({ at }) => at))],
  extraBytes: ({ corrections }, at) =>
    corrections.reduce((sum, each) => sum + (each.at === at ? correctionBytes(each.text) : 0), 0),
  spans: ['whole', 'year'],
  front: {
    folder: 'corrections',
    ids: 'one',
    feeds: ['rss', 'atom', 'json'],
    kind: 'corrections',
    archiveKind: 'corrections',
  },
};

/** More than the markup around a correction has, and that which a sign in it may become. */
const around = { correction: 300, sign: 16 };

/** How many bytes a correction has on a page at the most: a bare address becomes a link, and stands there twice. */
export function correctionBytes(text: string): number {
  const signs = text.length - text.replace(/[*_`[:@.]/g, '').length;
  return around.correction + 2 * markupBytes(text) + around.sign * signs;
}
