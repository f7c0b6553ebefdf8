/** The source of a tag without the values that no rule of html-validate reads, or with no more of them than rules read. */

/** What ids a page has, and what the elements say that have them. */
export type Names = {
  has(id: string): boolean;
  /** Of the elements of some ids, as an attribute lists them. */
  textOf(ids: string): string;
};

export function namesIn(html: string): Names {
  let ids: Set<string> | undefined;
  return {
    has(id) {
      ids ??= new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, each = '']) => each));
      return ids.has(id);
    },
    textOf(listed) {
      return listed
        .split(/\s+/)
        .map((id) => textAfter(html, id))
        .join(' ');
    },
  };
}

/** What stands between the tag that has an id and the next end tag: enough to tell two names apart. */
function textAfter(html: string, id: string): string {
  const start = html.indexOf(`id="${id}"`);
  const from = html.indexOf('>', start);
  if (start < 0 || from < 0) return '';
  const to = html.indexOf('</', from);
  return html
    .slice(from + 1, to < 0 ? undefined : to)
    .replace(/<[^>]*>/g, ' ')
    .trim();
}

type Attribute = { tag: string; name: string; source: string; names: Names };
type Mask = (value: string, attribute: Attribute) => string;

const said: Mask = (value) => (!/\S/.test(value) ? 'blank' : /^\s|\s$/.test(value) ? 'spaced' : 'said');
const numbers: Mask = (value) => value.replace(/\d+/g, '9');

const address: Mask = (value) => {
  if (/\s/.test(value)) return value;
  return /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.exec(value)?.[0] ?? 'relative';
};

/** `a.jpg 480w, b.jpg 960w` */
const addresses: Mask = (value, attribute) =>
  value
    .split(/,\s+/)
    .map((each) => {
      const [, url = '', rest = ''] = /^(\S*)(.*)$/s.exec(each) ?? [];
      return `${address(url, attribute)}${numbers(rest, attribute)}`;
    })
    .join();

const references: Mask = (value, { names }) =>
  value
    .split(/\s+/)
    .map((id) => (id === '' ? '' : names.has(id) ? 'there' : 'missing'))
    .join(' ');

const content: Mask = (value, attribute) => {
  if (/\s(?:name|property)="/.test(attribute.source)) return said(value, attribute);
  if (/\shttp-equiv="content-security-policy"/i.test(attribute.source)) return said(value, attribute);
  const [, wait, url] = /^(\d+; ?url=)(\S+)$/i.exec(value) ?? [];
  return url === undefined ? value : `${wait}${address(url, attribute)}`;
};

const drawing: Mask = (value) => (/^[a-z\d.,\s+%-]*$/i.test(value) && /\d/.test(value) ? 'drawn' : value);

const masks: Readonly<Record<string, Mask>> = {
  alt: said,
  'aria-describedby': references,
  'aria-label': said,
  'aria-labelledby': references,
  cite: address,
  content,
  datetime: (value) => value.replace(/\d/g, '9'),
  height: numbers,
  href: address,
  id: (value) => (value === '' || /\s/.test(value) ? value : 'an id'),
  imagesrcset: addresses,
  poster: address,
  src: address,
  srcset: addresses,
  title: said,
  width: numbers,
};

/** Of what is drawn html-validate reads no attribute. */
const drawn: ReadonlySet<string> = new Set(
  'circle ellipse g line path polygon polyline rect svg text tspan'.split(' '),
);
const places: ReadonlySet<string> = new Set(
  'cx cy d dx dy points r rx ry transform viewbox x x1 x2 y y1 y2'.split(' '),
);

/** Tags as they stand, with what was made of them; those of a page that ids are looked up in are made anew. */
const known = new Map<string, string>();
const mostKnown = 50_000;

/** Only values in double quotes that have no sign left to be escaped are masked, of attributes that are written small. */
export function maskTag(tag: string, source: string, names: Names): string {
  const made = known.get(source);
  if (made !== undefined) return made;
  const masked = source.replace(
    /(\s)([a-z][a-z0-9:-]*)="([^"]*)"/g,
    (written, space: string, name: string, value: string) => {
      if (/[&<>]/.test(value.replace(/&(?:amp|lt|gt|quot|#39);/g, ''))) return written;
      const mask = maskOf(tag, name);
      if (!mask) return written;
      return `${space}${name}="${value === '' ? '' : mask(value, { tag, name, source, names })}"`;
    },
  );
  if (/\saria-(?:labelled|described)by=/.test(source)) return masked;
  if (known.size >= mostKnown) known.clear();
  known.set(apart(source), masked);
  return masked;
}

/** A part of a text keeps all of it in memory; its copy does not. */
function apart(part: string): string {
  return Buffer.from(part).toString();
}

function maskOf(tag: string, name: string): Mask | undefined {
  if (name.startsWith('data-')) return said;
  if (drawn.has(tag) && places.has(name.toLowerCase())) return drawing;
  return masks[name];
}
