/**
 * The most that a text, a list or a name may be long: far more than a newsroom needs, and little enough
 * that pages, feeds, addresses and files can always be made of it.
 */

/** In characters. */
export const maxCharacters = {
  /** An id: part of file names and addresses, as in `/ru/topics/<id>/feed.xml`. */
  id: 100,
  /** A time, a language, the name of a zone. */
  word: 100,
  /** A name, a role, a place, a credit. */
  name: 300,
  /** Who paid for a story: it stands in every row of the story. */
  sponsor: 100,
  /** What readers of a story are warned of. */
  warning: 300,
  /** A headline, a heading, the title of a source. */
  title: 300,
  /** A summary, a key point, a caption, a correction, a biography. */
  passage: 3000,
  /** An address of another site. */
  address: 2000,
};

export const maxItems = {
  /** Authors, topics, points, sources and corrections of a story, its old addresses, links of an author. */
  list: 200,
  /** Languages, sections, links of a site; picks of its front page. */
  site: 100,
  /** Addresses that ended on purpose. */
  gone: 20_000,
};

/** Of one folder or file name, in bytes of UTF-8; file systems take 255, and what is made of it has more at its end. */
export const maxSegmentBytes = 200;

/** Of a whole path or address inside the site, in bytes of UTF-8. */
export const maxPathBytes = 1000;

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}
