/** The words of a page as its readers meet them, a paragraph, a headline, a cell each. */
import { type PageReader, readWith } from '../../check/parse-page.ts';

/** What they are in a line with. */
const inline = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const unread = new Set(['script', 'style', 'template', 'noscript']);

/** `isMainOnly`: without what frames it on every page. */
export function pageText(html: string, isMainOnly = false): string[] {
  const { all, main } = readWith(html, new TextReader());
  return isMainOnly && main.length > 0 ? main : all;
}

type Texts = { all: string[]; main: string[] };

class TextReader implements PageReader<Texts> {
  readonly #texts: Texts = { all: [], main: [] };
  readonly #open: string[] = [];
  #text = '';
  /** A tag has ended, and no text has come since: styles keep what comes next apart. */
  #isAfterTag = false;

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (!inline.has(tag)) this.#endBlock();
    this.#open.push(tag);
    if (tag === 'br' || this.#isAfterTag) this.#text += ' ';
    this.#isAfterTag = false;
    if (tag === 'img' && attributes.alt) this.#add(`[${attributes.alt}]`);
    if (tag === 'meta' && attributes.name === 'description' && attributes.content) this.#add(attributes.content);
  }

  ontext(text: string): void {
    this.#isAfterTag = false;
    if (!this.#open.some((tag) => unread.has(tag))) this.#text += text;
  }

  onclosetag(): void {
    if (!inline.has(this.#open.at(-1) ?? '')) this.#endBlock();
    this.#open.pop();
    this.#isAfterTag = true;
  }

  end(): Texts {
    this.#endBlock();
    return this.#texts;
  }

  #endBlock(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.#add(text);
    this.#text = '';
  }

  #add(text: string): void {
    this.#texts.all.push(text);
    if (this.#open.includes('main')) this.#texts.main.push(text);
  }
}
