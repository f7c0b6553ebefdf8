/**
 * HTML as WordPress’s block editor keeps it: each paragraph and heading as its own block, everything else as one of HTML.
 * Without the comments WordPress would take every end of a line for a line break.
 */
import { Parser } from 'htmlparser2';

export function editorBlocks(html: string): string {
  return topElements(html)
    .map(({ name, text }) => {
      const level = /^h([1-6])$/.exec(name)?.[1];
      if (name === 'p') return `<!-- wp:paragraph -->\n${text}\n<!-- /wp:paragraph -->`;
      if (level !== undefined)
        return `<!-- wp:heading${level === '2' ? '' : ` {"level":${level}}`} -->\n${text}\n<!-- /wp:heading -->`;
      return `<!-- wp:html -->\n${text}\n<!-- /wp:html -->`;
    })
    .join('\n\n');
}

/** The elements that stand in no other, in their order; a text between them has no name. */
function topElements(html: string): { name: string; text: string }[] {
  const found: { name: string; text: string }[] = [];
  let depth = 0;
  let begin = 0;
  const between = (to: number) => {
    const text = html.slice(begin, to).trim();
    if (text !== '') found.push({ name: '', text });
  };
  const parser = new Parser({
    onopentag() {
      if (depth === 0) {
        between(parser.startIndex);
        begin = parser.startIndex;
      }
      depth++;
    },
    onclosetag(name) {
      depth--;
      if (depth > 0) return;
      const end = parser.endIndex + 1;
      found.push({ name, text: html.slice(begin, end) });
      begin = end;
    },
  });
  parser.end(html);
  between(html.length);
  return found;
}
