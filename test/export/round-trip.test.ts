/** What is exported is plain Markdown, and imported again it is the newsroom that it was. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { restoredLines, restoreNewsroom } from '../../src/commands/import/restore-newsroom.ts';
import { writePlainNewsroom } from '../../src/export/plain-newsroom.ts';
import { WrittenFolder } from '../../src/export/written-folder.ts';
import { isBroadsheetExport } from '../../src/import/broadsheet-export.ts';
import { folderSource } from '../../src/source/folder-source.ts';
import { differences, siteIn, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, Newsroom, newsroom, siteYaml } from '../support/newsroom.ts';
import { jpegWith } from '../support/pictures.ts';
import { richRoom } from '../support/rich-room.ts';

const day = 'articles/2015/11/26';
const blocks = `It began.
:::: quote {by="Ann -- Lee" role="of A > B & C" source="https://a.example/?b=1&c=2" lang="fa"}
A quotation.

::: note {title="In it"}
- a list
- of two
:::
::::
It goes on, as [the report](report.pdf) says.

- A list

  ::: document {file="blocks/report.pdf" title="The report"}
  :::

> ::: fact {title="Quoted"}
> A fact.
> :::
> After it.

::: chart {url="https://charts.example/1" still="blocks/quay.jpg" alt="Lines"}
What it shows.
:::

![A quay](quay.jpg "The quay | Agency")

\`\`\`
::: note
:::
\`\`\`
`;

const files = {
  ...richRoom,
  'site.yaml': siteYaml,
  [`${day}/blocks.md`]: articleText(
    {
      title: 'yes',
      titles: { short: 'Blocks: short' },
      date: '2015-11-26 09:30:15',
      updated: '2015-11-26',
      redirectFrom: ['/?p=1', '/старый/'],
      topics: ['sea', 'no-file'],
      place: 'Port',
      noindex: true,
      points: ['One', '2'],
      image: { file: 'quay.jpg', alt: '', focus: '10% 20%', expires: '2030-01-01' },
    },
    blocks,
  ),
  [`${day}/blocks/quay.jpg`]: jpegWith('blocks'),
  [`${day}/blocks/report.pdf`]: '%PDF-1.5',
  [`${day}/blocks/said.mp3`]: 'ID3',
  'topics/two.md': '---\nname: {en: Two, ru: Два}\nredirectFrom: [/tags/two/]\n---\n\nA ::: that is none.\n',
  'gone.yaml': '- {url: /ended/, reason: It was over.}\n',
  '../public/files/map.pdf': '%PDF-1.4',
};

let shared: Promise<Newsroom> | undefined;

/** Built once, for all that change nothing of it. */
function builtRoom(): Promise<Newsroom> {
  shared ??= (async () => {
    const one = new Newsroom({ git: false, files });
    expect((await one.build()).problems.filter(({ weight }) => weight !== 'advice')).toEqual([]);
    return one;
  })();
  return shared;
}
afterAll(async () => (await shared)?.dispose());

function exported(from: Newsroom, to = temporaryFolder()): { to: string; folder: WrittenFolder } {
  const catalog = openCatalog(from.cache);
  try {
    const folder = new WrittenFolder(to);
    writePlainNewsroom({ catalog, source: folderSource(from.content) }, folder);
    folder.end();
    return { to, folder };
  } finally {
    catalog.close();
  }
}

function filesBelow(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return all.filter((file) => statSync(join(folder, file)).isFile()).sort();
}

