/**
 * What nginx says beside each answer, as maps and headers of the whole server: a header of a location would take away all
 * others there.
 */
import { askEachTime, caching } from './caching.ts';
import { headersOfAll, headersOfFeeds, headersOfPages, hstsFor } from './headers.ts';
import type { ServerSettings } from './settings.ts';

/** `name` is what all variables of the target begin with. */
export function headerMaps(name: string): string {
  const rows = caching.map(({ address, header }) => `  "~^(?:200|304) ${address}" "${header}";`);
  return `# A page may change at any time, so browsers ask each time whether it has; a picture never does.
map "$status $uri" $${name}_caching {
  default ${askEachTime};
  "~^30[1278] " max-age=3600;
${rows.join('\n')}
}

# Pages alone: each has its own policy in it, and this is what only a header can say.
map "$uri $sent_http_content_type" $${name}_page {
  "~(?:\\.html(?:\\.br)? | text/html)" page;
}
map $${name}_page $${name}_policy {
  page "${headersOfPages['Content-Security-Policy']}";
}
map $${name}_page $${name}_resources {
  page ${headersOfPages['Cross-Origin-Resource-Policy']};
}

# Anybody’s page may read a feed.
map $uri $${name}_readers {
  "~/feed\\.(?:xml|atom|json)(?:\\.br)?$" "${headersOfFeeds['Access-Control-Allow-Origin']}";
}

map $status $${name}_methods {
  405 "GET, HEAD";
}

# What was packed with brotli; of gzip nginx says so itself.
map $uri $${name}_encoding {
  "~\\.br$" br;
}
map $uri $${name}_vary {
  "~\\.br$" Accept-Encoding;
}
`;
}

/** `isSecure`: the site’s own address begins with https. */
export function headers(name: string, { hsts }: Pick<ServerSettings, 'hsts'>, isSecure: boolean): string {
  const lines = [
    ...(isSecure ? [hstsHeader(hsts)] : []),
    ...Object.entries(headersOfAll).map(([header, value]) => `add_header ${header} ${value} always;`),
    `add_header Content-Security-Policy $${name}_policy always;`,
    `add_header Cross-Origin-Resource-Policy $${name}_resources always;`,
    `add_header Access-Control-Allow-Origin $${name}_readers always;`,
    `add_header Cache-Control $${name}_caching always;`,
    `add_header Content-Encoding $${name}_encoding always;`,
    `add_header Vary $${name}_vary always;`,
    `add_header Allow $${name}_methods always;`,
  ];
  return lines.join('\n');
}

export function hstsHeader(hsts: ServerSettings['hsts']): string {
  return `add_header Strict-Transport-Security "${hstsFor[hsts]}" always;`;
}
