import { isSafeLink, type Resolve } from './environment.ts';
import { headingFragment } from './heading-id.ts';

/** Where a link leads on the built site; a heading may be named with its prefix or without. */
export function linkAddress(href: string, resolve: Resolve): string | undefined {
  if (href.startsWith('#')) return `${resolve.page}#${headingFragment(href.slice(1))}`;
  return isSafeLink(href) ? resolve.link(href) : undefined;
}
