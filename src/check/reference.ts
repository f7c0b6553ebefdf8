/** A reference: one address that a file of the site gives, as it stands there, not yet judged. */

export type Reference = {
  address: string;
  /** Where it stands, as an editor would say it: `a href`, `link rel=canonical`, `guid`. */
  found: string;
  /** Where in the text its element begins. */
  offset: number;
  /** A link leads a reader to a page; an asset is fetched to show one. */
  kind: 'link' | 'asset';
  /** Who reads it elsewhere, as a feed reader does, needs it `absolute`; `own` must be on this site too, and `self` be the file's. */
  form: 'any' | 'absolute' | 'own' | 'self';
  /** Of a feed: the address of the entry in which it stands. */
  entry?: string;
};

/** What one file says: the addresses it gives and the places on it that others can name. */
export type References = {
  references: Reference[];
  /** Ids and named anchors, each with the offset of its first element. */
  places: ReadonlyMap<string, number>;
  repeatedIds: { id: string; offset: number }[];
  /** Of a page. */
  head?: Head;
  /** Why it cannot be read, if it cannot. */
  unreadable?: string;
};

/** What a search shows of a page, and whether it is to show it: not one that says so, or that only leads to another. */
export type Head = { language: string; title: string; description: string; isForSearch: boolean };

/** By which a reader gets from page to page. */
export function isFollowed({ found }: Pick<Reference, 'found'>): boolean {
  return found === 'a href' || found === 'area href' || found === 'meta refresh';
}
