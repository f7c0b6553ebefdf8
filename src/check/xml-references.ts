/** Reads the references of feeds and sitemaps, also those inside the HTML that a feed carries. */
import { Parser } from 'htmlparser2';
import { readHtmlReferences } from './html-references.ts';
import type { Reference, References } from './reference.ts';
import { faultOfXml } from './well-formed.ts';

type Kind = Pick<Reference, 'kind' | 'form'>;

const link: Kind = { kind: 'link', form: 'absolute' };
const ownLink: Kind = { kind: 'link', form: 'own' };
const asset: Kind = { kind: 'asset', form: 'absolute' };

/** Elements whose text is an address. */
const addressElements: ReadonlyMap<string, Kind> = new Map([
  ['loc', ownLink],
  ['image:loc', asset],
  ['link', link],
  ['guid', link],
  ['comments', link],
  ['uri', link],
  ['url', asset],
  ['icon', asset],
  ['logo', asset],
]);

/** Elements with an address in an attribute. */
const addressAttributes: ReadonlyMap<string, Kind & { attribute: string }> = new Map([
  ['link', { attribute: 'href', ...link }],
  ['atom:link', { attribute: 'href', ...link }],
  ['xhtml:link', { attribute: 'href', ...ownLink }],
  ['enclosure', { attribute: 'url', ...asset }],
  ['media:content', { attribute: 'url', ...asset }],
  ['media:thumbnail', { attribute: 'url', ...asset }],
]);

/** Of a feed: its own address. */
const self: Kind & { attribute: string } = { attribute: 'href', kind: 'link', form: 'self' };

/** Elements whose text may be HTML. */
const htmlElements: ReadonlySet<string> = new Set(['content:encoded', 'description', 'content', 'summary']);

/** A story in a feed; what leads to it comes first in it. */
const entryElements: ReadonlySet<string> = new Set(['item', 'entry']);

export function readXmlReferences(xml: string): References {
  const references: Reference[] = [];
  let entry: { address?: string } | undefined;
  const add = (found: Reference) => {
    if (entry) entry.address ??= found.address;
    references.push(entry ? { ...found, entry: entry.address } : found);
  };
  let open: { element: string; offset: number; text: string } | undefined;
  const parser = new Parser(
    {
      onopentag(element, attributes) {
        const offset = parser.startIndex;
        if (entryElements.has(element)) entry = {};
        const known = attributes.rel === 'self' ? self : addressAttributes.get(element);
        const address = known && attributes[known.attribute];
        if (known && address !== undefined)
          add({
            address,
            found: `${element} ${known.attribute}`,
            offset,
            kind: known.kind,
            form: known.form,
          });
        const isAddress = address === undefined && attributes.isPermaLink !== 'false' && addressElements.has(element);
        open = isAddress || htmlElements.has(element) ? { element, offset, text: '' } : undefined;
      },
      ontext(text) {
        if (open) open.text += text;
      },
      onclosetag(element) {
        if (open?.element === element)
          for (const found of referencesOfText(open.element, open.text, open.offset)) add(found);
        open = undefined;
        if (entryElements.has(element)) entry = undefined;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { references, places: new Map(), repeatedIds: [], unreadable: faultOfXml(xml) };
}

function referencesOfText(element: string, text: string, offset: number): Reference[] {
  const known = addressElements.get(element);
  if (known) return [{ address: text.trim(), found: element, offset, ...known }];
  return readHtmlReferences(text).references.map((inner) => ({
    ...inner,
    found: `${element}: ${inner.found}`,
    offset,
    form: inner.form === 'any' ? 'absolute' : inner.form,
  }));
}

/** The `Sitemap:` lines of robots.txt. */
export function readRobotsReferences(text: string): References {
  const references = [...text.matchAll(/^[ \t]*sitemap[ \t]*:(.*)$/gim)].map(
    ({ 1: address = '', index }): Reference => ({
      address: address.trim(),
      found: 'Sitemap',
      offset: index,
      ...ownLink,
    }),
  );
  return { references, places: new Map(), repeatedIds: [] };
}
