/**
 * A YAML text whose values change their places: what is moved keeps its comments, and whatever is not stays as it is
 * written, byte for byte. Nothing is judged here: the result is to be read as any other file.
 */
import { isMap, isNode, isScalar, type Pair, type YAMLMap } from 'yaml';
import type { Field } from '../yaml.ts';
import { CannotRearrange, LaidOut, type Span } from './laid-out.ts';
import { yamlLine } from './write.ts';

/** A value on one line, with what is said of it behind a `#`. `lines`: how it begins where it has lines of its own. */
export type Piece = { source: string; comment: string; lines?: string };

export class YamlText {
  #laid: LaidOut;

  constructor(text: string) {
    this.#laid = new LaidOut(text);
  }

  get text(): string {
    return this.#laid.text;
  }

  has(field: Field): boolean {
    return this.#laid.document.hasIn(field);
  }

  isFlow(field: Field): boolean {
    const node = this.#laid.node(field);
    return isMap(node) && node.flow === true;
  }

  sourceOf(field: Field): string {
    return this.text.slice(...this.#laid.spanOf(this.#laid.node(field)));
  }

  /** Another value, and nothing else of its line. */
  write(field: Field, source: string): void {
    this.#edit(this.#laid.spanOf(this.#laid.node(field)), source);
  }

  /** Another value of a key; gives the one that was there. */
  replace(field: Field, { source, comment }: Piece): Piece {
    const { map, pair } = this.#laid.pair(field);
    const piece = this.#pieceOfPair(map, pair);
    const start = this.#laid.said(pair)[0];
    this.#edit([start, this.#endOfPair(map, pair)], ` ${source}`);
    this.#say(start + 1 + source.length, comment);
    return piece;
  }

  /** Takes a key away. */
  takePair(field: Field): Piece {
    const laid = this.#laid;
    const { map, pair } = laid.pair(field);
    const piece = this.#pieceOfPair(map, pair);
    const start = laid.spanOf(pair.key)[0];
    const end = this.#endOfPair(map, pair);
    const next = map.items[map.items.indexOf(pair) + 1];
    if (map.flow) this.#edit(laid.withComma([start, end]), '');
    else if (laid.isFirstOnLine(start)) this.#edit([laid.lineStart(start), laid.nextLine(end)], '');
    else if (next)
      this.#edit([start, laid.spanOf(next.key)[0]], ''); // the dash of the map goes before the next
    else throw new CannotRearrange('Nothing would be left of a map.');
    return piece;
  }

  /** Puts a key behind the last of those that go `before` it; else above all others, unless a comment is above these; else at the end. */
  putPair(field: Field, { source, comment }: Piece, before: readonly string[]): void {
    const laid = this.#laid;
    const line = `${field.at(-1)}: ${source}`;
    const map = laid.node(field.slice(0, -1));
    const [first] = isMap(map) ? map.items : [];
    if (!isMap(map) || !first) {
      if (field.length > 1 || laid.document.toJS() !== null) throw new CannotRearrange('There is no map.');
      this.#putLine(this.text.length, line, comment);
      return;
    }
    const earlier = map.items.findLast(({ key }) => isScalar(key) && before.includes(String(key.value)));
    const last = earlier ?? map.items.at(-1) ?? first;
    const end = laid.said(last)[1];
    if (map.flow) {
      this.#edit([end, end], `, ${line}`);
      this.#say(end + 2 + line.length, comment);
      return;
    }
    const key = laid.spanOf(first.key)[0];
    const start = laid.lineStart(key);
    const isOnTop = earlier === undefined && laid.isFirstOnLine(key) && !laid.isSaidAbove(start);
    this.#putLine(isOnTop ? start : laid.nextLine(end), ' '.repeat(key - start) + line, comment);
  }

  swapItems(field: Field, one: number, other: number): void {
    const list = this.#laid.list(field);
    const first = this.#laid.chunk(list, Math.min(one, other));
    const second = this.#laid.chunk(list, Math.max(one, other));
    const lines = [this.#laid.ownLine(list, Math.min(one, other)), this.#laid.ownLine(list, Math.max(one, other))];
    const [upper, lower] = lines;
    if (upper && lower) {
      this.#edit(lower.span, lower.indent + upper.source + lower.comma + upper.said);
      this.#edit(upper.span, upper.indent + lower.source + upper.comma + lower.said);
      return;
    }
    const [early, late] = [this.text.slice(...first), this.text.slice(...second)];
    this.#edit(second, early);
    this.#edit(first, late);
  }

  takeItem(field: Field, index: number): Piece {
    const laid = this.#laid;
    const list = laid.list(field);
    const line = laid.ownLine(list, index);
    const chunk = line?.span ?? laid.chunk(list, index);
    const piece = this.#pieceOf(list.items[index], chunk);
    if (list.flow && !line) {
      this.#edit(laid.withComma(chunk), '');
      return piece;
    }
    this.#edit([chunk[0], laid.nextLine(chunk[1])], '');
    if (!list.flow && list.items.length === 1) {
      const at = laid.said(laid.pair(field).pair)[0];
      this.#edit([at, at], ' []');
    }
    return piece;
  }

  /** Puts an item into a list, before the one that stands at `index`, if there is one. An empty list gets lines where its map has. */
  putItem(field: Field, index: number, { source, comment, lines = source }: Piece): void {
    const laid = this.#laid;
    const list = laid.list(field);
    const last = list.items.at(-1);
    if (list.flow && !last && !this.isFlow(field.slice(0, -1))) {
      const { pair } = laid.pair(field);
      const key = laid.spanOf(pair.key)[0];
      const [colon, end] = laid.said(pair);
      this.#edit([colon, end], '');
      this.#putLine(this.#laid.nextLine(colon), `${' '.repeat(key - laid.lineStart(key))}  - ${lines}`, comment);
    } else if (list.flow) this.#putInBrackets(field, index, { source, comment });
    else {
      const dash = laid.dashOf(list, 0);
      const isLast = index >= list.items.length;
      const at = isLast ? laid.nextLine(laid.chunk(list, list.items.length - 1)[1]) : laid.chunk(list, index)[0];
      this.#putLine(at, `${' '.repeat(dash - laid.lineStart(dash))}- ${lines}`, comment);
    }
  }

  #putInBrackets(field: Field, index: number, { source, comment }: Piece): void {
    const laid = this.#laid;
    const list = laid.list(field);
    const next = list.items[index];
    const last = list.items.at(-1);
    const line = last === undefined ? undefined : laid.ownLine(list, next ? index : list.items.length - 1);
    if (line && next) this.#putLine(line.span[0], `${line.indent}${source},`, comment);
    else if (line) {
      this.#putLine(laid.nextLine(line.span[1]), line.indent + source + line.comma, comment);
      this.#edit(line.span, `${line.indent}${line.source},${line.said}`);
    } else {
      const at = next ? laid.spanOf(next)[0] : last ? laid.spanOf(last)[1] : laid.spanOf(list)[0] + 1;
      this.#edit([at, at], next ? `${source}, ` : last ? `, ${source}` : source);
      this.#say(at + 2 + source.length, comment);
    }
  }

  #edit([start, end]: Span, by: string): void {
    this.#laid = new LaidOut(this.text.slice(0, start) + by + this.text.slice(end));
  }

