/** A box of facts, and a note of the newsroom. */
import { type Block, defineBlock } from './block.ts';
import { type Html, markup, noHtml } from './markup.ts';

export const fact: Block = defineBlock({
  name: 'fact',
  attributes: { title: { is: 'text', isNeeded: true } },
  render: ({ title }, content) => box('note note-fact', title, content),
});

export const note: Block = defineBlock({
  name: 'note',
  attributes: { title: { is: 'text' } },
  render: ({ title }, content) => box('note', title, content),
});

/**
 * Not an `aside`, which reader modes drop, as they do a `div` with many links; nor a landmark, for two with the same
 * title would not be told apart.
 */
function box(classes: string, title: string | undefined, content: Html): Html {
  const [name, label] = title
    ? [markup` aria-label="${title}"`, markup`<p class="label">${title}</p>`]
    : [noHtml, noHtml];
  return markup`<figure class="${classes}" role="note"${name}>${label}\n${content}</figure>\n`;
}
