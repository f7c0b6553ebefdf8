/** What a page of HTML shows outside of its menus: how much text, and which links to other pages. */
import type { Element, Root } from 'hast';
import { attribute, textOf } from '../text/tree.ts';
import { isUnseen, unseenElements } from '../text/unseen.ts';

/** `isHeading`: it is the whole of a heading, so that it names what stands below. */
export type PageLink = { href: string; text: string; letters: number; isHeading: boolean };

export type PageLook = { letters: number; headings: number; links: PageLink[] };

const menus: ReadonlySet<string> = new Set(['nav', 'aside']);
const headings = /^h[1-5]$/;

export function lookOf(root: Root): PageLook {
  const look: PageLook = { letters: 0, headings: 0, links: [] };
  const walk = (parent: Element | Root, within: { heading?: Element; isInText: boolean }) => {
    for (const child of parent.children) {
      if (child.type === 'text') look.letters += lettersIn(child.value);
      if (child.type !== 'element' || isLeftOut(child, within.isInText)) continue;
      const heading = headings.test(child.tagName) ? child : within.heading;
      if (heading === child && textOf(child) !== '') look.headings++;
      if (child.tagName === 'a') {
        const text = textOf(child);
        const isHeading = heading !== undefined && text !== '' && text === textOf(heading);
        look.links.push({ href: attribute(child, 'href'), text, letters: lettersIn(text), isHeading });
      }
      walk(child, { ...(heading && { heading }), isInText: within.isInText || isText(child) });
    }
  };
  walk(root, { isInText: false });
  return look;
}

/** In their order, those of menus left out. */
export function* shownElements(parent: Element | Root, isInText = false): Generator<Element> {
  for (const child of parent.children) {
    if (child.type !== 'element' || isLeftOut(child, isInText)) continue;
    yield child;
    yield* shownElements(child, isInText || isText(child));
  }
}

function isText({ tagName }: Element): boolean {
  return tagName === 'article' || tagName === 'main';
}

/** The head and the foot of a page; those of a text are part of it. */
function isLeftOut(each: Element, isInText: boolean): boolean {
  if (menus.has(each.tagName) || (!isInText && (each.tagName === 'header' || each.tagName === 'footer'))) return true;
  return unseenElements.has(each.tagName) || isUnseen({ ...each.properties, class: attribute(each, 'className') });
}

function lettersIn(text: string): number {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').length;
}
