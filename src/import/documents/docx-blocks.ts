/** Paragraphs and tables of a `.docx` as blocks. Which kind a paragraph is of is said by its style, whatever that looks like. */
import { type Block, tableBlock } from './blocks.ts';
import { type Around, type Part, readLine, wordsIn } from './docx-inline.ts';
import { levelIn, listIn, type Style } from './docx-styles.ts';
import { Line } from './line.ts';
import { childOf, childrenOf, isOn, settingOf, type Xml } from './xml-part.ts';

/** What stands around paragraphs and changes nothing of them. */
const transparent: ReadonlySet<string> = new Set(['w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag', 'w:sdtContent']);
const passed: ReadonlySet<string> = new Set(
  'sectPr sdtPr sdtEndPr tcPr tblPr tblGrid trPr tblPrEx customXmlPr bookmarkStart bookmarkEnd proofErr permStart permEnd moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd'
    .split(' ')
    .map((name) => `w:${name}`),
);

export function blocksIn(parent: Xml, part: Part): Block[] {
  const blocks: Block[] = [];
  /** What a paragraph has whose end was deleted: it goes on with the next. */
  let begun: Around | undefined;
  for (const child of childrenOf(parent)) {
    if (child.name === 'w:p') {
      const around = begun ?? newAround();
      begun = undefined;
      const properties = childOf(child, 'w:pPr');
      const removed = childOf(properties, 'w:rPr', 'w:del');
      const read = readParagraph(child, part, around);
      if (removed) {
        part.told.change('deletion', removed.attributes['w:author'] ?? '', { words: '' });
        begun = around;
      } else blocks.push(...read(), ...around.after);
      continue;
    }
    blocks.push(...otherBlocks(child, part));
  }
  if (begun && !begun.line.isEmpty) blocks.push(blockOf('paragraph', begun.line), ...begun.after);
  return blocks;
}

function newAround(): Around {
  return { line: new Line(), after: [], ids: [], isBold: false, isItalic: false, isPlain: false };
}

