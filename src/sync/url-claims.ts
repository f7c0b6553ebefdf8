/** A URL belongs to one file: of two that claim it, the Problem is the second’s, in the order of paths. */

import { articlePath, undatedPath } from '../catalog/catalog.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import { addressOf, type LinkTarget, readLink } from '../content/links.ts';
import { isLanguage } from '../content/names.ts';
import { isOwnPath } from '../content/own-addresses.ts';
import { claimOf, filesAbove, isFile, redirectUrl } from '../content/redirect.ts';
import type { Site } from '../content/site.ts';
import type { Checking, Fault } from './link-targets.ts';

/** What is wrong with a file's redirect from an address, given as it is asked for. */
export function claimFault(checking: Checking, file: CatalogFile, from: string): Fault | undefined {
  if (from === '') return undefined; // it could not be read, and that is told already
  const hasPlace = redirectUrl(from) !== undefined;
  return (hasPlace ? placeFault(checking, file, from) : undefined) ?? rivalFault(checking, file, from);
}

/** Something else of the site is there, or may come to be. */
function placeFault(checking: Checking, file: CatalogFile, from: string): Fault | undefined {
  const { site } = checking;
  const address = addressOf(claimOf(from), site);
  const target = readLink(address, site);
  const owner = ownerOf(checking, target);
  const asked = redirectUrl(from);
  if (owner?.id === file.id)
    return {
      code: 'redirect/own-address',
      what: `“${from}” is this story’s own address${asked === address ? '' : ', apart from capital letters'}.`,
      fix: 'Remove it; a redirect is for another address that the story had.',
    };
  if (owner)
    return {
      code: 'redirect/taken',
      what: `“${from}” is already the address of content/${owner.path}.`,
      fix: 'Remove it here; a redirect is for addresses that nothing else has.',
    };
  const isFree = target.kind === 'page' || target.kind === 'article' || target.kind === 'none';
  if (address.startsWith('/.'))
    return {
      code: 'redirect/reserved',
      what: `“${from}” begins with a dot, and hosts keep such names for themselves.`,
      fix: 'Remove it; readers were never led there.',
    };
  if ((isFree && !isReserved(address, site)) || site.unknown !== undefined) return undefined;
  return {
    code: 'redirect/reserved',
    what: `“${from}” is an address that Broadsheet keeps for its own pages.`,
    fix: 'Remove it; only addresses that nothing else can use can be redirected.',
  };
}

/** Another story is led to from the same place, or from a file where this one needs a folder. */
function rivalFault({ catalog }: Checking, file: CatalogFile, from: string): Fault | undefined {
  const claim = claimOf(from);
  const rivals = catalog.claims.rivals(file.path, [claim, ...filesAbove(claim)], isFile(from) ? claim : null);
  for (const { path, address } of rivals) {
    if (claimOf(address) === claim) {
      if (path === file.path) continue;
      return {
        code: 'redirect/claimed-twice',
        what: `“${from}” is also in redirectFrom of content/${path}.`,
        fix: 'Remove it from one of the two stories.',
      };
    }
    if (redirectUrl(from) === undefined || redirectUrl(address) === undefined) continue;
    const above = claimOf(address).length < claim.length ? address : from;
    // With a slash it is answered from a folder, which can hold the other.
    if (isFile(above) && (above === from || path !== file.path))
      return {
        code: 'redirect/file-and-folder',
        what: `“${from}” and “${address}” in content/${path} cannot both exist: one needs a file where the other needs a folder.`,
        fix: `Write “${above}/” in place of “${above}”; the host then finds it in the folder, with or without the slash.`,
      };
  }
  return undefined;
}

function ownerOf({ catalog, site }: Checking, target: LinkTarget): CatalogFile | undefined {
  if (target.kind === 'page') return catalog.files.at(undatedPath('pages', target.id, target.language, site));
  return target.kind === 'article' ? catalog.files.at(articlePath(target.story, target.language, site)) : undefined;
}

/** Below Broadsheet's own folders or one of its files, in any language. */
function isReserved(address: string, site: Site): boolean {
  const names = address.slice(1, -1).split('/');
  const isOwn = (path: readonly string[]) =>
    isOwnPath(path.join('/')) ||
    (isLanguage(path[0] ?? '') && isOwnPath(path.slice(1).join('/'))) ||
    readLink(`/${path.join('/')}`, site).kind !== 'none';
  return names.some((_, index) => isOwn(names.slice(0, index + 1)));
}
