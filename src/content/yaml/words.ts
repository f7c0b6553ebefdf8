/**
 * YAML reads some signs as its own and drops or changes words without a fault. Here the words of a line are
 * held against those that are read from it: what stands between two values may be nothing but the signs that
 * hold them together and comments that nobody can take for text, and a value is what its source says.
 */
import { isAlias, isScalar, type Scalar } from 'yaml';
import { shownLine } from '../remedies.ts';
import type { Field } from '../yaml.ts';
import type { YamlFault } from './fault.ts';
import { mendWithQuotes, withQuotes } from './quotes.ts';
import type { Written } from './scalars.ts';

/** `isProse` says whether a field is for sentences and names, in which a # is more likely a sign than a comment. */
export function wordFaults(scalars: readonly Written[], text: string, isProse: (field: Field) => boolean): YamlFault[] {
  const repeated = new Set(scalars.flatMap(({ node }) => (isAlias(node) ? [node.source] : [])));
  const faults: YamlFault[] = [];
  let before: Written | undefined;
  for (const scalar of [...scalars, undefined]) {
    faults.push(...gapFaults(text, { before, after: scalar, isProse, repeated }));
    if (scalar && isScalar(scalar.node)) faults.push(...changeFaults(scalar.node, text, scalar));
    before = scalar;
  }
  return faults;
}

type Gap = {
  before: Written | undefined;
  after: Written | undefined;
  isProse(field: Field): boolean;
  /** Names of anchors that an alias repeats. */
  repeated: ReadonlySet<string>;
};

