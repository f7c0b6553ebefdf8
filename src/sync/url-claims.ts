/** A URL belongs to one file: of two that claim it, the Problem is the second’s, in the order of paths. */

import { articlePath, undatedPath } from '../catalog/catalog.ts';
import type { CatalogFile } from '../catalog/tables/files.ts';
import { documentPathAt } from '../content/documents.ts';
import { gonePath } from '../content/endings.ts';
import { frontAbove } from '../content/former.ts';
import { ownIconPath } from '../content/icons.ts';
import { addressOf, type LinkTarget, readLink } from '../content/links.ts';
import { iconFiles, isOwnPath } from '../content/own-addresses.ts';
import { isPublicPath, publicPrefix, publicUrl } from '../content/public-files.ts';
import { claimOf, filesAbove, isFile, isOtherwiseCased, redirectUrl } from '../content/redirect.ts';
import { isReservedAddress } from '../content/reserved-addresses.ts';
import type { Site } from '../content/site.ts';
import { folded } from '../content/spelling.ts';
import { fileKey } from '../content/story-files.ts';
import type { Checking, Fault } from './link-targets.ts';

/** What is wrong with a file's redirect from an address, given as it is asked for. */
export function claimFault(checking: Checking, file: CatalogFile, from: string): Fault | undefined {
  if (from === '') return undefined; // it could not be read, and that is told already
  const hasPlace = redirectUrl(from) !== undefined;
  const fault = (hasPlace ? placeFault(checking, file, from) : undefined) ?? rivalFault(checking, file, from);
  return fault ?? coveredFault(checking, file, from);
}

/** Something else of the site is there, or may come to be. */
function placeFault(checking: Checking, file: CatalogFile, from: string): Fault | undefined {
  const { site } = checking;
  const address = addressOf(claimOf(from), site);
  const target = readLink(address, site);
  const owner = ownerOf(checking, target) ?? fileInTheWay(checking, claimOf(from));
  const asked = redirectUrl(from);
  if (owner?.id === file.id)
    return {
      code: 'redirect/own-address',
      ...(asked !== undefined && isOtherwiseCased(asked, address)
        ? {
            what: `“${from}” is the present address of this file, apart from capital letters.`,
            fix: `Remove it; for readers of hosts that tell the two apart, write “- {url: ${from}, to: ${address}}” into gone.yaml.`,
          }
        : {
            what: `“${from}” is the present address of this file.`,
            fix: 'Remove it; a redirect is for another address, which it had before.',
          }),
    };
  if (owner)
    return {
      code: 'redirect/taken',
      what: `“${from}” is already the address of ${shownPath(owner.path)}.`,
      fix: 'Remove it here; a redirect is for addresses that nothing else has.',
    };
  // Of what is not a story, another front of its kind may be a former one.
  const wasFront = target.kind === 'listed' && !file.path.startsWith('articles/');
  const isFree = wasFront || ['page', 'article', 'document', 'none'].includes(target.kind);
  if (address.startsWith('/.'))
    return {
      code: 'redirect/reserved',
      what: `“${from}” begins with a dot, and hosts keep such names for themselves.`,
      fix: 'Remove it; readers were never led there.',
    };
  if ((isFree && (wasFront || !isReservedAddress(address, site))) || site.unknown !== undefined) return undefined;
  return {
    code: 'redirect/reserved',
    what: `“${from}” is an address that Broadsheet keeps for its own pages.`,
    fix: 'Remove it; only addresses that nothing else can use can be redirected.',
  };
}

/** Below a former front its archive and its feeds are led from, where nothing else may be. */
function coveredFault({ catalog, site }: Checking, file: CatalogFile, from: string): Fault | undefined {
  if (file.path.startsWith('articles/') || !from.endsWith('/')) return undefined;
  const claim = claimOf(from);
  const isCovered = (address: string) => frontAbove(address) === from;
  const stories = catalog.claims
    .below(claim)
    .filter(({ address, path }) => isCovered(address) && path !== file.path && path !== gonePath);
  const files = catalog.files
    .pathsLike(`${publicPrefix}${from.slice(1)}*`)
    .map((path) => ({ address: publicUrl(path), path }));
  const [other] = [...stories, ...files.filter(({ address }) => isCovered(address))];
  if (other === undefined || site.unknown !== undefined) return undefined;
  return {
    code: 'redirect/covers-another',
    what: `“${from}” stands for its archive and its feeds too, and “${other.address}” is an address of ${shownPath(other.path)}.`,
    fix: isPublicPath(other.path) ? 'Rename that file, or remove this line.' : 'Remove the line there, or this one.',
  };
}

