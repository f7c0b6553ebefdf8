/** Files of an example as people are shown them: what matters of a long one, and in words what is no text. */
import type { Files } from './mistakes/small-room.ts';

type Text = Files[string];

const mostLines = 16;
const mostSigns = 120;

/** `at`: the line that matters, from 1. */
export function shownText(text: Text, at = 1): string {
  if (typeof text !== 'string') return `(${text.length.toLocaleString('en')} bytes)`;
  const lines = text.replace(/\n$/, '').split('\n');
  const first = lines.length <= mostLines ? 0 : Math.max(0, Math.min(at - 6, lines.length - mostLines));
  const some = lines.slice(first, first + mostLines).map(shortLine);
  return [...(first > 0 ? ['…'] : []), ...some, ...(first + mostLines < lines.length ? ['…'] : [])].join('\n');
}

/** The lines of a text that are not as they were; of another text all of it. */
export function shownChange(before: Text | undefined, after: Text): string {
  if (typeof before !== 'string' || typeof after !== 'string') return shownText(after);
  const [old, now] = [before.split('\n'), after.split('\n')];
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start] === now[start]) start++;
  let end = 0;
  while (end < most - start && old[old.length - 1 - end] === now[now.length - 1 - end]) end++;
  const changed = now.slice(start, now.length - end).join('\n');
  const removed = old.slice(start, old.length - end).join('\n');
  return changed.trim() === '' ? `(without) ${shownText(removed.trim())}` : shownText(changed);
}

function shortLine(line: string): string {
  const shown = visible(line);
  return shown.length > mostSigns ? `${shown.slice(0, mostSigns)}…` : shown;
}

/** What nobody would see, by its number. */
function visible(line: string): string {
  return line.replace(
    /[\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069\u3164]/gu,
    (sign) => `[U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}
