/**
 * A whole page of HTML: which part of it is the text, and which heading is its title. What stands around them, the head,
 * the foot, menus and lists of other texts, is counted as furniture.
 */
import type { Element, Root } from 'hast';
import type { Loss } from './loss.ts';
import { attribute, callingOf, elementsIn, firstIn, rewrite, textOf } from './tree.ts';

/** `main` is the root where no part is more of a text than the others; `articles`: how many texts the page shows side by side. */
export type PageParts = { main: Element | Root; headline?: Element; articles: number };

const called =
  /(?:^|\s)(?:(?:post|entry|article|story|page|blog|news)[_-]?(?:content|body|text)|articlebody|h-entry|markdown-body)(?:\s|$)/;
/** A header inside a text holds its title, byline and date; one with more words holds some of the text. */
const mostHeaderWords = 60;

export function pageParts(root: Root): PageParts {
  const articles = [...elementsIn(root)].filter(({ tagName }) => tagName === 'article');
  const outer = articles.filter((each) => !articles.some((other) => other !== each && isWithin(each, other)));
  const main = mainOf(root, outer);
  const inside = firstIn(main, 'h1');
  const title = firstIn(root, 'title');
  const outside = [...elementsIn(root)].find(
    (each) =>
      each.tagName === 'h1' && title !== undefined && textOf(each) !== '' && textOf(title).startsWith(textOf(each)),
  );
  const headline = inside ?? outside;
  return { main, articles: outer.length, ...(headline && { headline }) };
}

function mainOf(root: Root, articles: readonly Element[]): Element | Root {
  const main = [...elementsIn(root)].find((each) => each.tagName === 'main' || attribute(each, 'role') === 'main');
  const within: Element | Root = main ?? root;
  const [longest] = articles.toSorted((a, b) => length(b) - length(a));
  const article = longest && length(longest) * 3 > sum(articles) * 2 ? longest : undefined;
  const named = [...elementsIn(article ?? within)].find(
    (each) => attribute(each, 'itemProp').includes('articleBody') || called.test(callingOf(each)),
  );
  // A text that is called so, if it is most of what the article or the page has.
  if (named && length(named) * 2 > length(article ?? largestBlock(within) ?? named)) return named;
  return article ?? main ?? largestBlock(root) ?? root;
}

/** The element with the most words in paragraphs of its own. */
function largestBlock(root: Root | Element): Element | undefined {
  let found: { element: Element; words: number } | undefined;
  for (const each of elementsIn(root)) {
    if (!['div', 'section', 'td', 'center', 'blockquote'].includes(each.tagName)) continue;
    const words = sum(
      each.children.filter(
        (child): child is Element =>
          child.type === 'element' &&
          ['p', 'ul', 'ol', 'pre', 'blockquote', 'table', 'h2', 'h3'].includes(child.tagName),
      ),
    );
    if (words > (found?.words ?? 0)) found = { element: each, words };
  }
  return found?.element;
}

const length = (each: Element) => textOf(each).length;
const sum = (all: readonly Element[]) => all.reduce((total, each) => total + length(each), 0);

function isWithin(each: Element, parent: Element | Root): boolean {
  for (const below of elementsIn(parent)) if (below === each) return true;
  return false;
}

/** Leaves the text of a page alone in the tree. */
export function keepMainPart(root: Root, lose: (loss: Loss) => void): void {
  const { main, headline } = pageParts(root);
  const drop = (each: Element): [] => {
    const words = textOf(each);
    if (words !== '' && !unseen.has(each.tagName))
      lose({
        kind: each === headline ? 'headline' : 'around',
        text: words,
        detail: `${[each.tagName, callingOf(each)].filter(Boolean).join(' ')}: ${words.slice(0, 80)}`,
      });
    return [];
  };
  const clean = (parent: Element | Root) =>
    rewrite(parent, (each) => {
      if (each === headline || ['nav', 'footer'].includes(each.tagName)) return drop(each);
      if (each.tagName !== 'header' || textOf(each).split(' ').length > mostHeaderWords) return undefined;
      // The title is told by itself.
      if (headline && isWithin(headline, each))
        rewrite(each, (inner) => (inner === headline ? drop(inner) : undefined));
      return drop(each);
    });
  if (main !== root) {
    if (headline && !isWithin(headline, main)) rewrite(root, (each) => (each === headline ? drop(each) : undefined));
    dropAround(root, main as Element, drop);
  }
  clean(root);
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'title', 'noscript', 'template', 'svg']);

/** Of everything outside of an element, only what it stands in is left. */
function dropAround(parent: Root | Element, main: Element, drop: (each: Element) => []): void {
  const kept: Element[] = [];
  const words: string[] = [];
  for (const child of parent.children) {
    if (child.type === 'text') words.push(child.value);
    if (child.type !== 'element') continue;
    if (child === main) kept.push(child);
    else if (isWithin(main, child)) {
      dropAround(child, main, drop);
      kept.push(child);
    } else drop(child);
  }
  if (words.join('').trim() !== '')
    drop({ type: 'element', tagName: 'div', properties: {}, children: [{ type: 'text', value: words.join(' ') }] });
  parent.children = kept;
}
