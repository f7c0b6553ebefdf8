/**
 * The configuration of nginx for a target that is a folder: written once, and again only when the site’s host, its languages
 * or the target’s settings change. What publishing changes, nginx finds in the folder: pages at once, the lists of old
 * addresses when it is reloaded.
 */
import type { Site } from '../content/site.ts';
import { headerMaps, headers, hstsHeader } from './nginx-headers.ts';
import { addressMaps, indented, locations, rules, types } from './nginx-site.ts';
import { quoted } from './redirect-maps.ts';
import type { ServerSettings, TargetSettings } from './settings.ts';

export type FolderSettings = Pick<TargetSettings, 'name' | 'server'> & { folder: string };

/** `command` is what writes it again. */
export function nginxText(
  { url, formerly, languages }: Pick<Site, 'url' | 'formerly' | 'languages'>,
  { name: target, folder, server }: FolderSettings,
  command: string,
): string {
  const name = `site_${target.replaceAll('-', '_')}`;
  const { host, hostname, protocol } = new URL(url);
  const formerHosts = formerly
    .map((each) => new URL(each))
    .filter((each) => each.host !== host)
    .map((each) => each.hostname);
  const hosts = { own: hostname, former: [...new Set(formerHosts)], url };
  const named = { name, folder, languages };
  return `# Written by: ${command}
# Write it again after a change of url, formerly or languages in site.yaml, or of publish.yaml.

# Room for old addresses; at most once on a server, so take these two lines out here if another file has them.
map_hash_bucket_size 1024;
map_hash_max_size 65536;

${addressMaps(named)}
${headerMaps(name)}
server {
${indented(
  [
    listenTo(server),
    `server_name ${hostname};`,
    ...secrets(server),
    `root ${quoted(`${folder}/current`)};`,
    'server_tokens off;',
    'absolute_redirect off;',
    `\n# Packed when it was published.\ngzip off;\ngzip_static on;\ngzip_vary on;\ngzip_proxied any;`,
    `\n${types()}`,
    `\n${headers(name, server, protocol === 'https:')}`,
    `\n${rules(name)}`,
    `\n${locations(named)}`,
  ].join('\n'),
)}
}
${otherServers(hosts, folder, server)}`;
}

type Hosts = { own: string; former: readonly string[]; url: string };

/** Hosts that the site had before lead to the one that it has, and so does HTTP where nginx itself speaks HTTPS. */
function otherServers({ own, former, url }: Hosts, folder: string, server: ServerSettings): string {
  const all = server.tls ? [own, ...former] : former;
  const plain = [
    server.tls ? listenTo({}) : listenTo(server),
    `server_name ${all.join(' ')};`,
    'server_tokens off;',
    ...(server.tls ? [challenges(folder)] : []),
    `location / {\n  return 301 ${url}$request_uri;\n}`,
  ];
  const secure = [
    listenTo(server),
    `server_name ${former.join(' ')};`,
    ...secrets(server),
    'server_tokens off;',
    hstsHeader('host'),
    `return 301 ${url}$request_uri;`,
  ];
  return [
    ...(all.length > 0 ? [serverBlock(plain)] : []),
    ...(server.tls && former.length > 0 ? [serverBlock(secure)] : []),
  ].join('');
}

function serverBlock(lines: readonly string[]): string {
  return `\nserver {\n${indented(lines.join('\n'))}\n}\n`;
}

/** For who renews the certificate: certbot certonly --webroot. */
function challenges(folder: string): string {
  return `location /.well-known/acme-challenge/ {\n  root ${quoted(`${folder}/challenges`)};\n}`;
}

function listenTo({ listen, tls }: Pick<ServerSettings, 'listen' | 'tls'>): string {
  const secure = tls ? ' ssl http2' : '';
  if (listen !== undefined) return `listen ${listen}${secure};`;
  const port = tls ? 443 : 80;
  return `listen ${port}${secure};\nlisten [::]:${port}${secure};`;
}

function secrets({ tls }: ServerSettings): string[] {
  if (!tls) return [];
  return [
    `ssl_certificate ${quoted(tls.certificate)};`,
    `ssl_certificate_key ${quoted(tls.key)};`,
    'ssl_protocols TLSv1.2 TLSv1.3;',
  ];
}
