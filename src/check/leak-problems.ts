/** The words of every Problem that the search for unpublished stories can find. */
import type { Said } from './finding.ts';

/** A story, or a file beside it, that readers may not see. */
type Hidden = { path: string; why: string };

const fix =
  'Find what writes it: a layout, a component, a file of public/ or an author’s text. Readers have the site as it was: publish nothing before this check passes.';

export function address(found: string, { path, why }: Hidden): Said {
  return {
    code: 'check/unpublished-address',
    what: `“${found}” gives away the address of a story that is not to be seen: ${path} is ${why}.`,
    fix,
  };
}

export function headline(text: string, { path, why }: Hidden): Said {
  return {
    code: 'check/unpublished-headline',
    what: `“${text}” is the headline of a story that is not to be seen: ${path} is ${why}.`,
    fix,
  };
}

export function file(found: string, { path, why }: Hidden): Said {
  return {
    code: 'check/unpublished-file',
    what: `“${found}” gives away a file of a story that is not to be seen: ${path}; the story is ${why}.`,
    fix,
  };
}
