/** A preview as pages: an index, and a page for each that is shown. They need no script and nothing from elsewhere. */
import { type Html, markup, noHtml } from '../../content/blocks/markup.ts';
import { deskPage } from '../../desk/desk-page.ts';
import type { Change, Group } from './changes.ts';
import { countsOf, filesHeading, headingOf, type Preview, pagesAndFiles, warning } from './preview.ts';
import { markupHtml, rowsHtml, wholeHtml } from './side-by-side.ts';
import type { View } from './views.ts';

/** Files by name. */
export function previewPages(preview: Preview): Map<string, string | Uint8Array> {
  const files = new Map<string, string | Uint8Array>([['index.html', indexPage(preview)]]);
  for (const view of preview.views.values()) {
    files.set(view.name, changePage(view, preview));
    for (const [side, bytes] of Object.entries(view.pictures ?? {})) files.set(pictureName(view, side), bytes);
  }
  return files;
}

function pictureName({ name }: View, side: string): string {
  return `${name.replace(/\.html$/, '')}-${side}.jpg`;
}

function all(parts: readonly Html[]): Html {
  return { html: parts.map(({ html }) => html).join('') };
}

function when(condition: unknown, html: () => Html): Html {
  return condition ? html() : noHtml;
}

function indexPage(preview: Preview): string {
  const { state, against, same, note, title } = preview;
  const counts = countsOf(preview);
  const { pages, files } = pagesAndFiles(preview);
  const again = same === 0 ? '' : ` ${same.toLocaleString('en')} more were made anew and are the same.`;
  return pageOf(preview, {
    title: `Preview of ${title}`,
    heading: `What ${state} changes`,
    lead: markup`Against ${against}: ${counts === undefined ? 'nothing changes. Readers would see what they see now.' : `${counts}.`}${again}`,
    body: markup`${when(note, () => markup`<p class="note">${note}</p>\n`)}${all(pages.map((group) => groupHtml(group, preview)))}${when(files.length > 0, () => filesHtml(files, preview))}`,
  });
}

function filesHtml(files: readonly Group[], preview: Preview): Html {
  return markup`<section>
<details>
<summary>${filesHeading(files)}</summary>
${all(files.map((group) => groupHtml(group, preview)))}</details>
</section>
`;
}

function groupHtml(group: Group, { views }: Preview): Html {
  const { shown, rest, reason } = group;
  return markup`<section>
<h2>${headingOf(group)}</h2>
<p>Why: ${reason}.</p>
<ul>
${all(shown.map((change) => item(change, views.get(change.url))))}</ul>
${when(
  rest.length > 0,
  () => markup`<details>
<summary>${rest.length.toLocaleString('en')} more of this kind, for the same reason</summary>
<ul>
${all(rest.map((change) => item(change, undefined)))}</ul>
</details>
`,
)}</section>
`;
}

function item({ url, file, reason }: Change, view: View | undefined): Html {
  const address = view ? markup`<a href="${view.name}">${url}</a>` : markup`${url}`;
  const title = when(view?.title, () => markup` ${view?.title}`);
  // A file that the reason names is not named again.
  const cause = file === undefined || reason.includes(file) ? noHtml : markup` <span class="note">${file}</span>`;
  return markup`<li>${address}${title}${cause}</li>\n`;
}

function changePage(view: View, preview: Preview): string {
  const { change, rows, markup: lines } = view;
  const { url, kind, did, reason, file, standing } = change;
  const names = [...preview.views.values()].map(({ name }) => name);
  const at = names.indexOf(view.name);
  const link = (name: string | undefined, words: string) =>
    when(name, () => markup` <a href="${name ?? ''}">${words}</a>`);
  return pageOf(preview, {
    title: `${url}: preview of ${preview.title}`,
    heading: url,
    nav: markup`<nav aria-label="Pages of this preview"><a href="index.html">All changes</a>${link(names[at - 1], 'Previous')}${link(names[at + 1], 'Next')}</nav>`,
    body: markup`<dl>
${when(view.title, () => markup`<dt>Title</dt><dd dir="auto">${view.title}</dd>\n`)}<dt>What</dt><dd>${kind.replaceAll('-', ' ')}, ${did}</dd>
${when(standing, () => markup`<dt>Story</dt><dd>${standing ?? ''}</dd>\n`)}<dt>Why</dt><dd>${reason}</dd>
${when(file !== undefined && !reason.includes(file), () => markup`<dt>File</dt><dd>${file ?? ''}</dd>\n`)}</dl>
${when(rows, () => textHtml(view))}${when(view.pictures, () => picturesHtml(view))}${when(
  lines,
  () => markup`<section>
<h2>Markup</h2>
${lines === 'all' || lines === undefined ? markup`<p>The two have hardly a line in common.</p>\n` : markupHtml(lines)}</section>
`,
)}`,
  });
}

function textHtml({ rows = [], change }: View): Html {
  const same = rows.length === 0 ? markup`<p>The words are the same.</p>\n` : rowsHtml(rows);
  return markup`<section>
<h2>Text</h2>
${change.did === 'changed' ? same : wholeHtml(rows)}</section>
`;
}

function picturesHtml(view: View): Html {
  const figure = (side: 'before' | 'after', words: string) =>
    when(
      view.pictures?.[side],
      () => markup`<figure>
<figcaption>${words}</figcaption>
<a href="${pictureName(view, side)}"><img src="${pictureName(view, side)}" alt="Picture of the page, ${words.toLowerCase()}" loading="lazy"></a>
</figure>
`,
    );
  return markup`<section>
<h2>Looks</h2>
<div class="pair">
${figure('before', 'Before')}${figure('after', 'After')}</div>
</section>
`;
}

type Page = { title: string; heading: string; nav?: Html; lead?: Html; body: Html };

function pageOf({ isUnpublished }: Preview, { nav, ...page }: Page): string {
  const above = markup`<header><strong>Preview, not published</strong>${when(isUnpublished, () => markup` <strong class="warning">${warning}</strong>`)}${nav}</header>
`;
  return deskPage({ ...page, above, styles });
}

const styles = `:root { --old: light-dark(#fbe3e1, #4b2022); --new: light-dark(#dcf3e0, #1c4028); }
header { padding: .5rem 1rem; border-bottom: 3px double var(--line); }
.warning { display: block; color: var(--alarm); }
main { max-inline-size: 80rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
li { line-height: 1.75; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .125rem 1rem; margin: 0; }
dt { color: var(--faint); }
dd { margin: 0; }
.note, .label { color: var(--faint); font-size: .875rem; }
.rows > .note { margin: .5rem 0; text-align: center; }
.same { color: var(--faint); padding: 0 .625rem; }
.whole { max-inline-size: 44rem; }
.pair { display: grid; gap: .5rem; margin: .5rem 0; }
.side { min-width: 0; padding: .25rem .625rem; border: 1px solid var(--line); border-radius: .25rem; }
.side p { margin: 0; white-space: pre-wrap; }
.none { border-style: dashed; }
del { background: var(--old); text-decoration-thickness: 1px; }
ins { background: var(--new); text-decoration-thickness: 2px; text-underline-offset: .2em; }
pre { overflow: auto; max-block-size: 32rem; }
pre span { display: block; }
.removed { background: var(--old); }
.added { background: var(--new); }
.gap { color: var(--faint); }
figure { margin: 0; min-width: 0; }
img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); }
@media (min-width: 48rem) { .pair { grid-template-columns: 1fr 1fr; gap: 1rem; } }
@media print { pre { max-block-size: none; } }
`;
