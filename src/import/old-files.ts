/** Files of the old site that no story can have beside it, at the addresses that they had: certificates, archives, pictures of pages. */
import { isOfGit } from '../content/public-files.ts';
import { isReservedAddress } from '../content/reserved-addresses.ts';
import type { Site } from '../content/site.ts';
import { decodedPath } from '../content/spelling.ts';
import { wholeAddress } from './media.ts';
import { oldPath } from './old-path.ts';
import { normal } from './readers/addresses.ts';

/** What programs make pages and styles of, which nobody was given as it stands there; and pages, whose links lead elsewhere now. */
const made =
  /\.(?:md|mdx|markdown|mdown|x?html?|xml|njk|liquid|hbs|handlebars|mustache|ejs|pug|jade|haml|webc|s[ac]ss|less|tsx?|jsx|vue|svelte|astro|php|rb|toml|ya?ml)$/i;

type Asked = { hosts: readonly string[]; from: string | undefined; site: Site };

/** Where it stands below `public/`, as `certs/root.pem`; undefined of what is no such file. */
export function placeOfOldFile(src: string, file: string, { hosts, from, site }: Asked): string | undefined {
  if (made.test(file) || !/[^/]\.\w+$/.test(file)) return undefined;
  const path = oldPath(wholeAddress(src, { hosts, from }), hosts)?.replace(/[?#].*$/s, '');
  const decoded = path === undefined ? undefined : decodedPath(path)?.normalize('NFC');
  const place = decoded === undefined || /[\p{Cc}\\]/u.test(decoded) ? undefined : normal(decoded);
  if (place === undefined || place.split('/').some((name) => name.startsWith('.')) || isOfGit(place)) return undefined;
  const isTaken = /^\d{4}\//.test(place) || isReservedAddress(`/${place}/`, site);
  return isTaken ? `files/${place}` : place;
}
