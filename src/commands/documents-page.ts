/** The page on which a document becomes a draft: a form that a file is dropped on, and what came of it. Without a script. */
import { type Html, markup, noHtml } from '../content/blocks/markup.ts';
import { deskPage, joined } from '../desk/desk-page.ts';
import { deskLinks, deskLinksStyles, documentsUrl } from './desk-links.ts';
import type { DraftAsData } from './new/begin-from-document.ts';

/** `id`, and how people call it. */
type Choice = readonly [id: string, name: string];

export type DocumentForm = {
  sections: readonly Choice[];
  authors: readonly Choice[];
  /** What is chosen already: what was sent before, or who works here. */
  section?: string;
  author?: string;
  headline?: string;
};

const endings = ['.docx', '.html', '.htm', '.zip', '.txt'];

/** `problem`: why nothing was made of a document. */
export function documentsPage(form: DocumentForm, problem?: string): string {
  return page({
    title: problem === undefined ? 'A draft from a document' : 'No draft was made',
    lead: markup`A .docx, Google Docs’ .html or .zip, or the text of an agency becomes a draft in this newsroom. You are then told what it has and the draft has not.`,
    body: joined([problem === undefined ? noHtml : markup`<pre class="told">${problem}</pre>`, formOf(form)]),
  });
}

/** `name`: of the document. */
export function draftedPage({ file, address, pictures, note, listed }: DraftAsData, name: string): string {
  const kinds = listed.map(
    ({ what, each }) => markup`<section><h3>${what}</h3>
<ul>${joined(each.map((one) => markup`<li>${one}</li>`))}</ul></section>`,
  );
  const count = pictures === 0 ? '' : pictures === 1 ? ', with one picture' : `, with ${pictures} pictures`;
  return page({
    title: `A draft was made of ${name}`,
    lead: markup`${file}${count}. No reader sees it.${note}`,
    body: joined([
      markup`<p class="go"><a href="${address}">See the draft</a></p>`,
      markup`<h2>What ${name} has and the draft has not, or has otherwise</h2>
<p>It is said on this page until the preview ends.</p>`,
      ...kinds,
      markup`<p><a href="${documentsUrl}">Another document</a></p>`,
    ]),
  });
}

function page(parts: { title: string; lead: Html; body: Html }): string {
  return deskPage({ ...parts, above: deskLinks(documentsUrl), styles: deskLinksStyles + styles, isForm: true });
}

function formOf({ sections, authors, section, author, headline = '' }: DocumentForm): Html {
  return markup`<form method="post" action="${documentsUrl}" enctype="multipart/form-data">
<p><label for="document">Document: drop it here, or choose it</label>
<input type="file" id="document" name="document" required accept="${endings.join(',')}"></p>
${choice('section', 'Section', sections, section)}
${choice('author', 'Who writes it', authors, author)}
<p><label for="headline">Headline, if it is to be another than the document’s</label>
<input type="text" id="headline" name="headline" maxlength="300" value="${headline}"></p>
<p><button>Make the draft</button></p>
</form>`;
}

/** A single one is nothing to ask. */
function choice(name: string, label: string, choices: readonly Choice[], chosen: string | undefined): Html {
  const options = choices.map(
    ([id, shown]) => markup`<option value="${id}"${id === chosen ? { html: ' selected' } : noHtml}>${shown}</option>`,
  );
  const [only, ...others] = choices;
  if (only && others.length === 0) return markup`<input type="hidden" name="${name}" value="${only[0]}">`;
  const none = choices.some(([id]) => id === chosen) ? noHtml : markup`<option value="">Choose</option>`;
  return markup`<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}" required>${joined([none, ...options])}</select></p>`;
}

const styles = `form { max-inline-size: 40rem; margin-block: 1.5rem; }
form p { margin-block: 0 1rem; }
label { display: block; font-weight: 600; margin-block-end: .25rem; }
input, select, button { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; padding: .5rem .75rem; max-inline-size: 100%; }
input[type=text], select { inline-size: 100%; }
input[type=file] { inline-size: 100%; padding: 3rem 1rem; border: 2px dashed var(--faint); background: var(--tint); }
input[type=file]:hover { border-color: var(--link); }
button { background: var(--link); color: var(--paper); border-color: var(--link); font-weight: 600; cursor: pointer; }
.told { border-inline-start: 3px solid var(--alarm); padding-inline-start: 1rem; margin-block: 1rem; }
h3::first-letter { text-transform: uppercase; }
.go { margin-block: 1rem; font-size: 1.125rem; font-weight: 600; }
`;
