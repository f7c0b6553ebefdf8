/**
 * Signs of emphasis (`**`, `__`, `~~`, a pair of `*` or `_`) that readers would see. What writers mean as it
 * stands is none: a masked word (`f***`, `s**t`), stars of a rating, a mark of a note after a number, blanks
 * to fill in (`____`), names (`snake_case`, `@a__b`), sums (`2 ** 3`), faces (`*_*`).
 */
import { characterAt, characterBefore } from './characters.ts';

/** From where to where the signs stand with their words, or only where the run of signs ends. */
export type Signs = { start: number; end: number; isStray: boolean };

type Run = { sign: string; start: number; end: number; size: number; before: string; after: string };

/** How far the second of two signs may be from the first, and how much of a word is shown with them. */
const maxApart = 300;
const maxShown = 24;
const maxSpaced = 80;
const maxAddress = 64;

const letter = /[\p{L}\p{M}]/u;
const alphanumeric = /[\p{L}\p{M}\p{N}]/u;
const blank = /^$|[\s\p{Z}]/u;
/** Also `\uFFFC`, which stands for what is not text: code, an escaped sign. */
const opening = /[\p{Ps}\p{Pi}"'«„‚»¿¡#@&\uFFFC]/u;
const closing = /[\p{Pe}\p{Pf}"'».,:;!?…%،؛؟。、，：；！？\uFFFC]/u;
/** Scripts in whose chats a word ends in `~~`. */
const longDrawn = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]/u;

/** Judges the run of `*`, `_` or `~` that begins at an offset. */
export function signsAt(text: string, offset: number): Signs {
  const run = runAt(text, offset);
  const end = isInAddress(text, offset) ? undefined : strayEnd(text, run);
  if (end === undefined) return { start: run.start, end: run.end, isStray: false };
  const start = run.end === end ? offset - shownBefore(text, offset) : offset;
  return { start, end: end + shownAfter(text, end), isStray: true };
}

function runAt(text: string, start: number): Run {
  const sign = text.charAt(start);
  let end = start;
  while (text.charAt(end) === sign) end++;
  return { sign, start, end, size: end - start, before: characterBefore(text, start), after: characterAt(text, end) };
}

/** Where stray signs end: behind the second of two; undefined: they are meant as they stand. */
function strayEnd(text: string, run: Run): number | undefined {
  const { sign, size, before, after } = run;
  if (size === 1) return sign === '~' ? undefined : endOfPair(text, run);
  if (sign !== '*' && size > 2) return undefined;
  const isLoneBefore = blank.test(before);
  const isLoneAfter = blank.test(after);
  if (isLoneBefore && isLoneAfter) return sign === '_' || size > 2 ? undefined : endOfSpaced(text, run);
  if (alphanumeric.test(before)) return alphanumeric.test(after) || isMeantAfter(text, run) ? undefined : run.end;
  const canOpen = !isLoneAfter && !/[\p{Pe}\p{Pf},.;:!?]/u.test(after);
  const second = canOpen ? secondOf(text, run, isNotAlone) : undefined;
  if (second !== undefined) return second;
  if (letter.test(after)) return size < 4 ? run.end : undefined;
  if (size > 2) return undefined;
  const isOpening = isLoneBefore && opening.test(after);
  const isClosing = isLoneAfter && closing.test(before);
  return isOpening || isClosing ? run.end : undefined;
}

function isNotAlone({ before, after }: Run): boolean {
  return !(blank.test(before) && blank.test(after));
}

/** After a number, in a masked word, or as a long-drawn sound. */
function isMeantAfter(text: string, { sign, start, size, before }: Run): boolean {
  if (!letter.test(before)) return true;
  if (sign === '~') return longDrawn.test(before);
  if (sign === '_') return false;
  return size > 3 || shownBefore(text, start) <= size;
}

/** `_«Заря»_и`, `*word*`: one opens, the other closes. */
function endOfPair(text: string, run: Run): number | undefined {
  if (/[\p{L}\p{M}\p{N}\\]/u.test(run.before) || !(alphanumeric.test(run.after) || opening.test(run.after)))
    return undefined;
  const end = secondOf(
    text,
    run,
    ({ before, after }) =>
      !/[\s\p{Z}\p{Ps}]/u.test(before) && (!alphanumeric.test(after) || !alphanumeric.test(before)),
  );
  return end !== undefined && alphanumeric.test(text.slice(run.end, end)) ? end : undefined;
}

/** `** so **`, on one line. */
function endOfSpaced(text: string, run: Run): number | undefined {
  const end = secondOf(text, run, ({ before, after }) => blank.test(before) && !alphanumeric.test(after));
  if (end === undefined) return undefined;
  const inside = text.slice(run.end, end);
  return inside.length <= maxSpaced && letter.test(inside) && !inside.includes('\n') ? end : undefined;
}

function secondOf(text: string, run: Run, isSecond: (other: Run) => boolean): number | undefined {
  const to = Math.min(text.length, run.end + maxApart);
  for (let at = text.indexOf(run.sign, run.end); at !== -1 && at < to; ) {
    const other = runAt(text, at);
    if (other.size === run.size && isSecond(other)) return other.end;
    at = text.indexOf(run.sign, other.end);
  }
  return undefined;
}

function isInAddress(text: string, offset: number): boolean {
  const before =
    text
      .slice(Math.max(0, offset - maxAddress), offset)
      .split(/[\s\uFFFC]/u)
      .at(-1) ?? '';
  if (/:\/\/|^www\.|@/.test(before)) return true;
  return /^[\w.+-]{1,64}@[\w-]/.test(text.slice(offset, offset + 2 * maxAddress));
}

function shownBefore(text: string, offset: number): number {
  const before = text.slice(Math.max(0, offset - maxShown), offset);
  return /[\p{L}\p{M}\p{N}]*$/u.exec(before)?.[0].length ?? 0;
}

function shownAfter(text: string, offset: number): number {
  return /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(offset, offset + maxShown))?.[0].length ?? 0;
}
