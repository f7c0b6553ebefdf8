/**
 * A content security policy (https://www.w3.org/TR/CSP3/): from where a browser may load what, for one page. It stands in
 * the page, so that it holds on any host and always belongs to the bytes that it speaks of.
 */

/** Sources, as they are written, by directive. */
export type Policy = ReadonlyMap<string, ReadonlySet<string>>;

/** Something that a page loads, or has in itself: what may be loaded like that, and from where. */
export type Need = { directive: Directive; source: string };

/** In the order in which they are written. */
const directives = [
  'default-src',
  'script-src',
  'style-src',
  'img-src',
  'font-src',
  'media-src',
  'frame-src',
  'connect-src',
  'manifest-src',
  'object-src',
  'form-action',
  'base-uri',
] as const;

export type Directive = (typeof directives)[number];

export const nothing = "'none'";
export const self = "'self'";

/** What holds where a page needs nothing; of the others `default-src` speaks. Tools that rate a page ask its site for robots.txt from within it. */
const always: readonly Need[] = [
  { directive: 'default-src', source: nothing },
  { directive: 'connect-src', source: self },
  { directive: 'form-action', source: nothing },
  { directive: 'base-uri', source: nothing },
];

/** The policy that allows just these. */
export function policyOf(needs: Iterable<Need>): Policy {
  return withNeeds(new Map(always.map(({ directive, source }) => [directive, new Set([source])])), needs);
}

export function withNeeds(policy: Policy, needs: Iterable<Need>): Policy {
  const sources = new Map([...policy].map(([directive, list]) => [directive, new Set(list)]));
  for (const { directive, source } of needs) {
    const known = sources.get(directive) ?? new Set();
    known.delete(nothing);
    sources.set(directive, known.add(source));
  }
  return sources;
}

/** The same text for the same policy, however its needs were found. */
export function policyText(policy: Policy): string {
  const said = directives.flatMap((directive) => {
    const sources = policy.get(directive);
    return sources ? [[directive, ...[...sources].sort()].join(' ')] : [];
  });
  return said.join(';');
}

/** As browsers read it: of a directive that is said twice the first holds. */
export function readPolicy(text: string): Policy {
  const policy = new Map<string, Set<string>>();
  for (const said of text.split(';')) {
    const [name = '', ...sources] = said.trim().split(/\s+/);
    const directive = name.toLowerCase();
    if (directive !== '' && !policy.has(directive)) policy.set(directive, new Set(sources));
  }
  return policy;
}

/** The source that stands for an inline block, by the SHA-256 of its bytes in Base64. */
export function hashSource(digest: string): string {
  return `'sha256-${digest}'`;
}

export function isHashSource(source: string): boolean {
  return /^'sha\d+-/.test(source);
}

/** Where an address leads, as a source; undefined where nothing is asked of anyone. */
export function sourceOf(address: string): string | undefined {
  const written = address.trim();
  if (written === '' || written.startsWith('#')) return undefined;
  const [, scheme = ''] = /^([a-z][a-z\d+.-]*:)/i.exec(written) ?? [];
  if (scheme === '' && !/^[\\/]{2}/.test(written)) return self;
  if (scheme !== '' && !/^https?:$/i.test(scheme)) return scheme.toLowerCase();
  return URL.parse(written, 'https://x.invalid/')?.origin;
}
