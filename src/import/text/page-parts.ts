/**
 * A whole page of HTML: which part of it is the text, and which heading is its title. What stands around them, the head,
 * the foot, menus and lists of other texts, is counted as furniture.
 */
import type { Element, ElementContent, Root } from 'hast';
import { folded } from '../../content/spelling.ts';
import type { Loss } from './loss.ts';
import { attribute, callingOf, elementsIn, firstIn, isPhrasing, rewrite, textOf } from './tree.ts';
import { writtenDate } from './written-date.ts';

/** `main` is the root where no part is more of a text than the others; `articles`: how many texts the page shows side by side. */
export type PageParts = { main: Element | Root; headline?: Element; articles: number };

const called =
  /(?:^|\s)(?:(?:post|entry|article|story|page|blog|news)[_-]?(?:content|body|text)|articlebody|h-entry|markdown-body)(?:\s|$)/;
/** How programs call the heading of a text. */
const calledTitle = /(?:^|\s)(?:(?:post|entry|article|story|page)[\s_-]?(?:title|headline)|p-name|headline)(?:\s|$)/;
/** How they call the lines that say who wrote a text, when, and in which lists it stands. */
const calledMeta =
  /(?:^|[\s_-])(?:meta|byline|dateline|date|time|pubdate|posted(?:-(?:on|by|in))?|author|authors|published|tags?|tag-?list|tag-?links|categor(?:y|ies)|cat-links|reading-?time|permalink|post-?footer|entry-?footer|breadcrumbs?|pager|pagination|prev-?next|post-?nav(?:igation)?)(?=$|[\s_-])/;
const calledSidebar = /(?:^|[\s_-])(?:sidebars?|widgets?|widget-area)(?=$|[\s_-])/;
/** A header inside a text holds its title, byline and date; one with more words holds some of the text. */
const mostHeaderWords = 60;
const mostMetaWords = 30;
/** As in “Posted on 26 November 2015 by Ann Lee”. */
const mostDateWords = 12;

export function pageParts(root: Root): PageParts {
  const articles = [...elementsIn(root)].filter(({ tagName }) => tagName === 'article');
  const outer = articles.filter((each) => !articles.some((other) => other !== each && isWithin(each, other)));
  const main = mainOf(root, outer);
  const headline = headlineOf(root, main, outer);
  return { main, articles: outer.length, ...(headline && { headline }) };
}

/** The heading that the page is called by; else the one of the text, and of what it stands in. */
function headlineOf(root: Root, main: Element | Root, articles: readonly Element[]): Element | undefined {
  const all = [...elementsIn(root)].filter((each) => {
    const isHeading =
      each.tagName === 'h1' || attribute(each, 'itemProp') === 'headline' || calledTitle.test(callingOf(each));
    return (
      isHeading &&
      textOf(each) !== '' &&
      !leadsHome(each) &&
      !['title', 'meta', 'body', 'article'].includes(each.tagName)
    );
  });
  const title = folded(textOf(firstIn(root, 'title') ?? { type: 'root', children: [] }));
  const around = articles.find((each) => each === main || isWithin(main as Element, each));
  return (
    all.find((each) => title.startsWith(folded(textOf(each)))) ??
    all.find((each) => isWithin(each, main)) ??
    (around && all.find((each) => isWithin(each, around)))
  );
}

/** The name of the site, at the head of its pages. */
function leadsHome(each: Element): boolean {
  const link = each.tagName === 'a' ? each : firstIn(each, 'a');
  return (
    link !== undefined &&
    textOf(link) === textOf(each) &&
    /^(?:(?:https?:)?\/\/[^/]+)?\/?(?:\.{0,2}\/)*(?:index\.html?)?$/.test(attribute(link, 'href'))
  );
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

function isWithin(each: Element | Root, parent: Element | Root): boolean {
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
  const withoutHeadline = (each: Element | Root) => {
    if (headline && isWithin(headline, each)) rewrite(each, (inner) => (inner === headline ? drop(inner) : undefined));
  };
  const clean = (parent: Element | Root) =>
    rewrite(parent, (each) => {
      if (each === headline || ['nav', 'footer'].includes(each.tagName) || isSidebar(each)) return drop(each);
      if (each.tagName !== 'header' || textOf(each).split(' ').length > mostHeaderWords) return undefined;
      // The title is told by itself.
      withoutHeadline(each);
      return drop(each);
    });
  if (main !== root) {
    if (headline && !isWithin(headline, main)) withoutHeadline(root);
    dropAround(root, main as Element, drop);
  }
  clean(root);
  const meta = new Set([...metaLines(root), ...metaLines(root, true)]);
  rewrite(root, (each) => (meta.has(each) ? drop(each) : undefined));
}

/** Beside a text, or in it where a tag was never closed: a list of links, which no remark of the text is. */
function isSidebar(each: Element): boolean {
  if (each.tagName !== 'aside' && !calledSidebar.test(callingOf(each))) return false;
  const links = [...elementsIn(each)].filter(({ tagName }) => tagName === 'a');
  return links.length > 2 && sum(links) * 2 > length(each);
}

const containers: ReadonlySet<string> = new Set(['div', 'section', 'article', 'main', 'body', 'center']);

/** Above the first paragraph of a text, or below its last, what says who wrote it, when, and where else it stands. */
function metaLines(parent: Element | Root, isEnd = false): Element[] {
  const found: Element[] = [];
  const children = isEnd ? parent.children.toReversed() : parent.children;
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() !== '') return found;
    if (child.type !== 'element' || (textOf(child) === '' && !firstIn(child, 'img', 'iframe', 'video', 'audio')))
      continue;
    if (isMeta(child)) found.push(child);
    else return containers.has(child.tagName) ? [...found, ...metaLines(child, isEnd)] : found;
  }
  return found;
}

function isMeta(each: Element): boolean {
  const words = textOf(each);
  const count = words.split(' ').length;
  if (count > mostMetaWords || firstIn(each, 'img', 'pre', 'blockquote', 'table')) return false;
  return calledMeta.test(callingOf(each)) || (count <= mostDateWords && writtenDate(words) !== undefined);
}

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'title', 'noscript', 'template', 'svg']);

/** Of everything outside of an element, only what it stands in is left. */
function dropAround(parent: Root | Element, main: Element, drop: (each: Element) => []): void {
  const kept: Element[] = [];
  // A word may be of a link and the sign behind it.
  let line: ElementContent[] = [];
  const endLine = () => {
    if (line.length > 0) drop({ type: 'element', tagName: 'div', properties: {}, children: line });
    line = [];
  };
  for (const child of parent.children) {
    const isOfLine = child.type === 'text' || (child.type === 'element' && isPhrasing(child) && !isAround(child, main));
    if (isOfLine) {
      line.push(child as ElementContent);
      continue;
    }
    if (child.type !== 'element') continue;
    endLine();
    if (child === main) kept.push(child);
    else if (isWithin(main, child)) {
      dropAround(child, main, drop);
      kept.push(child);
    } else drop(child);
  }
  endLine();
  parent.children = kept;
}

function isAround(each: Element, main: Element): boolean {
  return each === main || isWithin(main, each);
}
