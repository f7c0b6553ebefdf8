/**
 * Who works at the editor. Of a request for this machine it is whoever git knows here. Behind a proxy that signs people in, it is whom
 * the proxy names in a header: that is believed only of a request for the proxy’s own name, and only where `start` was told so.
 */
import type { IncomingMessage } from 'node:http';
import type { Author } from '../content/author.ts';
import { defaultLanguage, textIn } from '../content/names.ts';
import { folded } from '../content/spelling.ts';
import { gitIdentity, type Identity, readAuthors, textsOf } from '../desk/who-writes.ts';
import { WrongUsage } from '../errors.ts';
import type { Newsroom } from './newsroom.ts';
import { knownSite } from './read-site.ts';

/** `origin`: `https://edit.paper.example`; `header`: in lower case. */
export type FrontProxy = { origin: string; host: string; header: string };

/** Undefined where neither flag is given. */
export function proxyOption(address: string | undefined, header: string | undefined): FrontProxy | undefined {
  if (address === undefined && header === undefined) return undefined;
  if (address === undefined || header === undefined)
    throw new WrongUsage(
      '--proxy and --signed-in go together: the address of the proxy, and the header in which it says who is signed in.',
    );
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search !== '' || url.username !== '')
    throw new WrongUsage(`--proxy takes an address such as https://edit.paper.example, not “${address}”.`);
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(header))
    throw new WrongUsage(`--signed-in takes the name of a header such as X-Signed-In, not “${header}”.`);
  return { origin: url.origin, host: url.host, header: header.toLowerCase() };
}

/** Whether it is asked for by the name of the proxy. */
export function isForProxy({ headers: { host = '' } }: IncomingMessage, proxy: FrontProxy | undefined): boolean {
  return proxy !== undefined && host.toLowerCase() === proxy.host;
}

/** Whom the proxy names; undefined where it names nobody whom git could sign for. */
export function signedIn({ headers }: IncomingMessage, { header }: FrontProxy): string | undefined {
  const written = headers[header];
  if (typeof written !== 'string') return undefined;
  // Node takes the bytes of a header for Latin letters.
  const name = Buffer.from(written, 'latin1').toString().trim();
  const isName = /[\p{L}\p{N}]/u.test(name) && !/[\p{Cc}<>\uFFFD]/u.test(name) && name.length <= 200;
  return isName ? name : undefined;
}

/** With the name and address of the newsroom’s author who that is, if any. */
export function personOf(
  request: IncomingMessage,
  proxy: FrontProxy | undefined,
  { content, newsroom }: { content: string; newsroom: Newsroom },
): Identity | undefined {
  if (!proxy || !isForProxy(request, proxy)) {
    const { name, email } = gitIdentity(content);
    return { name: name || 'Editor', email };
  }
  const named = signedIn(request, proxy);
  const site = knownSite(content, newsroom.root);
  if (named === undefined || !site) return named === undefined ? undefined : { name: named, email: '' };
  const author = readAuthors(content, site).find((each) => isCalled(each, named));
  if (!author) return { name: named, email: named.includes('@') ? named : '' };
  return { name: textIn(author.name, defaultLanguage(site), site.languages), email: author.email ?? '' };
}

function isCalled({ id, name, email }: Author, named: string): boolean {
  return [id, ...textsOf(name), ...(email === undefined ? [] : [email])].some((each) => folded(each) === folded(named));
}
