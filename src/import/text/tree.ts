/** HTML as a tree, and the few ways in which it is looked at and changed. */
import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/** As browsers read it. Where things stood is not kept: to carry that along would take twice the time of reading. */
export function readTree(html: string): Root {
  return fromParse5(parseFragment(html, { scriptingEnabled: false })) as Root;
}

/** What a change puts in the place of an element; undefined: it stays, and its children are looked at. */
export type Change = (element: Element, parent: Parents) => ElementContent[] | undefined;

/** Changes elements from the outside in; what was put in the place of one is not looked at again. */
export function rewrite(parent: Root | Element, change: Change): void {
  const children: (RootContent | ElementContent)[] = [];
  for (const child of parent.children) {
    const instead = child.type === 'element' ? change(child, parent) : undefined;
    if (instead) children.push(...instead);
    else {
      if (child.type === 'element') rewrite(child, change);
      children.push(child);
    }
  }
  parent.children = children as typeof parent.children;
}

export function* elementsIn(parent: Parents): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    yield child;
    yield* elementsIn(child);
  }
}

/** The first element of some names, the parent itself left out. */
export function firstIn(parent: Parents, ...names: string[]): Element | undefined {
  for (const element of elementsIn(parent)) if (names.includes(element.tagName)) return element;
  return undefined;
}

/** The text of a part of the tree, with a space where a block, a cell or a line ends. */
export function textOf(node: Parents | RootContent): string {
  const words = (each: Parents | RootContent): string => {
    if (each.type === 'text') return each.value;
    if (!('children' in each)) return '';
    const inside = each.children.map(words).join('');
    return each.type === 'element' && !phrasing.has(each.tagName) ? ` ${inside} ` : inside;
  };
  return words(node).replace(/\s+/g, ' ').trim();
}

export function isPhrasing({ tagName }: Element): boolean {
  return phrasing.has(tagName);
}

/** Elements that stand within a line. */
const phrasing: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr x-insert'.split(
    ' ',
  ),
);

export function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}

export function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** An attribute as a text, whatever the parser made of it. */
export function attribute({ properties }: Element, name: string): string {
  const value = properties[name];
  if (value === undefined || value === null || value === false) return '';
  return Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
}

/** Class and id of an element as one text, for what is known by how it is called. */
export function callingOf(each: Element): string {
  return `${attribute(each, 'className')} ${attribute(each, 'id')}`.trim().toLowerCase();
}
