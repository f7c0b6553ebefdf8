/** What the YAML parser has to say of a text that it cannot read, in an author's words. */
import { isScalar, type YAMLError } from 'yaml';
import { tooDeepFault, type YamlFault } from './yaml-limits.ts';
import type { Written } from './yaml-scalars.ts';

/** `scalars` are what the parser made of it all the same. */
export function syntaxFaults(errors: readonly YAMLError[], scalars: readonly Written[]): YamlFault[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return [tooDeepFault(exhausted.pos[0])];
  // A tag that means nothing is told as what it is: words that would be lost.
  return errors.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED').map((error) => syntaxFault(error, scalars));
}

function syntaxFault({ code, message, pos }: YAMLError, scalars: readonly Written[]): YamlFault {
  const isUnclosed = /closing ["']quote/.test(message);
  const quoted = isUnclosed
    ? scalars.findLast(({ node, start }) => start < pos[0] && isScalar(node) && node.type?.startsWith('QUOTE'))
    : undefined;
  if (quoted) return { code: 'yaml/syntax', offset: quoted.start, ...unclosed };
  return {
    code: 'yaml/syntax',
    offset: pos[0],
    ...(plainly[code] ?? {
      what: `This is not YAML that can be read: ${firstSentence(message)}`,
      fix: 'A text with a colon, a # or a quotation mark in it needs quotes around it; indent with spaces.',
    }),
  };
}

const unclosed = {
  what: 'The quotation mark here is never closed.',
  fix: 'Write the second one at the end of the text; if it belongs to the text, put the other kind of quotes around all of it.',
};

/** What the parser says in its own words, in those of an author. */
const plainly: Partial<Record<YAMLError['code'], { what: string; fix: string }>> = {
  MULTIPLE_DOCS: {
    what: 'This is not YAML that can be read: A second document begins here.',
    fix: 'Remove the line ---; a file holds one.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    what: 'The text here has a colon in it, or the next line is indented as if it belonged to this one.',
    fix: 'Put quotes around a text with a colon; begin lines of the same kind in the same column.',
  },
  BAD_INDENT: {
    what: 'The lines here do not begin in the column in which their neighbours do.',
    fix: 'Begin lines of the same kind in the same column, with spaces.',
  },
};

export function firstSentence(message: string): string {
  const line = message.split('\n')[0] ?? message;
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
