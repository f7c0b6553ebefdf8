/** Addresses below Broadsheet's own folders, or of one of its files, in any language: no old address can lead on from there. */
import { readLink } from './links.ts';
import { isLanguage } from './names.ts';
import { isOwnPath } from './own-addresses.ts';
import type { Site } from './site.ts';

/** `address`: in the site's own spelling (`addressOf`). */
export function isReservedAddress(address: string, site: Site): boolean {
  const names = address.slice(1, -1).split('/');
  const isOwn = (path: readonly string[]) =>
    isOwnPath(path.join('/')) ||
    (isLanguage(path[0] ?? '') && isOwnPath(path.slice(1).join('/'))) ||
    !['none', 'document'].includes(readLink(`/${path.join('/')}`, site).kind);
  return names.some((_, index) => isOwn(names.slice(0, index + 1)));
}