function otherBlocks(child: Xml, part: Part): Block[] {
  const { told } = part;
  const { name, attributes } = child;
  if (name === 'w:tbl') return table(child, part);
  if (name === 'w:sdt') {
    const gallery = settingOf(child, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery');
    if (gallery !== 'Table of Contents') return blocksIn(childOf(child, 'w:sdtContent') ?? child, part);
    const words = wordsIn(child, 'w:t');
    told.lose('contents', words, words);
    return [];
  }
  if (name === 'mc:AlternateContent') return blocksIn(childOf(child, 'mc:Choice') ?? child, part);
  if (name === 'w:commentRangeStart') told.openComment(attributes['w:id'] ?? '');
  else if (name === 'w:commentRangeEnd') told.closeComment(attributes['w:id'] ?? '');
  else if (name === 'w:altChunk') told.lose('object', 'another document');
  else if (name === 'm:oMathPara')
    return blocksIn({ ...child, children: [{ name: 'w:p', attributes: {}, children: [child] }] }, part);
  else if (!passed.has(name)) {
    if (!transparent.has(name)) told.lose('unknown', name);
    return blocksIn(child, part);
  }
  return [];
}

const kinds: readonly [kind: Block['kind'], name: RegExp][] = [
  ['title', /^title$/],
  ['subtitle', /^subtitle$/],
  ['quote', /^(?:intense quote|quote|quotations?|block ?text|block quotation)$/],
  ['caption', /^(?:caption|illustration|figure|drawing)$/],
];
const contents = /^(?:toc|contents|user index) ?(?:\d|heading)/;

/** Reads what stands in a paragraph; what it is, is to be asked once nothing more comes into its line. */
function readParagraph(paragraph: Xml, part: Part, around: Around): () => Block[] {
  const { told, styles } = part;
  const properties = childOf(paragraph, 'w:pPr');
  const style = styles.paragraph(settingOf(properties, 'w:pStyle'));
  const level = levelIn(properties) ?? style.level ?? 0;
  const [named] = style.names.flatMap((name) => kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? []);
  const kind = named ?? (level > 0 ? 'heading' : 'paragraph');
  told.beginParagraph();
  if (isOn(properties, 'w:pageBreakBefore')) told.pageBreak();
  if (childOf(properties, 'w:sectPr')) told.pageBreak();
  if (contents.test(style.name)) {
    const words = wordsIn(paragraph, 'w:t');
    told.lose('contents', words, words);
    return () => [];
  }
  const isPlain = kind !== 'paragraph';
  Object.assign(around, { isPlain, isBold: style.isBold ?? false, isItalic: style.isItalic ?? false });
  readLine(paragraph, part, around);
  told.endParagraph();
  return () => {
    const { line, ids } = around;
    const item = itemOf({ style, properties, words: line.words, isHeading: kind === 'heading' }, part);
    if (line.isEmpty) return isRule(style, properties) ? [{ kind: 'rule', html: '', words: '' }] : [];
    if (line.isPicture) return [blockOf('picture', line)];
    if (item && kind === 'paragraph') return [{ ...blockOf('item', line), ...item }];
    if (kind === 'heading') return [{ ...blockOf('heading', line), level, ids }];
    return [kind === 'caption' ? captionOrFigure(line) : blockOf(kind, line)];
  };
}

function blockOf(kind: Block['kind'], { html, words, isStrong }: Line): Block {
  return { kind, html, words, ...(isStrong && { isStrong }) };
}

/** A caption that has its picture in its own line. */
function captionOrFigure(line: Line): Block {
  const { pictures, rest } = line.parts;
  if (pictures === '') return blockOf('caption', line);
  return { kind: 'whole', html: `<figure>${pictures}<figcaption>${rest}</figcaption></figure>`, words: line.words };
}

function isRule({ name, hasLineBelow }: Style, properties: Xml | undefined): boolean {
  return name === 'horizontal line' || hasLineBelow === true || childOf(properties, 'w:pBdr', 'w:bottom') !== undefined;
}

const signsOf: Readonly<Record<string, string>> = {
  ...{ decimal: '1, 2, 3', decimalZero: '1, 2, 3', lowerLetter: 'a, b, c', upperLetter: 'A, B, C' },
  ...{ lowerRoman: 'i, ii, iii', upperRoman: 'I, II, III', russianLower: 'а, б, в', russianUpper: 'А, Б, В' },
};

type Numbered = { style: Style; properties: Xml | undefined; words: string; isHeading: boolean };

function itemOf(
  { style, properties, words, isHeading }: Numbered,
  { lists, told }: Part,
): Pick<Block, 'level' | 'number'> | undefined {
  const list = listIn(properties) ?? style.list;
  if (!list || list.id === '0') return undefined;
  const level = Number(settingOf(properties, 'w:numPr', 'w:ilvl') ?? list.level);
  const item = lists.item(list.id, level);
  if (!item) return undefined;
  const { format, number, isFirst } = item;
  const signs = signsOf[format] ?? format;
  if (isFirst && (isHeading || signs !== signsOf.decimal))
    told.lose('numbering', `${signs} from “${words.slice(0, 80)}” on`);
  return { level, ...(number !== undefined && { number }) };
}

function table(element: Xml, part: Part): Block[] {
  const rows = [...partsOf(element, 'w:tr')].filter((row) => !isRemoved(row, part));
  let hasMerged = false;
  const read = rows.map((row) =>
    [...partsOf(row, 'w:tc')].map((cell) => {
      const properties = childOf(cell, 'w:tcPr');
      const merged = childOf(properties, 'w:vMerge');
      const columns = Number(settingOf(properties, 'w:gridSpan') ?? 1);
      if (merged || columns > 1) hasMerged = true;
      return { blocks: blocksIn(cell, part), columns };
    }),
  );
  const block = tableBlock(read);
  if (hasMerged) part.told.lose('cells', block.words.slice(0, 80));
  return read.length === 0 ? [] : [block];
}

function isRemoved(row: Xml, { told }: Part): boolean {
  const removed = childOf(row, 'w:trPr', 'w:del');
  if (!removed) return false;
  const words = wordsIn(row, 'w:delText', 'w:t');
  told.beginParagraph();
  told.change('deletion', removed.attributes['w:author'] ?? '', { words, text: wordsIn(row, 'w:t') });
  return true;
}

/** Rows or cells, within whatever wraps them. */
function* partsOf(parent: Xml, name: 'w:tr' | 'w:tc'): Generator<Xml> {
  for (const child of childrenOf(parent)) {
    if (child.name === name) yield child;
    else if (child.name === 'w:sdt' || transparent.has(child.name)) yield* partsOf(child, name);
  }
}
