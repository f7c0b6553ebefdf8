/**
 * A chart elsewhere: a still that links to it. Where site.yaml allows its host, readers may open it on the page: a frame
 * that is `lazy`, inside closed details, is loaded by browsers only then, without a script.
 */
import { figureClass, pictureHtml } from '../markdown/picture-html.ts';
import { defineBlock } from './block.ts';
import { caption, markup } from './markup.ts';

export const chart = defineBlock({
  name: 'chart',
  attributes: {
    url: { is: 'frame', isNeeded: true },
    still: { is: 'picture' },
    alt: { is: 'text', isNeeded: true },
  },
  render({ url: place, still, alt }, content, { say }) {
    const picture = still && { html: pictureHtml(still, alt) };
    const classes = `${figureClass(still)} chart`;
    const words = caption(content);
    if (place === undefined) return markup`<figure class="${classes}">${picture}${words}</figure>\n`;
    const { url, mayFrame } = place;
    const shown = picture && markup`<a href="${url}">${picture}</a>`;
    const label = say.interactiveChart;
    if (!mayFrame)
      return markup`<figure class="${classes}">${shown}<a class="watch" href="${url}">${label}</a>${words}</figure>\n`;
    const rights = 'allow-scripts allow-same-origin allow-popups';
    const frame = markup`<iframe src="${url}" title="${alt}" loading="lazy" sandbox="${rights}"></iframe>`;
    const link = shown ? undefined : markup`<a class="chart-link" href="${url}">${alt}</a>`;
    return markup`<figure class="${classes}">${shown}${link}<details class="frame"><summary>${label}</summary>${frame}</details>${words}</figure>\n`;
  },
});
