/** What can be wrong with a heading or a paragraph as a whole. */
import type { Token } from 'markdown-it';
import type { Finding } from './finding.ts';

/** What looks like Markdown and would be shown to readers as it stands. */
const meantAsMarkdown: readonly { pattern: RegExp; code: string; what(found: string): string; fix: string }[] = [
  {
    pattern: /!?\[[^\]\n]*\]\([^()\s"]+ [^()"\n]*\)/,
    code: 'markdown/space-in-address',
    what: (found) => `“${found}” has a space in its address, so it is no link and no picture.`,
    fix: 'Give the file a name without spaces, or write < and > around the address.',
  },
  {
    pattern: /\[[^\]\n]+\]\[[^\]\n]*\]/,
    code: 'markdown/undefined-reference',
    what: (found) => `“${found}” refers to an address that is nowhere given.`,
    fix: 'Add a line such as [name]: https://…, or write the address in round brackets.',
  },
  {
    pattern: /\[\^[^\]\s]+\]/,
    code: 'markdown/undefined-footnote',
    what: (found) => `“${found}” refers to a footnote that is nowhere given.`,
    fix: 'Add a line such as [^1]: with its text.',
  },
];

export function paragraphFindings(inline: Token, line: number): Finding[] {
  const findings: Finding[] = [];
  const heading = /^(#{1,6})[^#\s]/m.exec(inline.content);
  if (heading)
    findings.push({
      code: 'markdown/heading-without-space',
      line,
      search: heading[0],
      what: `“${heading[0]}…” is no heading: there is no space after the ${heading[1]}.`,
      fix: `Write a space after it; to begin a line with a #, write \\#.`,
    });
  const text = (inline.children ?? []).map((child) => (child.type === 'text' ? child.content : '\n')).join('');
  for (const { pattern, code, what, fix } of meantAsMarkdown) {
    const found = pattern.exec(text)?.[0];
    if (found) findings.push({ code, line, search: found, what: what(found), fix });
  }
  return findings;
}

export function headingFindings(
  level: number,
  before: number,
  line: number,
  inline: Token | undefined,
  markup: string,
): Finding[] {
  if (!inline?.content.trim())
    return [
      {
        code: 'markdown/empty-heading',
        line,
        search: '#',
        what: 'This heading has no words.',
        fix: 'Write them, or remove the line.',
      },
    ];
  if (level === 1) {
    return [
      {
        code: 'markdown/first-level-heading',
        line,
        what: 'The headline of a page is its title; a text has no heading of the first level.',
        fix:
          markup === '='
            ? 'Write ## before the words and remove the line of = below them.'
            : 'Begin the line with ## instead of #.',
      },
    ];
  }
  if (level > before + 1) {
    return [
      {
        code: 'markdown/skipped-heading-level',
        line,
        what: `A heading of level ${level} follows ${before === 1 ? 'the title, which is of level 1' : `one of level ${before}`}.`,
        fix: `Begin it, and its fellows, with ${'#'.repeat(before + 1)}.`,
      },
    ];
  }
  return [];
}
