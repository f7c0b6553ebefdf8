/**
 * Footnotes of all dialects, known by what all of them do: a sign links to a note, and the note links back to the sign. Both
 * become `x-note` elements: the sign with the name of the note, the note itself at the end of the text.
 */
import type { Element, ElementContent, Parents, Root } from 'hast';
import type { Loss } from './loss.ts';
import { attribute, element, elementsIn, rewrite, textOf } from './tree.ts';

/** A sign such as `1`, `[1]`, `*`, `a`, `↩`: nothing that is a word. */
const sign = /^[[(]?(?:\p{N}{1,4}|[a-z]|[*†‡§¶↩^⬆↑#]+|\p{N}{1,3}:\p{N}{1,3})\uFE0E?[\])]?\uFE0E?$/u;
const container = /(?:^|[\s_-])(?:footnotes?|endnotes?|notes|references|fn)(?:$|[\s_-])/;

type Standing = { element: Element; above: readonly Parents[] };

export function findNotes(root: Root, lose: (loss: Loss) => void): boolean {
  const byId = new Map<string, Standing>();
  const signs: Standing[] = [];
  const look = (parent: Parents, above: readonly Parents[]) => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      const id = attribute(child, 'id') || (child.tagName === 'a' ? attribute(child, 'name') : '');
      if (id !== '' && !byId.has(id)) byId.set(id, { element: child, above: [parent, ...above] });
      if (child.tagName === 'a' && /^#./.test(attribute(child, 'href')) && sign.test(textOf(child)))
        signs.push({ element: child, above: [parent, ...above] });
      look(child, [parent, ...above]);
    }
  };
  look(root, []);
  const names = new Map<Element, string>();
  const marks = new Map<Element, string>();
  for (const { element: mark, above } of signs) {
    const target = byId.get(placeIn(mark));
    const note = target && noteOf(target);
    if (!note || isWithin(mark, note) || above.includes(note)) continue;
    // From a note back to where its sign stands.
    if (above.some((each) => names.has(each as Element)) && [...marks.keys()].some((each) => isWithin(each, note)))
      continue;
    const own = new Set(
      [mark, ...above.slice(0, 2)].flatMap((each) =>
        each.type === 'element' ? [attribute(each, 'id'), attribute(each, 'name')] : [],
      ),
    );
    const leadsBack = [...elementsIn(note)].some(
      (each) => each.tagName === 'a' && own.has(placeIn(each)) && placeIn(each) !== '',
    );
    if (!leadsBack && !names.has(note)) continue;
    const name = names.get(note) ?? String(names.size + 1);
    names.set(note, name);
    const [parent] = above;
    marks.set(
      parent?.type === 'element' && parent.tagName === 'sup' && textOf(parent) === textOf(mark) ? parent : mark,
      name,
    );
    lose({ kind: 'note-mark', text: textOf(mark), detail: textOf(mark) });
  }
  if (names.size === 0) return false;
  const notes: Element[] = [];
  rewrite(root, (each) => {
    const name = marks.get(each);
    return name === undefined ? undefined : [element('x-note', { name })];
  });
  rewrite(root, (each) => {
    const name = names.get(each);
    if (name === undefined) return undefined;
    notes.push(element('x-note-text', { name }, noteContent(each, lose)));
    return [];
  });
  dropContainers(root, lose);
  root.children.push(...notes.sort((a, b) => Number(a.properties.name) - Number(b.properties.name)));
  return true;
}

function placeIn(link: Element): string {
  const href = attribute(link, 'href');
  if (!href.startsWith('#')) return '';
  try {
    return decodeURIComponent(href.slice(1));
  } catch {
    return href.slice(1);
  }
}

/** The item, the paragraph or the block that a place is in. */
function noteOf({ element: target, above }: Standing): Element | undefined {
  if (['li', 'div', 'dd', 'aside'].includes(target.tagName)) return target;
  const around = above.slice(0, 3).filter((each): each is Element => each.type === 'element');
  const item = around.find(({ tagName }) => tagName === 'li');
  if (item) return item;
  if (target.tagName === 'p') return target;
  return around.find(({ tagName }) => tagName === 'p');
}

function isWithin(each: Element, parent: Element): boolean {
  for (const below of elementsIn(parent)) if (below === each) return true;
  return false;
}

/** Without the links back, and the sign that stands before a note that is no item of a list. */
function noteContent(note: Element, lose: (loss: Loss) => void): ElementContent[] {
  const isBack = (each: Element) =>
    each.tagName === 'a' &&
    /^#/.test(attribute(each, 'href')) &&
    (sign.test(textOf(each)) || textOf(each) === '' || /^(?:\W*|back|return)$/i.test(textOf(each)));
  rewrite(note, (each) => {
    const isMark =
      isBack(each) ||
      (each.tagName === 'sup' &&
        (textOf(each) === '' || sign.test(textOf(each))) &&
        [...elementsIn(each)].some(isBack));
    if (!isMark) return undefined;
    if (textOf(each) !== '') lose({ kind: 'note-mark', text: textOf(each), detail: textOf(each) });
    return [];
  });
  const children = note.tagName === 'p' ? [element('p', {}, note.children)] : note.children;
  // What is left of brackets around the link, or of a number before a text.
  const leading = firstText(children);
  if (note.tagName !== 'li' && leading) leading.value = leading.value.replace(/^\s*(?:\[\s*\]|\.|\))?\s*/, '');
  return children;
}

function firstText(children: readonly ElementContent[]): { value: string } | undefined {
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() !== '') return child;
    if (child.type === 'element') {
      const found = firstText(child.children);
      if (found) return found;
    }
  }
  return undefined;
}

/** Lists, sections and lines that held the notes and now hold nothing, with the heading above them. */
function dropContainers(root: Root, lose: (loss: Loss) => void): void {
  const drop = (parent: Root | Element): void => {
    for (const child of parent.children) if (child.type === 'element') drop(child);
    parent.children = parent.children.filter((child) => {
      if (child.type !== 'element') return true;
      const { tagName } = child;
      const calling = `${attribute(child, 'className')} ${attribute(child, 'id')} ${attribute(child, 'role')} ${'dataFootnotes' in child.properties ? 'footnotes' : ''}`;
      const isHolder = ['ol', 'ul', 'section'].includes(tagName) || container.test(calling);
      if (!isHolder) return true;
      const rest = child.children.filter(
        (each) => !(each.type === 'element' && (/^h[1-6r]$/.test(each.tagName) || each.tagName === 'br')),
      );
      if (
        rest.some(
          (each) =>
            textOf(each) !== '' ||
            (each.type === 'element' &&
              [...elementsIn(each)].some((one) => one.tagName.startsWith('x-') || one.tagName === 'img')),
        )
      )
        return true;
      const heading = textOf(child);
      if (heading !== '') lose({ kind: 'note-heading', text: heading, detail: heading });
      return false;
    }) as typeof parent.children;
  };
  drop(root);
}
