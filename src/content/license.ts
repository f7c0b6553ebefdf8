/**
 * Under which licence a story may be used: said by one of the names that are known everywhere, or by the address of a
 * licence. What `site.yaml` says holds for all stories, and a story may say something else of itself.
 */
import { address, wholeAddress } from './fields.ts';
import { isWebAddress } from './names.ts';

export type License = { name: string; url: string };

/** Of a story that nobody may use unasked, on a site where others may be. */
const none = 'none';

const root = 'https://creativecommons.org';
const terms = ['BY', 'BY-SA', 'BY-ND', 'BY-NC', 'BY-NC-SA', 'BY-NC-ND'];
const versions = ['4.0', '3.0', '2.5', '2.0'];

/** Addresses by names. */
const known = new Map([
  ...terms.flatMap((term) =>
    versions.map((version) => [`CC ${term} ${version}`, `${root}/licenses/${term.toLowerCase()}/${version}/`] as const),
  ),
  ['CC0 1.0', `${root}/publicdomain/zero/1.0/`],
  ['Public Domain Mark 1.0', `${root}/publicdomain/mark/1.0/`],
]);

export const license = address(
  (value) => value === none || readLicense(value) !== undefined,
  'is neither a licence that is known by its name, as “CC BY 4.0” is, nor the address of one, which has https:// at its beginning',
  // Nothing is allowed that nobody can be sure of.
  (value) => meantLicense(value) ?? none,
);

/** Of a story that says this, or nothing, on a site that says that. */
export function licenseOf(ofStory: string | undefined, ofSite: string | undefined): License | undefined {
  return readLicense(ofStory ?? ofSite ?? none);
}

/** The name of an address is that of the licence, or the address itself as people write it. */
function readLicense(written: string): License | undefined {
  const url = known.get(written);
  if (url !== undefined) return { name: written, url };
  if (!/^https:/i.test(written) || !isWebAddress(written)) return undefined;
  const [name] = [...known].find(([, each]) => each === written) ?? [];
  return { name: name ?? written.replace(/^https:\/\//i, '').replace(/\/$/, ''), url: written };
}

/** `CC BY-SA 4.0` of `cc-by-sa`, of `Creative Commons Attribution-ShareAlike 4.0 International` and the like. */
function meantLicense(written: string): string | undefined {
  const whole = wholeAddress(written);
  if (whole !== undefined) return whole;
  const text = written.slice(0, 200).toUpperCase();
  if (/PUBLIC DOMAIN/.test(text)) return 'Public Domain Mark 1.0';
  if (/\bCC[- ]?(?:0|ZERO)\b/.test(text)) return 'CC0 1.0';
  if (!/CC|CREATIVE COMMONS|\bBY\b/.test(text)) return undefined;
  const has = (term: RegExp, name: string) => (term.test(text) ? [name] : []);
  const term = [
    'BY',
    ...has(/\bNC\b|NON-?COMMERCIAL/, 'NC'),
    ...has(/\bSA\b|SHARE-? ?ALIKE/, 'SA'),
    ...has(/\bND\b|NO-? ?DERIV/, 'ND'),
  ].join('-');
  const version = versions.find((each) => text.includes(each)) ?? versions[0];
  return [`CC ${term} ${version}`].find((name) => known.has(name));
}
