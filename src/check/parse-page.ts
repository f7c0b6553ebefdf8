/** One parse of a page for all who read it. */
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

export function parsePage(html: string, readers: readonly PageReader<unknown>[]): void {
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const reader of readers) reader.onopentag?.(tag, attributes, parser);
    },
    ontext(text) {
      for (const reader of readers) reader.ontext?.(text, parser);
    },
    onclosetag(_, isImplied) {
      for (const reader of readers) reader.onclosetag?.(parser, isImplied);
    },
    oncomment(text) {
      for (const reader of readers) reader.onremark?.(`!--${text}`, parser);
    },
    onprocessinginstruction(_, text) {
      for (const reader of readers) reader.onremark?.(text, parser);
    },
  });
  parser.end(html);
}

/** What one reader says of a page. */
export function readWith<T>(html: string, reader: PageReader<T>): T {
  parsePage(html, [reader]);
  return reader.end();
}
