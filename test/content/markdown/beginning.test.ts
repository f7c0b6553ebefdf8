/** A text that is too long for a feed is cut between its blocks. */
import { expect, test } from 'vitest';
import { sayIn } from '../../../layouts/block-words.ts';
import { renderBody } from '../../../src/content/markdown/body.ts';
import type { Resolve } from '../../../src/content/markdown/environment.ts';
import { wordingIn } from '../../support/words.ts';
import { elements } from './rendered.ts';

const resolve: Resolve = {
  link: (href) => href,
  picture: (path) => ({ stem: `/assets/${path}`, width: 800, height: 600, root: '' }),
  document: (path) => ({ url: path }),
  frames: [],
  say: sayIn('en', { wording: wordingIn(['en']) }),
  page: 'https://courier.example/2015/11/26/talks/',
};

const blocks = [
  'One paragraph[^a] with a [link](https://port.example/).',
  '## A heading',
  '- a list\n- of two[^b]',
  '::: fact {title="Facts"}\n> A quotation\n\nand more\n:::',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  'The end.',
  '[^a]: The first note.\n[^b]: The second note.',
];
const text = blocks.join('\n\n');

function cutAt(mostBytes?: number) {
  return renderBody(text, mostBytes === undefined ? resolve : { ...resolve, mostBytes });
}

test('a text of just so many bytes is whole, and one byte less cuts it', () => {
  const { html } = cutAt();
  expect(cutAt(Buffer.byteLength(html))).toMatchObject({ html, isCut: false });
  expect(cutAt(Buffer.byteLength(html) - 1).isCut).toBe(true);
});

test('wherever it is cut, it is a beginning of whole blocks, never ends with a heading, and fits', () => {
  const whole = cutAt().html;
  const seen = new Set<string>();
  for (let most = 0; most < Buffer.byteLength(whole); most++) {
    const { html, isCut } = cutAt(most);
    expect(isCut).toBe(true);
    expect(Buffer.byteLength(html)).toBeLessThanOrEqual(most);
    expect(whole.startsWith(html)).toBe(true);
    seen.add(html);
  }
  // Nothing, and what ends with a paragraph, the list, the facts, the table or the last words; never the heading or half a block.
  const ends = [...seen].map((html) => html.trimEnd().split('\n').at(-1));
  expect(ends).toEqual([
    '',
    expect.stringContaining('One paragraph'),
    '</ul>',
    '</figure>',
    '</div>',
    '<p>The end.</p>',
  ]);
});

test('a reference to a note that is cut away leads to the story, where the note stands', () => {
  const { html } = cutAt(Buffer.byteLength(cutAt().html) - 1);
  expect(html).not.toContain('The first note');
  const references = elements(html, 'a').filter(({ attributes }) => attributes.href?.includes('#s_note'));
  expect(references.map(({ attributes }) => attributes.href)).toEqual([1, 2].map((n) => `${resolve.page}#s_note.${n}`));
});

test('a first block that is too long by itself is left out', () => {
  const { html, isCut } = renderBody(`${'word '.repeat(100)}\n\nMore.`, { ...resolve, mostBytes: 100 });
  expect({ html, isCut }).toEqual({ html: '', isCut: true });
});
