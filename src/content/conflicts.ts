/** The marks that git leaves where it could not merge two versions of a file. */
import type { Problem } from '../problem.ts';

const sign = /^(?:<{7,}|>{7,}|\|{7,}|={7,})(?=[ \t]|$)/;
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;

type Mark = { sign: string; line: number };

/**
 * One Problem a marker line. Seven signs make a mark; more of them, as git writes for conflicts inside of
 * conflicts, and a line of `=======`, only beside another. In Markdown fenced code may show them.
 */
export function conflictProblems(text: string, file: string, firstLine = 1): Problem[] {
  if (!/^[<>|]{7}/m.test(text)) return [];
  const marks = linesOutsideOfCode(text, file.endsWith('.md')).flatMap(({ line, number }): Mark[] => {
    const found = sign.exec(line)?.[0];
    return found ? [{ sign: found, line: number }] : [];
  });
  const isBegun = besideSides(marks, '>');
  const isEnded = besideSides(marks.toReversed(), '<').toReversed();
  return marks
    .filter((mark, index) => isSide(mark) || isBegun[index] || isEnded[index])
    .map(({ sign, line }) => conflictProblem(sign, file, line + firstLine));
}

function isSide({ sign }: Mark): boolean {
  return !sign.startsWith('=') && sign.length === 7;
}

/** For each mark, whether a side comes before it that is not the last of its conflict, which has the sign `last`. */
function besideSides(marks: readonly Mark[], last: '<' | '>'): boolean[] {
  let isInside = false;
  return marks.map((mark) => {
    const was = isInside;
    if (isSide(mark)) isInside = !mark.sign.startsWith(last);
    return was;
  });
}

/** The lines of a text, counted from 0, but those of fenced code. */
export function linesOutsideOfCode(text: string, hasFences: boolean): { line: string; number: number }[] {
  let open: string | undefined;
  return text.split('\n').flatMap((line, number) => {
    const found = hasFences ? fence.exec(line)?.[1] : undefined;
    if (open === undefined) {
      open = found;
      return [{ line, number }];
    }
    if (found?.startsWith(open) && found === line.trim()) open = undefined;
    return [];
  });
}

function conflictProblem(sign: string, file: string, line: number): Problem {
  return {
    code: 'content/merge-conflict',
    file,
    line,
    column: 1,
    what: `“${sign}” is a mark that git leaves where two versions of a file could not be merged.`,
    fix: 'Keep the lines that are right between <<<<<<< and >>>>>>>, and remove the others and the marks.',
  };
}
