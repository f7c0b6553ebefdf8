/** Something to listen to: a recording beside the story, or elsewhere, to which it links. */
import { audioTypes } from '../documents.ts';
import { defineBlock } from './block.ts';
import { fileLink } from './file-link.ts';
import { caption, markup } from './markup.ts';

export const audio = defineBlock({
  name: 'audio',
  attributes: {
    file: { is: 'file', types: audioTypes },
    url: { is: 'address' },
    title: { is: 'text', isNeeded: true },
    duration: { is: 'text' },
  },
  oneOf: ['file', 'url'],
  render({ file, url, title, duration }, content, { say }) {
    const words = caption(content);
    if (file) {
      const player = markup`<audio controls preload="none" src="${file.url}"></audio>`;
      return markup`<figure class="figure audio">${player}<p>${fileLink(file, title, say, duration)}</p>${words}</figure>\n`;
    }
    const length = duration ? markup` <span class="file-is">${duration}</span>` : undefined;
    const link = url === undefined ? title : markup`<a class="watch" href="${url}">${title}</a>`;
    return markup`<figure class="figure audio">${link}${length}${words}</figure>\n`;
  },
});
