/** Half-Markdown: what would be shown to readers with its signs, told once at each place. */
import type { Token } from 'markdown-it';
import { findResidue, type Residue } from '../residue.ts';
import type { ResidueKind } from '../residue-words.ts';
import type { Finding } from './finding.ts';
import { longestPiece, plainText } from './visible-text.ts';

const codes: Record<ResidueKind, string> = {
  attributes: 'markdown/attributes',
  callout: 'markdown/callout',
  embed: 'markdown/embed',
  emphasis: 'markdown/half-emphasis',
  entity: 'markdown/entity',
  escape: 'markdown/half-emphasis',
  footnote: 'markdown/undefined-footnote',
  heading: 'markdown/heading-without-space',
  html: 'markdown/html',
  link: 'markdown/half-link',
  mark: 'markdown/half-emphasis',
  raised: 'markdown/half-emphasis',
  reference: 'markdown/undefined-reference',
  shortcode: 'markdown/shortcode',
  'space-in-address': 'markdown/space-in-address',
  'space-in-picture': 'markdown/space-in-address',
  table: 'markdown/half-table',
  task: 'markdown/task',
  template: 'content/template-syntax',
  'wiki-link': 'markdown/wiki-link',
};

/** Of these one in a paragraph is told: what it opens goes on to its end. */
const toldOnce: ReadonlySet<ResidueKind> = new Set(['embed', 'html', 'shortcode', 'table', 'template']);

export function residueFindings(children: readonly Token[], line: number, hasReferences: boolean): Finding[] {
  const text = plainText(children);
  const told = new Set<ResidueKind>();
  const findings: Finding[] = [];
  let at = 0;
  let linesBefore = 0;
  for (const residue of findResidue(text, { of: 'body', hasReferences })) {
    for (; at < residue.offset; at++) if (text.charAt(at) === '\n') linesBefore++;
    if (toldOnce.has(residue.kind) && told.has(residue.kind)) continue;
    told.add(residue.kind);
    findings.push(finding(residue, line + linesBefore));
  }
  return findings;
}

/** Of a text that is shown as it is typed: a caption, who said a quote. `source` is what it was read from. */
export function fieldFindings(text: string, source: string, line: number): Finding[] {
  const finds = findResidue(text, { of: 'field' });
  return finds.filter(({ found }) => source.includes(found)).map((residue) => finding(residue, line));
}

function finding({ kind, found, what, fix }: Residue, line: number): Finding {
  // A text that was escaped twice shows an entity which its source has only with `&amp;`.
  const search = kind === 'entity' && found.endsWith(';') ? found.replace('&', '&amp;') : longestPiece(found);
  return { code: codes[kind], what: what.replaceAll('\uFFFC', '…'), fix, line, search };
}