test('what is exported and imported again has the same texts, and builds the same site byte for byte', async () => {
  const one = await builtRoom();
  const { to } = exported(one);
  const input = { path: to, files: filesBelow(to) };
  expect(isBroadsheetExport(input)).toBe(true);
  const other = newsroom({ git: false });
  other.remove('site.yaml', 'authors');
  const { written, left } = restoreNewsroom(input, { content: other.content, isDryRun: false });
  expect([written, left]).toEqual([filesBelow(to).length - 1, []]);
  expect(filesBelow(other.content)).toEqual(filesBelow(one.content));
  const bodyIn = (from: Newsroom, path: string) =>
    readFileSync(join(from.content, path), 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
  const named = bodyIn(one, `${day}/blocks.md`)
    .replace('](report', '](blocks/report')
    .replace('](quay', '](blocks/quay');
  expect(bodyIn(other, `${day}/blocks.md`)).toBe(named);
  expect(bodyIn(other, `${day}/talks.ru.md`)).toBe(bodyIn(one, `${day}/talks.ru.md`));
  const matter = parse(readFileSync(join(other.content, `${day}/blocks.md`), 'utf8').split('---\n')[1] ?? '');
  expect(matter).toMatchObject({ title: 'yes', date: '2015-11-26 09:30:15', updated: '2015-11-26' });
  await other.build();
  expect(differences(siteIn(other.out), siteIn(one.out))).toEqual([]);
  expect(Object.keys(siteIn(other.out)).length).toBeGreaterThan(40);
});

test('a story goes out with keys that other programs know, names that readers know, and its usual address', async () => {
  const { to } = exported(await builtRoom());
  const matter = (path: string) =>
    parse(readFileSync(join(to, path), 'utf8').split('---\n')[1] ?? '', { version: '1.1' });
  expect(matter(`${day}/talks.md`)).toMatchObject({
    title: 'Ministers meet in the harbour',
    description: 'They talk of the sea.',
    date: '2015-11-26T09:30:00+03:00',
    lang: 'en',
    authors: ['Ann Lee'],
    categories: ['World'],
    tags: ['The sea'],
    image: 'talks/harbour.jpg',
    slug: 'talks',
    url: '/2015/11/26/talks/',
    aliases: ['/old/talks/'],
    broadsheet: { authors: ['ann'], section: 'world', topics: ['sea'] },
  });
  expect(matter(`${day}/talks.ru.md`)).toMatchObject({ lang: 'ru', url: '/ru/2015/11/26/talks/' });
  // A program that reads YAML 1.1 takes an unquoted “yes” for true.
  expect(matter(`${day}/blocks.md`).title).toBe('yes');
});

test('a story that is a draft, or was taken down, is a draft for every other program', async () => {
  const { to } = exported(await builtRoom());
  for (const path of ['merger', 'gone'])
    expect(readFileSync(join(to, `${day}/${path}.md`), 'utf8')).toMatch(/^draft: true$/m);
  expect(readFileSync(join(to, `${day}/talks.md`), 'utf8')).not.toMatch(/^draft/m);
});

test('a second export writes nothing, and one after a change writes what differs', async () => {
  const one = newsroom({ git: false, files });
  await one.build();
  const { to, folder } = exported(one);
  const again = exported(one, to);
  expect(again.folder.report).toEqual({ written: 0, unchanged: folder.report.written, removed: 0, left: [] });
  one.remove(`${day}/merger.md`, `${day}/merger`).write({ 'pages/about.md': '---\ntitle: We\n---\n\nNew.\n' });
  await one.build();
  expect(exported(one, to).folder.report).toMatchObject({ written: 1, removed: 2, left: [] });
});

test('importing it again changes nothing, a story that was edited since stays, and a dry run writes nothing', async () => {
  const { to } = exported(await builtRoom());
  const input = { path: to, files: filesBelow(to) };
  const other = newsroom({ git: false });
  other.remove('site.yaml', 'authors');
  const all = filesBelow(to).length - 1;
  expect(restoreNewsroom(input, { content: other.content, isDryRun: true })).toMatchObject({ written: all });
  expect(filesBelow(other.content)).toEqual([]);
  restoreNewsroom(input, { content: other.content, isDryRun: false });
  other.write({ [`${day}/talks.md`]: articleText({ title: 'Edited' }) });
  const again = restoreNewsroom(input, { content: other.content, isDryRun: false });
  expect(again).toEqual({ written: 0, unchanged: all - 1, left: [`${day}/talks.md`] });
  expect(readFileSync(join(other.content, `${day}/talks.md`), 'utf8')).toContain('Edited');
  expect(restoredLines(again, false).join('\n')).toContain(`remove it and import again:\n  ${day}/talks.md`);
});
