/** A page for editors, in one file: no script, nothing of other hosts, nothing for search engines; narrow and wide, light and dark. */
import { type Html, markup, noHtml } from '../content/blocks/markup.ts';

type DeskPage = {
  title: string;
  /** If it is another than the title. */
  heading?: string;
  /** What stands before `<main>`. */
  above?: Html;
  /** A line below the heading. */
  lead?: Html;
  body: Html;
  /** Rules of its own, beside those of all. */
  styles?: string;
  /** It asks something of the server that it is from, which is told so. */
  isForm?: boolean;
};

/** Pictures may be shown that lie beside it. */
export function deskPage({
  title,
  heading = title,
  above = noHtml,
  lead,
  body,
  styles = '',
  isForm = false,
}: DeskPage): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="${isForm ? 'same-origin' : 'no-referrer'}">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; form-action ${isForm ? "'self'" : "'none'"}">
<link rel="icon" href="data:,">
<title>${title}</title>
<style>
${{ html: deskColours + sheet + styles }}</style>
</head>
<body>
${above}<main>
<h1>${heading}</h1>
${lead && markup`<p class="lead">${lead}</p>\n`}${body}
</main>
</body>
</html>
`.html;
}

/** One after the other. */
export function joined(parts: readonly Html[]): Html {
  return { html: parts.map(({ html }) => html).join('\n') };
}

/** Also of what stands in a page of the site, apart from its styles. */
export const deskColours = `:root, :host { color-scheme: light dark; --paper: light-dark(#fff, #141414); --ink: light-dark(#1a1a1a, #ececec); --faint: light-dark(#595959, #ababab); --line: light-dark(#d4d4d4, #3c3c3c); --tint: light-dark(#f4f4f2, #202020); --link: light-dark(#0b57a4, #8ec1ff); --good: light-dark(#1b6b2a, #8fd79d); --alarm: light-dark(#9b1c1c, #ffb4ab); --advice: light-dark(#765200, #f0c060); }
a { color: var(--link); }
summary { cursor: pointer; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
p { margin: .25rem 0 .5rem; }
code, pre { font: .875rem/1.5 ui-monospace, monospace; }
pre { background: var(--tint); padding: .5rem .75rem; margin: .25rem 0; }
`;

const sheet = `* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-inline-size: 60rem; margin-inline: auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0; }
h2 { font-size: 1.125rem; margin: 2rem 0 .25rem; border-block-end: 2px solid var(--line); padding-block-end: .25rem; }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
.lead, .faint, figcaption { color: var(--faint); }
.lead { margin: 0; }
pre { white-space: pre-wrap; }
figure { margin: .5rem 0; }
article { padding-block-end: 1rem; border-block-end: 1px solid var(--line); }
nav a { display: inline-block; padding: .25rem .5rem .25rem 0; }
table { border-collapse: collapse; margin: 1rem 0; overflow-wrap: break-word; }
th, td { text-align: start; padding: .25rem 1rem .25rem 0; border-block-end: 1px solid var(--line); font-variant-numeric: tabular-nums; }
.found, .rows { list-style: none; margin: 0; padding: 0; }
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
