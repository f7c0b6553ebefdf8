/** What somebody said, with who said it. */
import { directionOf } from '../names.ts';
import { defineBlock } from './block.ts';
import { markup } from './markup.ts';

export const quote = defineBlock({
  name: 'quote',
  attributes: {
    by: { is: 'text', isNeeded: true },
    role: { is: 'text' },
    source: { is: 'address' },
    lang: { is: 'language' },
    dir: { is: 'direction' },
  },
  render({ by, role, source, lang, dir = lang && directionOf(lang) }, content, { id }) {
    const cite = source === undefined ? undefined : markup` cite="${source}"`;
    const language = lang ? markup` lang="${lang}"` : undefined;
    const direction = dir ? markup` dir="${dir}"` : undefined;
    const office = role ? markup` ${role}` : undefined;
    return markup`<figure class="quote" id="${id}"><figcaption><b>${by}</b>${office}</figcaption><blockquote${cite}${language}${direction}>\n${content}</blockquote></figure>\n`;
  },
});
