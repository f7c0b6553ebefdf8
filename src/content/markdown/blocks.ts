/** The `:::` blocks of a text: found by the parser, and each made into markup with the text inside it. */
import type { MarkdownIt, Token } from 'markdown-it';
import container from 'markdown-it-container';
import type { Attribute, Block, FramePlace, Values } from '../blocks/block.ts';
import { blockNamed } from '../blocks/blocks.ts';
import { mayFrame } from '../frames.ts';
import { isWebAddress } from '../names.ts';
import { readBlockHead } from './block-head.ts';
import { type Resolve, resolveIn } from './environment.ts';
import { linkAddress } from './link-address.ts';

export function addBlocks(parser: MarkdownIt): void {
  const validate = (params: string) => blockNamed(readBlockHead(params).name) !== undefined;
  parser.use(container, 'block', { validate, render: () => '' });
  parser.renderer.rules.block = (tokens, index, options, env) => {
    const { info, children, attrs } = tokens[index] as Token;
    const { name, attributes } = readBlockHead(info);
    const content = { html: parser.renderer.render(children ?? [], options, env) };
    const block = blockNamed(name) as Block;
    const id = String(attrs?.find(([key]) => key === 'id')?.[1] ?? '');
    const resolve = resolveIn(env);
    return block.render(valuesOf(block, attributes, resolve), content, { id, say: resolve.say }).html;
  };
}

/** Each block becomes one token, which holds those of the text inside it. */
export function foldBlocks(tokens: readonly Token[]): Token[] {
  const [top, ...open]: Token[][] = [[]];
  const heads: Token[] = [];
  for (const token of tokens) {
    const here = open.at(-1) ?? (top as Token[]);
    if (!token.type.startsWith('container_block_')) here.push(token);
    else if (token.nesting === 1) {
      heads.push(Object.assign(Object.create(Object.getPrototypeOf(token)), token, { type: 'block', nesting: 0 }));
      open.push([]);
    } else {
      const children = open.pop() ?? [];
      const head = Object.assign(heads.pop() as Token, { children });
      (open.at(-1) ?? (top as Token[])).push(head);
    }
  }
  return top as Token[];
}

/** What the attributes of a block come to, by what each of them is. */
export function valuesOf({ attributes }: Block, written: Record<string, string>, resolve: Resolve): Values {
  const read = ({ is, isNeeded }: Attribute, value: string | undefined) => {
    if (is === 'address') return webAddress(value, resolve);
    if (is === 'picture') return value ? resolve.picture(value) : undefined;
    if (is === 'file') return value ? resolve.document(value) : undefined;
    if (is === 'frame') return framePlace(value, resolve);
    return value ?? (isNeeded ? '' : undefined);
  };
  return Object.fromEntries(
    Object.entries(attributes).map(([name, attribute]) => [name, read(attribute, written[name])]),
  );
}

function framePlace(written: string | undefined, resolve: Resolve): FramePlace | undefined {
  const url = webAddress(written, resolve);
  return url === undefined ? undefined : { url, mayFrame: mayFrame(url, resolve.frames) };
}

/** Where an attribute leads that has to be a whole address; undefined where that is nowhere yet. */
export function webAddress(written: string | undefined, resolve: Resolve): string | undefined {
  return written && isWebAddress(written) ? linkAddress(written, resolve) : undefined;
}
