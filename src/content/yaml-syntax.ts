/** What the YAML parser has to say of a text that it cannot read, in an author's words. */
import type { YAMLError } from 'yaml';
import { tooDeepFault, type YamlFault } from './yaml-limits.ts';

export function syntaxFaults(errors: readonly YAMLError[]): YamlFault[] {
  const exhausted = errors.find(({ code }) => code === 'RESOURCE_EXHAUSTION');
  if (exhausted) return [tooDeepFault(exhausted.pos[0])];
  // A tag that means nothing is told as what it is: words that would be lost.
  return errors
    .filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
    .map(({ code, message, pos }) => ({
      code: 'yaml/syntax',
      offset: pos[0],
      ...(plainly[code] ?? {
        what: `This is not YAML that can be read: ${firstSentence(message)}`,
        fix: 'A text with a colon, a # or a quotation mark in it needs quotes around it; indent with spaces.',
      }),
    }));
}

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
