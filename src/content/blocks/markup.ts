/** HTML as a type of its own, so that no text of an author is taken for it: what is put into `markup` is escaped. */

export type Html = { readonly html: string };

export const noHtml: Html = { html: '' };

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** What `escapeHtml` and Preact have written. */
export function unescapeHtml(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/** HTML with values in it: texts are escaped, other HTML stands as it is, and what is undefined is left out. */
export function markup(parts: TemplateStringsArray, ...values: (string | Html | undefined)[]): Html {
  const written = values.map((value) => (typeof value === 'object' ? value.html : escapeHtml(value ?? '')));
  return { html: parts.map((part, index) => part + (written[index] ?? '')).join('') };
}

/** The words under something, if there are any. */
export function caption(content: Html): Html {
  return content.html.trim() === '' ? noHtml : markup`<figcaption>\n${content}</figcaption>`;
}
