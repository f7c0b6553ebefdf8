/** What is set as it stands: of code, without the numbers beside its lines that programs write; and verses, which are a text. */
import type { Element, ElementContent, Root } from 'hast';
import type { Loss } from './loss.ts';
import { attribute, callingOf, element, elementsIn, firstIn, rewrite, text, textOf } from './tree.ts';

const gutter = /(?:^|[\s_-])(?:gutter|line-?(?:num(?:ber)?s?|nos?)|lntd?|ln|blob-num|linenodiv)(?=$|[\s_-])/;

/** What is set as it stands because its lines matter, and is no code. */
const verse = /(?:^|[\s_-])(?:verse|poem|poetry|lyrics)(?=$|[\s_-])/;

export function plainListings(root: Root, lose: (loss: Loss) => void): void {
  const drop = (numbers: readonly Element[]) => {
    const words = numbers.map(textOf).join(' ').trim();
    lose({ kind: 'line-number', text: words, detail: words.slice(0, 80) });
  };
  rewrite(root, (each) => {
    if (each.tagName === 'table') return listing(each, drop);
    if (each.tagName === 'pre' && verse.test(callingOf(each))) return [element('p', {}, withBreaks(each))];
    if (each.tagName === 'pre')
      for (const one of elementsIn(each))
        if (one.tagName === 'a' && attribute(one, 'href') !== '')
          lose({ kind: 'link', text: '', detail: `${attribute(one, 'href')}, in code` });
    if (each.tagName !== 'pre' || firstIn(each, 'table')) return undefined;
    const numbers: Element[] = [];
    rewrite(each, (inner) => {
      if (inner.tagName === 'table' || !gutter.test(callingOf(inner)) || !isNumbers([inner], 1)) return undefined;
      numbers.push(inner);
      return [];
    });
    if (numbers.length > 0) drop(numbers);
    return undefined;
  });
}

/** Each end of a line as a line break; those around the whole are none. */
function withBreaks(parent: Element): ElementContent[] {
  return parent.children.flatMap((child, index): ElementContent[] => {
    if (child.type === 'element') return [{ ...child, children: withBreaks(child) }];
    if (child.type !== 'text') return [];
    const isFirst = index === 0 && parent.tagName === 'pre';
    const isLast = index === parent.children.length - 1 && parent.tagName === 'pre';
    const written = isFirst ? child.value.replace(/^\n+/, '') : child.value;
    const lines = (isLast ? written.replace(/\n+$/, '') : written).split('\n');
    return lines.flatMap((line, at) => (at === 0 ? [text(line)] : [element('br', {}), text(line)]));
  });
}

/** Of one row with all lines, or of one for each. */
function listing(table: Element, drop: (numbers: readonly Element[]) => void): ElementContent[] | undefined {
  const rows = [...elementsIn(table)].filter(({ tagName }) => tagName === 'tr').map(cellsOf);
  const numbers = rows.map(([first]) => first);
  const code = rows.map(([, second]) => second);
  const isListing = rows.length > 0 && rows.every((cells) => cells.length === 2) && isOfCode(table, code);
  if (!isListing || !isNumbers(numbers as Element[], rows.length)) return undefined;
  drop(numbers as Element[]);
  const [only] = code;
  if (rows.length === 1 && only && firstIn(only, 'pre')) return only.children;
  const lines = code.flatMap((cell, index) => [...(index > 0 ? [text('\n')] : []), ...(cell?.children ?? [])]);
  return [element('pre', {}, [element('code', {}, lines)])];
}

function cellsOf(row: Element): Element[] {
  return row.children.filter((each): each is Element => each.type === 'element' && /^t[dh]$/.test(each.tagName));
}

function isOfCode(table: Element, code: readonly (Element | undefined)[]): boolean {
  return (
    code.every((cell) => cell && firstIn(cell, 'pre', 'code')) ||
    /(?:^|[\s_-])(?:code|highlight(?:table)?|hljs|listing|blob|js-file-line)/.test(
      [table, ...code].map((each) => (each ? callingOf(each) : '')).join(' '),
    )
  );
}

/** Numbers that count up by one; those of cells that have none are written by a style. */
function isNumbers(cells: readonly Element[], count: number): boolean {
  const words = cells.map(textOf).join(' ').trim();
  if (words === '') return count > 0 && cells.every((each) => attribute(each, 'dataLineNumber') !== '');
  const numbers = words.split(' ').map(Number);
  return numbers.every((each, index) => Number.isInteger(each) && each === (numbers[0] ?? 0) + index);
}
