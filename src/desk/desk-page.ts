/** A page for editors, in one file: no script, nothing of other hosts, nothing for search engines; narrow and wide, light and dark. */
import { type Html, markup } from '../content/blocks/markup.ts';

/** `body`: what stands in `<main>`, below the title. */
export function deskPage({ title, lead, body }: { title: string; lead: Html; body: Html }): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>${{ html: style }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="lead">${lead}</p>
${body}
</main>
</body>
</html>
`.html;
}

/** One after the other. */
export function joined(parts: readonly Html[]): Html {
  return { html: parts.map(({ html }) => html).join('\n') };
}

const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1a1a1a; --faint: #595959; --line: #d4d4d4; --tint: #f4f4f2; --accent: #0b57a4; --good: #1b6b2a; }
@media (prefers-color-scheme: dark) { :root { --paper: #141414; --ink: #ececec; --faint: #ababab; --line: #3c3c3c; --tint: #202020; --accent: #8ec1ff; --good: #8fd79d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .5rem 0; }
h2 { font-size: 1.15rem; margin: 2rem 0 .25rem; border-block-end: 2px solid var(--line); padding-block-end: .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
a { color: var(--accent); }
.lead, .faint { color: var(--faint); }
.lead { margin: 0; }
ul { list-style: none; margin: 0; padding: 0; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { background: var(--tint); padding: .5rem .75rem; margin: .25rem 0; white-space: pre-wrap; }
figure { margin: .5rem 0; }
figcaption { color: var(--faint); }
article { padding-block-end: 1rem; border-block-end: 1px solid var(--line); }
nav a { display: inline-block; padding: .25rem .5rem .25rem 0; }
table { border-collapse: collapse; margin: 1rem 0; overflow-wrap: break-word; }
th, td { text-align: start; padding: .25rem 1rem .25rem 0; border-block-end: 1px solid var(--line); font-variant-numeric: tabular-nums; }
.found li { padding-block: .25rem; border-block-end: 1px solid var(--line); }
.way { margin-inline-start: 1rem; padding-inline-start: .75rem; border-inline-start: 3px solid var(--good); }
.way p { margin: .25rem 0; }
.good { color: var(--good); }
.rows li { display: grid; grid-template-columns: 4rem 10rem 1fr; column-gap: 1rem; padding-block: .5rem; border-block-end: 1px solid var(--line); }
.rows .what { color: var(--faint); }
.rows .about > * { display: block; }
.rows.dated li { grid-template-columns: 10rem 10rem 1fr; }
@media (max-width: 40rem) { .rows li, .rows.dated li { grid-template-columns: auto 1fr; } .rows .about { grid-column: 1 / -1; } .rows span:empty { display: none; } }
`;
