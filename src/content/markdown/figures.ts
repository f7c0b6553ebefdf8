/** A picture in a paragraph of its own becomes a figure: `![alt](name/file.jpg "Caption | Credit")`. */
import type { MarkdownIt, Token } from 'markdown-it';
import { decodedPath } from '../spelling.ts';
import { escapeHtml, resolveIn } from './environment.ts';
import { pictureHtml } from './picture-html.ts';

/** What an author wrote for a picture; the path as the file is named, without percent signs. `alt` is undefined where nothing was decided. */
export type WrittenPicture = { path: string; alt: string | undefined; caption: string; credit: string };

export function addFigures(parser: MarkdownIt): void {
  parser.core.ruler.after('inline', 'figures', (state) => {
    const tokens: Token[] = [];
    for (let index = 0; index < state.tokens.length; index++) {
      const token = state.tokens[index] as Token;
      const picture = token.type === 'paragraph_open' ? pictureAlone(state.tokens[index + 1]) : undefined;
      if (!picture) tokens.push(token);
      else {
        tokens.push(
          Object.assign(new state.Token('figure', 'figure', 0), {
            meta: writtenPicture(picture),
            map: token.map,
            block: true,
          }),
        );
        index += 2; // the text of the paragraph and its end
      }
    }
    state.tokens = tokens;
  });
  // A picture inside a text is a Problem (outline.ts), so that none is ever shown unresolved.
  parser.renderer.rules.image = () => '';
  parser.renderer.rules.figure = (tokens, index, _options, env) => {
    const picture = tokens[index]?.meta as WrittenPicture | undefined;
    if (!picture) return '';
    const { path, alt, caption, credit } = picture;
    const place = resolveIn(env).picture(path);
    if (place === undefined) return '';
    const words = [
      caption && escapeHtml(caption),
      credit && `<span class="credit">${escapeHtml(credit)}</span>`,
    ].filter(Boolean);
    const figcaption = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
    return `<figure class="figure">${pictureHtml(place, alt ?? '')}${figcaption}</figure>\n`;
  };
}

function pictureAlone(inline: Token | undefined): Token | undefined {
  const [only, more] = inline?.children ?? [];
  return only?.type === 'image' && more === undefined ? only : undefined;
}

/** Reads an image token. `![""](…)` says on purpose that a picture needs no description. */
function writtenPicture(token: Token): WrittenPicture {
  const alt = token.content.trim();
  const [caption = '', credit = ''] = String(token.attrGet('title') ?? '')
    .split('|')
    .map((part) => part.trim());
  const isOnPurpose = /^(""|“”|'')$/.test(alt);
  const address = String(token.attrGet('src') ?? '');
  return { path: decodedPath(address) ?? address, alt: isOnPurpose ? '' : alt || undefined, caption, credit };
}
