/** One line of text while it is read from a document: pieces with their marks, which become as few elements as can be. */
import { escapeHtml } from '../../content/blocks/markup.ts';

const marks = ['strong', 'em', 'del', 'sup', 'sub'] as const;
export type Mark = (typeof marks)[number];

type Piece = { html: string; marks: ReadonlySet<Mark>; href: string | undefined };

export class Line {
  readonly #pieces: Piece[] = [];
  #words = '';
  #letters = { all: 0, bold: 0 };
  #hasPicture = false;

  text(
    words: string,
    { marks, href, isBold }: { marks: ReadonlySet<Mark>; href: string | undefined; isBold: boolean },
  ): void {
    this.#pieces.push({ html: escapeHtml(words), marks, href });
    this.#words += words;
    const letters = words.replace(/\s/g, '').length;
    this.#letters.all += letters;
    if (isBold) this.#letters.bold += letters;
  }

  /** What has no marks of its own: a break, a sign of a note. */
  element(html: string): void {
    this.#pieces.push({ html, marks: new Set(), href: undefined });
    if (html === '<br>') this.#words += '\n';
  }

  picture({ src, alt, href }: { src: string; alt: string; href: string | undefined }): void {
    this.#pieces.push({ html: `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}">`, marks: new Set(), href });
    this.#hasPicture = true;
  }

  get words(): string {
    return this.#words.replace(/\s+/g, ' ').trim();
  }

  get isStrong(): boolean {
    return this.#letters.all > 0 && this.#letters.bold === this.#letters.all;
  }

  /** It has a picture and no words. */
  get isPicture(): boolean {
    return this.#hasPicture && this.words === '';
  }

  get isEmpty(): boolean {
    return !this.#hasPicture && this.words === '' && !this.#pieces.some(({ html }) => html.startsWith('<sup>'));
  }

  get html(): string {
    return asHtml(this.#pieces);
  }

  /** Its pictures, and what stands beside them. */
  get parts(): { pictures: string; rest: string } {
    const isPicture = ({ html }: Piece) => html.startsWith('<img ');
    return {
      pictures: asHtml(this.#pieces.filter(isPicture)),
      rest: asHtml(this.#pieces.filter((piece) => !isPicture(piece))),
    };
  }
}

function asHtml(pieces: readonly Piece[]): string {
  return grouped(pieces, ({ href }) => href)
    .map(([href, some]) => {
      const inside = marked(some, marks);
      return href === undefined ? inside : `<a href="${escapeHtml(href)}">${inside}</a>`;
    })
    .join('')
    .trim();
}

/** One mark after the other, each around all pieces beside each other that have it. */
function marked(pieces: readonly Piece[], [mark, ...others]: readonly Mark[]): string {
  if (mark === undefined) return pieces.map(({ html }) => html).join('');
  return grouped(pieces, (piece) => piece.marks.has(mark))
    .map(([has, some]) => (has ? `<${mark}>${marked(some, others)}</${mark}>` : marked(some, others)))
    .join('');
}

/** What stands side by side and is alike. */
function grouped<K>(pieces: readonly Piece[], keyOf: (piece: Piece) => K): [K, Piece[]][] {
  const groups: [K, Piece[]][] = [];
  for (const piece of pieces) {
    const [key, last] = [keyOf(piece), groups.at(-1)];
    if (last && last[0] === key) last[1].push(piece);
    else groups.push([key, [piece]]);
  }
  return groups;
}
