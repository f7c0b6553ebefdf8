/**
 * One request to another site: its status, never its body. Not by linkinator, which asks for any link that its pages have: it
 * keeps no pause between requests to a host, and cannot be kept from addresses of private networks, which only whoever
 * connects can see; nor by fetch, for the latter.
 */
import { lookup } from 'node:dns/promises';
import { request as requestOpenly } from 'node:http';
import { request as requestSafely } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPrivate } from './private-addresses.ts';

export type Method = 'HEAD' | 'GET';

/** `retryAfter` and `location` as they are written. */
export type Reply = { status: number; location?: string | undefined; retryAfter?: string | undefined } | Failure;
/** In the words above and below, or what the system calls it. */
type Failure = { failed: string };

export type Send = (url: URL, method: Method) => Promise<Reply>;

export const noSuchHost = 'no such host';
export const cutConnection = 'a cut connection';
export const privateAddress = 'an address of a private network';
const noAnswer = 'no answer in time';

const reasons: Record<string, string> = {
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: 'no answer of a name server',
  ECONNREFUSED: 'a refused connection',
  ECONNRESET: cutConnection,
  ETIMEDOUT: noAnswer,
};

type HostAddress = { address: string; family: number };
/** All addresses of a host; fails as `dns.lookup` does. */
export type Resolve = (host: string) => Promise<HostAddress[]>;

export const resolveHost: Resolve = (host) => lookup(host, { all: true });

export type Sender = {
  /** Who asks: hosts see it. */
  userAgent: string;
  resolve: Resolve;
  /** How long a host may take until its first words. */
  limitMs: number;
  /** Whether an IP address may be asked; of a private network none is, but in tests. */
  mayAsk?: (ip: string) => boolean;
};

export function sender({ userAgent, resolve, limitMs, mayAsk = (ip) => !isPrivate(ip) }: Sender): Send {
  return async (url, method) => {
    const signal = AbortSignal.timeout(limitMs);
    try {
      const addresses = await Promise.race([addressesOf(url, resolve), endOf(signal)]);
      if (addresses.length === 0) return { failed: noSuchHost };
      if (!addresses.every(({ address }) => mayAsk(address))) return { failed: privateAddress };
      return await send(url, { method, userAgent, addresses, signal });
    } catch (error) {
      if (signal.aborted) return { failed: noAnswer };
      return { failed: reasonOf(error) };
    }
  };
}

async function addressesOf({ hostname }: URL, resolve: Resolve): Promise<HostAddress[]> {
  const ip = hostname.replace(/^\[(.*)\]$/, '$1');
  const family = isIP(ip);
  return family === 0 ? resolve(ip) : [{ address: ip, family }];
}

function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }));
}

/** Of several addresses that failed, the first tells. */
function reasonOf(error: unknown): string {
  const { code, errors } = error as NodeJS.ErrnoException & { errors?: NodeJS.ErrnoException[] };
  const told = code ?? errors?.[0]?.code ?? '';
  if (/CERT|SIGNATURE/.test(told)) return 'a certificate that is not trusted';
  if (told.startsWith('HPE_')) return 'an answer that cannot be read';
  return reasons[told] ?? (told === '' ? 'no answer' : told);
}

type Request = { method: Method; userAgent: string; addresses: HostAddress[]; signal: AbortSignal };

/** Connects to no other address than those that were judged, whatever the name leads to by then. */
function send(url: URL, { method, userAgent, addresses, signal }: Request): Promise<Reply> {
  const known: LookupFunction = (_host, { all }, done) => {
    const [first] = addresses as [HostAddress];
    if (all) done(null, addresses);
    else done(null, first.address, first.family);
  };
  const request = url.protocol === 'https:' ? requestSafely : requestOpenly;
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method,
      headers: { 'User-Agent': userAgent, Accept: '*/*' },
      agent: false,
      lookup: known,
      signal,
    });
    asked.on('error', reject);
    asked.on('response', ({ statusCode: status = 0, headers }) => {
      resolve({ status, location: inUtf8(headers.location), retryAfter: headers['retry-after'] });
      asked.destroy();
    });
    asked.end();
  });
}

/** Node reads headers byte by byte, and some hosts write addresses there as they are. */
function inUtf8(header: string | undefined): string | undefined {
  return header === undefined ? undefined : Buffer.from(header, 'latin1').toString();
}
