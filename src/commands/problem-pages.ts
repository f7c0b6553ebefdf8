/** What the windows of a preview say of Problems: a bar on each page, and a page of all. Without a script, and apart from the styles of the site. */
import { escapeHtml } from '../content/blocks/markup.ts';
import { deskColours, deskPage } from '../desk/desk-page.ts';
import { deskLinks, deskLinksStyles, problemsUrl } from './desk-links.ts';
import type { Told, ToldProblem } from './told-problems.ts';

export const listStyles = `ol { margin: 0; padding-inline-start: 1.5rem; }
li { margin-block: 1rem; overflow-wrap: anywhere; }
li code { font-weight: 600; color: var(--alarm); }
li .advice { color: var(--advice); }
pre { overflow-x: auto; white-space: pre; }
.why { max-block-size: 40vh; white-space: pre-wrap; }
`;

const barStyles = `${deskColours}${listStyles}:host { position: sticky; inset-block-end: 0; z-index: 9; display: block; border-block-start: 3px solid var(--alarm); text-align: start; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
:host([data-advice]) { border-color: var(--advice); }
:host([data-good]) { border-color: var(--ink); }
details { max-block-size: 45vh; overflow: auto; }
summary, .all { margin: 0; padding: .5rem 1rem; }
summary { font-weight: 600; }
ol { padding-inline: 2.5rem 1rem; }
.why { margin-inline: 1rem; }
`;

/** What has the keyboard's focus is never behind the bar. */
const pageStyles = 'html { scroll-padding-block-end: 50vh; }';

/** In its own tree, so that neither styles the other. `styles`: what the page's policy has to allow. */
export function problemsBar(told: Told, url: string): { html: string; styles: readonly string[] } | undefined {
  const { problems, failure, of } = told;
  const isGood = problems.length === 0 && failure === undefined;
  if (isGood) return of && barOf(noteText(of), ' data-good');
  const here = problems.filter((each) => each.url === url);
  const isAllHere = here.length === problems.length;
  const onPage = here.length === 0 ? '' : isAllHere ? ' on this page' : `, ${here.length} on this page`;
  const safe = told.built === 'all' && failure === undefined ? '' : ` ${safety(told)}`;
  const isAdvice = failure === undefined && problems.every(({ isFault }) => !isFault);
  const all = `<a href="${of?.below ?? ''}${problemsUrl}">All of them, with what to do</a>`;
  const summary = `${counted(told)}${onPage}.${safe}`;
  const failed = failure === undefined ? '' : failureText(failure);
  const content =
    here.length === 0
      ? `${failed}<p class="all"><strong>${summary}</strong> ${all}</p>`
      : `${failed}<details open><summary>${summary}</summary>${problemsList(here)}<p class="all">${all}</p></details>`;
  return barOf(noteText(of) + content, isAdvice ? ' data-advice' : '');
}

function barOf(content: string, mark: string): { html: string; styles: readonly string[] } {
  const label = mark === ' data-good' ? 'What you see' : 'Problems of the newsroom';
  return {
    html: `<style>${pageStyles}</style><aside lang="en" dir="ltr" aria-label="${label}"${mark}><template shadowrootmode="open"><style>${barStyles}</style>${content}</template></aside>`,
    styles: [pageStyles, barStyles],
  };
}

function noteText(of: Told['of']): string {
  return of ? `<p class="all">${escapeHtml(of.note)} <a href="${escapeHtml(of.editor)}">Edit it</a></p>` : '';
}

export function problemsPage(told: Told): string {
  const { problems, failure } = told;
  const hasProblems = problems.length > 0;
  const list = `<p>${safety(told)} This page renews itself when you save.</p>\n${problemsList(problems)}`;
  const count = failure !== undefined && hasProblems ? `<h2>${counted(told)}</h2>\n` : '';
  return deskPage({
    title: failure !== undefined ? 'The build failed' : hasProblems ? counted(told) : 'No problems',
    above: deskLinks(problemsUrl),
    body: {
      html: `${noteText(told.of)}${failure === undefined ? '' : `${failureText(failure)}\n`}${hasProblems ? count + list : ''}`,
    },
    styles: listStyles + deskLinksStyles,
  });
}

/** What the pages of the preview are now. */
function safety({ built, failure, of }: Told): string {
  if (of && built !== 'all') return 'It is shown here once that is mended. What was saved is kept.';
  if (built === 'nothing') return 'Nothing was built: you see the site as it was before.';
  if (built === 'in part' || failure !== undefined) return 'The build stopped: some pages may be as they were before.';
  return 'They do not stop the build.';
}

function failureText(failure: string): string {
  return `<pre class="why" tabindex="0">${escapeHtml(failure)}</pre>`;
}

function counted({ problems }: Told): string {
  const faults = problems.filter(({ isFault }) => isFault).length;
  const advice = problems.length - faults;
  const parts = [
    ...(faults === 0 ? [] : [`${faults} problem${faults === 1 ? '' : 's'}`]),
    ...(advice === 0 ? [] : [`${advice} piece${advice === 1 ? '' : 's'} of advice`]),
  ];
  return parts.join(' and ') || 'The build failed';
}

export function problemsList(problems: readonly ToldProblem[]): string {
  return `<ol>\n${problems.map(itemOf).join('\n')}\n</ol>`;
}

function itemOf({ code, isFault, file, path, line, column, what, fix, excerpt, url }: ToldProblem): string {
  const place = [file, line, line && column].filter(Boolean).join(':');
  const spot = [
    encodeURI(path.toWellFormed()).replaceAll('#', '%23').replaceAll('?', '%3F'),
    line ?? 1,
    column ?? 1,
  ].join(':');
  const page = url === undefined ? '' : ` · <a href="${escapeHtml(url)}">its page</a>`;
  const inEditor = `<a href="${escapeHtml(`vscode://file${spot.startsWith('/') ? '' : '/'}${spot}`)}">${escapeHtml(place)}</a>`;
  return [
    `<li><p><code${isFault ? '' : ' class="advice"'}>${escapeHtml(code)}</code>${isFault ? '' : ' (advice)'} ${escapeHtml(what)}</p>`,
    `<p>${path === '' ? escapeHtml(place) : inEditor}${page}</p>`,
    ...(excerpt === '' ? [] : [linesOf(excerpt.replace(/\n$/, ''))]),
    `<p>→ ${escapeHtml(fix)}</p></li>`,
  ].join('\n');
}

/** With a name for who reaches it by keyboard, to scroll. */
function linesOf(excerpt: string): string {
  return `<pre tabindex="0" role="group" aria-label="Lines of the file">${escapeHtml(excerpt)}</pre>`;
}
