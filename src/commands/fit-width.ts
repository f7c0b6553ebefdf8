/** How many columns of a terminal a text takes, and the part of it that fits. */

const segments = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Signs that take two columns: those of East Asia, and pictures. */
const wide =
  /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\p{Emoji_Presentation}]/u;

export function columnsOf(text: string): number {
  let columns = 0;
  for (const { segment } of segments.segment(text)) columns += wide.test(segment) ? 2 : 1;
  return columns;
}

/** With an ellipsis where something had to go: at the end, or of a path at the beginning. */
export function fitted(text: string, most: number, cut: 'end' | 'beginning' = 'end'): string {
  if (columnsOf(text) <= most) return text;
  const all = [...segments.segment(text)].map(({ segment }) => segment);
  const kept: string[] = [];
  let columns = 1;
  for (const each of cut === 'end' ? all : all.reverse()) {
    columns += columnsOf(each);
    if (columns > most) break;
    kept.push(each);
  }
  return cut === 'end' ? `${kept.join('')}…` : `…${kept.reverse().join('')}`;
}

/** Undefined where a text goes to no terminal, and so may be of any width. */
export function terminalColumns(): number | undefined {
  return process.stdout.isTTY ? Math.max(process.stdout.columns, 20) : undefined;
}
