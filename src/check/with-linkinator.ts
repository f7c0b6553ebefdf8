/**
 * A second opinion on links: linkinator serves the folder on 127.0.0.1 and crawls it from the front page, as a reader
 * would. It asks nobody else, not even the site's own origin, and it sees only what can be reached. It may know links
 * that the exact check (links.ts) does not read; whether one leads somewhere is for the files to say, as links.ts asks
 * them, so that the two never contradict each other.
 */
import { LinkChecker, type LinkResult, LinkState } from 'linkinator';
import { decodedPath } from '../content/spelling.ts';
import { type BuiltSite, isHtml } from './built-site.ts';
import { type Finding, subjectOf } from './finding.ts';
import { readPlaces } from './look-at-files.ts';
import type { Verdict } from './looked-at.ts';
import { hasPlace, placeOfFragment, resolveAddress } from './resolve.ts';

/** Its time grows with the square of the links: 200 pages take 0.7 s, 2,000 take 19 s. */
const defaultLimits = { crawledPages: 1000, sampledPages: 50 };

/** Crawls a site of up to `crawledPages`; of a larger one it reads the front page and a sample, spread evenly. */
export async function checkWithLinkinator(site: BuiltSite, limits = defaultLimits): Promise<Verdict> {
  const counts = { pages: 0, links: 0, skipped: 0 };
  const looked = { gate: 'linkinator', counts };
  if (site.paths.length === 0) return { findings: [], looked };
  const pages = site.paths.filter(isHtml);
  const isSmall = pages.length <= limits.crawledPages;
  const checker = new LinkChecker();
  checker.on('pagestart', () => counts.pages++);
  const { links } = await checker.check({
    path: isSmall ? '/' : ['/', ...spread(pages.filter(isPlain), limits.sampledPages)],
    serverRoot: site.out,
    recurse: isSmall,
    checkFragments: true,
    linksToSkip: skipAllButFirstOrigin(),
    // Its agent for insecure certificates is the one that ignores HTTP_PROXY; nothing here has a certificate.
    allowInsecureCerts: true,
  });
  for (const { state } of links) counts[state === LinkState.SKIPPED ? 'skipped' : 'links']++;
  const broken = links.filter(({ state }) => state === LinkState.BROKEN);
  const findings = broken.map((link) => findingOf(link, site));
  return { findings: findings.filter((each) => each !== undefined), looked };
}

function spread(pages: readonly string[], count: number): string[] {
  const step = Math.ceil(pages.length / count);
  return pages.filter((_, index) => index % step === 0);
}

/** What linkinator is given it takes for a pattern of files first, then for an address as it stands. */
function isPlain(path: string): boolean {
  return !/[%?#*[\]{}()!+@\\]/.test(path);
}

/** Linkinator chooses the port of its server itself and asks about the front page there before all else. */
function skipAllButFirstOrigin(): (href: string) => Promise<boolean> {
  let local: string | undefined;
  return async (href) => {
    const url = new URL(href);
    local ??= url.origin;
    return url.origin !== local || !isDecodable(url.pathname);
  };
}

/** Its server dies of a path that cannot be decoded; links.ts tells of those. */
function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function findingOf(link: LinkResult, site: BuiltSite): Finding | undefined {
  const { url, parent = '', status } = link;
  // It takes what a page says of itself in a meta element for an address, if it begins like one.
  if (/\s/.test(url)) return undefined;
  const page = new URL(inSite(parent), site.origin).href;
  const target = resolveAddress(isAsWritten(link) ? url : inSite(url), page, site.origin);
  const place = target.where === 'here' ? placeOfFragment(target.fragment) : '';
  if (target.where === 'here' && isThere(site, target.path, place)) return undefined;
  const isPage = target.where === 'here' && site.hasFile(target.path);
  return {
    path: fileOf(page, site),
    subject: target.where === 'here' ? subjectOf(target.path, isPage ? place : '') : url,
    code: 'check/linkinator',
    what: `Linkinator finds the link to “${isAsWritten(link) ? url : inSite(url)}” broken (${reasonOf(isPage, status)}).`,
    fix: 'Correct the address, or make sure that there is something at it.',
  };
}

function reasonOf(isPage: boolean, status: number | undefined): string {
  if (isPage) return 'no such fragment';
  return status ? `status ${status}` : 'no answer';
}

/** Of an address that it could not read, such as one with a stray percent sign, it gives no failure. */
function isAsWritten({ status, failureDetails }: LinkResult): boolean {
  return status === 0 && failureDetails === undefined;
}

/**
 * What links.ts asks. Linkinator takes what marks words (`#:~:text=…`) for a part of an id, and it decodes a fragment
 * before it looks for it, where browsers look for it as it stands first; so an id that is itself written with percent
 * signs counts in either form.
 */
function isThere(site: BuiltSite, path: string, place: string): boolean {
  if (!site.hasFile(path)) return false;
  if (place === '' || !isHtml(path)) return true;
  const places = readPlaces(site, path);
  return hasPlace(places, place) || [...places.keys()].some((id) => decodedPath(id) === place);
}

/** It reports addresses of its own server without origin and first slash, and the front page as `./`. */
function inSite(url: string): string {
  return url.startsWith('./') ? url.slice(1) : /^([a-z]+:|\/|#)/i.test(url) ? url : `/${url}`;
}

function fileOf(page: string, site: BuiltSite): string {
  const path = decodeURIComponent(new URL(page).pathname).slice(1);
  return site.hasFile(path) ? path : `${path}index.html`;
}
