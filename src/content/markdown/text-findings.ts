/** What can be wrong with a heading, a block of code or a footnote as a whole. */
import type { Env, Token } from 'markdown-it';
import { decodedPath } from '../spelling.ts';
import { isSafeLink } from './environment.ts';
import type { Finding } from './finding.ts';
import { repeatedNotes, unusedNotes } from './footnotes.ts';
import { writtenLevel } from './heading-levels.ts';

/** Footnotes that no reader would see. */
export function footnoteFindings(environment: Env): Finding[] {
  const unused = unusedNotes(environment).map(({ name, line }) => ({
    code: 'markdown/unused-footnote',
    line,
    search: `[^${name}]:`,
    what: `Nothing in the text refers to the footnote [^${name}], so that nobody would see it.`,
    fix: `Put [^${name}] where it belongs, or remove its line.`,
  }));
  const repeated = repeatedNotes(environment).map(({ name, line }) => ({
    code: 'markdown/repeated-footnote',
    line,
    search: `[^${name}]:`,
    what: `The footnote [^${name}] is written a second time here, and only one of them would be shown.`,
    fix: 'Give it a name of its own, here and where the text refers to it.',
  }));
  return [...unused, ...repeated];
}

/** `[Putin]: yes` is read as the address of a reference, and nobody would see it. */
export function lostLineFindings({ references }: Env, isLink: (href: string) => boolean): Finding[] {
  const lost = Object.entries(references ?? {}).filter(([, { href }]) => !isSafeLink(href) && !isLink(href));
  return lost.map(([label, { href }]) => ({
    code: 'markdown/lost-line',
    line: 0,
    search: `]: ${decodedPath(href) ?? href}`,
    what: `A line that begins with “[${label.toLowerCase()}]:” gives an address for a link, and would not be shown.`,
    fix: 'Write \\[ for its first bracket; to give an address, begin it with https:// or with /.',
  }));
}

export function headingFindings(token: Token, before: number, line: number, inline: Token | undefined): Finding[] {
  const level = writtenLevel(token);
  if (!token.markup.startsWith('#')) return [underlined(line)];
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
        fix: 'Begin the line with ## instead of #.',
      },
    ];
  }
  if (level > before + 1) {
    return [
      {
        code: 'markdown/skipped-heading-level',
        weight: 'advice',
        line,
        what: `A heading of level ${level} follows ${before === 1 ? 'the title, which is of level 1' : `one of level ${before}`}.`,
        fix: `Begin it, and its fellows, with ${'#'.repeat(before + 1)}, as they are shown.`,
      },
    ];
  }
  return [];
}

function underlined(line: number): Finding {
  return {
    code: 'markdown/underlined-heading',
    line,
    what: 'The line of = or - below makes a heading of this whole paragraph.',
    fix: 'For a heading, write ## before its words and remove the line below; for a line across, leave an empty line above it.',
  };
}

export function codeFindings(line: number): Finding[] {
  return [
    {
      code: 'markdown/indented-code',
      line,
      what: 'The spaces at the start of this line make code of it.',
      fix: 'Take them away; for code, put a line of ``` before and after it.',
    },
  ];
}
