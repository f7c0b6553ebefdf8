/**
 * Text to a YAML document that can be read. What keeps it from being one, or would lose words, is told; and the lines
 * are read as if they had been mended, so that a fault in one hides none in another.
 */
import { type Document, isAlias, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Position, Problem, Replacement } from '../../problem.ts';
import type { Field } from '../yaml.ts';
import { commaFaults } from './commas.ts';
import type { YamlFault } from './fault.ts';
import { aliasFaults } from './limits.ts';
import { scalarsOf, type Written } from './scalars.ts';
import { isProse as isProseAt } from './schema.ts';
import { spaceFaults } from './spaces.ts';
import { colonFaults, quoteFaults, syntaxFaults } from './syntax.ts';
import { unindentedFaults } from './unindented.ts';
import { wordFaults } from './words.ts';

export type ReadText = {
  document: Document;
  /** With lines as they should be where one is told of; what stands on others stands where it stood. */
  text: string;
  scalars: Written[];
  problems: Problem[];
  /** The numbers of the lines that are told of and were not mended. */
  brokenLines: ReadonlySet<number>;
  /** False where the text is no YAML, whatever is done with its lines. */
  isReadable: boolean;
  position(offset: number): Position;
  /** An edit of the text as it is written; none of a line that is mended, or would be another than it says. */
  edit(start: number, end: number, by: string): Replacement | undefined;
};

/** Each may show what the one before it hid. */
const mostRounds = 8;

type File = { file: string; firstLine: number };

/** By numbers of lines in the file: the codes that are told of it, and the column up to which it is as it was written. */
type Progress = { text: string; problems: Problem[]; told: Map<number, Set<string>>; mended: Map<number, number> };

/** `schema` says what may stand below which key, and what of it is prose. */
export function readText(written: string, schema: z.ZodType, file: File): ReadText {
  const progress: Progress = { text: written, problems: [], told: new Map(), mended: new Map() };
  for (let round = 0; ; round++) {
    const { text, problems, told, mended } = progress;
    const { document, counter } = parsed(text);
    const position = positionIn(counter, file.firstLine, mended);
    const scalars = scalarsOf(document);
    const faults = faultsOf(document, scalars, text, schema);
    if (tellFaults(faults, progress, { ...file, position, isLast: round === mostRounds })) continue;
    const brokenLines = new Set([...told.keys()].filter((line) => !mended.has(line)));
    const edit = (start: number, end: number, by: string) => {
      const [from, to] = [position(start), position(end)];
      return [...mended.keys()].some((line) => line >= from.line && line <= to.line)
        ? undefined
        : { from, to, text: by };
    };
    const isReadable = document.errors.length === 0;
    return { document, text, scalars, problems, brokenLines, isReadable, position, edit };
  }
}

type Telling = File & { position(offset: number): Position; isLast: boolean };

/** Tells of one fault a line, as after it the parser only guesses; whether there is another text to read. */
function tellFaults(faults: readonly YamlFault[], progress: Progress, telling: Telling): boolean {
  const { problems, told, mended } = progress;
  const { file, firstLine, position, isLast } = telling;
  const lines = faults.length > 0 ? progress.text.split('\n') : [];
  const seen = new Set<number>();
  for (const { offset, code, what, fix, mend } of faults) {
    const place = position(offset);
    if (seen.has(place.line) || told.get(place.line)?.has(code)) continue;
    const right = isLast ? undefined : mend?.(lines, place.line - firstLine, place.column - 1);
    const number = right?.number ?? place.line - firstLine;
    const line = number + firstLine;
    const texts = right ? [right.text, ...(right.more ?? [])] : [];
    const before = lines.slice(number, number + texts.length);
    const isEdit = right && !right.isGuess && !before.some((_, index) => mended.has(line + index));
    const replacement = isEdit ? linesEdit(line, before, texts) : undefined;
    problems.push({ code, file, ...place, what, fix: right?.fix ?? fix, ...(replacement && { replacement }) });
    told.set(place.line, (told.get(place.line) ?? new Set()).add(code));
    seen.add(place.line).add(line);
    for (const [index, text] of texts.entries()) {
      const known = mended.get(line + index) ?? Number.POSITIVE_INFINITY;
      mended.set(line + index, Math.min(firstDifference(before[index] ?? '', text), known));
      lines[number + index] = text;
    }
  }
  const text = lines.join('\n');
  const isMended = faults.length > 0 && text !== progress.text;
  if (isMended) progress.text = text;
  return isMended;
}

function linesEdit(line: number, before: readonly string[], texts: readonly string[]): Replacement {
  const to = { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1 };
  return { from: { line, column: 1 }, to, text: texts.join('\n') };
}

function parsed(text: string): { document: Document; counter: LineCounter } {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    merge: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  return { document, counter };
}

/** Where an offset is in the file; on a line that was mended, not behind what was. */
function positionIn(counter: LineCounter, firstLine: number, mended: ReadonlyMap<number, number>) {
  return (offset: number): Position => {
    const { line: lineHere, col } = counter.linePos(offset);
    const line = Math.max(lineHere, 1) + firstLine - 1;
    return { line, column: Math.min(Math.max(col, 1), mended.get(line) ?? Number.POSITIVE_INFINITY) };
  };
}

function faultsOf(document: Document, scalars: Written[], text: string, schema: z.ZodType): YamlFault[] {
  const isProse = (field: Field) => isProseAt(schema, field);
  const ofSpaces = spaceFaults(text);
  if (ofSpaces.length > 0) return ofSpaces;
  const ofColumns = unindentedFaults(text, schema);
  if (ofColumns.length > 0) return ofColumns;
  const ofSyntax = syntaxFaults(text, [...document.errors, ...document.warnings], isProse);
  if (ofSyntax.length > 0) return ofSyntax;
  if (isScalar(document.contents)) return colonFaults(text);
  const hasQuotedLines = scalars.some(
    ({ node, start, end }) => isScalar(node) && node.type?.startsWith('QUOTE') && text.slice(start, end).includes('\n'),
  );
  const ofQuotes = hasQuotedLines ? quoteFaults(text, isProse) : [];
  if (ofQuotes.length > 0) return ofQuotes;
  const ofAliases = scalars.some(({ node }) => isAlias(node)) ? aliasFaults(document) : [];
  return [...ofAliases, ...wordFaults(scalars, text, isProse), ...commaFaults(document, text, isProse)];
}

/** The column from 1 in which two lines begin to differ. */
function firstDifference(line: string, other: string): number {
  let index = 0;
  while (index < line.length && line[index] === other[index]) index += 1;
  return index + 1;
}
