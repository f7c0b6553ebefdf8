/**
 * Residue: markup that was never meant to be seen, in a text as readers would see it. Ordinary prose has none
 * (`C++`, `5 < 6`, `AT&T;`, `[sic]`, `f***`). Each rule looks at what stands from its sign on, and never back
 * over more than a word, so the work grows with the text.
 */
import { byFirstSign, type ResidueOptions, type Rule } from './residue-rules.ts';
import { type ResidueKind, residueWords } from './residue-words.ts';
import { signsAt } from './stray-signs.ts';

export type Residue = {
  kind: ResidueKind;
  /** What stands there, as far as it is known to belong to it. */
  found: string;
  offset: number;
  /** One full sentence each, as in a Problem. */
  what: string;
  fix: string;
};

const signs = /[![\])>{<&=+`%:#|\\*_~^]/g;
const lineStart = /^(?:\?(?=\?\?)|\.(?=\. )|(?:im|ex)port )/;
/** Takes much longer to look for. */
const both = new RegExp(`${signs.source}|${lineStart.source}`, 'gm');

/** Every find in a text, in its order; nothing is found twice. */
export function findResidue(text: string, options: ResidueOptions): Residue[] {
  const finds: Residue[] = [];
  const scan = new RegExp(text.includes('\n') || lineStart.test(text) ? both : signs);
  for (let match = scan.exec(text); match; match = scan.exec(text)) {
    const sign = match[0];
    if (sign === '*' || sign === '_' || sign === '~') {
      const { start, end, isStray } = signsAt(text, match.index);
      if (isStray) finds.push(residue('emphasis', text.slice(start, end), start, options));
      scan.lastIndex = end;
      if (isStray || sign !== '~') continue;
    }
    for (const rule of byFirstSign[sign] ?? []) {
      const found = foundBy(rule, text, match.index, options);
      if (found === undefined) continue;
      finds.push(residue(rule.kind, found, match.index, options));
      scan.lastIndex = match.index + found.length;
      break;
    }
  }
  return finds;
}

function foundBy({ pattern, after, accepts }: Rule, text: string, at: number, options: ResidueOptions) {
  if (after && !after.test(text.slice(Math.max(0, at - maxIndent), at))) return undefined;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0];
  return found !== undefined && (accepts?.(found, options) ?? true) ? found : undefined;
}

/** How far before a sign the start of its line is looked for. */
const maxIndent = 8;

function residue(kind: ResidueKind, found: string, offset: number, { of }: ResidueOptions): Residue {
  const { is, field, body } = residueWords[kind];
  return { kind, found, offset, what: `“${shown(found)}” ${is}`, fix: of === 'field' ? field : body };
}

const maxShown = 80;

function shown(found: string): string {
  const line = found.replace(/\s+/g, ' ').trim();
  return line.length > maxShown ? `${line.slice(0, maxShown)}…` : line;
}
