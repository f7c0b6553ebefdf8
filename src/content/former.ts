/**
 * Former addresses of what is not dated: topics, authors, sections and pages that were renamed (`redirectFrom`). A former
 * front stands for its archive and its feeds too, and in every language unless it names one; any other address for itself.
 */
import type { Gone } from './endings.ts';
import { hasFront, hasIndex } from './listings/listing.ts';
import { listingOf, listingsWithFront } from './listings/listings.ts';
import { isId, type Language } from './names.ts';
import { isFeedFile } from './own-addresses.ts';
import type { ContentPath } from './paths.ts';
import { periodPath } from './periods.ts';
import { redirectUrl } from './redirect.ts';
import type { Scope } from './scopes.ts';
import type { Site } from './site.ts';
import type { Bucket } from './times.ts';
import { listingUrl, pageUrl } from './urls.ts';
import type { Field } from './yaml.ts';

export type Former = {
  /** As it is asked for, percent-encoded. */
  url: string;
  /** What was below it is below the new one. */
  isFront: boolean;
};

type Read = {
  language: Language | undefined;
  /** Below a language’s front; undefined for an address that was never a front. */
  front?: string;
  /** The listing whose front it was, if that has a folder. */
  listing?: string;
};

/** Those of a place: `addresses` are what its files say, as `readOldAddress` gives them. */
export function formersAt(
  { of, language }: Pick<Scope, 'of' | 'language'>,
  addresses: readonly string[],
  site: Site,
): Former[] {
  return addresses.flatMap((address): Former[] => {
    if (of === 'page') return single(address);
    const { front, listing, ...read } = readFormer(address, site);
    if (!isFor(of, listing)) return [];
    if (front === undefined) return (read.language ?? site.languages[0]) === language ? single(address) : [];
    const isHere = read.language === undefined || read.language === language;
    return isHere ? [{ url: inLanguage(front, language, site), isFront: true }] : [];
  });
}

/** An old address in a file, and all that it lays claim to, in every language. */
export type OldAddress = { field: Field; claimed: string[] };

export function oldAddressesOf(content: ContentPath, value: unknown, site: Site): OldAddress[] {
  switch (content.kind) {
    case 'article':
    case 'page': {
      const { redirectFrom } = value as Redirected;
      return redirectFrom.map((address, index) => ({ field: ['redirectFrom', index], claimed: [address] }));
    }
    case 'topic':
    case 'author':
      return inFile(value as Redirected, [], site);
    case 'gone':
      return (value as Gone).endings.map(({ url }, index) => ({ field: [index, 'url'], claimed: [url] }));
    case 'site':
      return site.sections.flatMap((section, index) => inFile(section, ['sections', index], site));
    default:
      return [];
  }
}

export function claimedBy(content: ContentPath, value: unknown, site: Site): string[] {
  return oldAddressesOf(content, value, site).flatMap(({ claimed }) => claimed);
}

type Redirected = { redirectFrom: readonly string[] };

function inFile({ redirectFrom }: Redirected, above: Field, site: Site): OldAddress[] {
  return redirectFrom.map((address, index) => {
    const { front, language } = readFormer(address, site);
    const languages = language === undefined ? site.languages : [language];
    const claimed = front === undefined ? [address] : languages.map((each) => inLanguage(front, each, site));
    return { field: [...above, 'redirectFrom', index], claimed };
  });
}

function single(address: string): Former[] {
  const url = redirectUrl(address);
  return url === undefined ? [] : [{ url, isFront: false }];
}

/** What a scope is a part of: the front of its listing, or the page that it is. */
export function frontAt({ of, id, language }: Scope, site: Site): string | undefined {
  if (of === 'page') return pageUrl(id, language, site);
  const listing = listingOf({ of });
  return listing && hasFront(listing) ? listingUrl(listing, id, language, site) : undefined;
}

/** Where a former address of a place leads: what is below a front begins with its year. */
export function presentAddress(former: string, { scope, bucket }: { scope: Scope; bucket: Bucket }, site: Site) {
  const front = frontAt(scope, site);
  if (front === undefined || bucket === 0) return front;
  return front + former.slice(former.lastIndexOf(`${periodPath(bucket)}/`));
}

/** The former front below which an address is a page of an archive or a feed; undefined for any other. */
export function frontAbove(address: string): string | undefined {
  const front = address.replace(/(?:\d{4}\/(?:\d{2}\/){0,2}(?:part-\d+\/)?|[^/]+)$/, '');
  const rest = address.slice(front.length);
  return rest !== '' && (rest.endsWith('/') || isFeedFile(rest)) ? front : undefined;
}

function readFormer(address: string, site: Site): Read {
  const names = address.split('/').slice(1);
  const language = site.languages.slice(1).find((each) => each === names[0] && names.length > 2);
  const below = language === undefined ? names : names.slice(1);
  const end = below.pop();
  const id = below.at(-1);
  if (end !== '' || id === undefined || !isId(id)) return { language };
  const listing =
    below.length === 2
      ? listingsWithFront().find((each) => hasIndex(each) && each.front.folder === below[0])
      : undefined;
  if (below.length > 1 && listing === undefined) return { language };
  return { language, front: `${below.join('/')}/`, ...(listing && { listing: listing.name }) };
}

/** Of listings that are named by the same files, each has its own former fronts; every other goes to the first of them. */
function isFor(of: string, former: string | undefined): boolean {
  const namedIn = listingOf({ of })?.front?.namedIn;
  const ofFormer = former === undefined ? undefined : listingOf({ of: former })?.front?.namedIn;
  if (namedIn !== undefined && ofFormer === namedIn) return of === former;
  return of === 'section' || namedIn === `${of}s`;
}

function inLanguage(front: string, language: Language, site: Site): string {
  return language === site.languages[0] ? `/${front}` : `/${language}/${front}`;
}
