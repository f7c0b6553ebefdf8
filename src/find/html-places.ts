/** In which parts of an HTML page a name stands, as people call them. */
import { Parser } from 'htmlparser2';
import { findInText } from './find-in-text.ts';

export const places = [
  ...['address', 'title', 'text', 'alternative text', 'description', 'structured data', 'link'],
  ...['feed', 'sitemap', 'file', 'code'],
] as const;
export type PlaceInSite = (typeof places)[number];

type InPage = 'title' | 'text' | 'alternative text' | 'description' | 'structured data' | 'link' | 'code';

/** With those that links lead to. */
const linkAttributes = new Set([
  'id',
  'name',
  'href',
  'src',
  'srcset',
  'imagesrcset',
  'action',
  'formaction',
  'cite',
  'poster',
  'data',
]);
const wordAttributes = new Set(['title', 'aria-label', 'placeholder', 'value', 'label', 'datetime']);

/** No name goes over it. */
const wall = '\n<<\n';

export function placesInHtml(html: string, patterns: readonly RegExp[]): InPage[] {
  const texts = new Map<InPage, string>();
  const add = (place: InPage, text: string) => texts.set(place, (texts.get(place) ?? '') + text);
  const within: InPage[] = ['text'];
  const parser = new Parser({
    onopentag(tag, attributes) {
      add('text', '<>');
      if (tag === 'title') within.push('title');
      else if (tag === 'script' && attributes.type === 'application/ld+json') within.push('structured data');
      else if (tag === 'script' || tag === 'style') within.push('code');
      for (const [name, value] of Object.entries(attributes)) add(placeOfAttribute(tag, name), value + wall);
    },
    ontext: (text) => add(within.at(-1) ?? 'text', text),
    oncomment: (text) => add('code', text + wall),
    onclosetag(tag) {
      add('text', '<>');
      if (tag === 'title' || tag === 'script' || tag === 'style') within.pop();
    },
  });
  parser.end(html);
  const found = [...texts].filter(([, text]) => findInText(text, patterns).length > 0).map(([place]) => place);
  return found.length > 0 ? found : ['code'];
}

function placeOfAttribute(tag: string, name: string): InPage {
  if (name === 'alt') return 'alternative text';
  if (tag === 'meta' && name === 'content') return 'description';
  if (linkAttributes.has(name)) return 'link';
  return wordAttributes.has(name) ? 'text' : 'code';
}
