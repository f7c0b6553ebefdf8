/** What can be wrong with a heading or a paragraph as a whole. */
import type { Env, Token } from 'markdown-it';
import type { Finding } from './finding.ts';
import { unusedNotes } from './footnotes.ts';
import { type HalfLink, halfLinks } from './half-links.ts';

const shownAsIs = 'to show the brackets themselves, write \\[ for the first.';

/** What looks like Markdown and would be shown to readers as it stands. */
const meantAsMarkdown: Record<HalfLink['kind'] | 'footnote', { code: string; what: string; fix: string }> = {
  'space-in-address': {
    code: 'markdown/space-in-address',
    what: 'has a space in its address, so it is no link and no picture',
    fix: `Give the file a name without spaces, or write < and > around the address; ${shownAsIs}`,
  },
  reference: {
    code: 'markdown/undefined-reference',
    what: 'refers to an address that is nowhere given',
    fix: `Add a line such as [name]: https://…, or write the address in round brackets; ${shownAsIs}`,
  },
  footnote: {
    code: 'markdown/undefined-footnote',
    what: 'refers to a footnote that is nowhere given',
    fix: `Add a line such as [^1]: with its text; ${shownAsIs}`,
  },
};

export function paragraphFindings(inline: Token, line: number, { references }: Env): Finding[] {
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
  // Writers put words into square brackets too: only where the text has references are two of them one.
  const hasReferences = Object.keys(references ?? {}).length > 0;
  const half: { kind: keyof typeof meantAsMarkdown; text: string }[] = halfLinks(text).filter(
    ({ kind }) => hasReferences || kind !== 'reference',
  );
  const footnote = /\[\^[\p{L}\p{N}][\p{L}\p{N}_-]*\]/u.exec(text)?.[0];
  if (footnote) half.push({ kind: 'footnote', text: footnote });
  for (const { kind, text: found } of half) {
    const { code, what, fix } = meantAsMarkdown[kind];
    findings.push({ code, line, search: found, what: `“${found}” ${what}.`, fix });
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
export function footnoteFindings(environment: Env): Finding[] {
  return unusedNotes(environment).map(({ name, line }) => ({
    code: 'markdown/unused-footnote',
    line,
    search: `[^${name}]:`,
    what: `Nothing in the text refers to the footnote [^${name}], so that nobody would see it.`,
    fix: `Put [^${name}] where it belongs, or remove its line.`,
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
