/**
 * Keys in the column of the key, or of the dash, below which they belong. YAML takes them for others; here they are told as
 * what they are, by what a schema has below which key.
 */
import type { z } from 'zod';
import { otherNameOf } from '../key-names.ts';
import { isLanguage } from '../names.ts';
import { shownLine } from '../remedies.ts';
import type { Field } from '../yaml.ts';
import type { YamlFault } from './fault.ts';
import { partsOf } from './quotes.ts';
import { keysAt, schemaAt, shapeOf } from './schema.ts';

/** `column`: where it begins; `keyColumn`: where its key does, behind dashes. */
type Line = { key: string; value: string; text: string; column: number; keyColumn: number };

/** A map or an item whose keys stand in one column. */
type Open = { column: number; field: Field; dash?: number; isKey(key: string): boolean; above?: Open };

/** What a key may have below it. */
type Below = { field: Field; isList: boolean; isOfWords: boolean; isKey(key: string): boolean };

/** Lines that go to the right. */
type Run = { numbers: number[]; column: number; by: number; isItem: boolean; isKey(key: string): boolean };

/** Of the lines of a run, those that begin with a key of it, and those that begin an item. */
type RunLines = { numbers: ReadonlySet<number>; items: ReadonlySet<number> };

export function unindentedFaults(text: string, schema: z.ZodType): YamlFault[] {
  return new Reader(text.split('\n'), schema).faults();
}

class Reader {
  readonly #lines: readonly string[];
  readonly #read: readonly (Line | undefined)[];
  readonly #schema: z.ZodType;
  readonly #starts: number[] = [];
  /** How often a key begins a line in the first column. */
  readonly #written = new Map<string, number>();

