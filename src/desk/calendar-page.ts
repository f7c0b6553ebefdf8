/** The calendar as a page, for the preview and for a file. */
import { type Html, markup } from '../content/blocks/markup.ts';
import { type Calendar, type CalendarGroup, type CalendarRow, kinds, rangeOf } from './calendar.ts';
import { deskPage, joined } from './desk-page.ts';

/** `linkTo`: where a file can be opened, by its path below the content folder; `told`: how it is called. */
export type FilesOnPage = { told(file: string): string; linkTo?(file: string): string | undefined };

export function calendarPage(calendar: Calendar, files: FilesOnPage): string {
  const remarks = calendar.remarks.map((remark) => markup`<p class="faint">${remark}</p>`);
  const groups = calendar.groups.map((group) => groupHtml(group, files));
  const none = markup`<p>Nothing is due, in draft or left lying.</p>`;
  return deskPage({
    title: `Calendar of ${calendar.newsroom}`,
    lead: markup`${rangeOf(calendar)}`,
    body: joined([...(groups.length > 0 ? groups : [none]), ...remarks]),
  });
}

function groupHtml({ title, day, rows }: CalendarGroup, files: FilesOnPage): Html {
  const heading = day === undefined ? markup`${title}` : markup`<time datetime="${day}">${title}</time>`;
  return markup`<section><h2>${heading}</h2>
<ul class="${day === undefined ? 'rows dated' : 'rows'}">
${joined(rows.map((row) => rowHtml(row, day !== undefined, files)))}
</ul></section>`;
}

function rowHtml({ kind, day, time, title, note, file }: CalendarRow, isInDay: boolean, files: FilesOnPage): Html {
  const when = [isInDay ? undefined : day, time].filter(Boolean).join(' ');
  const path = markup`<code>${files.told(file)}</code>`;
  const address = files.linkTo?.(file);
  const link = address === undefined ? path : markup`<a href="${address}">${path}</a>`;
  const more = note === undefined ? undefined : markup`<span class="faint" dir="auto">${note}</span>`;
  return markup`<li><span>${when}</span><span class="what">${kinds[kind]}</span><span class="about"><strong dir="auto">${title}</strong>${more}${link}</span></li>`;
}
