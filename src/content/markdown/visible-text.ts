/** The text of a paragraph, a heading or a cell as a reader sees it. */
import type { Token } from 'markdown-it';

/** Stands for what is no plain text: code, escaped signs, the beginning and end of emphasis and of links. */
const noText = '\uFFFC';

/** All that can be read, without any markup. */
export function readText(tokens: readonly Token[]): string {
  let text = '';
  for (const { type, content } of tokens) {
    if (type === 'softbreak' || type === 'hardbreak') text += '\n';
    else if (type === 'text' || type === 'text_special' || type === 'code_inline' || type === 'image') text += content;
  }
  return text;
}

/** What of it may be residue: nothing that was escaped, is code, or is an address between `<` and `>`. */
export function plainText(tokens: readonly Token[]): string {
  let text = '';
  let isAutolink = false;
  for (const { type, content, markup, info } of tokens) {
    if (markup === 'autolink') isAutolink = type === 'link_open';
    // An address that is a link without signs of its own stands in the text as it was written.
    if (markup === 'linkify') continue;
    // `&amp;nbsp;` came of a text that was escaped twice, and shows `&nbsp;`.
    if (type === 'softbreak' || type === 'hardbreak') text += '\n';
    else if (type === 'text' && !isAutolink) text += content;
    else if (type === 'text_special' && info === 'entity' && content === '&') text += content;
    else text += noText;
  }
  return text;
}

/** The longest piece that stands in the source as it is here. */
export function longestPiece(text: string): string {
  return text.split(/[\n\uFFFC]/u).reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}
