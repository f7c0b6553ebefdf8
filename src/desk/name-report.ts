/** A report on where a name stands, to be filed: as Markdown for an issue, or as a page. */
import { type Html, markup } from '../content/blocks/markup.ts';
import { deskPage, joined } from './desk-page.ts';

export type NameReport = {
  names: readonly string[];
  /** Whole sentences: when and where it was looked for. */
  lead: readonly string[];
  /** `kind`: of which part of the file; `place`: the file, with line and column where it has any. */
  places: readonly { kind: string; file: string; place: string; form: string; around: string }[];
  rename: readonly string[];
  addresses: readonly { address: string; where: readonly string[]; from: readonly string[] }[];
  byHand: readonly string[];
  kept: readonly string[];
};

/** By the ending of its name. */
export function reportFile(report: NameReport, file: string): string {
  return /\.html?$/i.test(file) ? reportPage(report) : reportMarkdown(report);
}

type Count = [kind: string, places: number, files: number];

/** Of each kind in files and on the site, the most frequent first. */
function countsOf({ places, addresses, rename }: NameReport): { files: Count[]; site: [string, number][] } {
  const files = Object.entries(Object.groupBy(places, ({ kind }) => kind)).map(
    ([kind, all = []]): Count => [kind, all.length, new Set(all.map(({ file }) => file)).size],
  );
  const named: Count[] = rename.length > 0 ? [['name of the file or folder itself', rename.length, rename.length]] : [];
  const where = addresses.flatMap((each) => each.where);
  const site = Object.entries(Object.groupBy(where, (each) => each)).map(([each, all = []]): [string, number] => [
    each,
    all.length,
  ]);
  const byCount = (a: readonly [string, number, ...unknown[]], b: readonly [string, number, ...unknown[]]) =>
    b[1] - a[1] || (a[0] < b[0] ? -1 : 1);
  return { files: [...files, ...named].sort(byCount), site: site.sort(byCount) };
}

type Section = { title: string; items: { code: string; more: string }[] };

function sectionsOf(report: NameReport): Section[] {
  const { files } = countsOf(report);
  const kinds = files.flatMap(([kind]) => {
    const items = report.places.filter((each) => each.kind === kind);
    return items.length === 0
      ? []
      : [{ title: titled(kind), items: items.map(({ place, around }) => ({ code: place, more: around })) }];
  });
  const plain = (all: readonly string[]) => all.map((code) => ({ code, more: '' }));
  return [
    ...kinds,
    { title: 'To rename, with every mention', items: plain(report.rename) },
    {
      title: 'On the site',
      items: report.addresses.map(({ address, where, from }) => ({
        code: address,
        more: [where.join(', '), ...(from.length > 0 ? [`from ${from.join(', ')}`] : [])].join('; '),
      })),
    },
    { title: 'To be looked at by hand, because their words cannot be read here', items: plain(report.byHand) },
  ].filter(({ items }) => items.length > 0);
}

function titled(kind: string): string {
  return kind.slice(0, 1).toUpperCase() + kind.slice(1);
}

function titleOf({ names }: NameReport): string {
  return `Where ${names.map((name) => `“${name}”`).join(', ')} stands`;
}

function reportMarkdown(report: NameReport): string {
  const { files, site } = countsOf(report);
  const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
    rows.length === 0 ? [] : ['', row(head), row(head.map(() => '---')), ...rows.map(row)];
  const sections = sectionsOf(report).flatMap(({ title, items }) => [
    '',
    `## ${plain(title)} (${items.length})`,
    '',
    ...items.map(({ code, more }) => `- [ ] ${code_(code)}${more === '' ? '' : ` ${plain(more)}`}`),
  ]);
  const lines = [
    `# ${plain(titleOf(report))}`,
    '',
    ...report.lead.map(plain),
    ...table(
      ['In files', 'places', 'files'],
      files.map(([kind, ...counts]) => [plain(kind), ...counts]),
    ),
    ...table(['On the site', 'addresses'], site),
    ...sections,
    ...['', '## Kept', '', ...report.kept.map((each) => `- [ ] ${plain(each)}`), ''],
  ];
  return lines.join('\n');
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Nothing of it is Markdown. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~!&]/g, '\\$&');
}

function code_(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}

function reportPage(report: NameReport): string {
  const { files, site } = countsOf(report);
  const sections = sectionsOf(report).map(
    ({ title, items }) => markup`<section><h2>${title} (${String(items.length)})</h2>
<ul class="found">${joined(items.map(({ code, more }) => markup`<li><code>${code}</code> <span class="faint" dir="auto">${more}</span></li>`))}</ul></section>`,
  );
  return deskPage({
    title: titleOf(report),
    lead: markup`${report.lead.join(' ')}`,
    body: joined([
      tableHtml(['In files', 'places', 'files'], files),
      tableHtml(['On the site', 'addresses'], site),
      ...sections,
      markup`<section><h2>Kept</h2><ul class="found">${joined(report.kept.map((each) => markup`<li>${each}</li>`))}</ul></section>`,
    ]),
  });
}

function tableHtml(head: readonly string[], rows: readonly (readonly (string | number)[])[]): Html {
  if (rows.length === 0) return { html: '' };
  const cells = (all: readonly (string | number)[]) => joined(all.map((each) => markup`<td>${String(each)}</td>`));
  return markup`<table><thead><tr>${joined(head.map((each) => markup`<th scope="col">${each}</th>`))}</tr></thead>
<tbody>${joined(rows.map((each) => markup`<tr>${cells(each)}</tr>`))}</tbody></table>`;
}
