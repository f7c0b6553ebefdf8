/** What is told of a story that says something else than readers had, with the line that would tell them. */
import type { Site } from '../../content/site.ts';
import { inZone, type Seconds } from '../../content/times.ts';
import { yamlLine } from '../../content/yaml/write.ts';
import type { Position, Problem, Remedy, Replacement } from '../../problem.ts';
import type { Change, ChangeKind } from './compare-stories.ts';
import type { Version } from './version.ts';

/** `file`: as people name it; `had`: what readers have, `commit 1a2b3c4d`. */
export type Telling = { file: string; had: string; before: Version; after: Version; now: Seconds; isFault: boolean };

export function changeProblem(change: Change, telling: Telling, site: Site): Problem {
  const { file, had, isFault } = telling;
  return {
    code: `change/${change.kind}`,
    ...(isFault ? {} : { weight: 'advice' as const }),
    file,
    ...placeOf(change, telling),
    what: `${sentence(change, had)}, and the story does not say so.`,
    ...remedy(telling, site),
  };
}

const subjects: Record<ChangeKind, string> = {
  headline: 'The headline',
  quotation: 'A quotation, or who is quoted,',
  number: 'A number',
  name: 'A name',
};

function sentence({ kind, before, after }: Change, had: string): string {
  const subject = subjects[kind];
  if (before === '') return `${subject} is not as in ${had}: “${after}” has come`;
  if (after === '') return `${subject} is not as in ${had}: “${before}” has gone`;
  return `${subject} is not as in ${had}: “${before}” is now “${after}”`;
}

/** The word itself, or where its text begins, if it is written otherwise than it is read. */
function placeOf({ spot, word, start }: Change, { after }: Telling): Position {
  const { lines, read } = after;
  const begin = 'line' in spot ? { line: read.bodyLine + spot.line, column: 1 } : read.place(spot.field);
  let left = [...spot.text.slice(0, start).matchAll(whole(word))].length;
  for (let line = begin.line; line <= lines.length && word !== ''; line++) {
    const from = line === begin.line ? begin.column - 1 : 0;
    for (const { index } of (lines[line - 1] ?? '').matchAll(whole(word)))
      if (index >= from && left-- === 0) return { line, column: index + 1 };
  }
  return { line: begin.line, column: begin.column };
}

function whole(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, 'gu');
}

/** An update now, to the minute; or a correction, which a person has to word. */
function remedy({ before, after, now }: Telling, { timeZone }: Site): Remedy {
  const minute = 60;
  const isLate = before.updated !== undefined && now - (now % minute) <= before.updated.at;
  const at = Math.max(isLate ? (before.updated?.at ?? 0) + minute : now, after.at);
  const time = inZone(at, timeZone).toFormat('yyyy-MM-dd HH:mm');
  const line = `updated: ${time}`;
  const correction = `- {date: ${yamlLine(time, '{}')}, text: What was wrong}`;
  const more =
    after.corrections.length > 0 ? `add “${correction}” to corrections` : `add “corrections: [${correction.slice(2)}]”`;
  const replacement = updateLine(after, line, time);
  return {
    fix: `${after.read.written.updated === undefined ? 'Add' : 'Write'} the line “${line}”, or ${more}. If readers need not be told, commit the change with the line “Change: minor” at the end of its message.`,
    ...(replacement && { replacement }),
  };
}

function updateLine({ read }: Version, line: string, time: string): Replacement | undefined {
  const { written, bodyLine } = read;
  if (written.updated !== undefined) return read.line(['updated'], time).replacement;
  const end = { line: bodyLine - 1, column: 1 };
  const isInLines = read.line(['date'], written.date).replacement?.from.column === 1;
  return isInLines ? { from: end, to: end, text: `${line}\n` } : undefined;
}
