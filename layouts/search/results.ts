/** The list of what was found, as elements of the page. */

import type { ToldStory } from './page-data.ts';
import { marked, type Piece, passageOf } from './passage.ts';

/** Which words of a text are to be marked. */
export type Marks = { isFound(word: string): boolean; runs: readonly string[] };

/** A story in the list. The place in its text is found once its own page is asked, which is when the story comes into view. */
export function resultOf([url, title, time, date, kicker, genre]: ToldStory, marks: Marks): HTMLLIElement {
  const item = made('li', 'cell');
  const at = made('time');
  at.dateTime = time;
  at.textContent = date;
  const card = made('article', genre ? `card ${genre}` : 'card');
  if (kicker !== '') {
    const above = made('p', 'kicker');
    above.textContent = kicker;
    card.append(above);
  }
  const heading = made('h3');
  const link = made('a');
  link.href = url;
  link.append(...elementsOf(marked(title, marks.isFound, marks.runs)));
  heading.append(link);
  card.append(heading, made('p'));
  item.append(at, card);
  return item;
}

function made<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, className?: string): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  if (className) element.className = className;
  return element;
}

/** Shows where in a story its words stand; of its standfirst alone if only its headline has them. */
export function showPassage(item: HTMLElement, html: string, marks: Marks): void {
  // The page’s own style is none of this page, whose policy would tell of it.
  const main = html.slice(html.indexOf('<main'), html.lastIndexOf('</main>'));
  const page = new DOMParser().parseFromString(main, 'text/html');
  const texts = [...page.querySelectorAll('main .stand, main .note-points li, main .prose :is(p, li, h2, h3, td)')].map(
    (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
  const passage = passageOf(texts, marks.isFound, marks.runs) ?? [{ text: texts[0] ?? '', isFound: false }];
  item.querySelector('p:not([class])')?.replaceChildren(...elementsOf(passage));
}

function elementsOf(pieces: readonly Piece[]): (Node | string)[] {
  return pieces.map(({ text, isFound }) => {
    if (!isFound) return text;
    const mark = made('mark');
    mark.textContent = text;
    return mark;
  });
}
