/** From an address as it stands in a file to the file of the site that has to answer at it. */

import { apart, Remembered } from '../content/remember.ts';
import { decodedPath, folded } from '../content/spelling.ts';

type Target = { where: 'here'; path: string; fragment: string } | { where: 'elsewhere' } | { where: 'unreadable' };

/** `base` is the absolute URL of the file that gives the address; queries do not choose another file. */
export function resolveAddress(address: string, base: string, origin: string): Target {
  if (!isSameAnywhere.test(address)) return resolved(address, base, origin);
  if (known?.origin !== origin) known = { origin, targets: new Remembered(50_000, apart) };
  return known.targets.get(address, (each) => resolved(each, origin, origin));
}

/** Of addresses that mean the same on all pages of a site, of which most are on many. */
let known: { origin: string; targets: Remembered<string, Target> } | undefined;
const isSameAnywhere = /^(?:\/|https?:\/\/)/;

function resolved(address: string, base: string, origin: string): Target {
  const url = URL.parse(address, base);
  if (!url) return { where: 'unreadable' };
  if (url.origin !== origin) return { where: 'elsewhere' };
  const path = decodedPath(url.pathname.slice(1));
  if (path === undefined) return { where: 'unreadable' };
  const isFolder = path === '' || path.endsWith('/');
  return { where: 'here', path: isFolder ? `${path}index.html` : path, fragment: url.hash.slice(1) };
}

export function isAbsolute(address: string): boolean {
  return /^\s*[a-z][a-z0-9+.-]*:/i.test(address);
}

/** What of a fragment must be an id: `#:~:text=…` only marks words, and `#top` is always there. */
export function placeOfFragment(fragment: string): string {
  const place = fragment.replace(/:~:.*$/s, '');
  return folded(decodedPath(place) ?? place) === 'top' ? '' : place;
}

/** The ids of a page. */
export type Places = { has(id: string): boolean };

/** As browsers do: as it stands, else percent-decoded. */
export function hasPlace(places: Places, place: string): boolean {
  return places.has(place) || places.has(decodedPath(place) ?? place);
}