/** What stands between two values and is neither white space nor one of YAML's signs. */
function gapFaults(text: string, gap: Gap): YamlFault[] {
  const { before, after } = gap;
  const from = before?.end ?? 0;
  const between = text.slice(from, after?.start);
  if (!/[^\s?:,[\]{}-]/.test(between)) return [];
  const faults: YamlFault[] = [];
  /** The signs seen so far, and whether anything stands on the line before the place reached. */
  let signs = '';
  let isLineBegun = before !== undefined && text[from - 1] !== '\n';
  for (const { 0: part, index } of between.matchAll(/\n|[^\S\n]+|#[^\n]*|[-?:,[\]{}]|\S+/g)) {
    const offset = from + index;
    if (part === '\n') isLineBegun = false;
    else if (part.startsWith('#')) {
      const comment = { offset, signs, isLineBegun, ...gap };
      if (isCut(part, text, comment)) faults.push(cutFault(part, offset, isOfText(comment), isLineBegun));
    } else if (/\S/.test(part)) {
      isLineBegun = true;
      if (/^[-?:,[\]{}]$/.test(part)) signs += part;
      else if (!(part.startsWith('&') && gap.repeated.has(part.slice(1)))) faults.push(dropFault(part, offset));
    }
  }
  return faults;
}

type Comment = Gap & { offset: number; signs: string; isLineBegun: boolean };

/** Whether a comment is, as far as can be told, the rest of a text. */
function isCut(
  comment: string,
  text: string,
  { before, after, offset, signs, isLineBegun, isProse }: Comment,
): boolean {
  const isTight = /^#+[^#\s]/.test(comment);
  const goesOn = before && signs === '' && isScalar(before.node) && /^(PLAIN|BLOCK)/.test(before.node.type ?? '');
  const isText = before?.field !== undefined && isProse(before.field);
  const isInstead = signs === ':' && before?.keyOf !== undefined && isProse(before.keyOf);
  if (isLineBegun) return isTight || (goesOn === true && isText) || isInstead;
  if (goesOn && before?.field) return (isTight || isText) && columnOf(text, offset) > indentOf(text, before);
  const isBeforeValue = signs === ':' && after?.keyStart !== undefined && after.keyStart === before?.start;
  return isTight && isBeforeValue;
}

function isOfText({ before, isProse }: Comment): boolean {
  const field = before?.field ?? before?.keyOf;
  return field !== undefined && isProse(field);
}

/** The column in which a line would have to begin not to go on with a value: that of its key or its dash. */
function indentOf(text: string, { start, keyStart }: Written): number {
  if (keyStart !== undefined) return columnOf(text, keyStart);
  let offset = start - 1;
  while (offset >= 0 && /\s/.test(text[offset] ?? '')) offset -= 1;
  return text[offset] === '-' ? columnOf(text, offset) : -1;
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function cutFault(comment: string, offset: number, isText: boolean, isLineBegun: boolean): YamlFault {
  const aside = isLineBegun ? 'give the comment a line of its own' : 'begin the comment in the first column';
  return {
    code: 'yaml/cut-text',
    offset,
    what: `The text ends here, because YAML reads “${shortened(comment)}” as a comment.`,
    fix: `Put quotes around the text if the # belongs to it; if not, ${aside}.`,
    mend(lines, number, column) {
      const line = lines[number] ?? '';
      if (!isText) {
        const text = line.slice(0, column) + line.slice(column).replace(/^#+/, '$& ');
        return { text, fix: `Write “${shownLine(text.trim())}”, with a space after the #.` };
      }
      const text = withQuotes(line, column, lines[number + 1]);
      return text === undefined
        ? undefined
        : { text, fix: `Write “${shownLine(text.trim())}” if the # belongs to the text; if not, ${aside}.` };
    },
  };
}

function dropFault(part: string, offset: number): YamlFault {
  return {
    code: 'yaml/dropped-words',
    offset,
    what: `“${shortened(part)}” is markup of YAML here, and readers would not see it.`,
    fix: 'Put quotes around the text if it belongs to it; if not, remove it.',
    mend(lines, number, column) {
      const line = lines[number] ?? '';
      if (/^(?:%|\.\.\.\s*$)/.test(line)) return { text: '', fix: 'Remove the line.' };
      const text = withQuotes(line, column, lines[number + 1]);
      return text === undefined
        ? undefined
        : { text, fix: `Write “${shownLine(text.trim())}” if it belongs to the text; if not, remove it.` };
    },
  };
}

/** A value that is not what its source says. */
function changeFaults(node: Scalar, text: string, { start, end }: Written): YamlFault[] {
  if (typeof node.value !== 'string') return [];
  const source = text.slice(start, end);
  if (source === node.value) return [];
  const isBlock = node.type?.startsWith('BLOCK') ?? false;
  if (isBlock && node.value.trim() === '') return [emptyBlockFault(source, start)];
  const escaped = node.type === 'QUOTE_DOUBLE' ? letterEscape(source) : undefined;
  if (escaped) return [changeFault(escaped.text, start + escaped.offset)];
  const comment = isBlock ? /^\S+[^\S\n]+(#[^\n]*)/.exec(source) : undefined;
  if (comment?.[1]) return [cutFault(comment[1], start + source.indexOf('#'), true, true)];
  return words(node.value) === words(asWritten(node, source)) ? [] : [changeFault(source, start)];
}

/** What the source of a value says, without the signs that hold it together. */
export function asWritten({ type }: Scalar, source: string): string {
  if (type === 'QUOTE_SINGLE') return source.slice(1, -1).replaceAll("''", "'");
  if (type === 'QUOTE_DOUBLE') return unescaped(source.slice(1, -1));
  return type?.startsWith('BLOCK') ? source.slice(source.indexOf('\n') + 1) : source;
}

/** The first escape that stands for white space or a control, as in "C:\new": nobody writes it for what it becomes. */
function letterEscape(source: string): { text: string; offset: number } | undefined {
  for (const { 0: text, index } of source.matchAll(/\\[\s\S]/g)) {
    if (/[abefnrtvNLP_]/.test(text)) return { text, offset: index };
  }
  return undefined;
}

function unescaped(text: string): string {
  return text.replace(
    /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(0)|\n[^\S\n]*|([\s\S]))/g,
    (_, ...[x, u, U, zero, other]: (string | undefined)[]) => {
      const code = x ?? u ?? U ?? zero;
      return code === undefined ? (other ?? '') : String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0x10ffff));
    },
  );
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function changeFault(written: string, offset: number): YamlFault {
  return {
    code: 'yaml/changed-text',
    offset,
    what: `YAML reads “${shortened(written)}” differently from how you wrote it.`,
    fix: 'Put single quotes around the text, or write \\\\ for each backslash; begin a paragraph in the text itself.',
    mend: mendWithQuotes,
  };
}

function emptyBlockFault(source: string, offset: number): YamlFault {
  return {
    code: 'yaml/dropped-words',
    offset,
    what: `“${shortened(source.trim())}” says that a text follows on the lines below, but there is none.`,
    fix: 'If you mean it as text, put quotes around it; if not, remove the line.',
    mend(lines, number, column) {
      const mended = mendWithQuotes(lines, number, column);
      return mended && { ...mended, fix: `${mended.fix.slice(0, -1)} if that is the text; if not, remove the line.` };
    },
  };
}

function shortened(text: string): string {
  const line = text.split('\n', 1)[0]?.trim() ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
