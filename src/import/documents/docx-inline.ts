/** What stands in a line of a `.docx`: runs of text with their marks, links, fields, tracked changes, signs of notes, drawings. */
import type { Block } from './blocks.ts';
import { drawingIn } from './docx-drawings.ts';
import { type Fields, hrefIn } from './docx-fields.ts';
import type { Lists } from './docx-lists.ts';
import type { Styles } from './docx-styles.ts';
import type { Line, Mark } from './line.ts';
import { signOfNote } from './notes.ts';
import type { Told } from './told.ts';
import { childOf, childrenOf, elementsOf, isOn, settingOf, type Xml } from './xml-part.ts';

/** Of one part: the text, or its notes. */
export type Part = {
  told: Told;
  styles: Styles;
  lists: Lists;
  fields: Fields;
  /** What the part names, by id: addresses, or names of files of the archive. */
  relations: ReadonlyMap<string, { target: string; isOutside: boolean }>;
  /** The number of a note that is referred to here. */
  note(kind: 'footnote' | 'endnote', id: string): number;
  /** Of a text box, whose paragraphs are those of the text. */
  blocksOf(parent: Xml): Block[];
};

/** The line that is read, and what is known of where it stands. */
export type Around = {
  line: Line;
  /** What stands in text boxes, and comes after the line. */
  after: Block[];
  /** Names of places in it. */
  ids: string[];
  isBold: boolean;
  isItalic: boolean;
  /** What kind of paragraph it is says already how it looks. */
  isPlain: boolean;
  href?: string | undefined;
  isInserted?: boolean;
};

export function readLine(parent: Xml, part: Part, around: Around): void {
  for (const child of childrenOf(parent)) readIn(child, part, around);
}

function readIn(child: Xml, part: Part, around: Around): void {
  const { name } = child;
  if (passed.has(name)) return;
  const read = inLines[name];
  if (read) read(child, part, around);
  else {
    if (!transparent.has(name)) part.told.lose('unknown', name);
    readLine(child, part, around);
  }
}

type Read = (child: Xml, part: Part, around: Around) => void;

const inserted: Read = (child, part, around) => {
  part.told.change('insertion', child.attributes['w:author'] ?? '', { words: wordsIn(child, 'w:t') });
  readLine(child, part, { ...around, isInserted: true });
};
const removed: Read = (child, { told }) => {
  const words = wordsIn(child, 'w:delText', 'w:t');
  const pictures = [...elementsOf(child, 'w:drawing', 'w:pict')].length;
  const author = child.attributes['w:author'] ?? '';
  if (words !== '') told.change('deletion', author, { words, text: wordsIn(child, 'w:t') });
  if (pictures > 0) told.lose('deletion', `${author}: ${pictures === 1 ? 'a picture' : `${pictures} pictures`}`);
};
const formula: Read = (child, { told }, { line }) => {
  const words = wordsIn(child, 'm:t', 'w:t');
  told.lose('formula', words);
  line.text(words, { marks: new Set(), href: undefined, isBold: false });
};

const inLines: Record<string, Read> = {
  'w:r': readRun,
  'w:hyperlink': (child, part, around) => readLine(child, part, { ...around, href: hrefOf(child, part) }),
  'w:fldSimple'(child, part, around) {
    const instruction = child.attributes['w:instr'] ?? '';
    part.fields.tell(instruction);
    readLine(child, part, { ...around, href: hrefIn(instruction) ?? around.href });
  },
  'w:ins': inserted,
  'w:moveTo': inserted,
  'w:del': removed,
  'w:moveFrom': removed,
  'w:sdt'(child, part, around) {
    if (isOn(childOf(child, 'w:sdtPr'), 'w:showingPlcHdr')) loseWords(child, 'form', part.told);
    else readLine(childOf(child, 'w:sdtContent') ?? child, part, around);
  },
  'w:bookmarkStart': ({ attributes }, _part, { ids }) => void ids.push(attributes['w:name'] ?? ''),
  'w:commentRangeStart': ({ attributes }, { told }) => told.openComment(attributes['w:id'] ?? ''),
  'w:commentRangeEnd': ({ attributes }, { told }) => told.closeComment(attributes['w:id'] ?? ''),
  'm:oMath': formula,
  'm:oMathPara': formula,
};

/** What stands around runs and changes nothing of them. */
const transparent: ReadonlySet<string> = new Set(['w:smartTag', 'w:customXml', 'w:dir', 'w:bdo']);

/** What says nothing to readers. */
const passed: ReadonlySet<string> = new Set(
  'pPr rPr sdtPr smartTagPr customXmlPr proofErr permStart permEnd bookmarkEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd commentReference annotationRef footnoteRef endnoteRef lastRenderedPageBreak separator continuationSeparator softHyphen customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd'
    .split(' ')
    .map((name) => `w:${name}`),
);

function hrefOf({ attributes }: Xml, { relations }: Part): string | undefined {
  const { target = '' } = relations.get(attributes['r:id'] ?? '') ?? {};
  const place = attributes['w:anchor'];
  return `${target}${place === undefined ? '' : `#${place}`}` || undefined;
}

/** Texts of elements of some names, with a space between paragraphs. */
export function wordsIn(parent: Xml, ...names: string[]): string {
  const parts = [...elementsOf(parent, 'w:p', ...names)];
  return parts.map((each, index) => (each.name !== 'w:p' ? textIn(each) : index === 0 ? '' : ' ')).join('');
}