/** Another file leads on from the same place, or from a file where this one needs a folder. */
export function rivalFault({ catalog }: Checking, file: CatalogFile, from: string): Fault | undefined {
  const claim = claimOf(from);
  // What ended on purpose gives way to all other files, wherever they stand.
  const isGone = file.path === gonePath;
  const upTo = isGone ? '~' : file.path;
  const rivals = catalog.claims.rivals(upTo, [claim, ...filesAbove(claim)], isFile(from) ? claim : null);
  for (const { path, address } of rivals) {
    if (path === gonePath && !isGone) continue;
    if (claimOf(address) === claim) {
      if (path === file.path) continue;
      return {
        code: 'redirect/claimed-twice',
        what: `“${from}” is also in redirectFrom of content/${path}.`,
        fix: 'Remove it from one of the two files.',
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

/**
 * What is wrong with the address of a file of `public/`, by its path; nothing is held against it while the site is wrong,
 * and an icon goes out in place of the one that would be made.
 */
export function publicClaimFault(checking: Checking, path: string): Fault | undefined {
  const { site } = checking;
  const isIcon = iconFiles.some((name) => path === ownIconPath(name));
  if (site.unknown !== undefined || isIcon) return undefined;
  const url = folded(publicUrl(path));
  // In the way of a folder’s pages too is a file with the folder’s name, and in its own way one that its folder is called.
  const above = url.split('/').map((_, index, names) => names.slice(0, index + 1).join('/'));
  const targets = [url, url.replace(/\/?$/, '/'), ...above.slice(1)].map((each) => readLink(each, site));
  const owner = targets.map((target) => ownerOf(checking, target)).find((each) => each !== undefined);
  const told = owner === undefined ? 'Broadsheet’s own pages' : shownPath(owner.path);
  const isFree = targets.every(({ kind }) => kind === 'none' || kind === 'page');
  if (owner === undefined && isFree && !isKeptFree(url.slice(1), site)) return undefined;
  return {
    code: owner === undefined ? 'public/reserved' : 'public/taken',
    what: `“${publicUrl(path)}” ${owner === undefined ? 'is kept for' : 'is already the address of'} ${told}.`,
    fix:
      owner === undefined
        ? 'Give the file another name, or put it into a folder such as public/files/.'
        : 'Rename this file or that one, or remove one of them.',
  };
}

/** Below a year lie stories, and below some names what is made of them; the output folder’s own names are hidden. */
function isKeptFree(path: string, site: Site): boolean {
  const [first = '', ...below] = path.split('/');
  const isOfLanguage = site.languages.some((language) => folded(language) === first);
  return (
    /^\d{4}$/.test(first) ||
    isOwnPath(path) ||
    ['.edition', '.tmp'].includes(first) ||
    (isOfLanguage && below.length > 0 && isKeptFree(below.join('/'), site))
  );
}

/** As people see it from the newsroom’s folder. */
export function shownPath(path: string): string {
  return isPublicPath(path) ? path.slice('../'.length) : `content/${path}`;
}

/** A document or a public file at a claim to an address, or a public file where that needs a folder or a folder where it needs a file. */
function fileInTheWay({ catalog }: Checking, claim: string): CatalogFile | undefined {
  const document = documentPathAt(claim);
  const atDocument = document === undefined ? undefined : catalog.files.keyed(fileKey(document));
  if (atDocument) return atDocument;
  const names = claim.slice(1).split('/');
  const folders = names.map((_, index) => names.slice(0, index + 1).join('/'));
  const taken = [...folders, `${claim.slice(1)}/index.html`].map((name) => catalog.files.keyed(publicPrefix + name));
  return taken.find((each) => each !== undefined);
}

/** The file that has an address, or is in its way; `targets`: what it may be read as. */
export function ownerAt(checking: Checking, targets: readonly LinkTarget[], url: string): CatalogFile | undefined {
  const owners = targets.map((target) => ownerOf(checking, target));
  return owners.find((each) => each !== undefined) ?? fileInTheWay(checking, claimOf(url));
}

function ownerOf({ catalog, site }: Checking, target: LinkTarget): CatalogFile | undefined {
  if (target.kind === 'page') return catalog.files.at(undatedPath('pages', target.id, target.language, site));
  if (target.kind === 'listed') {
    const { namedIn } = target.listing.front;
    if (namedIn === 'authors') return catalog.files.at(`authors/${target.id}.yaml`);
    return namedIn === 'topics' ? catalog.files.at(`topics/${target.id}.md`) : undefined;
  }
  return target.kind === 'article' ? catalog.files.at(articlePath(target.story, target.language, site)) : undefined;
}
