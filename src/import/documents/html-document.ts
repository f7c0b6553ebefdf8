/** An HTML document that a program for texts has written, above all Google Docs: its bold is a class, its notes are links. */
import type { Element, RootContent } from 'hast';
import { attribute, elementsIn, readTree, rewrite, textOf } from '../text/tree.ts';
import { visibleWords } from '../text/visible-words.ts';
import { blocksAsHtml, withCaptions } from './blocks.ts';
import type { Document } from './document.ts';
import { htmlBlocks } from './html-blocks.ts';
import type { Reading } from './html-line.ts';
import { Looks } from './html-looks.ts';
import { notesAsHtml } from './notes.ts';
import { Told } from './told.ts';

/** `picture` gives the bytes of a file by the name that the document has for it. */
export function readHtmlDocument(html: string, picture: Document['picture']): Document {
  const root = readTree(html);
  const parts = root.children.filter(isShown);
  const [notes, comments] = [standingApart(parts, /^ftnt\d+$/), standingApart(parts, /^cmnt\d+$/)];
  const told = new Told(comments.map(({ place, said, text }) => ({ id: place, author: '', words: said, text })));
  const reading: Reading = {
    ...{ told, looks: new Looks(root) },
    note(place) {
      const index = notes.findIndex((each) => each.place === place);
      return index === -1 ? undefined : index + 1;
    },
    isComment: (place) => comments.some((each) => each.place === place),
  };
  const apart: ReadonlySet<RootContent> = new Set([...notes, ...comments].map(({ part }) => part));
  const text = parts.filter((part, index) => !apart.has(part) && !isNoteRule(part, parts[index + 1], apart));
  const running = runningParts(text);
  for (const part of running) if (textOf(part) !== '') told.lose('running', textOf(part), textOf(part));
  const { blocks, hasMoved } = withCaptions(
    htmlBlocks(
      text.filter((part) => !running.includes(part as Element)),
      reading,
    ),
  );
  const written = notes.map(({ part, place }, index) => {
    withoutOwnSign(part, place, told);
    return { number: index + 1, html: blocksAsHtml(htmlBlocks([part], reading)) };
  });
  const words = visibleWords(html);
  return {
    ...{ blocks, words, notes: notesAsHtml(written), picture },
    losses: told.all(words.join('').length),
    hasMoved: hasMoved || notes.length > 0,
  };
}

const unseen: ReadonlySet<string> = new Set(['style', 'meta', 'title', 'script', 'link', 'head', 'base', 'noscript']);

function isShown(part: RootContent): boolean {
  if (part.type === 'element') return !unseen.has(part.tagName);
  return part.type === 'text' && part.value.trim() !== '';
}

/** A note or a comment, below the text, that begins with a link back. */
type Apart = { part: Element; place: string; said: string; text: string };

function standingApart(parts: readonly RootContent[], named: RegExp): Apart[] {
  return parts.flatMap((part): Apart[] => {
    if (part.type !== 'element' || part.tagName !== 'div') return [];
    const sign = [...elementsIn(part)].find((each) => each.tagName === 'a' && named.test(attribute(each, 'id')));
    if (!sign) return [];
    const text = textOf(part);
    return [{ part, place: attribute(sign, 'id'), text, said: text.slice(textOf(sign).length).trim() }];
  });
}

function isNoteRule(part: RootContent, next: RootContent | undefined, apart: ReadonlySet<RootContent>): boolean {
  return part.type === 'element' && part.tagName === 'hr' && next !== undefined && apart.has(next);
}

function withoutOwnSign(part: Element, place: string, told: Told): void {
  rewrite(part, (each) => {
    if (each.tagName !== 'a' || attribute(each, 'id') !== place) return undefined;
    told.lose('note-mark', textOf(each), textOf(each));
    return [];
  });
}

/** Of Google, whose text stands in no `<div>`: the head of the pages comes first, their foot last. */
function runningParts(parts: readonly RootContent[]): Element[] {
  const isText = (part: RootContent) => part.type === 'element' && /^(?:p|h[1-6]|ul|ol|table)$/.test(part.tagName);
  if (!parts.some(isText)) return [];
  return [parts[0], parts.at(-1)].filter((part) => part?.type === 'element' && part.tagName === 'div') as Element[];
}
