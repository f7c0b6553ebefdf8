/** How a YAML text is laid out: from where to where a value goes, an item of a list with what is said above it, a line. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  parseDocument,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Field } from '../yaml.ts';

export type Span = readonly [start: number, end: number];

/** By which editors know the schema of a file. */
const ofSchema = /^#\s*yaml-language-server:/;

/** The text is not written as whoever wants to change it thinks. */
export class CannotRearrange extends Error {}

export type OwnLine = Record<'indent' | 'source' | 'comma' | 'said', string> & { span: Span };

export class LaidOut {
  readonly text: string;
  readonly document: Document;

  constructor(text: string) {
    this.text = text;
    this.document = parseDocument(text, { keepSourceTokens: true, logLevel: 'silent' });
  }

  node(field: Field): unknown {
    return field.length === 0 ? this.document.contents : this.document.getIn(field, true);
  }

  list(field: Field): YAMLSeq {
    const list = this.node(field);
    if (isSeq(list)) return list;
    throw new CannotRearrange(`${field.join('.')} is no list.`);
  }

  pair(field: Field): { map: YAMLMap; pair: Pair } {
    const map = this.node(field.slice(0, -1));
    const isIt = ({ key }: Pair) => isScalar(key) && key.value === field.at(-1);
    const pair = isMap(map) ? map.items.find(isIt) : undefined;
    if (isMap(map) && pair) return { map, pair };
    throw new CannotRearrange(`${field.join('.')} is not there.`);
  }

  /** From the first character of a value to its last, without a comment behind it. */
  spanOf(node: unknown): Span {
    if (!isNode(node) || isAlias(node) || !node.range) throw new CannotRearrange('A value is not there, or elsewhere.');
    return [node.range[0], this.#endOf(node)];
  }

  #endOf(node: unknown): number {
    if (isCollection(node) && !node.flow) {
      const last = node.items.at(-1);
      return this.#endOf(isPair(last) ? (isNode(last.value) ? last.value : last.key) : last);
    }
    return isNode(node) ? (node.range?.[1] ?? 0) : 0;
  }

  /** What a key says: from behind its colon to the end of its value. */
  said(pair: Pair): Span {
    const key = this.spanOf(pair.key)[1];
    const colon = key + (/^\s*:/.exec(this.text.slice(key))?.[0].length ?? 0);
    return [colon, Math.max(colon, this.#endOf(pair.value))];
  }

  /** Of a list of lines whole ones, with the comments right above in the column of its dash; else the item alone. */
  chunk(list: YAMLSeq, index: number): Span {
    const item = this.spanOf(list.items[index]);
    if (list.flow) return item;
    const dash = this.dashOf(list, index);
    let start = this.lineStart(dash);
    const above = `${' '.repeat(dash - start)}#`;
    while (start > 0 && this.text.startsWith(above, this.lineStart(start - 1))) start = this.lineStart(start - 1);
    return [start, this.lineEnd(item[1])];
  }

  /** An item of […] that has a line of its own, in its parts; `said`: the comment behind it, with the space before that. */
  ownLine(list: YAMLSeq, index: number): OwnLine | undefined {
    const span = this.spanOf(list.items[index]);
    const [start, end] = [this.lineStart(span[0]), this.lineEnd(span[1])];
    const [rest, comma = '', said = ''] = /^(,?)(\s*(?:#.*)?)$/.exec(this.text.slice(span[1], end)) ?? [];
    const source = this.text.slice(...span);
    if (!list.flow || !this.isFirstOnLine(span[0]) || rest === undefined || source.includes('\n')) return undefined;
    return { span: [start, end], indent: this.text.slice(start, span[0]), source, comma, said: said.trimEnd() };
  }

  dashOf(list: YAMLSeq, index: number): number {
    const token = list.srcToken;
    const items = token?.type === 'block-seq' ? token.items : [];
    const dashes = items.flatMap(({ start }) => start.find(({ type }) => type === 'seq-item-ind') ?? []);
    const dash = dashes[index]?.offset;
    if (dash === undefined || this.text.slice(this.lineStart(dash), dash).trim() !== '')
      throw new CannotRearrange('An item has no line of its own.');
    return dash;
  }

  lineStart(at: number): number {
    return this.text.lastIndexOf('\n', at - 1) + 1;
  }

  /** Before what ends the line. */
  lineEnd(at: number): number {
    const end = this.nextLine(at);
    return end - (/\r?\n$/.exec(this.text.slice(at, end))?.[0].length ?? 0);
  }

  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end === -1 ? this.text.length : end + 1;
  }

  /** Whether nothing but its indent stands before it on its line. */
  isFirstOnLine(at: number): boolean {
    return this.text.slice(this.lineStart(at), at).trim() === '';
  }

  /** Whether a comment, which may be about it, stands right above a line. */
  isSaidAbove(lineStart: number): boolean {
    const above = lineStart === 0 ? '' : this.text.slice(this.lineStart(lineStart - 1), lineStart).trim();
    return above.startsWith('#') && !ofSchema.test(above);
  }

  /** Something of […] or {…}, with the comma that goes with it. */
  withComma([start, end]: Span): Span {
    const after = /^\s*,[ \t]*/.exec(this.text.slice(end))?.[0].length;
    if (after) return [start, end + after];
    return [start - (/\s*,\s*$/.exec(this.text.slice(0, start))?.[0].length ?? 0), end];
  }

  /** What comments say in a part of the text in which no other value has a `#`. */
  commentsIn([start, end]: Span): string {
    const lines = this.text.slice(start, end).split('\n');
    return lines.flatMap((line) => /(?:^|\s)#+\s*(.*?)\s*$/.exec(line)?.[1] ?? []).join(' ');
  }
}
