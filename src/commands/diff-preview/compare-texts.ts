/** Two texts side by side: which paragraphs differ, and in which words. */
import { diffArrays } from 'diff';

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
    rows.push(...aligned(old, now).map(([was, is]) => changedRow(was, is)));
  }
  return endTrimmed(rows);
}

type Pair = readonly [before: string | undefined, after: string | undefined];

/** So many pairs at most are tried; less alike than this they are two paragraphs, and not one that was edited. */
const mostPairs = 10_000;
const alike = 0.3;

/** Which paragraph has become which, in their order: the pairs that have most words in common. */
function aligned(before: readonly string[], after: readonly string[]): Pair[] {
  if (before.length === 1 && after.length === 1) return [[before[0], after[0]]];
  if (before.length * after.length > mostPairs)
    return [...before.map((each): Pair => [each, undefined]), ...after.map((each): Pair => [undefined, each])];
  const [old, now] = [before.map(wordsIn), after.map(wordsIn)];
  // best[i][j]: of the paragraphs from these two on.
  const best = Array.from({ length: old.length + 1 }, () => new Float64Array(now.length + 1));
  const at = (i: number, j: number) => best[i]?.[j] ?? 0;
  const likeness = old.map((a) => now.map((b) => likenessOf(a, b)));
  const paired = (i: number, j: number) => {
    const part = likeness[i]?.[j] ?? 0;
    return part < alike ? -1 : part + at(i + 1, j + 1);
  };
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      (best[i] as Float64Array)[j] = Math.max(at(i + 1, j), at(i, j + 1), paired(i, j));
  const pairs: Pair[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && at(i, j) === paired(i, j)) pairs.push([before[i++], after[j++]]);
    else if (i < old.length && at(i, j) === at(i + 1, j)) pairs.push([before[i++], undefined]);
    else pairs.push([undefined, after[j++]]);
  }
  return pairs;
}

function wordsIn(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );
}

/** From 0 to 1. */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return a.size + b.size === 0 ? 0 : (2 * a.intersection(b).size) / (a.size + b.size);
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
  const found = diffArrays(inWords(before), inWords(after), { maxEditLength: mostEdits.words });
  if (!found) return { before: [marked(before)], after: [marked(after)] };
  const side = (other: 'added' | 'removed', own: 'added' | 'removed') =>
    found.filter((part) => !part[other]).map((part) => ({ text: part.value.join(''), isMarked: part[own] }));
  return { before: side('added', 'removed'), after: side('removed', 'added') };
}

/** By the rules of Unicode, which know words in every script. */
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

function inWords(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment);
}

function plain(text: string): Part {
  return { text, isMarked: false };
}

function marked(text: string): Part {
  return { text, isMarked: true };
}
