/** XML that cannot be malformed: elements are made by a function, and whatever is text is escaped. */

export type Xml = { readonly markup: string };

type Child = Xml | string | number | undefined;

// Everything that XML 1.0 has no way to write, not even as a reference: controls, lone surrogates, U+FFFE and U+FFFF.
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Drops what neither XML nor a reader can do anything with. */
export function withoutForbidden(text: string): string {
  return text.replace(forbidden, '');
}

/** Text for a place between tags or in an attribute; `]]>` too comes out harmless. */
export function escapeXml(text: string): string {
  return withoutForbidden(text).replace(/[&<>"']/g, (sign) => references[sign] ?? '');
}

/** `<name attributes>children</name>`; children that are undefined are left out. */
export function element(name: string, attributes: Record<string, string>, ...children: readonly Child[]): Xml {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inside = children.map(markupOf).join('');
  return {
    markup: inside === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${inside}</${name}>`,
  };
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
