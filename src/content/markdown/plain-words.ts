/** What readers see of a text, as plain words: for search engines, and wherever no markup can stand. */
import type { Token } from 'markdown-it';

/** Of the children of an `inline` token. */
export function plainWords(children: readonly Token[]): string {
  const words = children.map(({ type, content }) => {
    if (type === 'softbreak' || type === 'hardbreak') return ' ';
    return type === 'text' || type === 'text_special' || type === 'code_inline' ? content : '';
  });
  return words.join('');
}
