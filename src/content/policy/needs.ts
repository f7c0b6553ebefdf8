/** What elements and style sheets ask browsers to load, and under which directive of a policy that falls. */
import { type Directive, type Need, sourceOf } from './policy.ts';

export type Attributes = Readonly<Record<string, string | undefined>>;

const addresses: ReadonlyMap<string, readonly [attribute: string, directive: Directive][]> = new Map([
  ['img', [['src', 'img-src']]],
  [
    'input',
    [
      ['src', 'img-src'],
      ['formaction', 'form-action'],
    ],
  ],
  ['source', [['src', 'media-src']]],
  [
    'video',
    [
      ['src', 'media-src'],
      ['poster', 'img-src'],
    ],
  ],
  ['audio', [['src', 'media-src']]],
  ['track', [['src', 'media-src']]],
  ['iframe', [['src', 'frame-src']]],
  ['frame', [['src', 'frame-src']]],
  ['embed', [['src', 'object-src']]],
  ['object', [['data', 'object-src']]],
  ['script', [['src', 'script-src']]],
  ['form', [['action', 'form-action']]],
  ['button', [['formaction', 'form-action']]],
  ['base', [['href', 'base-uri']]],
]);

const pictureSets: ReadonlyMap<string, string> = new Map([
  ['img', 'srcset'],
  ['source', 'srcset'],
  ['link', 'imagesrcset'],
]);

const rels: ReadonlyMap<string, Directive> = new Map([
  ['icon', 'img-src'],
  ['apple-touch-icon', 'img-src'],
  ['mask-icon', 'img-src'],
  ['stylesheet', 'style-src'],
  ['manifest', 'manifest-src'],
  ['modulepreload', 'script-src'],
]);

const preloaded: ReadonlyMap<string, Directive> = new Map([
  ['image', 'img-src'],
  ['font', 'font-src'],
  ['style', 'style-src'],
  ['script', 'script-src'],
  ['fetch', 'connect-src'],
]);

const needy: ReadonlySet<string> = new Set([...addresses.keys(), ...pictureSets.keys()]);

/** Elements that can need something; `style` by its text. */
export const needyElements: readonly string[] = [...needy];

/** What stands in the attributes of a link that can need something; most links of a page only say what there is. */
export const needyLink = new RegExp([...rels.keys(), 'preload', 'imagesrcset'].join('|'), 'i');

export function needsOfElement(tag: string, attributes: Attributes): Need[] {
  if (!needy.has(tag)) return [];
  const set = pictureSets.get(tag);
  return [
    ...(addresses.get(tag) ?? []).flatMap(([name, directive]) => need(directive, attributes[name])),
    ...srcsetAddresses((set && attributes[set]) ?? '').flatMap((address) => need('img-src', address)),
    ...(tag === 'link' ? needsOfLink(attributes) : []),
  ];
}

function needsOfLink({ rel = '', as = '', href }: Attributes): Need[] {
  return rel
    .toLowerCase()
    .split(/\s+/)
    .flatMap((each) => {
      const directive = each === 'preload' ? preloaded.get(as.toLowerCase()) : rels.get(each);
      return directive ? need(directive, href) : [];
    });
}

/** Of a style sheet without comments. */
export function needsOfStyle(css: string): Need[] {
  const fonts: Need[] = [];
  const rest = css.replace(/@font-face\s*\{[^}]*\}/gi, (face) => {
    fonts.push(...urlsIn(face).flatMap((address) => need('font-src', address)));
    return '';
  });
  const others = rest.replace(/@import\s*(?:url\(\s*)?["']?([^"');]+)[^;]*;?/gi, (_, address: string) => {
    fonts.push(...need('style-src', address));
    return '';
  });
  return [...fonts, ...urlsIn(others).flatMap((address) => need('img-src', address))];
}

function urlsIn(css: string): string[] {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)"'\s]+))/gi)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? '',
  );
}

function need(directive: Directive, address: string | undefined): Need[] {
  const source = address === undefined ? undefined : sourceOf(address);
  return source === undefined ? [] : [{ directive, source }];
}

/** Whether a browser does something with what such a script element holds; any other type is data. */
export function isRun(type: string | undefined): boolean {
  return /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma)script)$/i.test(
    (type ?? '').trim(),
  );
}

/** The address of every candidate. A comma may be part of an address, but not at its end. */
export function srcsetAddresses(srcset: string): string[] {
  if (srcset === '') return [];
  return [...srcset.matchAll(/[\s,]*(\S*[^\s,])(?:\s[^,]*)?/g)].map(([, address = '']) => address);
}
