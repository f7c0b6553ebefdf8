/** Where code stands in a Markdown text, in which no shortcode and no template is meant to be run. */

export type Range = readonly [from: number, to: number];

export function codeRanges(text: string): Range[] {
  const ranges: Range[] = [];
  let at = 0;
  let fence: { sign: string; from: number } | undefined;
  let plainFrom = 0;
  const takeSpans = (from: number, to: number) => {
    for (const match of text.slice(from, to).matchAll(span))
      ranges.push([from + match.index, from + match.index + match[0].length]);
  };
  for (const line of text.split('\n')) {
    const sign = /^[ \t>]*(?:[-*+] +|\d+[.)] +)?(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence === undefined && sign !== undefined && !(sign.startsWith('`') && line.split(sign)[1]?.includes('`'))) {
      takeSpans(plainFrom, at);
      fence = { sign, from: at };
    } else if (fence !== undefined && sign?.startsWith(fence.sign) && line.trim().endsWith(sign)) {
      ranges.push([fence.from, at + line.length]);
      plainFrom = at + line.length;
      fence = undefined;
    }
    at += line.length + 1;
  }
  if (fence === undefined) takeSpans(plainFrom, text.length);
  else ranges.push([fence.from, text.length]);
  return ranges.sort(([a], [b]) => a - b);
}

/** Between backticks, on one paragraph. */
const span = /(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?(?<!`)\1(?!`)/g;

export function isWithin(ranges: readonly Range[], offset: number): boolean {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return (ranges[low]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
}
