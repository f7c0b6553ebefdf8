/** Reads the references of a JSON Feed (https://www.jsonfeed.org/version/1.1/), also those in its HTML. */
import { readHtmlReferences } from './html-references.ts';
import type { Reference, References } from './reference.ts';

/** Keys whose value is an address: of this site, or of any. */
const addressKeys: ReadonlyMap<string, Pick<Reference, 'kind' | 'form'>> = new Map([
  ['home_page_url', { kind: 'link', form: 'own' }],
  ['feed_url', { kind: 'link', form: 'self' }],
  ['url', { kind: 'link', form: 'absolute' }],
  ['image', { kind: 'asset', form: 'absolute' }],
]);

export function readJsonReferences(json: string): References {
  const references: Reference[] = [];
  const nothing = { places: new Map(), repeatedIds: [] };
  try {
    JSON.parse(json, function (this: { url?: unknown; id?: unknown }, key, value) {
      const entry = typeof this.url === 'string' && this.id !== undefined ? this.url : undefined;
      if (typeof value === 'string')
        for (const found of referencesOf(json, key, value)) references.push(entry ? { ...found, entry } : found);
      return value;
    });
    return { references, ...nothing };
  } catch (error) {
    return { references: [], ...nothing, unreadable: (error as Error).message };
  }
}

function referencesOf(json: string, key: string, value: string): Reference[] {
  const known = addressKeys.get(key);
  if (!known && key !== 'content_html') return [];
  const offset = Math.max(0, json.indexOf(JSON.stringify(value)));
  if (known) return [{ address: value, found: key, offset, ...known }];
  return readHtmlReferences(value).references.map((inner) => ({
    ...inner,
    found: `${key}: ${inner.found}`,
    offset,
    form: inner.form === 'any' ? 'absolute' : inner.form,
  }));
}
