/** What documents of Word have beside what LibreOffice writes, each by itself. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ZipArchive } from '../../../src/import/documents/zip-archive.ts';
import { docxOf, docxPart } from '../../support/zip.ts';
import { draftOf, fixtures, paper } from './drafted.ts';

const p = (inside: string, properties = '') => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
const r = (text: string, look = '') => `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (instruction: string, result: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const headline = p(r('First snow'), '<w:outlineLvl w:val="0"/>');
const box = (text: string) => `<w:txbxContent>${p(r(text))}</w:txbxContent>`;
const cell = (text: string, properties = '') =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text === '' ? '' : r(text))}</w:tc>`;
const drawing = (inside: string, said = '') =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" ${said}/><a:graphic><a:graphicData>${inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
const picture = (name: string, cut = '') =>
  `<pic:pic><pic:blipFill><a:blip r:embed="${name}"/>${cut}</pic:blipFill></pic:pic>`;
const numbering = docxPart(
  'numbering',
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
);
const numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
const png =
  new ZipArchive(readFileSync(join(fixtures, 'feature.docx'))).read('word/media/image1.png') ?? new Uint8Array();

const cases: [
  claim: string,
  body: string,
  text: string,
  listed: Record<string, unknown>,
  parts?: Record<string, string | Uint8Array>,
][] = [
  [
    'a style that is based on another one is of its kind',
    p(r('The captain speaks.'), '<w:pStyle w:val="HouseQuote"/>') +
      p(drawing(picture('sea.png'), 'descr="The sea"')) +
      p(r('At noon'), '<w:pStyle w:val="ImageCaption"/>'),
    '> The captain speaks.\n\n![The sea](first-snow/sea.png "At noon")',
    {},
    {
      'styles.xml': docxPart(
        'styles',
        [
          ['HouseQuote', 'House Quote', 'Quote'],
          ['Quote', 'Quote', 'Normal'],
          ['ImageCaption', 'Image Caption', 'Caption'],
          ['Caption', 'caption', 'Normal'],
        ]
          .map(
            ([id, name, base]) =>
              `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/></w:style>`,
          )
          .join(''),
      ),
      'sea.png': png,
    },
  ],
  [
    'a link by a field is a link, and one within the text leads to its heading',
    p(
      field(' HYPERLINK "https://b.example/a" \\l "c" ', r('Out')) +
        r(' and ') +
        `<w:hyperlink w:anchor="_Ref1">${r('in')}</w:hyperlink>`,
    ) + p(`<w:bookmarkStart w:id="0" w:name="_Ref1"/>${r('A part')}`, '<w:outlineLvl w:val="1"/>'),
    '[Out](https://b.example/a#c) and [in](#a-part)\n\n## A part',
    {},
  ],
  [
    'what stands higher or lower does so, however that is said',
    p(
      [
        ['m', ''],
        ['2', '<w:vertAlign w:val="superscript"/>'],
        [', km', ''],
        ['2', '<w:position w:val="8"/>'],
        [', CO', ''],
        ['2', '<w:position w:val="-4"/>'],
        [' here', '<w:position w:val="0"/>'],
      ]
        .map(([text = '', look]) => r(text, look))
        .join(''),
    ),
    'm<sup>2</sup>, km<sup>2</sup>, CO<sub>2</sub> here',
    {},
  ],
  [
    'a link that does something is only its words',
    p(`<w:hyperlink r:id="link1">${r('Click')}</w:hyperlink>`),
    'Click',
    { 'links to what did not come along': ['javascript:alert(1)'] },
  ],
  [
    'what was moved is where it went, and told as both',
    p(
      `<w:moveFrom w:author="Ann">${r('Late. ')}</w:moveFrom>${r('Early.')}<w:moveTo w:author="Ann">${r(' Late.')}</w:moveTo>`,
    ),
    'Early. Late.',
    {
      'deletions that were tracked': ['Ann: “Late.”'],
      'insertions and suggestions that were tracked': ['Ann: “Late.”'],
    },
  ],
  [
    'a row that was deleted goes, and a cell below a merged one is empty',
    `<w:tbl><w:tr>${cell('A', '<w:vMerge w:val="restart"/>')}${cell('B')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('C')}</w:tr><w:tr><w:trPr><w:del w:author="Ann"/></w:trPr>${cell('D')}${cell('E')}</w:tr></w:tbl>`,
    '| A | B |\n| - | - |\n| | C |',
    { 'deletions that were tracked': ['Ann: “D E”'], 'tables with cells that were merged': ['A B C'] },
  ],
  [
    'a table of contents goes, and a placeholder that nobody filled in',
    `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p(r('One 1'))}</w:sdtContent></w:sdt>` +
      p(
        `${r('Text. ')}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('Click here')}</w:sdtContent></w:sdt>`,
      ),
    'Text.',
    { 'tables of contents': ['One 1'], forms: ['Click here'] },
  ],
  [
    'a text box of today’s Word is there once, though it is written twice',
    p(
      `${r('Before.')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In a box.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In a box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
    ),
    'Before.\n\nIn a box.',
    { 'text boxes': ['In a box.'] },
  ],
  [
    'a picture that was cut is whole and told of, and so is a description by a program',
    p(
      drawing(picture('a.png', '<a:srcRect l="1000"/>'), 'descr="A hill&#10;&#10;Description automatically generated"'),
    ),
    '![A hill](first-snow/a.png)',
    {
      'pictures that were cut': ['a.png'],
      'alternative texts of pictures that a program made up': ['a.png: A hill Description automatically generated'],
    },
    { 'a.png': png },
  ],
  [
    'a picture that is broken, and one of a type of Windows, are told of with their reason',
    p(drawing(picture('b.png'), 'descr="A dale"')) + p(drawing(picture('c.emf'), '')),
    'A dale',
    {
      'pictures that did not come along': [
        expect.stringMatching(/^b\.png: The picture/),
        'c.emf: It is of a type that no browser shows.',
      ],
    },
    { 'b.png': png.subarray(0, 50), 'c.emf': Buffer.from('\x01\0\0\0emf') },
  ],
  [
    'a chart, a sign of a font of signs and a formula are told of',
    p(
      `${drawing('<c:chart xmlns:c="urn:c"/>', 'descr="Snow by year"')}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>${r('So ')}<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>${r('.')}`,
    ),
    'So a=b.',
    { drawings: ['Snow by year'], 'signs of fonts of their own': ['Wingdings F0E0'], formulas: ['a=b'] },
  ],
  [
    'a list goes on with its number behind a paragraph, and the numbers of headings are told of',
    p(r('one'), numbered) + p(r('two'), numbered) + p(r('Between.')) + p(r('three'), numbered) + p(r('four'), numbered),
    '1. one\n2. two\n\nBetween.\n\n3. three\n4. four',
    {},
    { 'numbering.xml': numbering },
  ],
  [
    'a note is at its sign, and one whose sign was deleted is told of',
    p(`${r('It fell')}<w:r><w:footnoteReference w:id="5"/></w:r>${r('.')}`),
    'It fell[^1].\n\n[^1]: At dawn.',
    { 'deletions that were tracked': ['a note that no sign leads to: “At noon.”'] },
    {
      'footnotes.xml': docxPart(
        'footnotes',
        `<w:footnote w:id="4">${p(r('At noon.'))}</w:footnote><w:footnote w:id="5">${p(r('At dawn.'))}</w:footnote>`,
      ),
    },
  ],
  [
    'a part that nothing is known of is told of, and words that were lost in it',
    p(`${r('Text.')}<w:unheard>${r(' More.')}</w:unheard><w:r><w:odd><w:t> Odd.</w:t></w:odd></w:r>`),
    'Text. More.',
    { 'parts of which nothing is known': ['w:unheard', 'w:odd'] },
  ],
  [
    'the colour of most of a text means nothing',
    p(
      r('Nearly all of it is grey, and ', '<w:color w:val="333333"/>') +
        r('this', '<w:color w:val="00AA00"/>') +
        r(' is not.', '<w:color w:val="333333"/>'),
    ),
    'Nearly all of it is grey, and this is not.',
    { colours: ['colour #00aa00: “this”'] },
  ],
];

test.each(cases)('%s', async (_, body, text, listed, parts) => {
  const bytes = docxOf(headline + body, parts, ['javascript:alert(1)']);
  const draft = await draftOf({ name: 'snow.docx', bytes });
  expect([draft.code, draft.stderr]).toEqual([0, '']);
  expect(draft.text).toBe(text);
  expect(draft.listed).toEqual(listed);
});

test('numbers and names that no program writes do no harm', async () => {
  const vast = '<w:gridSpan w:val="99999999"/>';
  const body = `${headline}<w:tbl><w:tr>${cell('A', vast)}</w:tr><w:tr>${cell('B')}</w:tr></w:tbl>${p(r('C'), '<w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr>')}`;
  const parts = { 'numbering.xml': numbering };
  const { code, text } = await draftOf({ name: 'snow.docx', bytes: docxOf(body, parts, ['http://[', '%%%']) });
  expect([code, text.split('\n').at(-1)]).toEqual([0, 'C']);
});

test('a document in UTF-16 is read as any other, and so it is by who judges that', async () => {
  const whole = docxPart('document', `<w:body>${headline}${p(r('Снег и снег.'))}</w:body>`).replace('UTF-8', 'UTF-16');
  const bytes = docxOf('', { 'document.xml': Buffer.from(`\uFEFF${whole}`, 'utf16le') });
  const { code, text, listed } = await draftOf({ name: 'snow.docx', bytes });
  expect([code, text, listed]).toEqual([0, 'Снег и снег.', {}]);
});

test('words that are lost without a reason are told of by who reads the document another way', async () => {
  const { listed, text } = await draftOf({
    name: 'snow.docx',
    bytes: docxOf(`${headline}${p(r('Here.'))}<w:t>Stray words.</w:t>`),
  });
  expect(text).toBe('Here.');
  expect(listed['words of the document that are not in the draft']).toEqual(['Stray words.']);
});

test('a headline that is given stands in place of the document’s, and nothing is written over', async () => {
  const room = paper();
  const bytes = docxOf(headline + p(r('Here.')));
  const first = await draftOf({ name: 'a.docx', bytes }, { room, args: ['Snow at last'] });
  expect(first.matter).toContain('title: Snow at last\n');
  expect(first.listed).toEqual({ 'headings that are the title of the story now': ['First snow'] });
  const second = await draftOf({ name: 'a.docx', bytes }, { room, args: ['Snow at last'] });
  expect(second.stdout).toContain('/2015/11/27/snow-at-last-2/');
  const none = await draftOf({ name: 'b.docx', bytes: docxOf(p(r('It snowed. It did so all night long.'))) });
  expect([none.code, none.stderr]).toEqual([
    1,
    'b.docx: It has no headline that can be known as one. Say the headline beside it.\nNothing was made.\n',
  ]);
});
