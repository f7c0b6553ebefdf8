/** What every server of the site says beside its files, whichever it is. */
import type { ServerSettings } from './settings.ts';

/** Of everything. */
export const headersOfAll = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
} as const;

/** Of pages: each has its own policy in it, and this is what only a header can say. */
export const headersOfPages = {
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/** Of feeds: anybody’s page may read one. */
export const headersOfFeeds = { 'Access-Control-Allow-Origin': '*' } as const;

/** Seconds for which browsers ask by HTTPS alone: half a year, and two years where a list of browsers wants more than one. */
export const hstsFor: Record<ServerSettings['hsts'], string> = {
  host: 'max-age=15768000',
  subdomains: 'max-age=15768000; includeSubDomains',
  preload: 'max-age=63072000; includeSubDomains; preload',
};
