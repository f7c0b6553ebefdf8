/** Stories that have Problems: kept beside the content, where no build reads, with the Problems as text above each. */
import type { Problem } from '../../problem.ts';

export const quarantineFolder = 'quarantine';

const line = '='.repeat(72);

/** `text` is the file as it would stand in the content. */
export function quarantined(text: string, problems: readonly Problem[], again: string): string {
  const told = problems.map(
    ({ line: at, what, fix }) => `- ${at === undefined ? '' : `line ${at} of the text below: `}${what} ${fix}`,
  );
  return [
    'This story has problems and is not part of the site.',
    ...told,
    '',
    `Mend them below, then run: ${again}`,
    line,
    text,
  ].join('\n');
}

/** The file as it would stand in the content. */
export function withoutHead(text: string): string {
  const at = text.indexOf(`${line}\n`);
  return at === -1 ? text : text.slice(at + line.length + 1);
}
