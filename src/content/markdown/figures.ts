/** A picture in a paragraph of its own becomes a figure: `![alt](name/file.jpg "Caption | Credit")`. */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml, resolveIn } from './environment.ts';

/** What an author wrote for a picture. `alt` is undefined where nothing was decided. */
export type WrittenPicture = { path: string; alt: string | undefined; caption: string; credit: string };

export function addFigures(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'figures', (state) => {
    const { tokens } = state;
    for (let index = 1; index < tokens.length - 1; index++) {
      const [open, inline, close] = [tokens[index - 1], tokens[index], tokens[index + 1]];
      const picture = inline?.type === 'inline' ? inline.children?.[0] : undefined;
      if (open?.type !== 'paragraph_open' || picture?.type !== 'image' || inline?.children?.length !== 1) continue;
      const figure = new state.Token('figure', 'figure', 0);
      figure.meta = writtenPicture(picture);
      figure.map = open.map;
      figure.block = true;
      tokens.splice(index - 1, close?.type === 'paragraph_close' ? 3 : 2, figure);
    }
  });
  // A picture inside a text is a Problem (outline.ts), so that none is ever shown unresolved.
  parser.renderer.rules.image = () => '';
  parser.renderer.rules.figure = (tokens, index, _options, env) => {
    const picture = tokens[index]?.meta as WrittenPicture | undefined;
    if (!picture) return '';
    const { path, alt, caption, credit } = picture;
    const source = resolveIn(env).picture(path);
    if (source === undefined) return '';
    const words = [
      caption && escapeHtml(caption),
      credit && `<span class="credit">${escapeHtml(credit)}</span>`,
    ].filter(Boolean);
    const figcaption = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
    return `<figure class="figure"><img src="${escapeHtml(source)}" alt="${escapeHtml(alt ?? '')}" loading="lazy" decoding="async">${figcaption}</figure>\n`;
  };
}

/** Reads an image token. `![""](…)` says on purpose that a picture needs no description. */
export function writtenPicture(token: Token): WrittenPicture {
  const alt = token.content.trim();
  const [caption = '', credit = ''] = String(token.attrGet('title') ?? '').split('|').map((part) => part.trim());
  const isOnPurpose = /^(""|“”|'')$/.test(alt);
  return { path: String(token.attrGet('src') ?? ''), alt: isOnPurpose ? '' : alt || undefined, caption, credit };
}
