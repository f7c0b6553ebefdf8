/** Drawings of a `.docx`, of today's kind and of the old one: pictures, text boxes, and what is neither. */
import type { Around, Part } from './docx-inline.ts';
import { childOf, childrenOf, elementsOf, type Xml } from './xml-part.ts';

/** What programs write that describe pictures by themselves. */
const madeUp = /Description automatically generated|AI-generated content may be incorrect/i;

export function drawingIn(drawing: Xml, part: Part, around: Around): void {
  // Of several ways to say the same, the first is what programs of today show.
  const shown =
    drawing.name === 'mc:AlternateContent'
      ? (childOf(drawing, 'mc:Choice') ?? childOf(drawing, 'mc:Fallback'))
      : drawing;
  if (!shown) return;
  const found = [...outermost(shown, 'pic:pic', 'v:imagedata', 'w:txbxContent')];
  for (const each of found) {
    if (each.name === 'w:txbxContent') readBox(each, part, around);
    else readPicture(each, shown, part, around);
  }
  if ([...elementsOf(shown, 'v:rect')].some(({ attributes }) => attributes['o:hr'] === 't'))
    around.after.push({ kind: 'rule', html: '', words: '' });
  else if (found.length === 0) part.told.lose('drawing', nameOf(shown));
  if (drawing.name === 'w:object') part.told.lose('object', nameOf(shown));
}

/** Not those within one another. */
function* outermost(parent: Xml, ...names: string[]): Generator<Xml> {
  for (const child of childrenOf(parent)) {
    if (names.includes(child.name)) yield child;
    else if (child.name === 'mc:AlternateContent') {
      const shown = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback');
      if (shown) yield* outermost(shown, ...names);
    } else yield* outermost(child, ...names);
  }
}

function readBox(box: Xml, part: Part, around: Around): void {
  const blocks = part.blocksOf(box);
  const isText = blocks.some(({ kind, words }) => words !== '' && kind !== 'caption' && kind !== 'whole');
  if (isText) part.told.lose('text-box', blocks.map(({ words }) => words).join(' '));
  around.after.push(...blocks);
}

function readPicture(picture: Xml, drawing: Xml, part: Part, around: Around): void {
  const [blip] = elementsOf(picture, 'a:blip');
  const { attributes } = blip ?? picture;
  const id = attributes['r:embed'] ?? attributes['r:link'] ?? attributes['r:id'] ?? '';
  const src = part.relations.get(id)?.target;
  if (src === undefined) part.told.lose('picture', nameOf(drawing));
  else {
    if (isCut(picture)) part.told.lose('crop', src.replace(/^.*\//, ''));
    const [link] = elementsOf(drawing, 'a:hlinkClick');
    const href = part.relations.get(link?.attributes['r:id'] ?? '')?.target ?? around.href;
    around.line.picture({ src, alt: altOf(drawing, src, part), href });
  }
}

/** What was cut away is in the file all the same. */
function isCut(picture: Xml): boolean {
  const [cut] = elementsOf(picture, 'a:srcRect');
  const sides = cut ? Object.values(cut.attributes) : cropOf(picture);
  return sides.some((side) => Number.parseInt(side, 10) > 0);
}

/** Of the old kind of drawing. */
function cropOf({ attributes }: Xml): string[] {
  return Object.keys(attributes).flatMap((name) => (name.startsWith('crop') ? (attributes[name] ?? '') : []));
}

function altOf(drawing: Xml, src: string, { told }: Part): string {
  const [said] = elementsOf(drawing, 'wp:docPr');
  const [shape] = elementsOf(drawing, 'v:shape', 'v:rect');
  const written = said?.attributes.descr || said?.attributes.title || shape?.attributes.alt || '';
  const from = written.search(madeUp);
  const alt = (from === -1 ? written : written.slice(0, from)).trim();
  if (alt !== written.trim()) told.lose('alt-made', `${src.replace(/^.*\//, '')}: ${written}`);
  return alt;
}

function nameOf(drawing: Xml): string {
  const [said] = elementsOf(drawing, 'wp:docPr');
  const [object] = elementsOf(drawing, 'o:OLEObject');
  const [shape] = elementsOf(drawing, 'v:shape', 'v:rect');
  const { descr, title, name } = said?.attributes ?? {};
  return descr || title || name || object?.attributes.ProgID || shape?.attributes.alt || 'a drawing';
}
