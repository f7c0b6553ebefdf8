/** Entities and backslashes, as Markdown reads them. */
import createMarkdownIt from 'markdown-it';

let unescaped: ((text: string) => string) | undefined;

/** A text with the characters that its entities stand for. Most texts have none, and a parser costs time to make. */
export function decode(text: string): string {
  unescaped ??= createMarkdownIt().utils.unescapeAll;
  return unescaped(text);
}
