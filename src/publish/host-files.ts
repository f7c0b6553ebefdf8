/** The files that speak to a pages host, which it reads and shows nobody. */
import { headersText } from './host-headers.ts';
import type { Host } from './host-limits.ts';
import type { Rules } from './host-redirects.ts';
import type { ServerSettings } from './settings.ts';

const readBy: Readonly<Record<Host, readonly ('_headers' | '_redirects')[]>> = {
  cloudflare: ['_headers', '_redirects'],
  'cloudflare-paid': ['_headers', '_redirects'],
  netlify: ['_headers', '_redirects'],
  github: [],
  gitlab: ['_redirects'],
};

type Secure = Pick<ServerSettings, 'hsts'> & { isSecure: boolean };

/** By path; those that would be empty are not there. */
export function hostFiles(host: Host, { text }: Rules, { isSecure, ...server }: Secure): Record<string, string> {
  const texts = { _headers: headersText(server, isSecure), _redirects: text };
  return Object.fromEntries(readBy[host].flatMap((path) => (texts[path] === '' ? [] : [[path, texts[path]]])));
}
