/**
 * Under which licence a story may be used: said by one of the names that are known everywhere, or by the address of a
 * licence. What `site.yaml` says holds for all stories, and a story may say something else of itself.
 */
import { isWebAddress } from './names.ts';

export type License = { name: string; url: string };

/** Of a story that nobody may use unasked, on a site where others may be. */
export const none = 'none';

const root = 'https://creativecommons.org';
const terms = ['BY', 'BY-SA', 'BY-ND', 'BY-NC', 'BY-NC-SA', 'BY-NC-ND'];
export const versions = ['4.0', '3.0', '2.5', '2.0'];

/** Addresses by names. */
const known = new Map([
  ...terms.flatMap((term) =>
    versions.map((version) => [`CC ${term} ${version}`, `${root}/licenses/${term.toLowerCase()}/${version}/`] as const),
  ),
  ['CC0 1.0', `${root}/publicdomain/zero/1.0/`],
  ['Public Domain Mark 1.0', `${root}/publicdomain/mark/1.0/`],
]);

export function isKnownLicense(name: string): boolean {
  return known.has(name);
}

/** Of a story that says this, or nothing, on a site that says that. */
export function licenseOf(ofStory: string | undefined, ofSite: string | undefined): License | undefined {
  return readLicense(ofStory ?? ofSite ?? none);
}

/** The name of an address is that of the licence, or the address itself as people write it. */
export function readLicense(written: string): License | undefined {
  const url = known.get(written);
  if (url !== undefined) return { name: written, url };
  if (!/^https:/i.test(written) || !isWebAddress(written)) return undefined;
  const [name] = [...known].find(([, each]) => each === written) ?? [];
  return { name: name ?? written.replace(/^https:\/\//i, '').replace(/\/$/, ''), url: written };
}
