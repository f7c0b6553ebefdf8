/** A page's element as the text of an HTML file. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

// Preact ends void elements as XML does. It escapes `<` and `"` wherever it writes them, so a tag it wrote is told
// from text by this pattern.
const closedVoidTag = /<((?:br|hr|img|link|meta|source)(?: [^\s=<>"]+(?:="[^"<]*")?)*)\/>/g;

export function renderPage(page: VNode): string {
  return `<!doctype html>\n${render(page).replace(closedVoidTag, '<$1>')}\n`;
}
