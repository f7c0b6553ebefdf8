/** Lines of YAML as authors write them, a key with its value or an item of a list, and how one is mended. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import { shownLine } from '../remedies.ts';
import type { MendedLine } from './fault.ts';
import { quotedLine } from './write.ts';

/** What stands before a value, and the value. */
export type Parts = { before: string; key: string; value: string };

const linePattern =
  /^(?<before>[ \t]*(?:-[ \t]+)*(?:(?<key>[\p{L}_][\p{L}\p{N}_-]*|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]+|$))?)(?<value>.*)$/u;

export function partsOf(line: string): Parts | undefined {
  const { before = '', key = '', value = '' } = linePattern.exec(line)?.groups ?? {};
  return key !== '' || /-/.test(before) ? { before, key, value: value.trimEnd() } : undefined;
}

/**
 * The line with quotes around its value, or around the one in […] or {…} at a column from 0; undefined where that is no
 * remedy, as of a text that goes on in the next line.
 */
export function withQuotes(line: string, column: number, next = ''): string | undefined {
  const parts = partsOf(line);
  if (!parts || parts.value === '' || isContinuation(next, line)) return undefined;
  const { before, value } = parts;
  if (!/^[[{].*[\]}]$/.test(value)) return withWholeQuotes(line, next);
  const part = partAt(value, column - before.length);
  if (!part) return undefined;
  const start = before.length + part.start;
  const quoted = quotedLine(textOf(value.slice(part.start, part.end)));
  const mended = line.slice(0, start) + quoted + line.slice(before.length + part.end).trimEnd();
  if (isOneLine(mended)) return mended;
  const other = mended.slice(start + quoted.length).search(/\s#/);
  return other === -1 || mended === line ? undefined : withQuotes(mended, start + quoted.length + other + 1, next);
}

/** The line with quotes around all of its value, also around brackets. */
export function withWholeQuotes(line: string, next = ''): string | undefined {
  const parts = partsOf(line);
  if (!parts || parts.value === '' || isContinuation(next, line)) return undefined;
  const text = textOf(parts.value);
  const mended = parts.before + quotedLine(text);
  return isOneLine(mended, text) ? mended : undefined;
}

function isContinuation(next: string, line: string): boolean {
  return /^\s+[^\s#]/.test(next) && next.search(/\S/) > line.search(/\S/) && !partsOf(next)?.key;
}

/** The same, as the remedy of a fault. */
export function mendWithQuotes(lines: readonly string[], number: number, column: number): MendedLine | undefined {
  const text = withQuotes(lines[number] ?? '', column, lines[number + 1]);
  return text === undefined ? undefined : { text, fix: `Write “${shownLine(text.trim())}”.` };
}

/** Whether a line by itself is YAML; with a text, whether that is its value. */
export function isOneLine(line: string, text?: string): boolean {
  const { document, fault } = readLine(line);
  return fault === undefined && (text === undefined || lastValue(document.contents) === text);
}

/** The column from 0 at which a line by itself is no YAML. */
export function faultColumn(line: string): number | undefined {
  const { fault, indent } = readLine(line);
  return fault && indent + fault.pos[0];
}

function readLine(line: string) {
  const document = parseDocument(line.trimStart(), { prettyErrors: false, logLevel: 'silent' });
  const [fault] = [...document.errors, ...document.warnings];
  return { document, fault, indent: line.length - line.trimStart().length };
}

function lastValue(node: Node | null): unknown {
  let here: unknown = node;
  while (isMap(here) || isSeq(here)) here = isMap(here) ? here.items.at(-1)?.value : here.items.at(-1);
  return isScalar(here) ? here.value : undefined;
}

/** The text that was meant: without quotes that stand around all of it, with those that are a part of it. */
function textOf(value: string): string {
  const quote = /^["']/.exec(value)?.[0];
  if (quote === undefined || value.length < 2 || !value.endsWith(quote)) return value;
  const next = value.indexOf(quote, 1);
  const isQuotation =
    next < value.length - 1 && /[^\s]/.test(value[next - 1] ?? '') && /^(?![\p{L}\p{N}])/u.test(value.slice(next + 1));
  return isQuotation ? value : value.slice(1, -1);
}

type Part = { start: number; end: number };

/** The value at an offset in […] or {…}; in {…} what has no key of its own belongs to the value before it. */
function partAt(value: string, offset: number): Part | undefined {
  const open: string[] = [];
  const parts: (Part & { isItem: boolean })[] = [];
  let from = 0;
  let quote = '';
  const end = (at: number) => {
    const part = value.slice(from, at);
    const key = /^\s*(?:[\p{L}_][\p{L}\p{N}_-]*|"[^"]*"|'[^']*')\s*:(?=\s)\s*/u.exec(part)?.[0];
    const isItem = open.at(-1) === '[';
    const last = parts.at(-1);
    if (part.trim() === '') return;
    if (!isItem && key === undefined && last && !last.isItem) last.end = from + part.trimEnd().length;
    else {
      const start = from + (key ?? /^\s*/.exec(part)?.[0] ?? '').length;
      if (start < from + part.trimEnd().length) parts.push({ start, end: from + part.trimEnd().length, isItem });
    }
  };
  let before = '';
  for (let at = 0; at < value.length; at++) {
    const sign = value.charAt(at);
    const isStart = /^[[{,:]?$/.test(before);
    if (/\S/.test(sign)) before = sign;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = isStart ? sign : '';
    else if (/[[\]{},]/.test(sign)) {
      end(at);
      if (/[[{]/.test(sign)) open.push(sign);
      else if (sign !== ',') open.pop();
      from = at + 1;
    }
  }
  return parts.findLast(({ start }) => start <= offset) ?? parts[0];
}
