/**
 * What is read of another program's site, whatever that program is. A reader gives what stands in its source and
 * decides nothing: addresses, sections, text and pictures become those of a newsroom in `src/import/` alone.
 */

/** Where something stands in the source, for people: the line and column of a file, or the number of an item in it, all from 1. */
export type SourcePlace = { file: string; line?: number; column?: number; item?: number };

/**
 * A text as it is written. `html` may be a whole element or any number of them; `page` is a whole document, with all that
 * stands around its text; `plain` has neither tags nor entities.
 */
export type SourceText = { format: 'html' | 'page' | 'markdown' | 'mdx' | 'plain'; text: string };

/** A time as it is written; `zone` is the one the source says it is in (`Europe/Lisbon`, `+04:00`), if the text does not. */
export type SourceTime = { text: string; zone?: string };

/** An author, a section or a tag: as its program knows it, and as readers are shown it. One of the two may be missing. */
export type Named = { id: string; name?: string } | { id?: string; name: string };

/** A picture as a story shows it: `src` as it is written, or `id`, under which a `SourceMedium` comes before or after. */
export type SourcePicture = ({ src: string; id?: string } | { src?: string; id: string }) & {
  alt?: string;
  caption?: SourceText;
  credit?: string;
};

/** Something with a text and an address: a dated story, or a page. */
export type SourceStory = {
  kind: 'story' | 'page';
  place: SourcePlace;
  /**
   * Every address at which readers have it, the usual one first: a path with its query, if it has one
   * (`/2015/11/26/slug/`, `/?p=123`), as a browser asks for it or with its letters as they are; never with a host.
   */
  urls: string[];
  /** The last part of its usual address, if its program has a name for it. */
  slug?: string;
  title: SourceText;
  summary?: SourceText;
  published?: SourceTime;
  updated?: SourceTime;
  authors: Named[];
  /** The sections or categories it stands in, the one that matters most first. */
  sections: Named[];
  tags: Named[];
  /** As the source says it: `pt`, `pt-br`, `en_US`. */
  language?: string;
  /** What its translations have in common. */
  translationOf?: string;
  /** `private`: with a password, or for members alone. What is scheduled is public: its date says when. */
  state: 'public' | 'draft' | 'private';
  body: SourceText;
  lead?: SourcePicture;
  /** First published on another site. */
  canonical?: string;
  /** What its headline led to, on another site: of what it is about. */
  subject?: string;
  noindex?: boolean;
  /** What the source says of it beside all this, by key; a reader gives no key twice. */
  rest: Record<string, unknown>;
};

/** A picture or document that the source knows by itself. */
export type SourceMedium = {
  kind: 'medium';
  place: SourcePlace;
  id?: string;
  /** Its addresses, as texts may name it: whole, or a path of the site. */
  srcs: string[];
  /** Where its bytes are on this machine, if they are. */
  file?: string;
  alt?: string;
  caption?: SourceText;
  credit?: string;
};

/** A list or a feed of the old site: what it is of, and the addresses that have to go on answering. */
export type SourceList = {
  kind: 'list';
  place: SourcePlace;
  of: 'all' | 'section' | 'tag' | 'author';
  /** Of whose stories it is, as they say it. */
  language?: string;
  /** It was a page with words of its own, which do not come along. */
  isPage?: true;
  /** No list: where its addresses led already. */
  to?: string;
  /** Of a section, a tag or an author: the same as stories name it. */
  named?: Named;
  /** What is said of an author, a tag or a section. */
  text?: SourceText;
  /** Pages of the list itself. */
  urls: string[];
  /** Feeds of the list. */
  feeds: string[];
};

/** A link of a menu that stood on all pages, in the menu’s order. Without a title it has that of the page that it leads to. */
export type SourceMenuLink = {
  kind: 'menu-link';
  place: SourcePlace;
  title?: string;
  /** As it is written, or a path of the site. */
  url: string;
  /** Of the pages that it stood on. */
  language?: string;
};

export type SourceItem = SourceStory | SourceMedium | SourceList | SourceMenuLink;

/** What the source says of the site as a whole. */
export type SourceSite = {
  title?: string;
  description?: string;
  /** With its scheme and host; a path if it stood below one. */
  url?: string;
  /** Other hosts under which it was known, with their schemes. */
  formerly?: string[];
  languages?: string[];
  /** IANA. */
  timeZone?: string;
};

/** The folder or file that is imported. */
export type Input = {
  /** Absolute. */
  path: string;
  /** Of a folder: its files below it, in order, with `/`; nothing of `.git` or `node_modules`. Of a file: empty. */
  files: readonly string[];
  /** Of a file: its first 64 KiB. Of a folder: empty. */
  beginning: string;
  /** The text of a file of the folder; undefined if there is none. */
  read(file: string): Promise<string | undefined>;
  /** When git first had a file of the folder, in ISO 8601; undefined: git does not know it. */
  firstCommitted?(file: string): Promise<string | undefined>;
};

/** Something that could not be read as it should be, while everything else was. */
export type SourceRemark = { place: SourcePlace; what: string };

export type Source = {
  site: SourceSite;
  /** The folder of the site, where it is not that which is imported: files are named from there. */
  folder?: string;
  /** Filled while `items()` is walked; whole, and the same, whenever that has come to its end. */
  remarks?: readonly SourceRemark[];
  /** Everything, in the source's order. It is walked more than once, and gives the same each time; no story is kept. */
  items(): AsyncIterable<SourceItem>;
};

export type Reader = {
  /** What it is called by people, as in `WordPress export`. */
  name: string;
  /** It can read what any program has made, though not all of it: taken where no other knows the source. */
  isAny?: true;
  /** By what it is recognised, as a sentence can end with it (“its hugo.toml”); undefined: it is something else. */
  recognise(input: Input): Promise<string | undefined>;
  /** Throws a `SourceFault` for what cannot be read at all. */
  open(input: Input): Promise<Source>;
};

/** A source that cannot be read: what is wrong, and what to do. */
export class SourceFault extends Error {
  readonly fix: string;
  readonly place: SourcePlace;

  constructor(what: string, fix: string, place: SourcePlace) {
    super(what);
    this.fix = fix;
    this.place = place;
  }
}
