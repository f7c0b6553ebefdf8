/** The words of a page as its readers meet them, a paragraph, a headline, a cell each. */
import { type PageReader, readWith } from '../../check/parse-page.ts';

/** What they are in a line with. */
const inline = new Set(
  'a abbr b bdi bdo br cite code data del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
);
const unread = new Set(['script', 'style', 'template', 'noscript']);

export function pageText(html: string): string[] {
  return readWith(html, new TextReader());
}

class TextReader implements PageReader<string[]> {
  readonly #blocks: string[] = [];
  readonly #open: string[] = [];
  #text = '';

  onopentag(tag: string, attributes: Readonly<Record<string, string>>): void {
    this.#open.push(tag);
    if (!inline.has(tag)) this.#endBlock();
    if (tag === 'br') this.#text += ' ';
    if (tag === 'img' && attributes.alt) this.#blocks.push(`[${attributes.alt}]`);
    if (tag === 'meta' && attributes.name === 'description' && attributes.content)
      this.#blocks.push(attributes.content);
  }

  ontext(text: string): void {
    if (!this.#open.some((tag) => unread.has(tag))) this.#text += text;
  }

  onclosetag(): void {
    const tag = this.#open.pop() ?? '';
    if (!inline.has(tag)) this.#endBlock();
  }

  end(): string[] {
    this.#endBlock();
    return this.#blocks;
  }

  #endBlock(): void {
    const text = this.#text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.#blocks.push(text);
    this.#text = '';
  }
}
