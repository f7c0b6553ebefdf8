/** Lines that somebody wrote, or pasted, below one another, and that Markdown shows as one paragraph: points, columns. */
import type { Finding } from './finding.ts';

/** Also those of the fonts in which Word has its bullets, which are signs of nobody else there. */
const bullet = /^[•‣⁃∙⦁·●○◆◇◘■□▪▫►▶▸▹→⇒➔➜➞➢➤❖★☆✓✔✗✘☐☑\uF021-\uF0FF][ \t\u00A0]/u;
const columns = /\S\t+\S/;
const hardBreak = /(?:\\| {2}|<br ?\/?>)$/i;

const kinds: { pattern: RegExp; what: string; fix: string }[] = [
  {
    pattern: bullet,
    what: 'The signs at the start of these lines make no list: readers would see one paragraph.',
    fix: 'Begin each of the lines with - in place of the sign, and leave an empty line above the first.',
  },
  {
    pattern: columns,
    what: 'The tabs in these lines make no columns: readers would see one paragraph.',
    fix: 'Write a table: | between the columns, and a line such as |---|---| below the head. If it is none, leave an empty line between the lines.',
  },
];

/** `paragraph` as it is written. */
export function runTogetherFindings(paragraph: string, line: number): Finding[] {
  const lines = paragraph.split('\n');
  if (lines.length < 2) return [];
  for (const { pattern, what, fix } of kinds) {
    const [first, ...others] = lines.flatMap((each, index) => (pattern.test(each.trimStart()) ? [index] : []));
    if (first !== undefined && others.some((index) => !hardBreak.test(lines[index - 1] ?? '')))
      return [{ code: 'markdown/run-together', weight: 'advice', line: line + first, what, fix }];
  }
  return [];
}
