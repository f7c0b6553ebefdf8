/** `::: recipe {title="…" minutes="40"}`, with its steps inside. */
import { defineBlock, markup } from 'broadsheet/blocks';

export const block = defineBlock({
  name: 'recipe',
  attributes: { title: { is: 'text', isNeeded: true }, minutes: { is: 'text' } },
  render({ title, minutes }, content) {
    const time = minutes ? markup` <small>${minutes} min</small>` : undefined;
    return markup`<figure class="note recipe" role="note"><p class="label">${title}${time}</p>\n${content}</figure>\n`;
  },
});
