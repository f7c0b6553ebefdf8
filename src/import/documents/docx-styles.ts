/** What the styles of a `.docx` say: which paragraphs are headings, quotations or captions, and what is bold. */
import { childOf, childrenOf, isOn, settingOf, type Xml } from './xml-part.ts';

export type Style = {
  /** As all programs call it, in lower case: `heading 1`, `quote`. */
  name: string;
  /** Its own, and after it those of the styles that it is based on: a house’s own quotation is one. */
  names: readonly string[];
  /** Of a heading: from 1. */
  level?: number;
  isBold?: boolean;
  isItalic?: boolean;
  /** The list that its paragraphs are items of. */
  list?: { id: string; level: number };
  hasLineBelow?: boolean;
};

const bodyLevel = 9;

export class Styles {
  readonly #byId = new Map<string, Xml>();
  readonly #known = new Map<string, Style>();
  #usual = '';

  constructor(part: Xml | undefined) {
    for (const style of childrenOf(part, 'w:style')) {
      const id = style.attributes['w:styleId'] ?? '';
      this.#byId.set(id, style);
      if (style.attributes['w:type'] === 'paragraph' && style.attributes['w:default'] === '1') this.#usual = id;
    }
  }

  paragraph(id: string | undefined): Style {
    return this.#style(id ?? this.#usual);
  }

  character(id: string | undefined): Style {
    return id === undefined ? { name: '', names: [] } : this.#style(id);
  }

  #style(id: string, above: readonly string[] = []): Style {
    const known = this.#known.get(id);
    if (known) return known;
    const xml = this.#byId.get(id);
    const base = settingOf(xml, 'w:basedOn');
    const inherited = base === undefined || above.includes(base) ? undefined : this.#style(base, [...above, id]);
    const style = styleOf(id, xml, inherited);
    this.#known.set(id, style);
    return style;
  }
}

function styleOf(id: string, xml: Xml | undefined, inherited: Style | undefined): Style {
  const name = (settingOf(xml, 'w:name') ?? id).toLowerCase();
  const [paragraph, run] = [childOf(xml, 'w:pPr'), childOf(xml, 'w:rPr')];
  const level = levelIn(paragraph) ?? (/^heading ?([1-9])$/.exec(name)?.[1] || undefined);
  const list = listIn(paragraph) ?? inherited?.list;
  const own = { isBold: isOn(run, 'w:b'), isItalic: isOn(run, 'w:i') };
  return {
    ...inherited,
    ...(own.isBold !== undefined && { isBold: own.isBold }),
    ...(own.isItalic !== undefined && { isItalic: own.isItalic }),
    ...(level !== undefined && { level: Number(level) }),
    ...(list && { list }),
    ...(childOf(paragraph, 'w:pBdr', 'w:bottom') && { hasLineBelow: true }),
    name,
    names: [name, ...(inherited?.names ?? [])],
  };
}

/** Undefined: nothing is said. 0: it is no heading, whatever its style is. */
export function levelIn(paragraph: Xml | undefined): number | undefined {
  const written = settingOf(paragraph, 'w:outlineLvl');
  return written === undefined ? undefined : Number(written) >= bodyLevel ? 0 : Number(written) + 1;
}

/** `id` is `0` where a paragraph is said to be in no list. */
export function listIn(paragraph: Xml | undefined): { id: string; level: number } | undefined {
  const numbering = childOf(paragraph, 'w:numPr');
  const id = settingOf(numbering, 'w:numId');
  return id === undefined ? undefined : { id, level: Number(settingOf(numbering, 'w:ilvl') ?? 0) };
}
