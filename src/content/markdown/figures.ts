/** A picture in a paragraph of its own becomes a figure: `![alt](name/file.jpg "Caption | Credit")`, also inside a link. */
import type { MarkdownIt, Token } from 'markdown-it';
import { escapeHtml } from '../blocks/markup.ts';
import { saysNoWords } from '../no-words.ts';
import { decodedPath } from '../spelling.ts';
import { resolveIn } from './environment.ts';
import { linkAddress } from './link-address.ts';
import { figureClass, pictureHtml } from './picture-html.ts';
import { readText } from './visible-text.ts';

/** What an author wrote for a picture. */
export type WrittenPicture = {
  /** As the file is named, without percent signs. */
  path: string;
  /** Undefined where nothing was decided. */
  alt: string | undefined;
  caption: string;
  credit: string;
  /** Where the link around it leads. */
  href: string | undefined;
  /** The description as the parser read it. */
  description: readonly Token[];
  /** Of the definitions that its addresses come from: `![alt][label]`. */
  labels: readonly string[];
};

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
    const { path, alt, caption, credit, href } = picture;
    const place = resolveIn(env).picture(path);
    if (place === undefined) return '';
    const words = [
      caption && escapeHtml(caption),
      credit && `<span class="credit">${escapeHtml(credit)}</span>`,
    ].filter(Boolean);
    const figcaption = words.length > 0 ? `<figcaption>${words.join(' ')}</figcaption>` : '';
    const address = href === undefined ? undefined : linkAddress(href, resolveIn(env));
    const shown = pictureHtml(place, alt ?? '');
    const linked = address === undefined ? shown : `<a href="${escapeHtml(address)}">${shown}</a>`;
    return `<figure class="${figureClass(place)}">${linked}${figcaption}</figure>\n`;
  };
}

type PictureAlone = { image: Token; link: Token | undefined };

function pictureAlone(inline: Token | undefined): PictureAlone | undefined {
  const [first, second, third, more] = inline?.children ?? [];
  if (first?.type === 'image' && !second) return { image: first, link: undefined };
  const isLinked = first?.type === 'link_open' && third?.type === 'link_close' && !more;
  return isLinked && second?.type === 'image' ? { image: second, link: first } : undefined;
}

/** Reads an image token. `![""](…)` says on purpose that a picture needs no description. */
function writtenPicture({ image, link }: PictureAlone): WrittenPicture {
  const description = image.children ?? [];
  const alt = readText(description).trim();
  const title = String(image.attrGet('title') ?? link?.attrGet('title') ?? '');
  const isOnPurpose = saysNoWords(alt);
  const address = String(image.attrGet('src') ?? '');
  return {
    path: decodedPath(address) ?? address,
    alt: isOnPurpose ? '' : alt || undefined,
    ...creditedCaption(title),
    href: link ? String(link.attrGet('href') ?? '') : undefined,
    description,
    labels: [image, link].flatMap((token) => (token?.meta?.label === undefined ? [] : String(token.meta.label))),
  };
}

/** The last | parts the credit from the caption, which may have others. */
function creditedCaption(title: string): { caption: string; credit: string } {
  const parts = title.split('|').map((part) => part.trim());
  const credit = parts.length > 1 ? (parts.pop() ?? '') : '';
  return { caption: parts.filter(Boolean).join(' | '), credit };
}
