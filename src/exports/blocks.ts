/** `broadsheet/blocks`: what a block in texts (`::: name {…}`) is written against, and the blocks that there are. */

export {
  type Attribute,
  type Attributes,
  type Block,
  defineBlock,
  type Say,
  type Standing,
} from '../content/blocks/block.ts';
export { blockNamed } from '../content/blocks/blocks.ts';
export { caption, type Html, markup, noHtml } from '../content/blocks/markup.ts';
