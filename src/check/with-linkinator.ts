/**
 * A second opinion on links: linkinator serves the folder on 127.0.0.1 and crawls it from the front
 * page, as a reader would. It asks nobody else, not even the site's own origin, and it sees only what
 * can be reached; links.ts is the exact check.
 */
import { LinkChecker, type LinkResult, LinkState } from 'linkinator';
import type { Problem } from '../problem.ts';
import { type BuiltSite, isHtml } from './built-site.ts';
import type { Verdict } from './looked-at.ts';

/** Its time grows with the square of the links: 200 pages take 0.7 s, 2,000 take 19 s. */
const defaultLimits = { crawledPages: 1000, sampledPages: 250 };

/** Crawls a site of up to `crawledPages`; of a larger one it reads the front page and a sample, spread evenly. */
export async function checkWithLinkinator(site: BuiltSite, limits = defaultLimits): Promise<Verdict> {
  const counts = { pages: 0, links: 0, skipped: 0 };
  const looked = { gate: 'linkinator', counts };
  if (site.paths.length === 0) return { problems: [], looked };
  const pages = site.paths.filter(isHtml);
  const isSmall = pages.length <= limits.crawledPages;
  const checker = new LinkChecker();
  checker.on('pagestart', () => counts.pages++);
  const { links } = await checker.check({
    path: isSmall ? '/' : ['/', ...spread(pages, limits.sampledPages)],
    serverRoot: site.out,
    recurse: isSmall,
    checkFragments: true,
    // It takes what marks words (`#:~:text=…`) for a part of the id.
    fragmentsToSkip: [':~:'],
    linksToSkip: skipAllButFirstOrigin(),
    // Its agent for insecure certificates is the one that ignores HTTP_PROXY; nothing here has a certificate.
    allowInsecureCerts: true,
  });
  for (const { state } of links) counts[state === LinkState.SKIPPED ? 'skipped' : 'links']++;
  // It takes what a page says of itself in a meta element for an address, if it begins like one.
  const broken = links.filter(({ state, url }) => state === LinkState.BROKEN && !/\s/.test(url));
  return { problems: broken.map((link) => problemOf(link, site)), looked };
}

function spread(pages: readonly string[], count: number): string[] {
  const step = Math.ceil(pages.length / count);
  return pages.filter((_, index) => index % step === 0);
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

function problemOf({ url, parent, status }: LinkResult, site: BuiltSite): Problem {
  const reason = status ? `status ${status}` : 'no answer';
  return {
    code: 'check/linkinator',
    file: site.file(fileOf(parent ?? '', site)),
    what: `Linkinator finds the link to “${inSite(url)}” broken (${url.includes('#') ? 'no such fragment' : reason}).`,
    fix: 'Correct the address, or see to it that something answers there.',
  };
}

/** It reports addresses of its own server without origin and first slash, and the front page as `./`. */
function inSite(url: string): string {
  return url.startsWith('./') ? url.slice(1) : /^([a-z]+:|\/|#)/i.test(url) ? url : `/${url}`;
}

function fileOf(parent: string, site: BuiltSite): string {
  const path = decodeURIComponent(new URL(inSite(parent), site.origin).pathname).slice(1);
  return site.hasFile(path) ? path : `${path}index.html`;
}
