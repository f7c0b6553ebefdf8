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
  'annotation',
  'annotation-xml',
]);

/** Attributes by their names in HTML. */
export function isUnseen(attributes: Readonly<Record<string, unknown>>): boolean {
  if ('hidden' in attributes) return true;
  if (/display:\s*none|visibility:\s*hidden/i.test(String(attributes.style ?? ''))) return true;
  return /(?:^|\s)(?:screen-reader-text|sr-only|visually-hidden|visuallyhidden|katex-mathml|MJX_Assistive_MathML)(?:\s|$)/.test(
    String(attributes.class ?? ''),
  );
}
