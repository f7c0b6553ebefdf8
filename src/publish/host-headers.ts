/** `_headers`, as Cloudflare and Netlify read it: addresses, and below each what is said beside them. */
import { caching, feedAddresses } from './caching.ts';
import { headersOfAll, headersOfFeeds, headersOfPages, hstsFor } from './headers.ts';
import type { ServerSettings } from './settings.ts';

/**
 * All rules that fit an address hold together, and a header that two of them say is said twice: so none does, and of pages
 * there is no caching, since hosts ask each time by themselves. No rule can be for pages alone, so a picture has their policy too,
 * which does it no harm; what would do some (Cross-Origin-Resource-Policy) is left out. `isSecure`: the site’s own address
 * begins with https.
 */
export function headersText({ hsts }: Pick<ServerSettings, 'hsts'>, isSecure: boolean): string {
  const { 'Content-Security-Policy': policy } = headersOfPages;
  const ofAll = { ...headersOfAll, 'Content-Security-Policy': policy };
  return [
    block('/*', isSecure ? { ...ofAll, 'Strict-Transport-Security': hstsFor[hsts] } : ofAll),
    ...caching.flatMap(({ onHosts, header }) =>
      onHosts.map((address) => {
        const more = feedAddresses.includes(address) ? headersOfFeeds : {};
        return block(address, { 'Cache-Control': header, ...more });
      }),
    ),
  ].join('');
}

function block(address: string, headers: Readonly<Record<string, string>>): string {
  return [address, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}
