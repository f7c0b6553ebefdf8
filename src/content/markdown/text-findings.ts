/** What can be wrong with a heading, a block of code or a footnote as a whole. */
import type { Env, Token } from 'markdown-it';
import type { Finding } from './finding.ts';
import { repeatedNotes, unusedNotes } from './footnotes.ts';
import { writtenLevel } from './heading-levels.ts';
import { readText } from './visible-text.ts';

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

/** `[Putin]: yes` is read as the address of a link; where no link asks for it, nobody would see it. */
export function lostLineFindings(definitions: readonly Token[], isUsed: (label: string) => boolean): Finding[] {
  const before = new Set<string>();
  return definitions.flatMap(({ meta, map }) => {
    const label = String(meta?.label);
    const isFirst = !before.has(label);
    before.add(label);
    if (isFirst && isUsed(label)) return [];
    const name = `[${label.toLowerCase()}]`;
    return {
      code: 'markdown/lost-line',
      line: map?.[0] ?? 0,
      search: ']:',
      what: `A line that begins with “${name}:” gives the address of a link, but ${isFirst ? 'no link uses it' : 'that link has one already'}, so the line would not be shown.`,
      fix: `To show the line, write \\[ for its first bracket; ${isFirst ? `to link there, write [words]${name}` : 'to give another address, give it another name'}.`,
    };
  });
}

export function headingFindings(token: Token, before: number, line: number, inline: Token | undefined): Finding[] {
  const level = writtenLevel(token);
  if (!token.markup.startsWith('#')) return [underlined(line)];
  if (!readText(inline?.children ?? []).trim())
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
        fix: `Begin it, and the other headings like it, with ${'#'.repeat(before + 1)}: that is how they are shown.`,
      },
    ];
  }
  return [];
}

/** `## Song in F #` would lose its sign; as many as before the words are meant to close a heading. */
export function closingSignFindings({ map, markup }: Token, text: string): Finding[] {
  if (markup.length < 2 || !markup.startsWith('#') || !/[^\s#]\s+#$/.test(text.trimEnd().slice(-maxClosing))) return [];
  return [
    {
      code: 'markdown/closing-sign',
      line: map?.[0] ?? 0,
      search: ' #',
      what: 'The # at the end of this heading would not be shown.',
      fix: 'Write \\# to show it, else remove it.',
    },
  ];
}

const maxClosing = 16;

function underlined(line: number): Finding {
  return {
    code: 'markdown/underlined-heading',
    line,
    what: 'The line of = or - below makes a heading of this whole paragraph.',
    fix: 'For a heading, write ## before the words and remove the line below; for a horizontal line, put an empty line above it.',
  };
}

export function codeFindings(line: number): Finding[] {
  return [
    {
      code: 'markdown/indented-code',
      line,
      what: 'The spaces at the start of this line turn it into code.',
      fix: 'Remove them; if it is code, put a line of ``` before and after it.',
    },
  ];
}

/** A fence that nothing closes takes all that follows it in its list, quotation or text. */
export function fenceFindings({ content, map, markup }: Token): Finding[] {
  const [from, to] = map ?? [0, 0];
  const inside = content.split('\n').length - (content === '' || content.endsWith('\n') ? 1 : 0);
  if (to - from === inside + 2) return [];
  return [
    {
      code: 'markdown/unclosed-code',
      line: from,
      search: markup,
      what: `The code that ${markup.slice(0, 3)} begins here is never closed, and all that follows would be shown as code.`,
      fix: `Put a line with only ${markup} after it; to show the signs themselves, write \\ before them.`,
    },
  ];
}
