/** One parse of a page for all who read it. */
import { decodeHTML, decodeHTMLAttribute } from 'entities/decode';
import { Parser } from 'htmlparser2';

export type Attributes = Readonly<Record<string, string>>;

/** Where in the page what is told of stands: its first character and its last. */
export type Place = { readonly startIndex: number; readonly endIndex: number };

/** It is told what the parser meets, and says at the end what it has read. `isImplied`: no end tag stands there. */
export type PageReader<T> = {
  onopentag?(tag: string, attributes: Attributes, at: Place): void;
  ontext?(text: string, at: Place): void;
  onclosetag?(at: Place, isImplied: boolean): void;
  /** A comment, or a declaration such as the doctype. */
  onremark?(text: string, at: Place): void;
  end(): T;
};

/** In the text of these an `&` is no more than that, but where they stand in a drawing or a formula. */
const unescaped: ReadonlySet<string> = new Set('script style iframe noembed noframes plaintext xmp'.split(' '));

export function parsePage(html: string, readers: readonly PageReader<unknown>[]): void {
  const style = styleIn(html);
  /** The element that began last, if nothing ended since. */
  let innermost = '';
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        innermost = tag;
        const decoded = decodedAttributes(attributes);
        for (const reader of readers) reader.onopentag?.(tag, decoded, at);
      },
      ontext(text) {
        const isAsItIs = !text.includes('&') || (unescaped.has(innermost) && !parser.isInForeignContext());
        const decoded = isAsItIs ? text : decodeHTML(text);
        for (const reader of readers) reader.ontext?.(decoded, at);
      },
      onclosetag(_, isImplied) {
        innermost = '';
        for (const reader of readers) reader.onclosetag?.(at, isImplied);
      },
      oncomment(text) {
        for (const reader of readers) reader.onremark?.(`!--${text}`, at);
      },
      onprocessinginstruction(_, text) {
        for (const reader of readers) reader.onremark?.(text, at);
      },
    },
    // Else it goes through texts and values sign by sign, most of which have no `&`.
    { decodeEntities: false },
  );
  const at = new PlaceInPage(parser);
  parser.write(html.slice(0, style.from));
  if (innermost === 'style' && parser.endIndex === style.from - 1) {
    const text = { startIndex: style.from, endIndex: style.to - 1 };
    for (const reader of readers) reader.ontext?.(html.slice(style.from, style.to), text);
    at.skipped = style.to - style.from;
  }
  parser.end(html.slice(style.from + at.skipped));
}

/** In place. */
function decodedAttributes(attributes: Record<string, string>): Attributes {
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (value.includes('&')) attributes[name] = decodeHTMLAttribute(value);
  }
  return attributes;
}

/** Where the parser is, which has not seen all of the page. */
class PlaceInPage implements Place {
  /** How many characters it was not shown. */
  skipped = 0;
  readonly #parser: Place;

  constructor(parser: Place) {
    this.#parser = parser;
  }

  get startIndex(): number {
    return this.#parser.startIndex + this.skipped;
  }

  get endIndex(): number {
    return this.#parser.endIndex + this.skipped;
  }
}

/**
 * Where the text of the first style sheet begins and ends, if it is one: half of most pages, which the parser need not go through
 * sign by sign, since nothing but its end tag ends it; in a drawing it would be markup.
 */
function styleIn(html: string): { from: number; to: number } {
  const start = html.indexOf('<style>');
  const from = start === -1 ? 0 : start + '<style>'.length;
  const to = html.indexOf('</', from);
  const isPlain =
    start !== -1 && to > from && html.startsWith('</style>', to) && !/<(?:svg|math)/i.test(html.slice(0, start));
  return isPlain ? { from, to } : { from: 0, to: 0 };
}

/** What one reader says of a page. */
export function readWith<T>(html: string, reader: PageReader<T>): T {
  parsePage(html, [reader]);
  return reader.end();
}
