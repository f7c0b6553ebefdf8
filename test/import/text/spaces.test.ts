/** Spaces as browsers show them. */
import type { Root, RootContent } from 'hast';
import type { Root as MarkdownRoot, Paragraph } from 'mdast';
import { expect, test } from 'vitest';
import { collapseSpaces, settleTexts } from '../../../src/import/text/spaces.ts';
import { readTree } from '../../../src/import/text/tree.ts';

/** Its texts, each between brackets, with the names of elements that begin. */
function seen(node: Root | RootContent): string {
  if (node.type === 'text') return `[${node.value}]`;
  if (!('children' in node)) return '';
  return `${node.type === 'element' ? node.tagName : ''}${node.children.map(seen).join('')}`;
}

test.each([
  ['runs are one', 'a \n\t b', '[a b]'],
  ['at ends of blocks there is none', '<p> a </p> <p>\n b</p>\n', 'p[a]p[b]'],
  ['one that ends an element counts for what follows', '<p>a <b> b </b> c</p>', 'p[a ]b[b ][c]'],
  ['one at the end of the last element in a block goes', '<p>a <b>b </b></p>c', 'p[a ]b[b][c]'],
  ['a block within a line ends it', 'a <br> b <div> c </div> d', '[a]br[b]div[c][d]'],
  ['a picture is seen in a line', '<p><img> a <img> <b> b</b></p>', 'pimg[ a ]img[ ]b[b]'],
  [
    'between lines of a table there is none',
    '<table> <tr> <td> a </td> <td></td> </tr> </table>',
    'tabletbodytrtd[a]td',
  ],
  ['code that is set as it is stays', '<p>a</p> <pre> b\n  <code> c </code></pre>', 'p[a]pre[ b\n  ]code[ c ]'],
  ['no-break spaces are none', '<p>\u00a0a \u00a0</p>', 'p[\u00a0a \u00a0]'],
  ['comments are passed over', '<p>a <!-- x --> b</p>', 'p[a ][b]'],
])('%s', (_, html, expected) => {
  const root = readTree(html);
  collapseSpaces(root);
  expect(seen(root)).toBe(expected);
});

test('texts of a line of Markdown are one, and have no spaces at its ends', () => {
  const text = (value: string) => ({ type: 'text' as const, value });
  const line: Paragraph = {
    type: 'paragraph',
    children: [
      text(' a'),
      text('b \n c'),
      { type: 'emphasis', children: [text(' d '), text('')] },
      text(' '),
      text(' '),
    ],
  };
  const tree: MarkdownRoot = { type: 'root', children: [line] };
  settleTexts(tree);
  expect(line.children).toEqual([text('ab\nc'), { type: 'emphasis', children: [text(' d ')] }]);
});
