/** All Problems on one page, each with its anchor: `problems.html#article/unknown-section`. */
import { type Html, markup, noHtml } from '../content/blocks/markup.ts';
import { isFault, placeOf } from '../problem.ts';
import { deskPage, joined } from './desk-page.ts';
import { shownChange, shownText } from './excerpt.ts';
import { type Example, type Explained, groupOf } from './explained.ts';

/** In the order of their codes. */
export function problemsPage(explained: readonly Explained[]): string {
  const byGroup = Object.entries(Object.groupBy(explained, ({ code }) => groupOf(code)));
  const index = byGroup.map(([group]) => markup`<a href="#${group}">${group}</a>`);
  const sections = byGroup.map(
    ([group, all = []]) => markup`<section id="${group}"><h2>${group}</h2>
${joined(all.map(problemHtml))}
</section>`,
  );
  return deskPage({
    title: 'Problems, and how to mend them',
    lead: markup`Each with a mistake that causes it. A fault stops the build, and readers keep what they have; advice stops nothing.`,
    body: joined([markup`<nav><p>${joined(index)}</p></nav>`, ...sections]),
  });
}

function problemHtml({ code, means, toDo, example }: Explained): Html {
  return markup`<article id="${code}"><h3><a href="#${code}">${code}</a></h3>
<p>${means}${toDo === undefined ? '' : ` ${toDo}`}</p>
${exampleHtml(example)}
</article>`;
}

function exampleHtml({ files, shown, says, problem, ways }: Example): Html {
  const paths = Object.keys(files).sort((a, b) => Number(b === shown?.file) - Number(a === shown?.file));
  const figures = paths.map((path) =>
    fileHtml(path, shownText(files[path] ?? '', path === shown?.file ? shown.line : 1)),
  );
  return markup`${joined(figures)}
${says === undefined ? noHtml : markup`<p>${says}</p>`}
<p><strong>${isFault(problem) ? 'Fault' : 'Advice'}</strong> at <code>${placeOf(problem)}</code>: ${problem.what}<br>→ ${problem.fix}</p>
${joined(ways.map(wayHtml))}`;
}

function wayHtml({ says, run, before, after }: Example['ways'][number]): Html {
  const files = Object.entries(after).map(([path, text]) =>
    text === null
      ? markup`<p class="faint">Without <code>${path}</code></p>`
      : fileHtml(path, shownChange(before[path], text)),
  );
  return markup`<div class="way"><p class="good">${says === undefined ? 'Mended' : `“${says}”`}</p>
${run === undefined ? noHtml : markup`<p><code>${run}</code></p>`}${joined(files)}</div>`;
}

function fileHtml(path: string, text: string): Html {
  return markup`<figure><figcaption><code>${path}</code></figcaption><pre>${text}</pre></figure>`;
}
