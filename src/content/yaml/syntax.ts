/** Why a text is not YAML that can be read, in an author's words, and the line as it should be. */
import type { YAMLError } from 'yaml';
import { lineAt } from '../position-finder.ts';
import { shownLine } from '../remedies.ts';
import type { Field } from '../yaml.ts';
import type { YamlFault } from './fault.ts';
import { tooDeepFault } from './limits.ts';
import { faultColumn, isOneLine, partsOf, withQuotes, withWholeQuotes } from './quotes.ts';
import { type StructureFault, structureFaults } from './structure.ts';
import { quotedLine } from './write.ts';

/** The faults of a text that the parser has errors with: of lines that do not hold together, else of those by themselves. */
export function syntaxFaults(
  text: string,
  errors: readonly YAMLError[],
  isProse: (field: Field) => boolean,
): YamlFault[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return [tooDeepFault(exhausted.pos[0])];
  // A tag that means nothing is told as what it is: words that would be lost.
  const told = errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  if (told.length === 0) return [];
  const lines = text.split('\n');
  const starts = startsOf(lines);
  const isText = textLines(isProse);
  const ofStructure = structureFaults(lines, isText).map((fault) => structureFault(fault, lines, starts));
  if (ofStructure.length > 0) return ofStructure;
  const ofLines = new Map(told.toReversed().map((error) => [lineAt(error.pos[0], starts), error]));
  const faults = [...ofLines.values()].toReversed().map((error) => lineFault(error, { lines, starts, isText }));
  const explained = faults.filter(({ what }) => what !== unexplained);
  return explained.length > 0 ? explained : faults.slice(0, 1);
}

/** Lines of a document that has no key at all, as `title = Storm`. */
export function colonFaults(text: string): YamlFault[] {
  const lines = text.split('\n');
  const starts = startsOf(lines);
  return lines.flatMap((line, number) => {
    const fault = colonFault(line, starts[number] ?? 0);
    return fault ? [fault] : [];
  });
}

/** Quotation marks that are closed by one of another line, so that the parser has no error with them. */
export function quoteFaults(text: string, isProse: (field: Field) => boolean): YamlFault[] {
  const lines = text.split('\n');
  const starts = startsOf(lines);
  return structureFaults(lines, textLines(isProse))
    .filter(({ is }) => is === 'quote')
    .map((fault) => structureFault(fault, lines, starts));
}

const unexplained = 'This is not YAML that can be read.';

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const here = start;
    start += line.length + 1;
    return here;
  });
}

function structureFault(fault: StructureFault, lines: readonly string[], starts: readonly number[]): YamlFault {
  const { is, line, column, mendedLine, mended } = fault;
  const shown = shownLine(mended.trim());
  const indent = mended.length - mended.trimStart().length;
  const told = (what: string, fix: string, code = 'yaml/syntax'): YamlFault => ({
    code,
    offset: (starts[line] ?? 0) + column,
    what,
    fix,
    mend: () => ({ fix, number: mendedLine, text: mended, isGuess: mended === '' }),
  });
  switch (is) {
    case 'quote': {
      const parts = partsOf(lines[line] ?? '');
      const other = line === mendedLine && parts?.value.startsWith(lines[line]?.[column] ?? '') ? parts : undefined;
      const asText = other && shownLine(other.before.trimStart() + quotedLine(other.value));
      return told(
        'The quotation mark here is never closed.',
        `Write “${shown}”${asText === undefined ? '' : `; if the mark belongs to the text, “${asText}”`}.`,
      );
    }
    case 'bracket':
      return told('The bracket here is never closed.', `Write “${shown}”.`);
    case 'comment': {
      const aside = 'if not, give the comment a line of its own.';
      return told(
        'The text ends here, because YAML takes what follows the # for a comment.',
        mended === ''
          ? `Put quotes around the text if the # belongs to it; ${aside}`
          : `Write “${shown}” if the # belongs to the text; ${aside}`,
        'yaml/cut-text',
      );
    }
    case 'tab':
      return told(
        'A tab stands before this line, and YAML takes only spaces there.',
        `Write ${spaces(indent)} before “${shown}”.`,
      );
    case 'indent':
      return told(
        'This line does not begin in the column in which its neighbours do.',
        `Write ${spaces(indent)} before “${shown}”.`,
      );
  }
}

