/** Footnotes of a document, written so that they are found as those of all programs are (`../text/notes.ts`). */

export function signOfNote(number: number): string {
  return `<sup><a id="x-sign-${number}" href="#x-note-${number}">${number}</a></sup>`;
}

/** `html`: what each note says, by its number. */
export function notesAsHtml(notes: readonly { number: number; html: string }[]): string {
  if (notes.length === 0) return '';
  const items = notes.map(
    ({ number, html }) => `<li id="x-note-${number}">${html}<a href="#x-sign-${number}">↑</a></li>`,
  );
  return `<ol>${items.join('\n')}</ol>`;
}

/** A text without their signs, which the document itself does not have as words. */
export function withoutNoteSigns(html: string): string {
  return html.replace(/<sup><a id="x-sign-[^<]*<\/a><\/sup>|<a href="#x-sign-\d+">↑<\/a>/g, '');
}
