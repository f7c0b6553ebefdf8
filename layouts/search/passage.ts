/** The place of a text in which most of what was looked for stands, cut to a few lines, and which words of it that are. */

export type Piece = { text: string; isFound: boolean };

/** Letters around what was found. */
const around = { before: 80, after: 160 };

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ]*/gu;

/** A text in pieces; joined they are the text. `runs`: what is looked for in scripts that put no spaces. */
export function marked(text: string, isFound: (word: string) => boolean, runs: readonly string[] = []): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const { index, length } of foundIn(text, isFound, runs)) {
    if (index > from) pieces.push({ text: text.slice(from, index), isFound: false });
    pieces.push({ text: text.slice(index, index + length), isFound: true });
    from = index + length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isFound: false });
  return pieces;
}

/** Of several texts the part with most of the words, begun and ended between words; undefined if none is in them. */
export function passageOf(
  texts: readonly string[],
  isFound: (word: string) => boolean,
  runs: readonly string[] = [],
): Piece[] | undefined {
  let best: { text: string; score: number } | undefined;
  for (const text of texts) {
    const found = foundIn(text, isFound, runs);
    for (const { index } of found.slice(0, 20)) {
      const end = index + around.after;
      const within = found.filter((each) => each.index >= index && each.index < end);
      const score = new Set(within.map((each) => text.slice(each.index, each.index + each.length).toLowerCase())).size;
      if (best === undefined || score > best.score) best = { text: cutAround(text, index), score };
    }
  }
  return best && marked(best.text, isFound, runs);
}

function foundIn(
  text: string,
  isFound: (word: string) => boolean,
  runs: readonly string[],
): { index: number; length: number }[] {
  const words = [...text.matchAll(word)].flatMap(({ index, 0: each }) =>
    isFound(each) ? [{ index, length: each.length }] : [],
  );
  const lower = text.toLowerCase();
  const inRuns = runs.flatMap((run) => {
    const places: { index: number; length: number }[] = [];
    for (let index = lower.indexOf(run); index !== -1; index = lower.indexOf(run, index + run.length))
      places.push({ index, length: run.length });
    return places;
  });
  const all = [...words, ...inRuns].sort((one, other) => one.index - other.index);
  return all.filter(({ index }, n) => n === 0 || index >= (all[n - 1]?.index ?? 0) + (all[n - 1]?.length ?? 0));
}

function cutAround(text: string, index: number): string {
  const from = Math.max(0, index - around.before);
  const to = Math.min(text.length, index + around.after);
  const begin = from === 0 ? 0 : from + Math.max(0, text.slice(from, index).search(/\s/)) + 1;
  const rest = text.slice(index, to);
  const last = to === text.length ? -1 : rest.search(/\s\S*$/);
  const end = last === -1 ? to : index + last;
  return `${begin === 0 ? '' : '… '}${text.slice(begin, end).trim()}${end === text.length ? '' : ' …'}`;
}
