/** What `site.yaml` may say of a script, and of hosts that pages may ask. */
import { z } from 'zod';
import { address, list, wholeAddress, word } from './fields.ts';
import { hostOf, isHost } from './frames.ts';
import { maxCharacters, maxItems } from './lengths.ts';
import { isWebAddress } from './names.ts';
import { type Refusal, refuse } from './refusal.ts';
import { described } from './yaml/schema.ts';

export const host = z.string().superRefine(
  refuse(isHost, (value) => ({
    code: 'site/bad-host',
    what: `“${value.slice(0, maxCharacters.word)}” is not the name of a host.`,
    right: hostOf(value),
  })),
);

/** Of another site, or of a file of `public/`; whether there is one is told where those are known. */
const scriptAddress = address(
  (value) => isWebAddress(value) || /^\/(?!\/)\S+$/.test(value),
  'is neither a web address, which has https:// at its beginning, nor the path of a file of public/, as in /stats.js',
  scriptAddressOf,
);

/** `/stats.js` of `stats.js` and of `public/stats.js`, and the whole of another site's address. */
function scriptAddressOf(written: string): string | undefined {
  const [, path] =
    /^\.{0,2}\/?public\/(\S+)$/.exec(written) ?? /^(?:\.\/)?([^\s/]+\.m?js|[^\s./]+\/\S+)$/.exec(written) ?? [];
  return path === undefined ? wholeAddress(written) : `/${path}`;
}

export const script = z.strictObject({
  src: described(
    scriptAddress.superRefine(
      refuse(
        (value) => !/^http:/i.test(value),
        (value) => ({
          code: 'site/unsafe-script',
          what: 'This script is loaded without encryption, so that anybody on the way could change it.',
          right: value.replace(/^http:/i, 'https:'),
        }),
      ),
    ),
    'Its address on another site, or the path of a file of public/, as in /stats.js.',
  ),
  kinds: described(
    list(word(maxCharacters.id), maxItems.site).min(1).optional(),
    'Kinds of page that load it; without any, all that readers stay on.',
  ),
  hosts: described(
    list(host, maxItems.site).default([]),
    'Other hosts that it asks; without them browsers let it ask its own alone.',
  ),
  integrity: described(
    z.string().superRefine(refuse(isIntegrity, integrityRefusal)).optional(),
    'Its hash, as in sha384-…: browsers refuse it if it has changed.',
  ),
});

/** One hash or several, as browsers compare them: https://www.w3.org/TR/SRI/ */
function isIntegrity(value: string): boolean {
  const bytes: Record<string, number> = { sha256: 32, sha384: 48, sha512: 64 };
  return value.split(' ').every((each) => {
    const [, name = '', digits = ''] = /^(sha\d{3})-([A-Za-z0-9+/]+={0,2})$/.exec(each) ?? [];
    return digits.length % 4 === 0 && (digits.length / 4) * 3 - digits.split('=').length + 1 === bytes[name];
  });
}

function integrityRefusal(): Refusal {
  return {
    code: 'site/bad-integrity',
    what: 'This is not a hash that browsers can compare a script with.',
    fix: 'Write what “openssl dgst -sha384 -binary FILE | openssl base64 -A” says of the file, with sha384- before it, or remove the line.',
  };
}
