import { readDocumentAddress } from '../documents.ts';
import { isSafeLink, type Resolve } from './environment.ts';
import { headingFragment } from './heading-id.ts';

/**
 * Where a link leads on the built site; a heading may be named with its prefix or without. What has to be safe is what
 * is written: an address as `//host/` is the site’s own, or nowhere.
 */
export function linkAddress(href: string, resolve: Resolve): string | undefined {
  if (href.startsWith('#')) return `${resolve.page}#${headingFragment(href.slice(1))}`;
  const document = readDocumentAddress(href);
  if (document) {
    const place = resolve.document(document.path);
    return place && place.url + document.fragment;
  }
  const address = resolve.link(href);
  return address !== undefined && isSafeLink(address) ? address : undefined;
}
