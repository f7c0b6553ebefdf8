/**
 * A part of a `.docx` as a tree. Names have the prefix that everybody writes, whatever this document calls its namespaces.
 * What declares entities is refused, for no program writes them and they can be made to grow without end.
 */
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { markedEncoding } from '../../content/byte-order-mark.ts';

export type Xml = { name: string; attributes: Readonly<Record<string, string>>; children: (Xml | string)[] };

/** Why a part is not read: the end of a sentence that begins with its name. */
export class BadXml extends Error {}

/** By the end of a namespace, which is the same in both editions of the standard. */
const prefixes: readonly [end: string, prefix: string][] = [
  ['/wordprocessingml/main', 'w'],
  ['/wordprocessingml/2006/main', 'w'],
  ['/officeDocument/relationships', 'r'],
  ['/officeDocument/2006/relationships', 'r'],
  ['/package/2006/relationships', 'rel'],
  ['/drawingml/wordprocessingDrawing', 'wp'],
  ['/drawingml/2006/wordprocessingDrawing', 'wp'],
  ['/drawingml/main', 'a'],
  ['/drawingml/2006/main', 'a'],
  ['/drawingml/picture', 'pic'],
  ['/drawingml/2006/picture', 'pic'],
  ['/officeDocument/math', 'm'],
  ['/officeDocument/2006/math', 'm'],
  ['/word/2010/wordprocessingShape', 'wps'],
  ['/word/2010/wordprocessingGroup', 'wpg'],
  ['/markup-compatibility/2006', 'mc'],
  ['/word/2010/wordml', 'w14'],
  ['urn:schemas-microsoft-com:vml', 'v'],
  ['urn:schemas-microsoft-com:office:office', 'o'],
];
const mostDepth = 250;
const mostElements = 1_000_000;

/** Throws a `BadXml`. */
export function readXml(bytes: Uint8Array): Xml {
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open = [root];
  let elements = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('doctype', () => {
    throw new BadXml('declares a document type, which no program for texts writes');
  });
  parser.on('error', ({ message }) => {
    throw new BadXml(`is broken: ${message}`);
  });
  parser.on('opentag', (tag) => {
    const element = { name: nameOf(tag.uri, tag.local, tag.name), attributes: attributesOf(tag), children: [] };
    if (open.length > mostDepth || ++elements > mostElements)
      throw new BadXml('is nested deeper or longer than a text is');
    open.at(-1)?.children.push(element);
    if (!tag.isSelfClosing) open.push(element);
  });
  parser.on('closetag', (tag) => {
    if (!tag.isSelfClosing) open.pop();
  });
  const text = (words: string) => void open.at(-1)?.children.push(words);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(new TextDecoder(markedEncoding(bytes)).decode(bytes)).close();
  return root.children.find((child) => typeof child !== 'string') ?? root;
}

function attributesOf({ attributes }: SaxesTagNS): Record<string, string> {
  return Object.fromEntries(
    Object.values(attributes).map(({ uri, local, name, value }) => [nameOf(uri, local, name), value]),
  );
}

function nameOf(uri: string, local: string, written: string): string {
  const prefix = prefixes.find(([end]) => uri.endsWith(end))?.[1];
  return prefix === undefined ? written : `${prefix}:${local}`;
}

export function* childrenOf(parent: Xml | undefined, ...names: string[]): Generator<Xml> {
  for (const child of parent?.children ?? [])
    if (typeof child !== 'string' && (names.length === 0 || names.includes(child.name))) yield child;
}

export function childOf(parent: Xml | undefined, ...path: string[]): Xml | undefined {
  return path.reduce((at, name) => childrenOf(at, name).next().value as Xml | undefined, parent);
}

/** Elements of some names, wherever they stand below. */
export function* elementsOf(parent: Xml, ...names: string[]): Generator<Xml> {
  for (const child of childrenOf(parent)) {
    if (names.includes(child.name)) yield child;
    yield* elementsOf(child, ...names);
  }
}

/** `w:val` of a child; undefined where there is no such child. */
export function settingOf(parent: Xml | undefined, ...path: string[]): string | undefined {
  return childOf(parent, ...path)?.attributes['w:val'];
}

/** Whether a property such as `w:b` is said to hold, or not to; undefined: nothing is said. */
export function isOn(parent: Xml | undefined, name: string): boolean | undefined {
  const found = childOf(parent, name);
  return found && !['0', 'false', 'off', 'none'].includes(found.attributes['w:val'] ?? 'true');
}
