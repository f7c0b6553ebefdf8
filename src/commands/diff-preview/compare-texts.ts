/** Two texts side by side: which paragraphs differ, and in which words. */
import { diffArrays, diffWordsWithSpace } from 'diff';

/** Of a side of a paragraph. Words that the other side does not have are marked. */
export type Part = { text: string; isMarked: boolean };

/** A paragraph on each side, or on one; `skipped`: so many in between are the same. */
export type Row = { before?: Part[]; after?: Part[] } | { skipped: number };

/** Texts that differ in more are told apart as a whole: to look on would take too long. */
const mostEdits = { paragraphs: 4000, words: 1500 };
/** So many paragraphs that are the same are shown before and after one that is not. */
const around = 1;

/** None where the two are the same. */
export function compareTexts(before: readonly string[], after: readonly string[]): Row[] {
  const rows: Row[] = [];
  for (const { same, old, now } of runsOf(before, after)) {
    if (same.length > 0) rows.push(...sameRows(same, rows.length === 0));
    for (let index = 0; index < Math.max(old.length, now.length); index++)
      rows.push(changedRow(old[index], now[index]));
  }
  return endTrimmed(rows);
}

type Run = { same: string[]; old: string[]; now: string[] };

/** What is the same, and then what stands in the place of what. */
function runsOf(before: readonly string[], after: readonly string[]): Run[] {
  const found = diffArrays([...before], [...after], { maxEditLength: mostEdits.paragraphs });
  if (!found) return [{ same: [], old: [...before], now: [...after] }];
  const runs: Run[] = [{ same: [], old: [], now: [] }];
  for (const { value, added, removed } of found) {
    const last = runs.at(-1) as Run;
    if (added) last.now.push(...value);
    else if (removed) last.old.push(...value);
    else runs.push({ same: value, old: [], now: [] });
  }
  return runs;
}

function sameRows(texts: readonly string[], isFirst: boolean): Row[] {
  const row = (text: string): Row => ({ before: [plain(text)], after: [plain(text)] });
  const [head, tail] = [isFirst ? 0 : around, around];
  if (texts.length <= head + tail) return texts.map(row);
  const skipped = texts.length - head - tail;
  return [...texts.slice(0, head).map(row), { skipped }, ...texts.slice(-tail).map(row)];
}

/** After the last change nothing that is the same is shown but one paragraph. */
function endTrimmed(rows: Row[]): Row[] {
  const last = rows.findLastIndex(isChange);
  if (last === -1) return [];
  const rest = rows.slice(last + 1).reduce((sum, row) => sum + ('skipped' in row ? row.skipped : 1), 0);
  const kept = rows.slice(0, last + 1 + around).filter((row, index) => index <= last || !('skipped' in row));
  const more = rest - (kept.length - last - 1);
  return more > 0 ? [...kept, { skipped: more }] : kept;
}

export function isChange(row: Row): row is Exclude<Row, { skipped: number }> {
  if ('skipped' in row) return false;
  return !row.before || !row.after || [...row.before, ...row.after].some(({ isMarked }) => isMarked);
}

function changedRow(before: string | undefined, after: string | undefined): Row {
  if (before === undefined || after === undefined)
    return {
      before: before === undefined ? before : [marked(before)],
      after: after === undefined ? after : [marked(after)],
    };
  const found = diffWordsWithSpace(before, after, { maxEditLength: mostEdits.words });
  if (!found) return { before: [marked(before)], after: [marked(after)] };
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    found.filter((part) => !part[other]).map((part) => ({ text: part.value, isMarked: part[own] }));
  return { before: side('added', 'removed'), after: side('removed', 'added') };
}

function plain(text: string): Part {
  return { text, isMarked: false };
}

function marked(text: string): Part {
  return { text, isMarked: true };
}
