/** Fields of plain text are shown as they are typed: markup in them would be seen by readers. */
import { findResidue, type Residue } from './residue.ts';
import { decode } from './residue-rules.ts';
import type { Refusal } from './yaml.ts';

/** Why a plain text cannot be shown: the first find of each kind. */
export function plainRefusals(text: string): Refusal[] {
  const kinds = new Map<string, Residue>();
  for (const each of findResidue(text, { of: 'field' })) if (!kinds.has(each.kind)) kinds.set(each.kind, each);
  kinds.delete('template'); // refused wherever it stands
  return [...kinds.values()].map(({ kind, found, what, fix }) => ({
    code: 'content/markup',
    what,
    fix: kind === 'entity' ? characterRemedy(found, fix) : fix,
  }));
}

function characterRemedy(entity: string, otherwise: string): string {
  const character = decode(entity.replace(/;?$/, ';'));
  return /^[\p{L}\p{N}\p{P}\p{S}]{1,2}$/u.test(character) ? `Write ${character} itself.` : otherwise;
}
