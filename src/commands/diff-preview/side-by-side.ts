/** Two texts beside each other as HTML: what only one of them has is marked by more than a colour. */
import { type Html, markup, noHtml } from '../../content/blocks/markup.ts';
import type { MarkupChange } from './compare-markup.ts';
import { isChange, type Part, type Row } from './compare-texts.ts';

/** What is longer is read where it is published. */
const mostRows = 400;

export function rowsHtml(rows: readonly Row[]): Html {
  const more = rows.length - mostRows;
  return {
    html: [
      '<div class="rows">\n',
      ...rows.slice(0, mostRows).map((row) => rowHtml(row).html),
      more > 0 ? markup`<p class="note">${more.toLocaleString('en')} more paragraphs.</p>\n`.html : '',
      '</div>\n',
    ].join(''),
  };
}

function rowHtml(row: Row): Html {
  if ('skipped' in row)
    return markup`<p class="note">${row.skipped === 1 ? '1 paragraph is' : `${row.skipped.toLocaleString('en')} paragraphs are`} the same.</p>\n`;
  const { before, after } = row;
  if (!isChange(row)) return markup`<p class="same" dir="auto">${textOf(after)}</p>\n`;
  return markup`<div class="pair">${side('before', before)}${side('after', after)}</div>\n`;
}

/** What only one of the two states has, as it is read. */
export function wholeHtml(rows: readonly Row[]): Html {
  const texts = rows.flatMap((row) => ('skipped' in row ? [] : [textOf(row.after ?? row.before)]));
  const more = texts.length - mostRows;
  const shown = texts.slice(0, mostRows).map((text) => markup`<p dir="auto">${text}</p>\n`.html);
  const rest = more > 0 ? markup`<p class="note">${more.toLocaleString('en')} more paragraphs.</p>\n`.html : '';
  return { html: `<div class="whole">\n${shown.join('')}${rest}</div>\n` };
}

function textOf(parts: readonly Part[] = []): string {
  return parts.map(({ text }) => text).join('');
}

function side(which: 'before' | 'after', parts: readonly Part[] | undefined): Html {
  if (!parts) return markup`<div class="side none"><span class="label">${label(which)}: nothing</span></div>`;
  return markup`<div class="side ${which}"><span class="label">${label(which)}:</span> <p dir="auto">${partsHtml(which, parts)}</p></div>`;
}

function label(which: 'before' | 'after'): string {
  return which === 'before' ? 'Before' : 'After';
}

function partsHtml(which: 'before' | 'after', parts: readonly Part[]): Html {
  const part = ({ text, isMarked }: Part) => {
    if (!isMarked) return markup`${text}`.html;
    return (which === 'before' ? markup`<del>${text}</del>` : markup`<ins>${text}</ins>`).html;
  };
  return { html: parts.map(part).join('') };
}

const signs = { same: ' ', removed: '-', added: '+', gap: ' ' } as const;

export function markupHtml({ lines, more }: MarkupChange): Html {
  const line = ({ text, is }: MarkupChange['lines'][number]) =>
    markup`<span class="${is}">${signs[is]} ${text}\n</span>`.html;
  const rest = more === 0 ? noHtml : markup`<p class="note">${more.toLocaleString('en')} more lines differ.</p>\n`;
  return markup`<pre tabindex="0" role="region" aria-label="Lines of markup that differ"><code>${{ html: lines.map(line).join('') }}</code></pre>
${rest}`;
}
