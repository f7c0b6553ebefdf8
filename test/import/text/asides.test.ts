/** What programs set apart in a text. */
import { expect, test } from 'vitest';
import { sourceHtml } from '../../../src/import/text/source-html.ts';

const shown = (text: string) =>
  sourceHtml({ format: 'markdown', text }, { dialect: 'none', codes: {} }, () => {})
    .replace(/\s+/g, ' ')
    .trim();

test.each([
  [':::note\nIt *sails*.\n:::', '<blockquote> <p><strong>Note</strong></p> <p>It <em>sails</em>.</p> </blockquote>'],
  ['::: tip At eight {#a}\nx\n:::', '<blockquote> <p><strong>At eight</strong></p> <p>x</p> </blockquote>'],
  [':::caution[Deep *sea*]\nx\n:::', '<blockquote> <p><strong>Deep <em>sea</em></strong></p> <p>x</p> </blockquote>'],
  [':::note\n**Note:** x\n:::', '<blockquote> <p><strong>Note:</strong> x</p> </blockquote>'],
  ['::::wide\n:::tip\nx\n:::\n::::', '<div> <blockquote> <p><strong>Tip</strong></p> <p>x</p> </blockquote> </div>'],
  [
    '!!! warning "Deep"\n    x\n\n    y\n\nz',
    '<blockquote> <p><strong>Deep</strong></p> <p>x</p> <p>y</p> </blockquote> <p>z</p>',
  ],
  [
    '- a\n\n  :::note\n  x\n  :::',
    '<ul> <li> <p>a</p> <blockquote> <p><strong>Note</strong></p> <p>x</p> </blockquote> </li> </ul>',
  ],
])('%j is a part of its own', (text, html) => {
  expect(shown(text)).toBe(html);
});

test('what does not end, and what is code, stays as it is', () => {
  expect(shown(':::note\nx')).toBe('<p>:::note x</p>');
  expect(shown('```\n:::note\n:::\n!!! note\n    x\n```')).toBe('<pre><code>:::note ::: !!! note x </code></pre>');
});

test('controls, which nobody saw, are no part of a text', () => {
  expect(shown('It \u0008sails\u0001 at\teight.')).toBe('<p>It sails at eight.</p>');
});
