/** The words of every Problem that the exact check of links can find. */
import type { Breach, Said } from './finding.ts';
import type { Reference } from './reference.ts';

/** A reference as it is told; one in a text of an author stands nowhere but there. */
type Named = Pick<Reference, 'address'> & Partial<Pick<Reference, 'found'>>;

function quoted({ address, found }: Named): string {
  return found === undefined ? `“${address}”` : `“${address}” (${found})`;
}

export function unreadable(named: Named): Said {
  return {
    code: 'check/broken-link',
    what: `${quoted(named)} cannot be read as an address.`,
    fix: 'Write a path of the site or a whole URL, and percent-encode unusual characters.',
  };
}

export function unreadableFile(why: string): Said {
  return {
    code: 'check/unreadable',
    what: `The file cannot be read as what its name says: ${why}.`,
    fix: 'Build it again with --all; if that does not help, correct the layout that makes it.',
  };
}

export function saidOfBroken(named: Named, why: Breach): Said {
  if (why.is === 'missing') return missing(named, why);
  return why.is === 'without slash' ? withoutSlash(named, why.url) : brokenFragment(named, why.place);
}

function missing(named: Named, { kind, path, twin }: Extract<Breach, { is: 'missing' }>): Said {
  const hint = twin === undefined ? '' : ` There is only “${twin}”; capital letters must match.`;
  if (kind === 'asset')
    return {
      code: 'check/missing-asset',
      what: `${quoted(named)} is not part of the site: there is no file “${path}”.${hint}`,
      fix: 'Correct the address, or put the file into public/, under the path that the address has. If the build made it, build again with --all.',
    };
  return {
    code: 'check/broken-link',
    what: `The link to ${quoted(named)} leads nowhere: there is no file “${path}”.${hint}`,
    fix: 'Correct the address, remove the link, or write the page. If the build made it, build again with --all.',
  };
}

function withoutSlash(named: Named, url: string): Said {
  return {
    code: 'check/missing-slash',
    what: `The link to ${quoted(named)} lacks the slash at its end: the page is at “${url}”.`,
    fix: `Write “${url}”, so that no host has to redirect readers.`,
  };
}

function brokenFragment(named: Named, fragment: string): Said {
  return {
    code: 'check/broken-fragment',
    what: `The link to ${quoted(named)} names a place that its page does not have: nothing there has the id “${fragment}”.`,
    fix: 'Name an id that the page has, or link to the page without a fragment.',
  };
}

export function notAbsolute(named: Named, origin: string): Said {
  return {
    code: 'check/not-absolute',
    what: `${quoted(named)} is not a full address, and programs that read it here cannot tell which site it belongs to.`,
    fix: `Write it in full, beginning with “${origin}/”.`,
  };
}

export function onAnotherSite(named: Named, origin: string): Said {
  return {
    code: 'check/another-site',
    what: `${quoted(named)} is on another site, but must be one of “${origin}”.`,
    fix: 'Correct the address, or the url in site.yaml if the site has moved.',
  };
}

export function ofAnotherPage(named: Named): Said {
  return {
    code: 'check/another-page',
    what: `${quoted(named)} says at which address this file is, and it is not there.`,
    fix: 'Build it again with --all; if that does not help, correct the layout: the address is that of the page itself.',
  };
}

export function repeatedId(id: string, firstLine: number): Said {
  return {
    code: 'check/duplicate-id',
    what: `The id “${id}” is given twice on this page, first on line ${firstLine}, so links cannot tell them apart.`,
    fix: 'Give each element an id of its own.',
  };
}
