/** The source of a tag without the values that no rule of html-validate reads, or with no more of them than rules read. */

/** `source`: of the whole tag. */
type Mask = (value: string, source: string) => string;

const said: Mask = (value) => (!/\S/.test(value) ? 'blank' : /^\s|\s$/.test(value) ? 'spaced' : 'said');
const numbers: Mask = (value) => value.replace(/\d+/g, '9');

const address: Mask = (value) => {
  if (/\s/.test(value)) return value;
  return /^(?:[a-z][a-z0-9+.-]*:|[/#?])/i.exec(value)?.[0] ?? 'relative';
};

/** `a.jpg 480w, b.jpg 960w` */
const addresses: Mask = (value, source) =>
  value
    .split(/,\s+/)
    .map((each) => {
      const [, url = '', rest = ''] = /^(\S*)(.*)$/s.exec(each) ?? [];
      return `${address(url, source)}${numbers(rest, source)}`;
    })
    .join();

/** Whether they are there, the page is asked. */
const references: Mask = (value) => value.replace(/\S+/g, 'an id');

const content: Mask = (value, source) => {
  if (/\s(?:name|property)="/.test(source)) return said(value, source);
  if (/\shttp-equiv="content-security-policy"/i.test(source)) return said(value, source);
  const [, wait, url] = /^(\d+; ?url=)(\S+)$/i.exec(value) ?? [];
  return url === undefined ? value : `${wait}${address(url, source)}`;
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

/** Only values in double quotes that have no sign left to be escaped are masked, of attributes that are written small. */
export function maskTag(source: string): string {
  const [, tag = ''] = /^<([^\s/>]+)/.exec(source.toLowerCase()) ?? [];
  return source.replace(/(\s)([a-z][a-z0-9:-]*)="([^"]*)"/g, (written, space: string, name: string, value: string) => {
    if (!isPlain(value)) return written;
    const masking = maskOf(tag, name);
    return masking ? `${space}${name}="${value === '' ? '' : masking(value, source)}"` : written;
  });
}

/** Whether a text has no sign that is still to be escaped. */
export function isPlain(text: string): boolean {
  return !/[&<>]/.test(text) || !/[&<>]/.test(text.replace(/&(?:amp|lt|gt|quot|#39);/g, ''));
}

function maskOf(tag: string, name: string): Mask | undefined {
  if (name.startsWith('data-')) return said;
  if (drawn.has(tag) && places.has(name.toLowerCase())) return drawing;
  return masks[name];
}
