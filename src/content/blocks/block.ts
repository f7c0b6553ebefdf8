/** A `:::` block: what an author may say of it, and what it becomes. One file each; `blocks.ts` has them all. */
import type { PicturePlace } from '../markdown/picture-html.ts';
import type { Html } from './markup.ts';

/**
 * `text` is shown to readers; `address` is a whole one, of this site or another; `picture` is a file beside the story.
 * All that an attribute has to be is judged when the text is read.
 */
export type Attribute = { is: 'text' | 'address' | 'picture'; isNeeded?: true };

/** By name: Latin lowercase letters. */
export type Attributes = Record<string, Attribute>;

/** A text as it was written; the address to link to, or the picture to show, if there is anything there yet. */
type ValueOf<A extends Attribute> = A['is'] extends 'picture'
  ? PicturePlace | undefined
  : A extends { is: 'text'; isNeeded: true }
    ? string
    : string | undefined;

type Defined<A extends Attributes, Values> = {
  /** What stands after `:::`. */
  name: string;
  attributes: A;
  /** The markup of it. Pure. `content` is the text inside, `id` the place of a quote on its page. */
  render(values: Values, content: Html, id: string): Html;
};

export type Values = Record<string, string | PicturePlace | undefined>;

export type Block = Defined<Attributes, Values>;

/** For the types: the values are those of the attributes. */
export function defineBlock<const A extends Attributes>(
  block: Defined<A, { [Name in keyof A]: ValueOf<A[Name]> }>,
): Block {
  return block as unknown as Block;
}
