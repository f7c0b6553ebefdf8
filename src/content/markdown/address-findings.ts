/** What can be wrong with where a link leads. */
import { readDocumentAddress } from '../documents.ts';
import { pathOnSite, pathUnderWww, readLink } from '../links.ts';
import { isSafeLink } from './environment.ts';
import type { Finding, Seen } from './finding.ts';

export function addressFindings(href: string, line: number, seen: Seen): Finding[] {
  const nothing = nothingFindings(href, line, seen);
  if (nothing.length > 0) return nothing;
  if (pathOnSite(href, seen.site) !== undefined) {
    seen.links.add(href);
    return [];
  }
  const document = readDocumentAddress(href);
  if (document) {
    seen.documents.add(document.path);
    return [];
  }
  if (isSafeLink(href)) {
    if (!/^https?:/i.test(href)) return [];
    const address = URL.parse(href);
    if (!address) return [unreadable(href, line)];
    const path = ownMachine.test(address.hostname) ? pathOfPage(address, seen.site) : undefined;
    if (path !== undefined) return [previewed(href, path, line)];
    seen.outbound.add(href);
    return wwwFindings(href, line, seen);
  }
  if (href === '')
    return [
      {
        code: 'link/empty',
        line,
        search: '()',
        what: 'This link has no address.',
        fix: 'Write one between the round brackets.',
      },
    ];
  const search = href.slice(0, 40);
  if (/^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//')) {
    return [
      {
        code: 'link/unsafe',
        line,
        search,
        what: `“${href}” is not an address that a link may lead to.`,
        fix: href.startsWith('//')
          ? 'Write one slash at its beginning for a page of this site, https:// for another.'
          : 'Link to https://…, mailto:…, or to a page of this site as /2015/11/26/story/.',
      },
    ];
  }
  return [
    {
      code: 'link/relative',
      line,
      search,
      what: `The link “${href}” is relative, so it would break in feeds and listings.`,
      fix: /^[^\s/@]+@[^\s/@]+$/.test(href)
        ? `Write mailto:${href}.`
        : /^www\./i.test(href)
          ? `Write https://${href}.`
          : 'Write the whole path from the site’s root, as in /2015/11/26/story/.',
    },
  ];
}

/** Of an address of which only the beginning is written, or a machine in the house of who wrote it. */
function nothingFindings(href: string, line: number, { site }: Seen): Finding[] {
  const told = (what: string, fix: string): Finding[] => [
    { code: 'link/empty', weight: 'advice', line, search: `(${href}`, what, fix },
  ];
  const takeAway = 'or remove the link, and leave its words';
  if (href === '#')
    return told(
      'This link leads to the page that it is on.',
      `Write its address between the round brackets, ${takeAway}.`,
    );
  if (/^mailto:[^@?]*$/i.test(href))
    return told(`“${href}” has no address to write to.`, `Write it as in mailto:name@port.example, ${takeAway}.`);
  if (/^tel:[^\d*#]*$/i.test(href))
    return told(`“${href}” has no number to call.`, `Write it as in tel:+351210000000, ${takeAway}.`);
  const host = /^https?:/i.test(href) && pathOnSite(href, site) === undefined ? URL.parse(href)?.hostname : undefined;
  if (host === undefined || ownMachine.test(host) || /^\[|[^.]\.[^.]/.test(host)) return [];
  return told(`“${href}” leads to no site that readers could find.`, `Write its whole address, ${takeAway}.`);
}

/** Under that name may stand another site, so that nothing is held against the link. */
function wwwFindings(href: string, line: number, { site }: Seen): Finding[] {
  const path = pathUnderWww(href, site);
  if (path === undefined || readLink(path, site).kind === 'none') return [];
  return [
    {
      code: 'link/www',
      weight: 'advice',
      line,
      search: href,
      what: `“${href}” counts as another site and is not checked: this site’s address is ${site.url}.`,
      fix: `For a page of this site write ${path}.`,
    },
  ];
}

/** Names of the machine on which somebody reads. */
const ownMachine = /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])$/;

/** Of an address that was copied from a preview; a story on programs may name the front of any other. */
function pathOfPage({ pathname, hash }: URL, site: Seen['site']): string | undefined {
  return pathname !== '/' && readLink(pathname, site).kind !== 'none' ? pathname + hash : undefined;
}

/** Whether a link is told for leading there. */
export function isPreviewed(href: string, site: Seen['site']): boolean {
  const address = /^https?:/i.test(href) ? URL.parse(href) : null;
  return address !== null && ownMachine.test(address.hostname) && pathOfPage(address, site) !== undefined;
}

function previewed(href: string, path: string, line: number): Finding {
  return {
    code: 'link/unsafe',
    line,
    search: href,
    what: `“${href}” leads each reader to their own machine.`,
    fix: `For this page of the site write ${path}.`,
  };
}

function unreadable(href: string, line: number): Finding {
  return {
    code: 'link/unsafe',
    line,
    search: href,
    what: `“${href}” cannot be read as an address.`,
    fix: 'Write it whole, as in https://elsewhere.example/page/.',
  };
}
