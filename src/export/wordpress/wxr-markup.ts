/** How WXR is written: the format of WordPress’s own export, version 1.2, with texts as CDATA as WordPress has them. */
import { element, withoutForbidden, type Xml } from '../../../layouts/xml.ts';

export function cdata(text: string): Xml {
  return { markup: `<![CDATA[${withoutForbidden(text).replaceAll(']]>', ']]]]><![CDATA[>')}]]>` };
}

/** `<wp:name>` with a text in it. */
export function wp(name: string, text: string | number): Xml {
  return element(`wp:${name}`, {}, typeof text === 'number' ? text : cdata(text));
}

export function meta(key: string, value: string): Xml {
  return element('wp:postmeta', {}, wp('meta_key', key), wp('meta_value', value));
}

export function term(domain: 'category' | 'post_tag', nicename: string, name: string): Xml {
  return element('category', { domain, nicename }, cdata(name));
}

/** Each on a line of its own. */
export function lines(parts: readonly (Xml | undefined)[]): string {
  return parts.map((part) => (part === undefined ? '' : `${part.markup}\n`)).join('');
}

export const opening = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
`;
export const closing = '</channel>\n</rss>\n';
