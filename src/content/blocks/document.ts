/** A document of the story, with what it is and how large. */
import { documentTypes } from '../documents.ts';
import { defineBlock } from './block.ts';
import { fileLink } from './file-link.ts';
import { caption, markup } from './markup.ts';

export const document = defineBlock({
  name: 'document',
  attributes: {
    file: { is: 'file', types: documentTypes, isNeeded: true },
    title: { is: 'text', isNeeded: true },
  },
  render({ file, title }, content, { say }) {
    const link = file ? fileLink(file, title, say) : title;
    return markup`<figure class="figure document"><p>${link}</p>${caption(content)}</figure>\n`;
  },
});
