/** Reads the references of an HTML page, and the ids that links can name. Knows HTML, judges nothing. */
import { srcsetAddresses } from '../content/policy/needs.ts';
import { readDataAddresses } from './data-references.ts';
import { type Attributes, type PageReader, readWith } from './parse-page.ts';
import type { Head, Reference, References } from './reference.ts';

type Found = Omit<Reference, 'offset'>;

const linkAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['a', ['href']],
  ['area', ['href']],
  ['form', ['action']],
  ['button', ['formaction']],
  ['blockquote', ['cite']],
  ['q', ['cite']],
  ['del', ['cite']],
  ['ins', ['cite']],
]);

const assetAttributes: ReadonlyMap<string, readonly string[]> = new Map([
  ['img', ['src']],
  ['source', ['src']],
  ['video', ['src', 'poster']],
  ['audio', ['src']],
  ['track', ['src']],
  ['script', ['src']],
  ['iframe', ['src']],
  ['embed', ['src']],
  ['input', ['src']],
  ['object', ['data']],
]);

const srcsetAttributes: ReadonlyMap<string, string> = new Map([
  ['img', 'srcset'],
  ['source', 'srcset'],
  ['link', 'imagesrcset'],
]);

const assetRels: ReadonlySet<string> = new Set([
  'apple-touch-icon',
  'icon',
  'manifest',
  'mask-icon',
  'modulepreload',
  'prefetch',
  'preload',
  'stylesheet',
]);

/** What social networks read of a page; they know no base address. */
const metaKinds: ReadonlyMap<string, Pick<Reference, 'kind' | 'form'>> = new Map([
  ['og:url', { kind: 'link', form: 'own' }],
  ['og:image', { kind: 'asset', form: 'absolute' }],
  ['og:image:url', { kind: 'asset', form: 'absolute' }],
  ['og:image:secure_url', { kind: 'asset', form: 'absolute' }],
  ['twitter:image', { kind: 'asset', form: 'absolute' }],
]);

export function readHtmlReferences(html: string): References {
  return readWith(html, referenceReader());
}

export function referenceReader(): PageReader<References> {
  const references: Reference[] = [];
  const places = new Map<string, number>();
  const anchors = new Map<string, number>();
  const repeatedIds: { id: string; offset: number }[] = [];
  let data: { offset: number; json: string } | undefined;
  let unreadable: string | undefined;
  const head: Head = { language: '', title: '', description: '', isForSearch: true };
  let isInTitle = false;
  const syndicated = new Set<string>();
  return {
    onopentag(tag, attributes, { startIndex: offset }) {
      const { id, name } = attributes;
      isInTitle = tag === 'title' && head.title === '';
      readHead(head, tag, attributes);
      if (id !== undefined && places.has(id)) repeatedIds.push({ id, offset });
      else if (id !== undefined) places.set(id, offset);
      if (tag === 'meta' && name === 'syndication-source') syndicated.add(attributes.content ?? '');
      if (tag === 'a' && name !== undefined) anchors.set(name, offset);
      for (const found of referencesOfElement(tag, attributes)) references.push({ ...found, offset });
      if (tag === 'script' && attributes.type === 'application/ld+json') data = { offset, json: '' };
    },
    ontext(text) {
      if (isInTitle) head.title += text;
      if (data) data.json += text;
    },
    onclosetag() {
      isInTitle = false;
      if (!data) return;
      const { offset, json } = data;
      const addresses = readDataAddresses(json);
      if (!addresses) unreadable = 'its structured data is not JSON';
      for (const { address, key } of addresses ?? [])
        references.push({ address, found: `structured data ${key}`, offset, kind: 'link', form: 'absolute' });
      data = undefined;
    },
    end() {
      for (const each of references) {
        if (isOfPage(each) && syndicated.has(each.address)) each.form = 'absolute';
        // Of a page that is not for search, another may be the one that is.
        if (each.form === 'self' && !head.isForSearch) each.form = 'own';
      }
      return { references, places: new Map([...anchors, ...places]), repeatedIds, unreadable, head };
    },
  };
}

/** Whether it says where the page is. */
function isOfPage({ form }: Reference): boolean {
  return form === 'own' || form === 'self';
}

function readHead(head: Head, tag: string, { lang, name, content, 'http-equiv': pragma }: Attributes): void {
  if (tag === 'html') head.language = lang ?? '';
  if (tag !== 'meta') return;
  if (name === 'description') head.description = content ?? '';
  // A rule of its own: `max-image-preview:none` hides nothing.
  const isHidden = name === 'robots' && /(?:^|,)\s*(?:noindex|none)\s*(?:,|$)/i.test(content ?? '');
  if (isHidden || pragma?.toLowerCase() === 'refresh') head.isForSearch = false;
}

function referencesOfElement(tag: string, attributes: Attributes): Found[] {
  if (tag === 'meta') return referencesOfMeta(attributes);
  const found = tag === 'link' ? referencesOfLink(attributes) : [];
  for (const name of linkAttributes.get(tag) ?? []) found.push(...plain(tag, name, attributes, 'link'));
  for (const name of assetAttributes.get(tag) ?? []) found.push(...plain(tag, name, attributes, 'asset'));
  const srcset = srcsetAttributes.get(tag);
  for (const address of srcsetAddresses((srcset && attributes[srcset]) ?? ''))
    found.push({ address, found: `${tag} ${srcset}`, kind: 'asset', form: 'any' });
  return found;
}

function plain(tag: string, name: string, attributes: Attributes, kind: Reference['kind']): Found[] {
  const address = attributes[name];
  return address === undefined ? [] : [{ address, found: `${tag} ${name}`, kind, form: 'any' }];
}

function referencesOfLink({ href, rel, hreflang }: Attributes): Found[] {
  if (href === undefined) return [];
  const rels = (rel ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const isOwn = rels.includes('alternate') && hreflang !== undefined;
  const kind = rels.some((each) => assetRels.has(each)) ? 'asset' : 'link';
  return [
    {
      address: href,
      found: `link rel=${rels.join(' ')}`,
      kind,
      form: rels.includes('canonical') ? 'self' : isOwn ? 'own' : 'any',
    },
  ];
}

function referencesOfMeta({ content, property, name, 'http-equiv': pragma }: Attributes): Found[] {
  if (content === undefined) return [];
  if (pragma?.toLowerCase() === 'refresh') {
    const address = refreshAddress(content);
    return address === undefined ? [] : [{ address, found: 'meta refresh', kind: 'link', form: 'any' }];
  }
  const key = (property ?? name ?? '').toLowerCase();
  const known = metaKinds.get(key);
  return known ? [{ address: content, found: `meta ${key}`, ...known }] : [];
}

/** `0; url=/new/`; one that only says how long to wait has no address. */
function refreshAddress(content: string): string | undefined {
  return /^\s*[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content)?.[1]?.trim();
}
