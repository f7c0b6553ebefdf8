/** What can be wrong with a heading or a paragraph as a whole. */
import type { Env, Token } from 'markdown-it';
import type { Finding } from './finding.ts';

const shownAsIs = 'to show the brackets themselves, write \\[ for the first.';

/** What looks like Markdown and would be shown to readers as it stands. */
const meantAsMarkdown: readonly {
  pattern: RegExp;
  code: string;
  /** Writers put words into square brackets too: only where the text has references are two of them one. */
  onlyWithReferences?: true;
  what(found: string): string;
  fix: string;
}[] = [
  {
    pattern: /!\[[^\]\n]*\]\([^()\s"]+ [^()"\n]*\)|\[[^\]\n]*\]\((?:\/|https?:|www\.)[^()\s"]* [^()"\n]*\)/,
    code: 'markdown/space-in-address',
    what: (found) => `“${found}” has a space in its address, so it is no link and no picture.`,
    fix: `Give the file a name without spaces, or write < and > around the address; ${shownAsIs}`,
  },
  {
    pattern: /(?<![\p{L}\p{N}\]])\[[^\]\n]*\p{L}[^\]\n]*\]\[[^\]\n]*\p{L}[^\]\n]*\]/u,
    code: 'markdown/undefined-reference',
    onlyWithReferences: true,
    what: (found) => `“${found}” refers to an address that is nowhere given.`,
    fix: `Add a line such as [name]: https://…, or write the address in round brackets; ${shownAsIs}`,
  },
  {
    pattern: /\[\^[\p{L}\p{N}][\p{L}\p{N}_-]*\]/u,
    code: 'markdown/undefined-footnote',
    what: (found) => `“${found}” refers to a footnote that is nowhere given.`,
    fix: `Add a line such as [^1]: with its text; ${shownAsIs}`,
  },
];

/** What the parser has noted of a text while reading it. */
export type ParsedEnvironment = Env & {
  /** By name after a colon; one that nothing refers to is -1. */
  footnotes?: { refs?: Record<string, number> };
};

export function paragraphFindings(inline: Token, line: number, { references }: ParsedEnvironment): Finding[] {
  const findings: Finding[] = [];
  const heading = /^(#{2,6})[^#\s]/m.exec(inline.content);
  if (heading)
    findings.push({
      code: 'markdown/heading-without-space',
      line,
      search: heading[0],
      what: `“${heading[0]}…” is no heading: there is no space after the ${heading[1]}.`,
      fix: `Write a space after it; to begin a line with a #, write \\#.`,
    });
  const text = ownText(inline);
  for (const { pattern, code, onlyWithReferences, what, fix } of meantAsMarkdown) {
    if (onlyWithReferences && Object.keys(references ?? {}).length === 0) continue;
    const found = pattern.exec(text)?.[0];
    if (found) findings.push({ code, line, search: found, what: what(found), fix });
  }
  return findings;
}

/** The text of a paragraph without its links, code and emphasis. */
function ownText({ children }: Token): string {
  let links = 0;
  return (children ?? [])
    .map(({ type, content }) => {
      if (type === 'link_open') links += 1;
      if (type === 'link_close') links -= 1;
      return type === 'text' && links === 0 ? content : '\n';
    })
    .join('');
}

/** Footnotes that no reader would see. */
export function footnoteFindings({ footnotes }: ParsedEnvironment): Finding[] {
  const lost = Object.entries(footnotes?.refs ?? {}).filter(([, number]) => number === -1);
  return lost.map(([name]) => ({
    code: 'markdown/unused-footnote',
    line: 0,
    search: `[^${name.slice(1)}]:`,
    what: `Nothing in the text refers to the footnote [^${name.slice(1)}], so that nobody would see it.`,
    fix: `Put [^${name.slice(1)}] where it belongs, or remove its line.`,
  }));
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
