/** Addresses of the old site, under whichever of its hosts. */
import { pathOnSite } from '../content/links.ts';
import { Remembered } from '../content/remember.ts';

/** An address as a path of the old site, whatever host of it it has; undefined for one of another site. */
export function oldPath(href: string, hosts: readonly string[]): string | undefined {
  const [first, ...rest] = hosts;
  if (first === undefined) return /^\/(?!\/)/.test(href) ? href : undefined;
  const path = pathOnSite(href, { url: first, formerly: rest });
  const below = folders.get(first, () => URL.parse(first)?.pathname.replace(/\/$/, '') ?? '');
  return below !== '' && path?.startsWith(`${below}/`) ? path.slice(below.length) : path;
}

/** In which an old site stood, by its address. */
const folders = new Remembered<string, string>(100);

/** Of a whole address. */
export function withAndWithoutWww(url: string): string[] {
  const parsed = URL.parse(url);
  if (!parsed) return [];
  const other = parsed.host.startsWith('www.') ? parsed.host.slice(4) : `www.${parsed.host}`;
  const path = parsed.pathname.replace(/\/$/, '');
  return [`${parsed.origin}${path}`, `${parsed.protocol}//${other}${path}`];
}
