/**
 * Reads an XML file of any size as records: what stands right in its channel or feed, one after the other, each as a small
 * tree. Broken XML does not end the reading; what was wrong is told, and each item stands for itself.
 */
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';
import { markedEncoding } from '../../content/byte-order-mark.ts';
import { systemErrorOf } from '../../source/system-error.ts';

/** Names are as they are written, with their prefixes. `line` is that on which it begins. */
export type XmlElement = {
  name: string;
  attributes: Record<string, string>;
  children: (XmlElement | string)[];
  line: number;
};

export type XmlFault = { line: number; column: number; what: string; isEnd?: boolean };

type Reading = {
  /** Told of each fault, once. */
  onFault?(fault: XmlFault): void;
};

/** What holds records, in RSS, Atom and RSS 1.0. */
const holders = new Set(['channel', 'feed', 'rdf:RDF']);
const items = new Set(['item', 'entry']);

/** The records of a file in their order. One that the file breaks off in is not given. Stop walking, and the file is closed. */
export async function* xmlRecords(file: string, { onFault }: Reading = {}): AsyncGenerator<XmlElement> {
  const stream = createReadStream(file, { highWaterMark: 1 << 16 });
  const parser = recordParser(onFault);
  let decoder: TextDecoder | undefined;
  try {
    for await (const bytes of stream as AsyncIterable<Buffer>) {
      decoder ??= decoderFor(bytes);
      yield* parser.write(decoder.decode(bytes, { stream: true }));
    }
  } catch (error) {
    throw systemErrorOf(file, 'read', error);
  }
  yield* parser.write(decoder?.decode() ?? '');
  yield* parser.end();
}

/** By the declaration at its beginning; UTF-8 where it has none, or one that nobody knows. */
function decoderFor(bytes: Buffer): TextDecoder {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return new TextDecoder(marked);
  const declared = /^[^>]*\bencoding=["']([\w.:-]+)["']/.exec(bytes.toString('latin1', 0, 200))?.[1];
  try {
    return new TextDecoder(declared ?? 'utf-8');
  } catch {
    return new TextDecoder();
  }
}

type RecordParser = { write(text: string): XmlElement[]; end(): XmlElement[] };

function recordParser(onFault: (fault: XmlFault) => void = () => undefined): RecordParser {
  const parser = new SaxesParser();
  const tree = new RecordTree();
  /** What was closed since the last event, and by the tag at which position: one that nothing opened closes nothing. */
  let closed: { name: string; position: number }[] = [];
  /** After a closing tag of nothing saxes takes all that follows for text outside of the root. */
  let isLost = false;
  const settle = () => {
    for (const { name } of closed) tree.close(name);
    closed = [];
  };
  const addText = (text: string) => {
    settle();
    tree.add(text);
  };
  parser.on('opentag', ({ name, attributes }) => {
    settle();
    tree.open({ name, attributes, children: [], line: parser.line });
  });
  parser.on('closetag', ({ name }) => closed.push({ name, position: parser.position }));
  parser.on('text', addText);
  parser.on('cdata', addText);
  let isCut = false;
  const tell = (what: string, isEnd?: boolean) =>
    onFault({ line: parser.line, column: parser.column, what, ...(isEnd ? { isEnd } : {}) });
  parser.on('error', (error) => {
    const what = error.message.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '');
    const stray = /^unmatched closing tag: (.*)$/.exec(what)?.[1];
    if (stray !== undefined) {
      // saxes closes everything there; what follows still belongs where it stands.
      closed = closed.filter(({ position }) => position !== parser.position);
      settle();
      const isAfterAnother = isLost;
      isLost = true;
      if (tree.close(stray) && isAfterAnother) return;
    }
    if (what.startsWith('unclosed tag')) isCut = true;
    else if (!isLost || !/\broot\b/.test(what)) tell(what);
  });
  return {
    write(text) {
      parser.write(text);
      settle();
      return tree.taken();
    },
    end() {
      settle();
      parser.close();
      if (isCut || tree.isInside) tell('it ends before it is closed', tree.isInside);
      return tree.taken();
    },
  };
}

/** What is open, and the records that are whole. */
class RecordTree {
  readonly #open: XmlElement[] = [];
  /** Where the record begins among what is open; -1 outside of any. */
  #base = -1;
  #whole: XmlElement[] = [];

  get isInside(): boolean {
    return this.#base !== -1;
  }

  taken(): XmlElement[] {
    return this.#whole.splice(0);
  }

  add(child: XmlElement | string): void {
    if (this.isInside) (this.#open.at(-1) as XmlElement).children.push(child);
  }

  open(element: XmlElement): void {
    const isItem = items.has(element.name);
    // An item in an item: the one before was never closed.
    if (isItem && this.isInside) this.#endRecord();
    if (this.isInside) this.add(element);
    else if (isItem || (holders.has(this.#open.at(-1)?.name ?? '') && !holders.has(element.name)))
      this.#base = this.#open.length;
    this.#open.push(element);
  }

  /** False where nothing of the name is open. */
  close(name: string): boolean {
    const index = this.#open.findLastIndex((each) => each.name === name);
    if (index === -1) return false;
    if (this.isInside && index <= this.#base) this.#endRecord();
    this.#open.length = Math.min(this.#open.length, index);
    return true;
  }

  #endRecord(): void {
    this.#whole.push(this.#open[this.#base] as XmlElement);
    this.#open.length = this.#base;
    this.#base = -1;
  }
}

/** The first child of a name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((each): each is XmlElement => typeof each === 'object' && each.name === name);
}

export function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter((each): each is XmlElement => typeof each === 'object' && names.includes(each.name));
}

/** All text in it, as it stands; `` of nothing. */
export function textIn(element: XmlElement | undefined): string {
  if (!element) return '';
  return element.children.map((each) => (typeof each === 'string' ? each : textIn(each))).join('');
}

/** The text of the first child of a name, without what surrounds it; undefined where there is none. */
export function wordOf(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    const text = textIn(childOf(element, name)).trim();
    if (text !== '') return text;
  }
  return undefined;
}

/** What is in it, as markup again: XHTML within an Atom entry. */
export function markupIn(element: XmlElement): string {
  return element.children.map((each) => (typeof each === 'string' ? escaped(each) : markupOf(each))).join('');
}

function markupOf(element: XmlElement): string {
  const name = element.name.replace(/^\w+:/, '');
  const attributes = Object.entries(element.attributes)
    .filter(([key]) => !key.startsWith('xmlns'))
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('');
  const inside = markupIn(element);
  return voids.has(name) ? `<${name}${attributes}>` : `<${name}${attributes}>${inside}</${name}>`;
}

const voids = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
