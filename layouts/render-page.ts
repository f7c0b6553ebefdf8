/** A page's element as the text of an HTML file. */
import type { VNode } from 'preact';
import { render } from 'preact-render-to-string';

// Preact ends void elements as XML does. It escapes `<` and `"` wherever it writes them, so a tag it wrote is told
// from text by this pattern.
const voidTag = /^<(?:br|hr|img|input|link|meta|source)(?: [^\s=<>"]+(?:="[^"<]*")?)*$/;

export function renderPage(page: VNode): string {
  return withHtmlEnds(`<!doctype html>\n${render(page)}\n`);
}

/** `<br/>` becomes `<br>`. */
function withHtmlEnds(html: string): string {
  let written = '';
  let from = 0;
  for (let end = html.indexOf('/>'); end !== -1; end = html.indexOf('/>', end + 2)) {
    if (!voidTag.test(html.slice(html.lastIndexOf('<', end), end))) continue;
    written += html.slice(from, end);
    from = end + 1;
  }
  return written + html.slice(from);
}
