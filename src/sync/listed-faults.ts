/** Links to fronts of listings and to their archives, which are there while something stands in them. */

import type { ArchivePage, LinkTarget } from '../content/links.ts';
import { listingUrl } from '../content/urls.ts';
import type { Checking, Fault } from './link-targets.ts';

/** Of what is named by stories, whether one of them is public at any instant. */
export function listedFault(
  { catalog, everListed }: Checking,
  { listing, id, language }: Extract<LinkTarget, { kind: 'listed' }>,
): Fault | undefined {
  const { name, front } = listing;
  if (front.ids === 'filed' && !catalog.files.at(`${front.folder}/${id}.yaml`)) return noAuthor(id);
  if (everListed({ listing, id, language, period: '' })) return undefined;
  if (front.ids === 'filed')
    return {
      code: 'link/no-stories',
      what: `“${id}” has no stories in that language, and so no page.`,
      fix: 'Remove the link, or link to a page where the name stands.',
    };
  return {
    code: 'link/unknown-listed',
    what: `No story has the ${name} “${id}”.`,
    fix: `Correct the address, or give a story that ${name}.`,
  };
}

/** A year, a month or a day in which nothing was ever, or is to come. */
export function periodFault({ everListed, site }: Checking, page: ArchivePage, url: string): Fault | undefined {
  if (site.unknown !== undefined || everListed(page)) return undefined;
  const front = listingUrl(page.listing, page.id, page.language, site);
  return {
    code: 'link/empty-period',
    what: `No story is ever at “${url}”.`,
    fix: `Correct the address, or write ${front}.`,
  };
}

function noAuthor(id: string): Fault {
  return {
    code: 'link/unknown-author',
    missing: `authors/${id}.yaml`,
    what: `There is no author “${id}” to link to.`,
    fix: 'Correct the address, or remove the link; an author has a page once there are a file and a story.',
  };
}
