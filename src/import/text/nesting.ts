/** Nesting that browsers show and Markdown does not have: emphasis around whole paragraphs, lists with no items. */
import type { Element, ElementContent, Root } from 'hast';
import { element, elementsIn, rewrite, textOf } from './tree.ts';

const stressed: ReadonlySet<string> = new Set(['b', 'strong', 'i', 'em', 'cite', 'dfn', 's', 'strike', 'del']);
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote center dd details dir div dl dt fieldset figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul x-block'.split(
    ' ',
  ),
);
/** Of these only what is inside has words. */
const holders: ReadonlySet<string> = new Set([
  'dir',
  'dl',
  'menu',
  'ol',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'tr',
  'ul',
]);
const lists: ReadonlySet<string> = new Set(['dir', 'menu', 'ol', 'ul']);

export function nestAsMarkdown(root: Root): void {
  for (const each of elementsIn(root)) if (lists.has(each.tagName)) itemsAlone(each);
  rewrite(root, (each) => (stressed.has(each.tagName) && hasBlock(each) ? sunk(each, each.children) : undefined));
}

/** What stands in a list beside its items goes with the one above; where there is none, it is no list. */
function itemsAlone(list: Element): void {
  const isItem = (each: ElementContent): each is Element => each.type === 'element' && each.tagName === 'li';
  const strays = list.children.filter((each) => !isItem(each) && !isBlank(each));
  if (strays.length === 0) return;
  if (!list.children.some(isItem)) {
    list.tagName = 'div';
    return;
  }
  const items: Element[] = [];
  for (const each of list.children) {
    if (isItem(each)) items.push(each);
    else if (!isBlank(each)) {
      const above = items.at(-1);
      if (above) above.children.push(each);
      else items.push(element('li', {}, [each]));
    }
  }
  list.children = items;
}

function isBlank(each: ElementContent): boolean {
  return (
    each.type === 'comment' ||
    (each.type === 'text' && each.value.trim() === '') ||
    (each.type === 'element' && /^(?:script|style)$/.test(each.tagName))
  );
}

function hasBlock(each: Element): boolean {
  for (const { tagName } of elementsIn(each)) if (blocks.has(tagName)) return true;
  return false;
}

/** The emphasis around each line of words, in the blocks that it was around. */
function sunk(around: Element, children: readonly ElementContent[]): ElementContent[] {
  const found: ElementContent[] = [];
  let line: ElementContent[] = [];
  const endLine = () => {
    const isSaid =
      line.some((each) => each.type === 'element' || !isBlank(each)) && line.map(wordsOf).join('').trim() !== '';
    found.push(...(isSaid ? [{ ...around, children: line }] : line));
    line = [];
  };
  for (const child of children) {
    const isAround = child.type === 'element' && !blocks.has(child.tagName) && hasBlock(child);
    const parts = isAround ? sunk(child, child.children) : [child];
    for (const part of parts)
      if (part.type === 'element' && blocks.has(part.tagName)) {
        endLine();
        found.push(withinBlock(around, part));
      } else line.push(part);
  }
  endLine();
  return found;
}

function wordsOf(each: ElementContent): string {
  return each.type === 'text' ? each.value : each.type === 'element' ? textOf(each) : '';
}

function withinBlock(around: Element, block: Element): Element {
  const isBold = around.tagName === 'b' || around.tagName === 'strong';
  if (block.tagName === 'pre' || block.tagName === 'x-block' || (isBold && /^h[1-6]$/.test(block.tagName)))
    return block;
  const { children } = block;
  if (!holders.has(block.tagName)) return { ...block, children: sunk(around, children) };
  return { ...block, children: children.map((each) => (each.type === 'element' ? withinBlock(around, each) : each)) };
}
