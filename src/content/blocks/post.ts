/** What somebody posted on a social network, quoted as a text: nothing is fetched from there. */
import { defineBlock } from './block.ts';
import { markup } from './markup.ts';

export const post = defineBlock({
  name: 'post',
  attributes: {
    url: { is: 'address', isNeeded: true },
    by: { is: 'text', isNeeded: true },
    date: { is: 'date', isNeeded: true },
  },
  render({ url, by, date }, content, { say }) {
    const cite = url === undefined ? undefined : markup` cite="${url}"`;
    const day = markup`<time datetime="${date}">${say.day(date)}</time>`;
    const link = url === undefined ? day : markup`<a href="${url}">${day}</a>`;
    return markup`<figure class="quote post"><figcaption><b>${by}</b> ${link}</figcaption><blockquote${cite}>\n${content}</blockquote></figure>\n`;
  },
});
