/** What the windows of a preview say of Problems: a bar on each page, and a page of all. Without a script, and apart from the styles of the site. */
import { escapeHtml } from '../content/blocks/markup.ts';
import type { Told, ToldProblem } from './told-problems.ts';

export const problemsUrl = '/.problems/';

const styles = `:host, body { color-scheme: light dark; font: 1rem/1.45 system-ui, sans-serif; color: CanvasText; background: Canvas; }
:host { position: sticky; inset-block-end: 0; z-index: 9; display: block; border-block-start: 3px solid #c2301c; text-align: start; }
:host([data-advice]) { border-color: #8a6100; }
body { max-inline-size: 60rem; margin: 0 auto; padding: 1rem; }
details { max-block-size: 45vh; overflow: auto; }
summary, .all { padding: .5rem 1rem; }
summary { cursor: pointer; font-weight: 600; }
summary:focus-visible, a:focus-visible { outline: 3px solid #1d6fd6; outline-offset: 2px; }
ol { margin: 0; padding: 0 1rem 1rem 2.5rem; }
li { margin-block: 1rem; overflow-wrap: anywhere; }
p { margin: .25rem 0; }
code { font-weight: 600; color: light-dark(#a32414, #ff9a8c); }
.advice { color: light-dark(#765200, #f0c060); }
pre { margin: .5rem 0; padding: .5rem; overflow-x: auto; background: light-dark(#f2f2f2, #222); font: .875rem/1.4 ui-monospace, monospace; }
pre.why { margin: .5rem 1rem; max-block-size: 40vh; overflow: auto; white-space: pre-wrap; }
a { color: light-dark(#0b57c2, #8ab8ff); }`;

/** What has the keyboard's focus is never behind the bar. */
const pageStyles = 'html { scroll-padding-block-end: 50vh; }';

/** In its own tree, so that neither styles the other. `styles`: what the page's policy has to allow. */
export function problemsBar(told: Told, url: string): { html: string; styles: readonly string[] } | undefined {
  const { problems, failure } = told;
  if (problems.length === 0 && failure === undefined) return undefined;
  const here = problems.filter((each) => each.url === url);
  const isAllHere = here.length === problems.length;
  const onPage = here.length === 0 ? '' : isAllHere ? ' on this page' : `, ${here.length} on this page`;
  const isStopped = told.isStopped || failure !== undefined;
  const safe = isStopped ? ' You see the site as it was before.' : '';
  const isAdvice = failure === undefined && problems.every(({ isFault }) => !isFault);
  const all = `<a href="${problemsUrl}">All of them, with what to do</a>`;
  const summary = `${counted(told)}${onPage}.${safe}`;
  const failed = failure === undefined ? '' : failureText(failure);
  const content =
    here.length === 0
      ? `${failed}<p class="all"><strong>${summary}</strong> ${all}</p>`
      : `${failed}<details open><summary>${summary}</summary>${listOf(here)}<p class="all">${all}</p></details>`;
  return {
    html: `<style>${pageStyles}</style><aside lang="en" dir="ltr" aria-label="Problems of the newsroom"${isAdvice ? ' data-advice' : ''}><template shadowrootmode="open"><style>${styles}</style>${content}</template></aside>`,
    styles: [pageStyles, styles],
  };
}

export function problemsPage(told: Told): string {
  const { problems, isStopped, failure } = told;
  const safe = isStopped ? 'Nothing was built: the pages are as they were before.' : 'They do not stop the build.';
  const failed = failure === undefined ? '' : `<h1>The build failed</h1>\n${failureText(failure)}\n`;
  const list =
    problems.length === 0
      ? failed || '<h1>No problems</h1>'
      : `${failed}${failed ? '<h2>' : '<h1>'}${counted(told)}${failed ? '</h2>' : '</h1>'}\n<p>${safe} This page renews itself when you save.</p>\n${listOf(problems)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Problems</title>
<style>${styles}</style>
</head>
<body>
<p><a href="/">The front page</a> · <a href="/.calendar/">What is due</a></p>
${list}
</body>
</html>
`;
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

function listOf(problems: readonly ToldProblem[]): string {
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
  return [
    `<li><p><code${isFault ? '' : ' class="advice"'}>${escapeHtml(code)}</code>${isFault ? '' : ' (advice)'} ${escapeHtml(what)}</p>`,
    `<p><a href="${escapeHtml(`vscode://file${spot.startsWith('/') ? '' : '/'}${spot}`)}">${escapeHtml(place)}</a>${page}</p>`,
    ...(excerpt === '' ? [] : [linesOf(excerpt.replace(/\n$/, ''))]),
    `<p>→ ${escapeHtml(fix)}</p></li>`,
  ].join('\n');
}

/** With a name for who reaches it by keyboard, to scroll. */
function linesOf(excerpt: string): string {
  return `<pre tabindex="0" role="group" aria-label="Lines of the file">${escapeHtml(excerpt)}</pre>`;
}
