/** A document of Google Docs as its zip or as its page, and texts without markup. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWireText } from '../../../src/import/documents/wire-text.ts';
import { zipOf } from '../../support/zip.ts';
import { draftOf, paper } from './drafted.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAAGklEQVR42mPQyHOjCmIYNWjUoFGDRg2iDAEA06BKEEeRCskAAAAASUVORK5CYII=',
  'base64',
);
const span = (text: string, name = 'c0') => `<span class="${name}">${text}</span>`;
const p = (inside: string, name = '') => `<p class="c1 ${name}">${inside}</p>`;
const item = (kind: string, level: number, text: string) =>
  `<${kind} class="c8 lst-kix_${kind}a1-${level} start"${kind === 'ol' ? ' start="1"' : ''}><li class="c1 li-bullet-0">${span(text)}</li></${kind}>`;
const cell = (text: string) => `<td class="c12" colspan="1" rowspan="1">${p(span(text))}</td>`;

/** Its form is that of an export of 2026, its words are ours. */
const page = `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"><style type="text/css">ul.lst-kix_ula1-0{list-style-type:none}.lst-kix_ula1-0 > li:before{content:"\\0025cf  "}.c0{color:#000000;font-weight:400;text-decoration:none;vertical-align:baseline;font-size:11pt;font-style:normal}.c1{line-height:1.15;text-align:left}.c2{font-weight:700}.c3{font-style:italic}.c4{color:inherit;text-decoration:inherit}.c5{color:#1155cc;text-decoration:underline}.c6{color:#ff0000}.c7{text-decoration:line-through}.title{font-size:26pt}</style></head><body class="c9 doc-content"><div>${p(span('Draft for Nina'))}</div>${[
  p(span('The market moves indoors'), 'title'),
  p(span('Stalls under a glass roof from Saturday'), 'subtitle'),
  p(
    `${span('The stalls move ')}${span('on Saturday', 'c2')}${span(', ')}${span('weather or not', 'c3')}${span('.')}<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup>${span('&nbsp;Rents stay.')}<sup><a href="#cmnt1" id="cmnt_ref1">[a]</a></sup>`,
  ),
  `<h2 class="c1" id="h.b1">${span('Who moves')}</h2>`,
  item('ul', 0, 'bakers') + item('ul', 1, 'rye') + item('ul', 0, 'fishmongers'),
  `<ol class="c8 lst-kix_b2-0 start" start="1"><li class="c1">${span('fish first')}</li><li class="c1">${span('then bread')}</li></ol>`,
  p(
    '<span style="overflow: hidden; display: inline-block;"><img alt="A roof of glass" src="images/image1.png" title=""></span>',
  ),
  p(
    `${span('See ')}<span class="c5"><a class="c4" href="https://www.google.com/url?q=https://market.example/plan?a%3D1&amp;sa=D&amp;source=editors&amp;usg=AOv0">the plan</a></span>${span(', not ')}${span('the old one', 'c7')}${span(', and ')}${span('hurry', 'c6')}${span('.')}`,
  ),
  `<table class="c10"><tr>${cell('Stall')}${cell('Rent')}</tr><tr>${cell('1')}${cell('20 lari')}</tr></table>`,
  '<hr style="page-break-before:always;display:none;">',
  p(span('The roof dates from 1911.')),
].join(
  '',
)}<hr class="c13"><div>${p(`<a href="#ftnt_ref1" id="ftnt1">[1]</a>${span('&nbsp;The forecast says snow.')}`)}</div><div class="c14">${p(`<a href="#cmnt_ref1" id="cmnt1">[a]</a>${span('Until when?')}`)}</div></body></html>`;

const text = (picture: string) => `The stalls move **on Saturday**, *weather or not*.[^1] Rents stay.

## Who moves

- bakers
  - rye
- fishmongers

1. fish first
2. then bread

${picture}

See [the plan](https://market.example/plan?a=1), not ~~the old one~~, and hurry.

| Stall | Rent |
| - | - |
| 1 | 20 lari |

The roof dates from 1911.

[^1]: The forecast says snow.`;
const listed = {
  'comments and directives of editors': ['Until when?'],
  'headers and footers': ['Draft for Nina'],
  colours: ['colour #ff0000: “hurry”'],
  'breaks of pages': ['1'],
};
const withPicture = text('![A roof of glass](the-market-moves-indoors/image1.png)');

test('the zip of Google Docs is a draft with its pictures, notes and lists, and its links lead where they say', async () => {
  const draft = await draftOf({ name: 'Market.zip', bytes: zipOf({ 'Market.html': page, 'images/image1.png': png }) });
  expect([draft.code, draft.stderr]).toEqual([0, '']);
  expect(draft.text).toBe(withPicture);
  expect(draft.matter).toContain('title: The market moves indoors\nsummary: Stalls under a glass roof from Saturday\n');
  expect(draft.listed).toEqual(listed);
});

test('its page alone finds pictures beside it, and tells of those that are not there', async () => {
  const bare = await draftOf({ name: 'Market.html', bytes: page });
  expect(bare.text).toBe(text('A roof of glass'));
  expect(bare.listed).toEqual({ ...listed, 'pictures that did not come along': ['images/image1.png'] });
  const room = paper();
  mkdirSync(join(room.folder, 'images'));
  writeFileSync(join(room.folder, 'images/image1.png'), png);
  expect((await draftOf({ name: 'Market.html', bytes: page }, { room })).text).toBe(withPicture);
});

test('a page that names a file outside of its folder does not get it', async () => {
  const room = paper();
  writeFileSync(join(room.folder, '..', 'secret-of-docs.png'), png);
  const { text: shown } = await draftOf(
    { name: 'a.html', bytes: '<h1>Snow</h1><p>It fell.</p><p><img src="../secret-of-docs.png" alt="A hill"></p>' },
    { room },
  );
  expect(shown).toBe('It fell.\n\nA hill');
});

test.each([
  [
    'lines that were broken to be read on a screen are one',
    `${'word '.repeat(14)}\n${'more '.repeat(14)}\nend.\n\nNext.`,
    [`${'word '.repeat(14)}${'more '.repeat(14)}end.`, 'Next.'],
  ],
  ['lines without empty ones between them are paragraphs', 'One.\r\nTwo.\r\n', ['One.', 'Two.']],
  ['short lines between empty ones are lines', 'A\nB\n\nC', ['A<br>B', 'C']],
  ['signs of markup are text', 'a <b> & c', ['a &lt;b&gt; &amp; c']],
])('%s', (_, written, lines) => {
  expect(readWireText(written).blocks.map(({ html }) => html)).toEqual(lines);
});
