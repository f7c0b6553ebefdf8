/** What the lines around a headline say: who wrote the text, and on which day it came out. */
import type { Element, Root } from 'hast';
import { attribute, callingOf, elementsIn, firstIn, textOf } from '../text/tree.ts';
import { writtenDate } from '../text/written-date.ts';
import { shownElements } from './page-look.ts';

const published = /(?:^|\s)(?:published|dt-published|entry-date|post-date)(?:\s|$)/;
const called = /(?:^|[\s_-])(?:date|time|posted|published|pubdate|meta|info|byline|dateline|created|day)(?=$|[\s_-])/;
/** A line has a day and little else; in a longer one it may be any day. */
const mostLineWords = 25;
const mostPlainWords = 12;
/** Below the headline. */
const mostLines = 3;

type Of = { headline: Element | undefined; language: string | undefined };

/** Undefined where no element is called so, and no line below the headline has a day. */
export function dayShown(root: Root, { headline, language }: Of): string | undefined {
  const all = [...shownElements(root)];
  const said = (each: Element) => attribute(each, 'dateTime') || attribute(each, 'content') || attribute(each, 'title');
  const isMachine = (text: string) => /^\d{4}-\d\d-\d\d/.test(text);
  const marked =
    all.find((each) => /datePublished|dateCreated/.test(attribute(each, 'itemProp')) && said(each) !== '') ??
    all.find((each) => (published.test(callingOf(each)) || 'pubdate' in each.properties) && isMachine(said(each))) ??
    all.find((each) => each.tagName === 'time' && attribute(each, 'dateTime') !== '');
  if (marked) return said(marked);
  const line = (each: Element, most: number) => {
    const words = textOf(each);
    return words.split(' ').length <= most ? writtenDate(words, language) : undefined;
  };
  const inOrder = headline ? all.slice(all.indexOf(headline) + 1) : all;
  const below = inOrder.filter((each) => !firstIn(each, 'p', 'div', 'li') && textOf(each) !== '').slice(0, mostLines);
  return (
    all
      .filter((each) => called.test(callingOf(each)))
      .map((each) => line(each, mostLineWords))
      .find(Boolean) ?? (headline ? below.map((each) => line(each, mostPlainWords)).find(Boolean) : undefined)
  );
}

const calledAuthor = /(?:^|[\s_-])(?:author|byline|p-author|fn)(?=$|[\s_-])/;
const calledComment = /(?:^|[\s_-])comments?(?=$|[\s_-])/;
const by = /^(?:(?:written|posted|published|story)\s+)?(?:by|von|por|par|di|door|av|от|автор:?|作者[:：]?)\s+/iu;

/** `marked`: as machines are told; `called`: by the names of classes alone. */
export function bylineOf(root: Root): { marked: string[]; called: string[] } {
  const comments = [...elementsIn(root)].filter((each) => calledComment.test(callingOf(each)));
  const ofComments = new Set(comments.flatMap((each) => [...elementsIn(each)]));
  const all = [...shownElements(root)].filter((each) => !ofComments.has(each));
  const isMarked = (each: Element) =>
    (each.tagName === 'a' && attribute(each, 'rel').split(/\s+/).includes('author')) ||
    attribute(each, 'itemProp') === 'author';
  const line = all.find((each) => calledAuthor.test(callingOf(each)) && namesIn(each).length > 0);
  return { marked: all.filter(isMarked).flatMap(namesIn), called: line ? namesIn(line) : [] };
}

/** Those that are links or set apart, else the words of the line. */
function namesIn(line: Element): string[] {
  const inside = [...elementsIn(line)].filter(
    (each) =>
      each.tagName === 'a' || attribute(each, 'itemProp') === 'name' || /(?:^|\s)fn(?:\s|$)/.test(callingOf(each)),
  );
  const apart = inside.filter(
    (each) => !inside.some((other) => other !== each && [...elementsIn(each)].includes(other)),
  );
  const names = (apart.length > 0 ? apart : [line]).map((each) => textOf(each).replace(by, '').trim());
  return [...new Set(names.filter((name) => /^\p{L}[^\d@:/|]*$/u.test(name) && name.split(' ').length <= 5))];
}
