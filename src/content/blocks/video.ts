/** A video elsewhere: a still that links out. */
import { figureClass, pictureHtml } from '../markdown/picture-html.ts';
import { defineBlock } from './block.ts';
import { markup } from './markup.ts';

export const video = defineBlock({
  name: 'video',
  attributes: {
    url: { is: 'address', isNeeded: true },
    title: { is: 'text', isNeeded: true },
    poster: { is: 'picture' },
  },
  render({ url, title, poster }, content) {
    const picture = poster && { html: pictureHtml(poster, '') };
    const link = url === undefined ? title : markup`<a class="watch" href="${url}">${title}</a>`;
    return markup`<figure class="${figureClass(poster)}">${picture}${link}<figcaption>\n${content}</figcaption></figure>\n`;
  },
});