function textIn({ children }: Xml): string {
  return children.filter((each) => typeof each === 'string').join('');
}

function loseWords(dropped: Xml, kind: 'form' | 'hidden', told: Told): void {
  const words = wordsIn(dropped, 'w:t');
  if (words !== '') told.lose(kind, words, words);
}

function readRun(run: Xml, part: Part, around: Around): void {
  const look = childOf(run, 'w:rPr');
  if (isOn(look, 'w:vanish')) loseWords(run, 'hidden', part.told);
  else
    for (const child of childrenOf(run)) {
      const { name } = child;
      const words = wordsOfSign(child);
      const read = inRuns[name];
      if (words !== undefined) addText(words, look, part, around);
      else if (read) read(child, part, around);
      else if (!passed.has(name)) part.told.lose('unknown', name, wordsIn(child, 'w:t'));
    }
}

/** Of what is nothing but text; undefined of all else. */
function wordsOfSign(child: Xml): string | undefined {
  if (child.name === 'w:t') return textIn(child);
  return { 'w:tab': ' ', 'w:ptab': ' ', 'w:noBreakHyphen': '\u2011' }[child.name];
}

const broken: Read = ({ attributes }, { told }, { line }) => {
  if ((attributes['w:type'] ?? 'textWrapping') === 'textWrapping') line.element('<br>');
  else told.pageBreak();
};
const noted: Read = ({ name, attributes }, { note }, { line }) => {
  const number = note(name === 'w:footnoteReference' ? 'footnote' : 'endnote', attributes['w:id'] ?? '');
  line.element(signOfNote(number));
};

const inRuns: Record<string, Read> = {
  'w:br': broken,
  'w:cr': broken,
  'w:sym': ({ attributes }, { told }) =>
    told.lose('sign', `${attributes['w:font'] ?? ''} ${attributes['w:char'] ?? ''}`.trim()),
  'w:fldChar': ({ attributes }, { fields }) => fields.sign(attributes['w:fldCharType']),
  'w:instrText': (child, { fields }) => fields.instruct(textIn(child)),
  'w:delText': () => undefined,
  'w:delInstrText': () => undefined,
  'w:footnoteReference': noted,
  'w:endnoteReference': noted,
  'w:ruby'(child, part, around) {
    const above = childOf(child, 'w:rt');
    const words = above ? wordsIn(above, 'w:t') : '';
    part.told.lose('sign', `“${words}” above the line`, words);
    readLine(childOf(child, 'w:rubyBase') ?? child, part, around);
  },
  'w:drawing': drawingIn,
  'w:pict': drawingIn,
  'w:object': drawingIn,
  'mc:AlternateContent': drawingIn,
};

function addText(written: string, look: Xml | undefined, part: Part, around: Around): void {
  const { told, fields, styles } = part;
  if (!fields.isShown) {
    if (written.trim() !== '') told.lose('field', written, written);
    return;
  }
  const words = written.replace(ownSigns, '');
  for (const [sign] of written.matchAll(ownSigns))
    told.lose('sign', `U+${sign.codePointAt(0)?.toString(16).toUpperCase()}`);
  const style = styles.character(settingOf(look, 'w:rStyle'));
  const isComplex = isOn(look, 'w:rtl') ?? false;
  const has = (name: string) => (isComplex ? isOn(look, `${name}Cs`) : undefined) ?? isOn(look, name);
  const isBold = has('w:b') ?? style.isBold ?? around.isBold;
  const isItalic = has('w:i') ?? style.isItalic ?? around.isItalic;
  const marks = new Set<Mark>();
  if (isBold && !around.isPlain) marks.add('strong');
  if (isItalic && !around.isPlain) marks.add('em');
  if (isOn(look, 'w:strike') || isOn(look, 'w:dstrike')) marks.add('del');
  const raised = settingOf(look, 'w:vertAlign');
  const higher = Number(settingOf(look, 'w:position') ?? 0); // what LibreOffice makes of HTML
  if (raised === 'superscript' || higher > 0) marks.add('sup');
  if (raised === 'subscript' || higher < 0) marks.add('sub');
  const href = around.href ?? fields.href;
  told.words(words, around.isInserted ?? false);
  if (href === undefined && !around.isPlain) tellLook(words, look, told);
  around.line.text(words, { marks, href, isBold });
}

/** Of a font that has pictures in the place of letters. */
const ownSigns = /[\uE000-\uF8FF]/g;

function tellLook(words: string, look: Xml | undefined, told: Told): void {
  const value = (name: string) => settingOf(look, name) ?? 'none';
  if (!['none', '0'].includes(value('w:u'))) told.look('underlined', words);
  const marked = value('w:highlight');
  const ground = childOf(look, 'w:shd')?.attributes['w:fill'] ?? 'auto';
  if (marked !== 'none') told.look(`marked in ${marked}`, words);
  else if (!/^(?:auto|ffffff)$/i.test(ground)) told.look(`marked in #${ground}`, words);
  const colour = value('w:color');
  if (/^[0-9a-f]{6}$/i.test(colour) && colour !== '000000') told.colour(`#${colour.toLowerCase()}`, words);
  if (isOn(look, 'w:caps') || isOn(look, 'w:smallCaps')) told.look('in capitals', words);
}
