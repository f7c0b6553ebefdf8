/** A `:::` block: what an author may say of it, and what it becomes. One file each; `blocks.ts` has them all. */
import type { DocumentPlace } from '../documents.ts';
import type { PicturePlace } from '../markdown/picture-html.ts';
import type { Html } from './markup.ts';

export const attributeKinds = ['text', 'address', 'frame', 'picture', 'date', 'language', 'direction', 'file'] as const;

/**
 * `text` is shown to readers; `address` is a whole one, of this site or another; `frame` is one that pages may show in a
 * frame where site.yaml names its host; `picture` and `file` are beside the story, a file of one of some types; `date` is
 * a day; `language` a code such as `fa`; `direction` is `ltr` or `rtl`. All that an attribute has to be is judged when the text is read.
 */
export type Attribute = { isNeeded?: true } & (
  | { is: Exclude<(typeof attributeKinds)[number], 'file'> }
  | { is: 'file'; types: readonly string[] }
);

/** By name: Latin lowercase letters. */
export type Attributes = Record<string, Attribute>;

export type FramePlace = { url: string; mayFrame: boolean };

/** A text as it was written; the address to link to, or the file to show, if there is anything there yet. */
type ValueOf<A extends Attribute> = A['is'] extends 'picture'
  ? PicturePlace | undefined
  : A['is'] extends 'file'
    ? DocumentPlace | undefined
    : A['is'] extends 'frame'
      ? FramePlace | undefined
      : A extends { is: 'text' | 'date'; isNeeded: true }
        ? string
        : string | undefined;

/** What blocks say in the language of their page, besides what authors wrote. */
export type Say = {
  /** `26 November 2015` of `2015-11-26`. */
  day(date: string): string;
  /** `1.2 MB` of a number of bytes. */
  size(bytes: number): string;
  /** Between the members of a list. */
  comma: string;
  /** Over a chart that readers can use. */
  interactiveChart: string;
};

/** Where a block stands: `id` is the place of a quote on its page. */
export type Standing = { id: string; say: Say };

type Defined<A extends Attributes, Values> = {
  /** What stands after `:::`. */
  name: string;
  attributes: A;
  /** Attributes of which just one has to be given. */
  oneOf?: readonly string[];
  /** The markup of it. Pure. `content` is the text inside. */
  render(values: Values, content: Html, standing: Standing): Html;
};

export type Values = Record<string, string | PicturePlace | DocumentPlace | FramePlace | undefined>;

export type Block = Defined<Attributes, Values>;

/** For the types: the values are those of the attributes. */
export function defineBlock<const A extends Attributes>(
  block: Defined<A, { [Name in keyof A]: ValueOf<A[Name]> }>,
): Block {
  return block as unknown as Block;
}
