/** What somebody said, with who said it. */
import { defineBlock } from './block.ts';
import { markup } from './markup.ts';

export const quote = defineBlock({
  name: 'quote',
  attributes: {
    by: { is: 'text', isNeeded: true },
    role: { is: 'text' },
    source: { is: 'address' },
  },
  render({ by, role, source }, content, { id }) {
    const cite = source === undefined ? undefined : markup` cite="${source}"`;
    const office = role ? markup` ${role}` : undefined;
    return markup`<figure class="quote" id="${id}"><blockquote${cite}>\n${content}</blockquote><figcaption><b>${by}</b>${office}</figcaption></figure>\n`;
  },
});
