/** XML that cannot be malformed: elements are made by a function, and whatever is text is escaped. */

export type Xml = { readonly markup: string };

type Child = Xml | string | number | undefined;

// With lone surrogates, everything that XML 1.0 has no way to write, not even as a reference: controls, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\x20-\uFFFD]/g;

/** Drops what neither XML nor a reader can do anything with. */
export function withoutForbidden(text: string): string {
  const plain = text.replace(forbidden, '');
  return plain.isWellFormed() ? plain : plain.replace(/\p{Surrogate}/gu, '');
}

/** Text for a place between tags or in an attribute; `]]>` too comes out harmless. */
export function escapeXml(text: string): string {
  const plain = withoutForbidden(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return plain.replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}

/** `<name attributes>children</name>`; children that are undefined are left out. */
export function element(name: string, attributes: Record<string, string>, ...children: readonly Child[]): Xml {
  let start = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) start += ` ${key}="${escapeXml(value)}"`;
  // Added up, and not joined, which would copy a feed’s texts once for each element around them.
  let inside = '';
  for (const child of children) inside += markupOf(child);
  return { markup: inside === '' ? `${start}/>` : `${start}>${inside}</${name}>` };
}

/** A whole file: the declaration, the root and a final line break; a line for each child of the root. */
export function xmlDocument(root: string, attributes: Record<string, string>, children: readonly Xml[]): string {
  const lines = children.map((child) => ({ markup: `${child.markup}\n` }));
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, attributes, { markup: '\n' }, ...lines).markup}\n`;
}

function markupOf(child: Child): string {
  if (child === undefined) return '';
  return typeof child === 'object' ? child.markup : escapeXml(String(child));
}