  constructor(lines: readonly string[], schema: z.ZodType) {
    this.#lines = lines;
    this.#schema = schema;
    this.#read = lines.map(lineOf);
    let start = 0;
    for (const line of lines) {
      this.#starts.push(start);
      start += line.length + 1;
    }
    for (const line of this.#read)
      if (line?.keyColumn === 0) this.#written.set(line.key, (this.#written.get(line.key) ?? 0) + 1);
  }

  faults(): YamlFault[] {
    const faults: YamlFault[] = [];
    let open: Open = { column: 0, field: [], isKey: () => true };
    for (let index = 0; index < this.#lines.length; index++) {
      const line = this.#read[index];
      if (!line) continue;
      const inItem = this.#besideItem(index, open);
      if (inItem) {
        faults.push(
          this.#fault(inItem, `“${line.key}” belongs to the item above, and begins in the column of its dash.`),
        );
        index = this.#lastDeeper(inItem.numbers.at(-1) as number, inItem.column);
        continue;
      }
      while (open.above && open.column > line.keyColumn) open = open.above;
      if (/^[|>]/.test(line.value)) index = this.#lastDeeper(index, line.column);
      if (open.column !== line.keyColumn || line.key === '' || !/^(?:#|$)/.test(line.value)) continue;
      const below = this.#below(line.key, open);
      const first = this.#nextLine(index);
      const next = this.#read[first];
      if (!below) continue;
      const isDash = next?.text.startsWith('-', next.column) === true;
      if (next && (next.column > line.keyColumn || (below.isList && isDash)))
        open = { ...below, column: next.keyColumn, above: open, ...(isDash && { dash: next.column }) };
      else {
        const run = next
          ? this.#run(first, line.keyColumn, below.isKey, open)
          : this.#words(first, line.keyColumn, below);
        if (run.length === 0) continue;
        const told = { numbers: run, column: line.keyColumn, by: 2, isItem: below.isList, isKey: below.isKey };
        faults.push(this.#fault(told, this.#emptyWords(line.key, run)));
        index = this.#lastDeeper(run.at(-1) as number, line.keyColumn);
      }
    }
    return faults;
  }

  #below(key: string, { field: above }: Open): Below | undefined {
    const field = [...above, key];
    const schema = schemaAt(this.#schema, field);
    const item = [...field, 0];
    const inItem = keysAt(this.#schema, item);
    const keys = inItem.length > 0 ? inItem : keysAt(this.#schema, field);
    const isList = inItem.length > 0;
    const isKey = (each: string) => otherNameOf(each, keys) !== undefined;
    if (keys.length > 0) return { field: isList ? item : field, isList, isOfWords: false, isKey };
    const shape = schema && shapeOf(schema);
    if (shape?.is === 'list') return { field: item, isList: true, isOfWords: true, isKey };
    if (shape?.is !== 'text' || !shape.isPerLanguage) return undefined;
    const others = keysAt(this.#schema, above);
    return { field, isList, isOfWords: false, isKey: (each) => isLanguage(each) && !others.includes(each) };
  }

  /** Lines behind the first that belong below a key or an item, until one belongs to the map above. */
  #run(first: number, column: number, isKey: (key: string) => boolean, map: Open): number[] {
    const run: number[] = [];
    let index = first;
    for (let line = this.#read[index]; line?.column === column && line.keyColumn === column; line = this.#read[index]) {
      if (!isKey(line.key) || (run.length === 0 && this.#isOf(map, line.key))) break;
      run.push(index);
      index = this.#nextLine(this.#lastDeeper(index, column));
    }
    return run;
  }

  /** Lines without a key that belong to a list of words. */
  #words(first: number, column: number, { isOfWords }: { isOfWords: boolean }): number[] {
    const run: number[] = [];
    const isWord = (index: number) =>
      this.#read[index] === undefined && this.#lines[index]?.search(/[^\s#]/) === column && isOfWords;
    for (let index = first; isWord(index); index = this.#nextLine(index)) run.push(index);
    return run;
  }

  /** Whether a map has a place for a key, which is not taken by another line. */
  #isOf({ field, column }: Open, key: string): boolean {
    const name = otherNameOf(key, keysAt(this.#schema, field));
    if (name === undefined) return false;
    return column > 0 || (this.#written.get(name) ?? 0) <= (name === key ? 1 : 0);
  }

  /** Keys in the column of the dash before the item to which they belong. */
  #besideItem(index: number, { dash, column, isKey, above }: Open): Run | undefined {
    const line = this.#read[index];
    if (dash === undefined || !above || line?.column !== dash || line.keyColumn !== dash) return undefined;
    const isDeeper = dash > above.column;
    const map = isDeeper ? { field: ['-'], column: dash, isKey } : above;
    const numbers = this.#run(index, dash, isKey, map);
    return numbers.length === 0 ? undefined : { numbers, column: dash, by: column - dash, isItem: false, isKey };
  }

  #emptyWords(key: string, run: readonly number[]): string {
    const keys = run.map((index) => `“${this.#read[index]?.key ?? shownLine((this.#lines[index] ?? '').trim())}”`);
    const last = keys.pop();
    return keys.length === 0
      ? `“${key}” is empty: ${last}, which belongs to it, begins in the same column.`
      : `“${key}” is empty: ${keys.join(', ')} and ${last}, which belong to it, begin in the same column.`;
  }

  #fault(run: Run, what: string): YamlFault {
    const { numbers, column, by } = run;
    const first = numbers[0] as number;
    const last = numbers.at(-1) as number;
    const items = run.isItem ? this.#itemStarts(numbers) : [];
    const lines = { numbers: new Set(numbers), items: new Set(items) };
    const [text = '', ...more] = this.#lines
      .slice(first, this.#lastDeeper(last, column) + 1)
      .map((_, offset) => this.#moved(first + offset, run, lines));
    const fix = this.#sentence(numbers, items, `${by === 2 ? 'two' : by}${column > 0 ? ' more' : ''} spaces`);
    const offset = (this.#starts[first] ?? 0) + column;
    return { code: 'yaml/not-indented', offset, what, fix, mend: () => ({ fix, number: first, text, more }) };
  }

  #sentence(numbers: readonly number[], items: readonly number[], spaces: string): string {
    const shown = (index = 0) => `“${shownLine((this.#lines[index] ?? '').trim())}”`;
    const [first, last] = [numbers[0], numbers.at(-1)];
    if (items.length === 0)
      return `Write ${spaces} before ${shown(first)}${first === last ? '' : ` and before the lines below it up to ${shown(last)}`}.`;
    const isEach = items.length === numbers.length;
    if (isEach && items.length > 2) return `Write “- ” before each line from ${shown(first)} to ${shown(last)}.`;
    const key = this.#read[items[0] ?? 0]?.key;
    const others = items.length > 2 ? `each “${key}:” below it` : shown(items[1]);
    const dashes = `Write “- ” before ${shown(first)}${items.length > 1 ? ` and ${others}` : ''}`;
    return isEach ? `${dashes}.` : `${dashes}, and ${spaces} before the other lines up to ${shown(last)}.`;
  }

  /** A key that comes again begins another item. */
  #itemStarts(numbers: readonly number[]): number[] {
    const keys = new Set<string>();
    return numbers.filter((index) => {
      const key = this.#read[index]?.key ?? '';
      const isStart = keys.size === 0 || keys.has(key);
      if (isStart) keys.clear();
      keys.add(key);
      return isStart;
    });
  }

  /** A line that stands where it belongs already stays there. */
  #moved(index: number, { column, by, isKey }: Run, { numbers, items }: RunLines): string {
    const line = this.#lines[index] ?? '';
    const read = this.#read[index];
    const isThere = read?.column === column + by && read.keyColumn === read.column && isKey(read.key);
    if (line.trim() === '' || (isThere && !numbers.has(index))) return line;
    const added = items.has(index) ? '- ' : ' '.repeat(by);
    return line.slice(0, column) + added + line.slice(column);
  }

  #nextLine(index: number): number {
    let next = index + 1;
    while (next < this.#lines.length && isBlank(this.#lines[next] ?? '')) next += 1;
    return next;
  }

  /** The last of the lines that go on with one. */
  #lastDeeper(index: number, column: number): number {
    let last = index;
    for (let next = index + 1; next < this.#lines.length; next++) {
      const line = this.#lines[next] ?? '';
      const indent = line.search(/\S/);
      if (indent !== -1 && indent <= column) break;
      if (indent !== -1) last = next;
    }
    return last;
  }
}

function isBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}

function lineOf(text: string): Line | undefined {
  const parts = isBlank(text) ? undefined : partsOf(text);
  if (!parts) return undefined;
  const { before, key, value } = parts;
  const keyColumn = key === '' ? before.length : before.indexOf(key);
  return { key, value, text, column: text.search(/\S/), keyColumn };
}