function spaces(count: number): string {
  return count === 0 ? 'no space' : count === 1 ? 'one space' : `${count} spaces`;
}

/** Whether the value of a line in the first column is for words, and not a text per language. */
function textLines(isProse: (field: Field) => boolean): (line: string) => boolean {
  return (line) => {
    const { key = '', before = '', value = '' } = partsOf(line) ?? {};
    return key !== '' && before.startsWith(key) && !/^\{\s*[\w"'-]+\s*:/.test(value) && isProse([key]);
  };
}

/** The line itself, if it is no YAML; else the nearest such above it, of which the parser has noticed only there. */
function culpritAbove(noticed: number, lines: readonly string[]): number {
  for (let number = noticed; number >= Math.max(0, noticed - mostAbove); number--)
    if (faultColumn(lines[number] ?? '') !== undefined) return number;
  return noticed;
}

const mostAbove = 20;

type Lines = { lines: readonly string[]; starts: readonly number[]; isText(line: string): boolean };

/** The fault of one line by itself. */
function lineFault({ code, pos }: YAMLError, { lines, starts, isText }: Lines): YamlFault {
  const noticed = lineAt(pos[0], starts);
  const number = code === 'MULTIPLE_DOCS' ? noticed : culpritAbove(noticed, lines);
  const line = lines[number] ?? '';
  const start = starts[number] ?? 0;
  const column = faultColumn(line) ?? pos[0] - start;
  const told = (column: number, what: string, fix: string, mended: { text: string; isGuess?: true }): YamlFault => ({
    code: 'yaml/syntax',
    offset: start + column,
    what,
    fix,
    mend: () => ({ fix, ...mended }),
  });
  if (code === 'MULTIPLE_DOCS')
    return told(0, 'A second document begins here, and a file holds one.', 'Remove the line ---.', { text: '' });
  const parts = partsOf(line);
  const spaced = parts?.key ? undefined : colonFault(line, start);
  if (spaced) return spaced;
  const next = lines[number + 1];
  const quoted = parts && (isText(line) ? withWholeQuotes(line, next) : withQuotes(line, column, next));
  if (parts && quoted !== undefined)
    return told(parts.before.length, reasonFor(parts.value), `Write “${shownLine(quoted.trim())}”.`, { text: quoted });
  if (parts)
    return told(
      column,
      unexplained,
      'Put quotes around a text with a sign in it, and begin lines of the same kind in the same column.',
      { text: '', isGuess: true },
    );
  return told(
    line.search(/\S/),
    'This line has no key.',
    'Begin it with two spaces if it goes on with the text above it; else with a key and a colon, or remove it.',
    { text: '', isGuess: true },
  );
}

function colonFault(line: string, start: number): YamlFault | undefined {
  const spaced = withColon(line);
  if (spaced === undefined) return undefined;
  const fix = `Write “${shownLine(spaced.trim())}”.`;
  return {
    code: 'yaml/syntax',
    offset: start + line.search(/\S/),
    what: 'A colon and a space stand between a key and its value.',
    fix,
    mend: () => ({ fix, text: spaced }),
  };
}

/** `title: x` of `title:x`, `title = x` and the like. */
function withColon(line: string): string | undefined {
  const match = /^(\s*(?:-\s+)*[\p{L}_][\p{L}\p{N}_-]*)(?:\s*[=;：]\s*|:)(?!\/\/)(\S.*)$/u.exec(line);
  if (!match) return undefined;
  const mended = `${match[1]}: ${match[2]}`;
  return isOneLine(mended) ? mended : (withQuotes(mended, mended.length) ?? undefined);
}

function reasonFor(value: string): string {
  if (/^["']/.test(value)) return 'The text goes on after its closing quotation mark.';
  if (/^[[{]/.test(value)) return 'A text in brackets has a sign in it that YAML takes for its own.';
  if (/^[@`%*&!|>?-]/.test(value)) return `A text cannot begin with “${value[0]}” unless it stands in quotes.`;
  if (/:(?:\s|$)/.test(value)) return 'The text has a colon in it, and YAML takes what stands before it for a key.';
  return 'The text has a sign in it that YAML takes for its own.';
}
