/**
 * Where lines of YAML stop holding together, which the parser notices only later: at a mark that is never closed, a
 * line in a column of its own, a comment that swallows the end of a list.
 */
import { type Parts, partsOf, withQuotes } from './quotes.ts';

/** Lines and columns from 0; `mended` is what `mendedLine` should be, `` where that cannot be said. */
export type StructureFault = {
  is: 'quote' | 'bracket' | 'comment' | 'indent' | 'tab';
  line: number;
  column: number;
  mendedLine: number;
  mended: string;
};

/** `isText` tells of a line whether its value is for words, so that a bracket is no sign in it. */
export function structureFaults(lines: readonly string[], isText: (line: string) => boolean): StructureFault[] {
  const faults: StructureFault[] = [];
  const columns = new Columns(lines);
  for (let index = 0; index < lines.length; index++) {
    const written = lines[index] ?? '';
    if (isBlank(written)) continue;
    const untabbed = withoutTabs(written);
    const parts = partsOf(untabbed);
    const line = parts ? columns.take(untabbed, parts, index) : untabbed;
    if (line !== written)
      faults.push({
        is: untabbed === written ? 'indent' : 'tab',
        line: index,
        column: 0,
        mendedLine: index,
        mended: line,
      });
    if (!parts) continue; // it goes on with the text above, or belongs to nothing
    if (isText(line) && /^[[{]/.test(parts.value)) continue;
    const value = lastLineOf(lines, index, parts, columns.innermost);
    if (typeof value === 'number') index = value;
    else faults.push(value);
  }
  return faults;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

function withoutTabs(line: string): string {
  return line.replace(/^[ \t]*\t[ \t]*/, (indent) => indent.replaceAll('\t', '  '));
}

/** The columns in which maps and lists that are open have their lines. */
class Columns {
  readonly #lines: readonly string[];
  readonly #open: number[] = [];
  /** Whether the line before has a key or a dash, and nothing after it yet. */
  #isOpened = true;

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  get innermost(): number {
    return this.#open.at(-1) ?? 0;
  }

  /** The line in the column where it belongs. */
  take(line: string, { before, key, value }: Parts, index: number): string {
    const column = this.#rightColumn(indentOf(line), index);
    if (column > (this.#open.at(-1) ?? -1)) this.#open.push(column);
    const moved = ' '.repeat(column) + line.trimStart();
    const lead = before.trimStart();
    const last = column + (key === '' ? lead.lastIndexOf('-') : lead.indexOf(key));
    if (last > this.innermost) this.#open.push(last);
    this.#isOpened = value === '' || /^(?:#|[&!]\S*$)/.test(value);
    return moved;
  }

  #rightColumn(column: number, index: number): number {
    if (this.#open.length === 0) return this.#lines.slice(index + 1).some((each) => /^[^\s#-]/.test(each)) ? 0 : column;
    let left: number | undefined;
    while (this.innermost > column && this.#open.length > 1) left = this.#open.pop();
    if (this.innermost === column) return column;
    if (left !== undefined) return left;
    return this.#isOpened ? column : this.innermost;
  }
}

/** The last line of a value that begins on a line; or why it has none. */
function lastLineOf(
  lines: readonly string[],
  first: number,
  { before, value }: Parts,
  column: number,
): number | StructureFault {
  if (/^[|>][-+\d]*(?:\s+#.*)?$/.test(value)) return lastDeeper(lines, first, column);
  if (!/^["'[{]/.test(value)) return first;
  const marks = new Marks();
  let last = first;
  for (let index = first; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (index > first && !isBlank(line) && !isContinued(line, column, marks)) break;
    if (index > first && !marks.isInQuotes && isBlank(line)) continue;
    if (index === first || line.trim() !== '') last = index;
    marks.read(line, index === first ? before.length : 0, index);
    if (marks.areClosed) return marks.areClosedRightly(line) ? index : marks.fault(lines, index);
  }
  return marks.fault(lines, last);
}

function lastDeeper(lines: readonly string[], first: number, column: number): number {
  let last = first;
  for (let index = first + 1; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() !== '' && indentOf(line) <= column) break;
    last = index;
  }
  return last;
}

function isContinued(line: string, column: number, marks: Marks): boolean {
  if (indentOf(line) > column) return true;
  return marks.isInQuotes ? !partsOf(line) : /^\s*[\]}]/.test(line);
}

type Mark = { sign: string; line: number; column: number };

/** Quotation marks and brackets of a value, as far as it was read. */
class Marks {
  readonly #open: Mark[] = [];
  /** What the signs closed with which the line ends, right or wrong; and where a comment begins behind them. */
  #closedAtEnd: Mark[] = [];
  #end = 0;
  #swallowing: Mark | undefined;

  get areClosed(): boolean {
    return this.#open.length === 0;
  }

  get isInQuotes(): boolean {
    return /["']/.test(this.#open.at(-1)?.sign ?? '');
  }

  /** Whether brackets are closed by their own signs at the end of a line that was read. */
  areClosedRightly(line: string): boolean {
    const brackets = bracketsIn(this.#closedAtEnd.toReversed());
    return brackets.length === 0 || closingsOf(brackets) === closingsAtEnd(line.slice(0, this.#end)).replace(/\s/g, '');
  }

  read(line: string, from: number, number: number): void {
    let before = '';
    if (line.trim() !== '') {
      this.#closedAtEnd = [];
      this.#end = line.length;
    }
    for (let column = from; column < line.length; column++) {
      const sign = line[column] ?? '';
      const isStart = /^[[{,:-]?$/.test(before);
      if (/\S/.test(sign)) before = sign;
      const quote = this.isInQuotes ? this.#open.at(-1)?.sign : undefined;
      if (quote !== undefined) {
        if (quote === '"' && sign === '\\') column += 1;
        else if (quote === "'" && sign === "'" && line[column + 1] === "'") column += 1;
        else if (sign === quote) this.#open.pop();
      } else if (sign === '#' && /\s/.test(line[column - 1] ?? '')) {
        this.#end = column;
        if (/[\]}]/.test(line.slice(column))) this.#swallowing ??= { sign, line: number, column };
        return;
      } else if (/["'[{]/.test(sign)) {
        if (isStart || /[[{]/.test(sign)) this.#open.push({ sign, line: number, column });
      } else if (/[\]}]/.test(sign)) this.#closedAtEnd.push(...this.#open.splice(-1));
      if (/[^\s\]}]/.test(sign)) this.#closedAtEnd = [];
      if (!this.areClosed) continue;
      this.#end = column + 1;
      return;
    }
  }

  /** Of what is never closed: the mark, and its last line with what closes it. */
  fault(lines: readonly string[], last: number): StructureFault {
    const whole = (lines[last] ?? '').trimEnd();
    const line = whole.slice(0, this.#end).trimEnd();
    const swallowing = this.#swallowing;
    if (swallowing) {
      const cut = lines[swallowing.line] ?? '';
      const mended = withQuotes(cut, swallowing.column) ?? '';
      return { is: 'comment', ...swallowing, mendedLine: swallowing.line, mended };
    }
    const brackets = bracketsIn([...this.#open, ...this.#closedAtEnd.toReversed()]);
    const closings = closingsOf(brackets);
    const quote = this.isInQuotes ? this.#open.at(-1) : undefined;
    const written = closingsAtEnd(line);
    const isEnd = closings !== '' && (quote === undefined || written.trim() === closings);
    const body = isEnd ? line.slice(0, line.length - written.length) : line;
    const place = quote ?? brackets[0] ?? { line: last, column: 0 };
    return {
      is: quote ? 'quote' : 'bracket',
      line: place.line,
      column: place.column,
      mendedLine: last,
      mended: body + (quote?.sign ?? '') + closings + whole.slice(line.length),
    };
  }
}

function bracketsIn(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ sign }) => /[[{]/.test(sign));
}

function closingsOf(brackets: readonly Mark[]): string {
  return brackets
    .map(({ sign }) => (sign === '[' ? ']' : '}'))
    .toReversed()
    .join('');
}

function closingsAtEnd(line: string): string {
  return /[\s\]}]*$/.exec(line)?.[0] ?? '';
}
