/** A preview as pages: an index, and a page for each that is shown. They need no script and nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import { type Html, markup, noHtml } from '../../content/blocks/markup.ts';
import { engineFile } from '../../engine-files.ts';
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
  return pageOf(
    preview,
    `Preview of ${title}`,
    markup`<h1>What ${state} changes</h1>
<p>Against ${against}: ${counts === undefined ? 'nothing changes. Readers would see what they see now.' : `${counts}.`}${again}</p>
${when(note, () => markup`<p class="note">${note}</p>\n`)}${all(pages.map((group) => groupHtml(group, preview)))}${when(files.length > 0, () => filesHtml(files, preview))}`,
  );
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
  return pageOf(
    preview,
    `${url}: preview of ${preview.title}`,
    markup`<nav aria-label="Pages of this preview"><a href="index.html">All changes</a>${link(names[at - 1], 'Previous')}${link(names[at + 1], 'Next')}</nav>
<h1>${url}</h1>
<dl>
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
  );
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

let style: string | undefined;

function pageOf({ isUnpublished }: Preview, title: string, content: Html): string {
  style ??= readFileSync(engineFile('src/commands/diff-preview/preview.css'), 'utf8');
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file:">
<title>${title}</title>
<style>
${{ html: style }}</style>
</head>
<body>
<header role="banner"><strong>Preview, not published</strong>${when(isUnpublished, () => markup` <strong class="warning">${warning}</strong>`)}</header>
<main>
${content}</main>
</body>
</html>
`.html;
}
