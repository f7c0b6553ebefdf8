/** A URL belongs to one file: of two that claim it, the Problem is the second’s, in the order of paths. */
import { type LinkTarget, readLink } from '../content/links.ts';
import { isLanguage } from '../content/names.ts';
import { isOwnPath } from '../content/own-addresses.ts';
import { claimOf } from '../content/redirect.ts';
import { articlePath, type CatalogFile, undatedPath } from './catalog.ts';
import type { Checking, Fault } from './link-targets.ts';

/** What is wrong with a file's redirect from `url`, given with the slash it answers at. */
export function claimFault(checking: Checking, file: CatalogFile, url: string): Fault | undefined {
  const { catalog, site } = checking;
  const target = readLink(claimOf(url), site);
  const owner = ownerOf(checking, target);
  if (owner?.id === file.id)
    return {
      code: 'redirect/own-address',
      what: `“${url}” is this story’s own address${target.url === claimOf(url) && url !== target.url ? ' but for capital letters' : ''}.`,
      fix: 'Remove it; a redirect is for another address that the story had.',
    };
  if (owner)
    return {
      code: 'redirect/taken',
      what: `“${url}” is already the address of content/${owner.path}.`,
      fix: 'Remove it here; a redirect is for addresses that nothing else has.',
    };
  const isFree =
    target.kind === 'page' || target.kind === 'article' || (target.kind === 'none' && !isReserved(claimOf(url)));
  if (!isFree && site.unknown === undefined)
    return {
      code: 'redirect/reserved',
      what: `“${url}” is the kind of address that Broadsheet makes itself.`,
      fix: 'Remove it; only addresses that nothing else can have are redirected from.',
    };
  const other = catalog.db.get<{ path: string }>(
    'SELECT path FROM claim JOIN file ON file.id = claim.file WHERE url = ? AND path < ? ORDER BY path',
    claimOf(url),
    file.path,
  );
  return (
    other && {
      code: 'redirect/claimed-twice',
      what: `“${url}” is also redirected from by content/${other.path}.`,
      fix: 'Leave it with one of the two stories.',
    }
  );
}

function ownerOf({ catalog, site }: Checking, target: LinkTarget): CatalogFile | undefined {
  if (target.kind === 'page') return catalog.file(undatedPath('pages', target.id, target.language, site));
  return target.kind === 'article' ? catalog.file(articlePath(target.story, target.language, site)) : undefined;
}

/** Below Broadsheet's own folders, or one of its files at the root, in any language. */
function isReserved(url: string): boolean {
  const [first = '', ...rest] = url.slice(1).split('/');
  return isOwnPath(url.slice(1)) || (isLanguage(first) && isOwnPath(rest.join('/')));
}
