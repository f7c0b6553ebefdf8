/** The words of every Problem that the exact check of links can find. */
import type { Problem } from '../problem.ts';
import type { Reference } from './reference.ts';

/** Where a Problem is: a file as people name it, and a place in it. */
export type Place = Pick<Problem, 'file' | 'line' | 'column'>;

type Named = Pick<Reference, 'address' | 'found'>;

export function unreadable({ address, found }: Named, place: Place): Problem {
  return {
    code: 'check/broken-link',
    ...place,
    what: `“${address}” (${found}) cannot be read as an address.`,
    fix: 'Write a path of the site or a whole URL, and percent-encode unusual characters.',
  };
}

export function unreadableFile(why: string, file: string): Problem {
  return {
    code: 'check/unreadable',
    file,
    what: `The file cannot be read as what its name says: ${why}.`,
    fix: 'Build it again with --all; if it stays so, mend the layout that makes it.',
  };
}

/** `twin` is a file whose name differs in capital letters only. */
export function missing(
  { address, found, kind }: Reference,
  path: string,
  twin: string | undefined,
  place: Place,
): Problem {
  const hint = twin === undefined ? '' : ` Only “${twin}” is there, and capital letters count.`;
  if (kind === 'asset')
    return {
      code: 'check/missing-asset',
      ...place,
      what: `“${address}” (${found}) is not part of the site: there is no file “${path}”.${hint}`,
      fix: 'Put the file where the address says, or correct the address.',
    };
  return {
    code: 'check/broken-link',
    ...place,
    what: `The link to “${address}” (${found}) leads nowhere: there is no file “${path}”.${hint}`,
    fix: 'Correct the address, remove the link, or see to it that the page is built.',
  };
}

export function withoutSlash({ address, found }: Named, url: string, place: Place): Problem {
  return {
    code: 'check/missing-slash',
    ...place,
    what: `The link to “${address}” (${found}) lacks the slash at its end: the page is at “${url}”.`,
    fix: `Write “${url}”, so that no host has to redirect readers.`,
  };
}

export function brokenFragment({ address, found }: Named, fragment: string, place: Place): Problem {
  return {
    code: 'check/broken-fragment',
    ...place,
    what: `The link to “${address}” (${found}) leads to no place on its page: nothing there has the id “${fragment}”.`,
    fix: 'Name an id that the page has, or link to the page without a fragment.',
  };
}

export function notAbsolute({ address, found }: Named, origin: string, place: Place): Problem {
  return {
    code: 'check/not-absolute',
    ...place,
    what: `“${address}” (${found}) is not an absolute address, and who reads it here knows no base for it.`,
    fix: `Write it in full, beginning with “${origin}/”.`,
  };
}

export function onAnotherSite({ address, found }: Named, origin: string, place: Place): Problem {
  return {
    code: 'check/another-site',
    ...place,
    what: `“${address}” (${found}) is on another site, but must be one of “${origin}”.`,
    fix: 'Correct the address, or the url in site.yaml if the site has moved.',
  };
}

export function repeatedId(id: string, firstLine: number, place: Place): Problem {
  return {
    code: 'check/duplicate-id',
    ...place,
    what: `The id “${id}” is given twice on this page, first on line ${firstLine}, so links cannot tell them apart.`,
    fix: 'Give each element an id of its own.',
  };
}
