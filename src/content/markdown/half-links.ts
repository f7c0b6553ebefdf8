/** Brackets that were meant as a link, a picture or a reference, and are none: found in one pass over a text. */

export type HalfLink = { kind: 'space-in-address' | 'reference'; text: string };

const picture = /\([^()\s"]+ [^()"\n]*\)/y;
const link = /\((?:\/|https?:|www\.)[^()\s"]* [^()"\n]*\)/y;
const reference = /\[([^\]\n]*)\]/y;

/** The first of each kind. What is looked at for one pair of brackets ends before the next, so that all of it is linear. */
export function halfLinks(text: string): HalfLink[] {
  const found = new Map<HalfLink['kind'], HalfLink>();
  const note = (kind: HalfLink['kind'], open: number, end: number) => {
    if (!found.has(kind)) found.set(kind, { kind, text: text.slice(open, end) });
  };
  let from = 0;
  for (let close = text.indexOf(']'); close !== -1; close = text.indexOf(']', from)) {
    const words = text.slice(from, close);
    const open = words.lastIndexOf('[');
    const start = from + open;
    from = close + 1;
    if (open === -1 || words.includes('\n', open)) continue;
    const isPicture = text[start - 1] === '!';
    const address = matchAt(link, text, from) ?? (isPicture ? matchAt(picture, text, from) : undefined);
    if (address) note('space-in-address', isPicture ? start - 1 : start, from + address[0].length);
    const name = isAfterWord(text, start) ? undefined : matchAt(reference, text, from);
    if (name && hasLetter(words.slice(open)) && hasLetter(name[1] ?? ''))
      note('reference', start, from + name[0].length);
  }
  return [...found.values()];
}

function matchAt(pattern: RegExp, text: string, offset: number): RegExpExecArray | undefined {
  pattern.lastIndex = offset;
  return pattern.exec(text) ?? undefined;
}

function isAfterWord(text: string, offset: number): boolean {
  return /[\p{L}\p{N}\]]$/u.test(text.slice(Math.max(offset - 2, 0), offset));
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}
