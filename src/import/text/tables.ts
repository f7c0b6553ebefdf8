/** Tables as Markdown can have them: rows of lines of text. Those that only lay out a page become what stands in them. */
import type { Element, ElementContent, Root } from 'hast';
import type { Loss } from './loss.ts';
import { attribute, element, elementsIn, firstIn, rewrite, textOf } from './tree.ts';

const blocks = [
  'table',
  'ul',
  'ol',
  'dl',
  'pre',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
  'x-block',
  'details',
];
const lines: ReadonlySet<string> = new Set([
  'p',
  'div',
  'section',
  'center',
  'address',
  'article',
  'figure',
  'figcaption',
]);

export function plainTables(root: Root, lose: (loss: Loss) => void): void {
  rewrite(root, (table) => {
    if (table.tagName !== 'table') return undefined;
    const cells = [...elementsIn(table)].filter(({ tagName }) => tagName === 'td' || tagName === 'th');
    const isLayout =
      cells.length < 2 || attribute(table, 'role') === 'presentation' || cells.some((cell) => firstIn(cell, ...blocks));
    if (isLayout) {
      if (cells.length > 1) lose({ kind: 'table', text: '', detail: textOf(table).slice(0, 80) });
      return unwrapped(table);
    }
    for (const cell of cells) cell.children = inOneLine(cell);
    const caption = firstIn(table, 'caption');
    if (!caption) return [table];
    rewrite(table, (each) => (each === caption ? [] : undefined));
    return [element('p', {}, caption.children), table];
  });
}

function unwrapped(table: Element): ElementContent[] {
  const parts = new Set(['thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'col']);
  const open = (parent: Element): ElementContent[] =>
    parent.children.flatMap((child) => {
      // Between cells a space is none; within one it parts words.
      const isPart = parent === table || parts.has(parent.tagName);
      if (child.type !== 'element') return isPart && child.type === 'text' && child.value.trim() === '' ? [] : [child];
      if (child.tagName === 'table') return unwrapped(child);
      if (parts.has(child.tagName)) return open(child);
      return child.tagName === 'td' || child.tagName === 'th' || child.tagName === 'caption'
        ? [element('div', {}, open(child))]
        : [child];
    });
  return open(table);
}

/** Paragraphs of a cell as lines of it. */
function inOneLine(cell: Element): ElementContent[] {
  const children: ElementContent[] = [];
  for (const child of cell.children) {
    const isLine = child.type === 'element' && lines.has(child.tagName);
    const inside = isLine ? inOneLine(child) : [child];
    const isBlank = (each: ElementContent) => each.type === 'text' && each.value.trim() === '';
    const hasWords = children.some((each) => !isBlank(each));
    if (isLine && hasWords && inside.some((each) => !isBlank(each))) children.push(element('br', {}));
    children.push(...inside);
  }
  return children;
}
