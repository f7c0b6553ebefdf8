/** How a licence is written, and which was meant by one that is written otherwise. */
import { address, wholeAddress } from './fields.ts';
import { isKnownLicense, none, readLicense, versions } from './license.ts';

export const license = address(
  (value) => value === none || readLicense(value) !== undefined,
  'is neither a licence that is known by its name, as “CC BY 4.0” is, nor the address of one, which has https:// at its beginning',
  // Nothing is allowed that nobody can be sure of.
  (value) => meantLicense(value) ?? none,
);

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
  const name = `CC ${term} ${version}`;
  return isKnownLicense(name) ? name : undefined;
}
