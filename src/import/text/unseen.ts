/** Elements whose text no browser shows: asked by what converts a text, and by what compares its words. */

export const unseenElements: ReadonlySet<string> = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'title',
  'svg',
  'canvas',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'select',
  'textarea',
  'datalist',
  'map',
]);

/** Attributes by their names in HTML. */
export function isUnseen(attributes: Readonly<Record<string, unknown>>): boolean {
  if ('hidden' in attributes) return true;
  if (/display:\s*none|visibility:\s*hidden/i.test(String(attributes.style ?? ''))) return true;
  return /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden)(?:\s|$)/.test(
    String(attributes.class ?? ''),
  );
}
