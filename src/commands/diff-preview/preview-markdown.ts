/** A preview as Markdown for a pull request: in all no longer than GitHub takes, with the long parts folded. */
import { escapeHtml } from '../../content/blocks/markup.ts';
import type { Change, Group } from './changes.ts';
import { isChange, type Part, type Row } from './compare-texts.ts';
import { countsOf, filesHeading, headingOf, type Preview, pagesAndFiles, warning } from './preview.ts';
import type { View } from './views.ts';

/** By this the comment is found again that is to be brought up to date. */
export const marker = '<!-- broadsheet-preview -->';

/** Of 65,536 that GitHub takes, with room for what a workflow adds. */
const mostCharacters = 60_000;
const most = { rows: 12, characters: 400, addresses: 50 };

export function previewMarkdown(preview: Preview): string {
  const { against, state, same, isUnpublished } = preview;
  const { pages, files } = pagesAndFiles(preview);
  const counts = countsOf(preview);
  const again = same === 0 ? '' : ` ${same.toLocaleString('en')} more were made anew and are the same.`;
  const head = [
    marker,
    `### Preview: what ${state} changes`,
    ...(isUnpublished ? [`**${warning}**`] : []),
    `Against ${code(against)}: ${counts === undefined ? 'nothing changes. Readers would see what they see now.' : `${counts}.`}${again}`,
  ];
  const parts = [head.join('\n\n')];
  const room = () => mostCharacters - parts.join('\n\n').length;
  let left = 0;
  for (const group of pages) {
    const fitting = [groupText(group, preview, true), groupText(group, preview, false)].find(
      (text) => text.length + 200 < room(),
    );
    if (fitting === undefined) left += 1;
    else parts.push(fitting);
  }
  if (files.length > 0) {
    const lines = files.map((group) => `- ${headingOf(group)}. Why: ${code(group.reason)}`);
    const text = folded(filesHeading(files), lines.slice(0, most.addresses).join('\n'));
    if (text.length + 200 < room()) parts.push(text);
    else left += 1;
  }
  if (left > 0) parts.push(`${left} more groups of changes are in the folder of the preview.`);
  return `${parts.join('\n\n')}\n`;
}

function groupText(group: Group, { views }: Preview, isWhole: boolean): string {
  const { shown, rest, reason } = group;
  const lines = [`**${headingOf(group)}.** Why: ${code(reason)}`];
  lines.push(...shown.map((change) => changeText(change, isWhole ? views.get(change.url) : undefined)));
  const addresses = rest.slice(0, most.addresses).map(({ url }) => `- ${code(url)}`);
  if (rest.length > addresses.length)
    addresses.push(`- and ${(rest.length - addresses.length).toLocaleString('en')} more`);
  if (rest.length > 0)
    lines.push(
      isWhole
        ? folded(`${rest.length.toLocaleString('en')} more`, addresses.join('\n'))
        : `And ${rest.length.toLocaleString('en')} more.`,
    );
  return lines.join('\n\n');
}

function changeText({ url, file, reason }: Change, view: View | undefined): string {
  const name = file === undefined || reason.includes(file) ? inHtml(url) : `${inHtml(url)} (${inHtml(file)})`;
  const rows = view?.rows?.filter(isChange) ?? [];
  if (rows.length > 0) return folded(name, rowsText(rows));
  return `- ${code(url)}${view?.rows ? ': the words are the same' : ''}`;
}

function rowsText(rows: readonly Row[]): string {
  const changed = rows.filter(isChange);
  const lines = changed.slice(0, most.rows).flatMap(({ before, after }) => [...line('-', before), ...line('+', after)]);
  if (changed.length > most.rows) lines.push(`  … ${changed.length - most.rows} more paragraphs`);
  return fenced(lines.join('\n'));
}

function line(sign: string, parts: readonly Part[] | undefined): string[] {
  if (!parts) return [];
  const text = parts
    .map((part) => part.text)
    .join('')
    .replace(/\s+/g, ' ');
  const first = parts.findIndex(({ isMarked }) => isMarked);
  const start = parts.slice(0, first).reduce((sum, part) => sum + part.text.length, 0);
  const from = text.length > most.characters ? Math.max(0, start - 100) : 0;
  const shown = text.slice(from, from + most.characters).toWellFormed();
  return [`${sign} ${from > 0 ? '… ' : ''}${shown}${from + most.characters < text.length ? ' …' : ''}`];
}

function folded(summary: string, content: string): string {
  return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

function fenced(text: string): string {
  const fence = '`'.repeat(Math.max(3, longestTicks(text) + 1));
  return `${fence}diff\n${text}\n${fence}`;
}

/** Text in which nothing is a link, a mention or markup. */
function code(text: string): string {
  const ticks = '`'.repeat(longestTicks(text) + 1);
  const space = /^`|`$/.test(text) ? ' ' : '';
  return `${ticks}${space}${text.replace(/\s+/g, ' ')}${space}${ticks}`;
}

function inHtml(text: string): string {
  return `<code>${escapeHtml(text.replace(/\s+/g, ' '))}</code>`;
}

function longestTicks(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
}
