/** Fields of plain text are shown as they are typed: markup in them would be seen by readers. */

import { decode } from './entities.ts';
import type { PlainRefusal } from './refusal.ts';
import { findResidue, type Residue } from './residue.ts';

/** Why a plain text cannot be shown: the first find of each kind, and each entity once. */
export function plainRefusals(text: string): PlainRefusal[] {
  const finds = new Map<string, Residue>();
  for (const each of findResidue(text, { of: 'field' })) {
    const key = each.kind === 'entity' ? each.found : each.kind;
    if (!finds.has(key)) finds.set(key, each);
  }
  finds.delete('template'); // refused wherever it stands
  return [...finds.values()].map(({ kind, found, what, fix }) => ({
    code: 'content/markup',
    what,
    fix: kind === 'entity' ? characterRemedy(found, fix) : fix,
  }));
}

function characterRemedy(entity: string, otherwise: string): string {
  const character = decode(entity.replace(/;?$/, ';'));
  return /^[\p{L}\p{N}\p{P}\p{S}]{1,2}$/u.test(character) ? `Write ${character} itself.` : otherwise;
}
