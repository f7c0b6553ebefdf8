/** What stands in an HTML document one below the other, as blocks. What is known by its tag alone stays as it is. */
import type { Element, ElementContent, RootContent } from 'hast';
import { escapeHtml } from '../../content/blocks/markup.ts';
import { attribute, element, elementsIn, textOf } from '../text/tree.ts';
import { type Block, type Cell, tableBlock } from './blocks.ts';
import { type Reading, readHtmlLine } from './html-line.ts';
import { Line } from './line.ts';

type Node = RootContent | ElementContent;

/** What goes around other blocks, and is none. */
const wrappers = new Set('div section article main header footer aside center body html form address'.split(' '));
/** What is known by its tag, as the text of any page (`../text/`). */
const whole = new Set('figure pre dl details iframe video audio picture'.split(' '));

export function htmlBlocks(nodes: readonly Node[], reading: Reading): Block[] {
  const blocks: Block[] = [];
  let loose: ElementContent[] = [];
  const endLine = () => {
    if (loose.length > 0) blocks.push(...paragraph('paragraph', element('p', {}, loose), reading));
    loose = [];
  };
  for (const node of nodes) {
    const made = node.type === 'element' ? blocksOf(node, reading) : undefined;
    if (made) {
      endLine();
      blocks.push(...made);
    } else if (node.type === 'element' || node.type === 'text') loose.push(node);
  }
  endLine();
  return blocks;
}

/** Undefined of what stands within a line. */
function blocksOf(each: Element, reading: Reading): Block[] | undefined {
  const { tagName, children } = each;
  const heading = /^h([1-6])$/.exec(tagName)?.[1];
  if (heading !== undefined) {
    const ids = [each, ...elementsIn(each)].map((one) => attribute(one, 'id')).filter(Boolean);
    return paragraph('heading', each, reading).map((block) =>
      block.kind === 'heading' ? { ...block, level: Number(heading), ids } : block,
    );
  }
  if (tagName === 'p') return paragraph(kindOf(each), each, reading);
  if (tagName === 'ul' || tagName === 'ol') return items(each, 0, reading);
  if (tagName === 'table') return [tableBlock(rowsOf(each, reading))];
  if (tagName === 'blockquote') return htmlBlocks(children, reading).map(asQuote);
  if (tagName === 'hr') {
    if (!reading.looks.breaksPage(each)) return [{ kind: 'rule', html: '', words: '' }];
    reading.told.pageBreak();
    return [];
  }
  if (wrappers.has(tagName)) return htmlBlocks(children, reading);
  return whole.has(tagName) ? [{ kind: 'whole', html: asHtml(each), words: textOf(each) }] : undefined;
}

function kindOf(each: Element): Block['kind'] {
  const classes = attribute(each, 'className').split(/\s+/);
  return classes.includes('title') ? 'title' : classes.includes('subtitle') ? 'subtitle' : 'paragraph';
}

function asQuote(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block;
}

function paragraph(kind: Block['kind'], each: Element, reading: Reading): Block[] {
  const line = lineOf(each, kind !== 'paragraph', reading);
  if (reading.looks.breaksPage(each)) reading.told.pageBreak();
  if (line.isEmpty) return [];
  const { html, words, isStrong } = line;
  return [{ kind: line.isPicture ? 'picture' : kind, html, words, ...(isStrong && { isStrong }) }];
}

function lineOf(each: Element, isPlain: boolean, reading: Reading): Line {
  const line = new Line();
  reading.told.beginParagraph();
  readHtmlLine(each, line, reading, { marks: new Set(), isPlain, how: [] });
  return line;
}

/** Google writes lists in lists as lists of their own, whose depth is the end of their class. */
function items(list: Element, depth: number, reading: Reading): Block[] {
  const own = /(?:^|\s)lst-\S*-(\d)(?:\s|$)/.exec(attribute(list, 'className'))?.[1];
  const level = own === undefined ? depth : Number(own);
  let number = Number(attribute(list, 'start') || 1);
  return list.children.flatMap((child): Block[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'ul' || child.tagName === 'ol') return items(child, level + 1, reading);
    if (child.tagName !== 'li') return htmlBlocks([child], reading);
    const isBelow = (node: ElementContent) => node.type === 'element' && /^[uo]l$/.test(node.tagName);
    const inside = htmlBlocks(
      child.children.filter((node) => !isBelow(node)),
      reading,
    );
    const [first, ...others] = inside;
    const numbered = list.tagName === 'ol' ? { number: number++ } : {};
    const item: Block[] = first
      ? [{ ...first, kind: 'item', level, ...numbered, html: [first, ...others].map(({ html }) => html).join('<br>') }]
      : [];
    return [...item, ...child.children.filter(isBelow).flatMap((node) => items(node as Element, level + 1, reading))];
  });
}

function rowsOf(table: Element, reading: Reading): Cell[][] {
  const rows: Cell[][] = [];
  const look = (parent: Element) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'tr') rows.push(cellsOf(child, reading));
      else if (/^t(?:head|body|foot)$/.test(child.tagName)) look(child);
    }
  };
  look(table);
  if (rows.some((cells) => cells.some(({ columns = 1, rows: down = 1 }) => columns > 1 || down > 1)))
    reading.told.lose('cells', textOf(table).slice(0, 80));
  return rows;
}

function cellsOf(row: Element, reading: Reading): Cell[] {
  return row.children.flatMap((cell): Cell[] => {
    if (cell.type !== 'element' || !/^t[hd]$/.test(cell.tagName)) return [];
    const blocks = htmlBlocks(cell.children, reading);
    return [
      { blocks, columns: Number(attribute(cell, 'colSpan') || 1), rows: Number(attribute(cell, 'rowSpan') || 1) },
    ];
  });
}

/** Attributes that say what it is, without looks. */
const kept = ['src', 'href', 'alt', 'title', 'poster', 'controls', 'type', 'id'];
const voids = new Set(['img', 'br', 'hr', 'source', 'track', 'wbr', 'col', 'input']);

function asHtml(node: ElementContent): string {
  if (node.type === 'text') return escapeHtml(node.value);
  if (node.type !== 'element') return '';
  const attributes = kept.map((name) => [name, attribute(node, name)]).filter(([, value]) => value !== '');
  const opening = `<${[node.tagName, ...attributes.map(([name, value]) => `${name}="${escapeHtml(value ?? '')}"`)].join(' ')}>`;
  return voids.has(node.tagName) ? opening : `${opening}${node.children.map(asHtml).join('')}</${node.tagName}>`;
}