  /** In lines, a comment behind a value goes with it. */
  #endOfPair(map: YAMLMap, pair: Pair): number {
    const end = this.#laid.said(pair)[1];
    return map.flow ? end : this.#laid.lineEnd(end);
  }

  #pieceOfPair(map: YAMLMap, pair: Pair): Piece {
    return this.#pieceOf(pair.value, [this.#laid.said(pair)[0], this.#endOfPair(map, pair)]);
  }

  /** `whole`: with its comments. */
  #pieceOf(value: unknown, whole: Span): Piece {
    const [start, end] = this.#laid.spanOf(value);
    const written = this.text.slice(start, end);
    const isLine = !written.includes('\n') && !(isMap(value) && !value.flow);
    const inside = isLine ? '' : this.#laid.commentsIn([start, end]);
    const comments = [this.#laid.commentsIn([whole[0], start]), inside, this.#laid.commentsIn([end, whole[1]])];
    return {
      source: isLine ? written : yamlLine(isNode(value) ? value.toJS(this.#laid.document) : value),
      comment: comments.filter((each) => each !== '').join(' '),
    };
  }

  /** A line of its own, at the beginning of another one or at the end. */
  #putLine(at: number, line: string, comment: string): void {
    const end = this.text.includes('\r\n') ? '\r\n' : '\n';
    const isOpen = at > 0 && !/[\n\uFEFF]/.test(this.text[at - 1] ?? '');
    const said = comment === '' ? '' : ` # ${comment}`;
    this.#edit([at, at], `${isOpen ? end : ''}${line}${said}${end}`);
  }

  /** Behind the line in which something stands. */
  #say(at: number, comment: string): void {
    if (comment === '') return;
    const end = this.#laid.lineEnd(at);
    this.#edit([end, end], /(?:^|\s)#/.test(this.text.slice(at, end)) ? ` ${comment}` : ` # ${comment}`);
  }
}
