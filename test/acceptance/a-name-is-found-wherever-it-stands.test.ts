/** A newsroom with a name in every kind of place: `find` names all of them, and when it is followed nothing is left. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runHere } from '../support/cli.ts';
import { contentsOf } from '../support/folder-contents.ts';
import { articleText, Newsroom, siteYaml } from '../support/newsroom.ts';

type Report = {
  site: string;
  files: { file: string; places: { line?: number; column?: number; form: string }[]; addresses: string[] }[];
  rename: string[];
  addresses: { address: string; where: string[]; from: string[]; unexplained: string[] }[];
  byHand: string[];
  kept: { addresses: string[]; ids: string[]; elsewhere: { what: string; toDo: string }[] };
};

/** As they stand in the files below, the longest first. */
const spellings = [
  'Jane&nbsp;M. Doe',
  'Jane](/about/) Doe',
  'Jane** Doe',
  'Jane%20Doe',
  'Jane\nDoe',
  'Ja\u00ADne Doe',
  'JANE DOE',
  'Jane Doe',
  'jane-doe',
  'jane_doe',
  'janedoe',
  'Джейн Доу',
  'Джейне Доу',
].sort((a, b) => b.length - a.length);

const day = 'articles/2015/11/26';
const words = (text: string) => `${text} Jane Doe`;

async function filesOfEveryKind(): Promise<Record<string, string | Uint8Array>> {
  const picture = sharp({ create: { width: 1600, height: 900, channels: 3, background: '#456' } });
  const signed = await picture
    .jpeg()
    .withExif({ IFD0: { Artist: 'Jane Doe' } })
    .toBuffer();
  return {
    'site.yaml': `${siteYaml}footer:\n  - {title: Friends of Jane Doe, url: /about/}\nerrorsTo: janedoe@courier.example\n`,
    'front.yaml': 'lead: 2015/11/26/jane-doe\n',
    'gone.yaml': '- {url: /2015/11/02/hoax/, reason: Jane Doe was never there.}\n',
    'authors/jane-doe.yaml':
      'name: {en: Jane Doe, ru: Джейн Доу}\nbio: Jane Doe writes.\nlinks:\n  - {name: Jane Doe, url: "https://social.example/@janedoe"}\n',
    'topics/jane-doe.md': '---\nname: Jane Doe\n---\n\nAll about Jane\nDoe.\n',
    'topics/jane-doe.ru.md': '---\nname: Джейн Доу\n---\n\nВсё о Джейне Доу.\n',
    'pages/about.md': '---\ntitle: About JANE DOE\nsummary: Jane Doe, again.\n---\n\nWrite to Ja\u00ADne Doe.\n',
    'notices/appeal.md':
      '---\nslot: front\ntitle: Help Jane Doe\nfrom: 2015-11-01\nuntil: 2016-11-01\n---\n\nGive to Jane Doe.\n',
    [`${day}/jane-doe.md`]: articleText(
      {
        title: words('Elected:'),
        summary: words('The standfirst of'),
        titles: { short: words('Short:'), search: words('Search:'), card: words('Card:') },
        ...{ kicker: words('Kicker'), place: words('The town of'), points: [words('A point of')] },
        ...{
          authors: ['jane-doe'],
          topics: ['jane-doe'],
          contributors: [{ author: 'jane-doe', role: words('Aunt of') }],
        },
        ...{ series: 'jane-doe', thread: 'jane-doe', redirectFrom: ['/old/jane_doe/', '/?p=janedoe'] },
        image: {
          ...{ file: 'jane-doe.jpg', alt: words('Portrait of'), caption: words('Caption:'), credit: words('Photo:') },
          license: words('Licensed by'),
        },
        corrections: [{ date: '2015-11-26 12:00', text: words('We had misspelt') }],
        sources: [{ title: words('Report by'), url: 'https://jane-doe.example/', publisher: words('House of') }],
      },
      [
        'It was **Jane** Doe, or Jane&nbsp;M. Doe, with [Jane](/about/) Doe.',
        '## A heading of Jane Doe',
        '::: quote {by="Jane Doe" role="Aunt of Jane Doe"}\nSaid.\n:::',
        '::: video {url="https://video.example/Jane%20Doe" title="Film of Jane Doe"}\nA film.\n:::',
        '::: fact {title="Jane Doe in short"}\nFacts.\n:::',
        '![Jane Doe at work](jane-doe/other.jpg "Jane Doe | Jane Doe")',
        '[The report](jane-doe/report-by-janedoe.csv), [the law](jane-doe/law.pdf)',
        '<!-- Ask Jane Doe -->',
      ].join('\n\n'),
    ),
    [`${day}/jane-doe.ru.md`]: articleText({ title: 'О Джейне Доу', authors: ['jane-doe'], topics: ['jane-doe'] }),
    [`${day}/jane-doe/jane-doe.jpg`]: signed,
    [`${day}/jane-doe/other.jpg`]: signed,
    [`${day}/jane-doe/report-by-janedoe.csv`]: Buffer.from('name;of\nJane Doe;Zo\xeb\n', 'latin1'),
    [`${day}/jane-doe/law.pdf`]: Buffer.from('%PDF-1.7\n\x00\xff\xfe/Title (A law)', 'latin1'),
    [`${day}/renamed.md`]: articleText({ title: 'A story with another address', id: '/2015/11/25/jane-doe/' }),
    [`${day}/paid.md`]: articleText({
      ...{ title: 'Paid for', warning: words('It shows the house of') },
      sponsor: { name: words('Friends of'), url: 'https://jane-doe.example/' },
    }),
    [`${day}/draft.md`]: articleText({ title: words('Draft of'), draft: true }),
    [`${day}/gone.md`]: articleText({
      withdrawn: { date: '2015-11-26 13:00', reason: words('Untrue of') },
      title: words('Withdrawn:'),
    }),
    'articles/2062/01/01/later.md': articleText({ title: words('To come:'), date: '2062-01-01 10:00' }),
    '../public/janedoe.txt': 'Nothing',
    '../public/notes.txt': Buffer.from('\uFEFFBy Jane Doe', 'utf16le'),
    '../public/data.json': '{"by": "\\u004aane Doe", "n": "x\\nJane Doe"}',
    '../layouts/words/en.yaml': 'follow: Follow Jane Doe\n',
  };
}

let room: Newsroom;
let found: Report;
beforeAll(async () => {
  room = new Newsroom({ git: false, files: await filesOfEveryKind() });
  await built();
  found = (await find()).report;
}, 60_000);
afterAll(() => room.dispose());

const folders = () => ['--newsroom', room.folder, '--out', room.out, '--cache', room.cache];

async function built(): Promise<void> {
  const { code, stdout, stderr } = await runHere(['build', ...folders(), '--now', '2016-01-01']);
  if (code !== 0) throw new Error(stdout + stderr);
}

async function find(...args: string[]): Promise<{ code: number | null; report: Report }> {
  const { code, stdout, stderr } = await runHere([
    'find',
    'Jane Doe',
    'Джейн Доу',
    ...folders(),
    '--format',
    'json',
    ...args,
  ]);
  if (stderr !== '') throw new Error(stderr);
  return { code, report: JSON.parse(stdout) };
}

/** By the plainest means: every file of the site with one of the spellings in its name or its bytes. */
function placesOnSite(): string[] {
  const more = [...spellings, 'jane</strong> doe', 'jane</a> doe', 'jane m. doe', 'jane\u00A0m. doe', '\\u004aane doe'];
  return Object.entries(contentsOf(room.out)).flatMap(([path, latin]) => {
    if (path.endsWith('/')) return [];
    const text =
      `/${path}\n${Buffer.from(latin, 'latin1').toString('utf8')}\n${latin.replaceAll('\0', '')}`.toLowerCase();
    return more.some((each) => text.includes(each.toLowerCase())) ? [`/${path}`.replace(/\/index\.html$/, '/')] : [];
  });
}

function missed({ addresses, kept }: Pick<Report, 'addresses' | 'kept'>): string[] {
  const told = new Set([...addresses.map(({ address }) => address), ...kept.addresses]);
  return placesOnSite().filter((place) => !told.has(place));
}

test('every file of the site that holds it is named, with the files that it comes from', () => {
  expect(placesOnSite().length).toBeGreaterThan(40);
  expect(missed(found)).toEqual([]);
  expect(found.addresses.filter(({ from, unexplained }) => from.length === 0 || unexplained.length > 0)).toEqual([]);
  const where = new Set(found.addresses.flatMap((each) => each.where));
  expect([...where].sort()).toEqual(
    [
      ...['address', 'alternative text', 'description', 'feed', 'file', 'link', 'sitemap'],
      ...['structured data', 'text', 'title'],
    ].sort(),
  );
});

test.each(['address', 'alternative text', 'feed', 'file', 'sitemap'])(
  'a search that passes over what is found as %s would be noticed',
  (place) => {
    const addresses = found.addresses.filter(({ where }) => !where.includes(place));
    expect(missed({ ...found, addresses })).not.toEqual([]);
  },
);

test('every file of the newsroom that holds it is named, public or not', () => {
  const story = `content/${day}/jane-doe`;
  expect(found.site).toBe('current');
  expect(found.files.map(({ file }) => file).sort()).toEqual(
    [
      ...['authors/jane-doe.yaml', 'front.yaml', 'gone.yaml', 'notices/appeal.md', 'pages/about.md', 'site.yaml'].map(
        (file) => `content/${file}`,
      ),
      ...['topics/jane-doe.md', 'topics/jane-doe.ru.md', 'articles/2062/01/01/later.md'].map(
        (file) => `content/${file}`,
      ),
      ...['draft.md', 'gone.md', 'jane-doe.md', 'jane-doe.ru.md', 'paid.md'].map((file) => `content/${day}/${file}`),
      `${story}/`,
      ...['jane-doe.jpg', 'other.jpg', 'report-by-janedoe.csv'].map((file) => `${story}/${file}`),
      ...['public/data.json', 'public/janedoe.txt', 'public/notes.txt', 'layouts/words/en.yaml'],
    ].sort(),
  );
  const nowhere = found.files.filter(({ addresses }) => addresses.length === 0).map(({ file }) => file);
  expect(nowhere).toEqual(expect.arrayContaining([`content/${day}/draft.md`, 'content/articles/2062/01/01/later.md']));
  expect(found.byHand).toEqual([`${story}/law.pdf`]);
  expect(found.kept.ids).toEqual([`content/${day}/renamed.md:7:18`]);
});

test('an old address that only the host answers is named, too', () => {
  expect(found.addresses).toContainEqual(
    expect.objectContaining({ address: '/?p=janedoe', from: [`content/${day}/jane-doe.md`] }),
  );
});

test('people read the same in sentences, and what to do', async () => {
  const { code, stdout } = await runHere(['find', 'Jane Doe', ...folders()]);
  expect(code).toBe(1);
  expect(stdout).toContain(`content/${day}/jane-doe.md:2:18  Jane Doe  (`);
  expect(stdout).toMatch(/On the site: .* and \d+ more/);
  expect(stdout).toContain(`content/${day}/jane-doe/law.pdf`);
  expect(stdout).toContain(`by an id: content/${day}/renamed.md:7:18.`);
});

test.each([
  ['no name', [], 'find takes a name first'],
  ['a letter', ['A'], 'would be found everywhere'],
  ['a format for others', ['Jane', '--format', 'github'], '--format is one of text, json'],
])('%s is wrong usage', async (_, args, said) => {
  expect(await runHere(['find', ...args, ...folders()])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(said),
  });
});

test('without a site only the newsroom is searched, and that is no good end', async () => {
  const args = ['--newsroom', room.folder, '--out', join(room.folder, 'nothing'), '--cache', room.cache];
  const { code, stdout } = await runHere(['find', 'Nobody Here', ...args]);
  expect(code).toBe(1);
  expect(stdout).toContain('The site is not built');
});

test('pictures that were made of one with a name in it are without it', () => {
  const pictures = Object.keys(contentsOf(room.out)).filter((path) => /\.(?:jpe?g|webp|avif)$/.test(path));
  expect(pictures.length).toBeGreaterThan(3);
  expect(found.addresses.filter(({ address }) => /\.(?:jpe?g|webp|avif)$/.test(address))).toEqual([]);
  expect(found.files.find(({ file }) => file.endsWith('other.jpg'))?.places).toEqual([
    expect.objectContaining({ form: 'Jane Doe' }),
  ]);
});

/** What someone does who follows the report: each place is changed, each file renamed, and nothing else is touched. */
async function follow({ files, rename }: Report): Promise<void> {
  for (const { file, places } of files) {
    const path = join(room.folder, file);
    if (places.some(({ line }) => line === undefined)) {
      writeFileSync(
        path,
        await sharp({ create: { width: 1600, height: 900, channels: 3, background: '#456' } })
          .jpeg()
          .toBuffer(),
      );
      continue;
    }
    if (places.length === 0) continue;
    const encoding = file.endsWith('notes.txt') ? 'utf16le' : file.endsWith('.csv') ? 'latin1' : 'utf8';
    let text = readFileSync(path, encoding);
    for (const { line = 0, column = 0 } of places.toReversed()) {
      const lineStart =
        text
          .split('\n')
          .slice(0, line - 1)
          .join('\n').length + (line > 1 ? 1 : 0);
      const at = lineStart + column - 1 + (text.startsWith('\uFEFF') ? 1 : 0);
      const escaped = text.startsWith('\\u004aane Doe', at) ? '\\u004aane Doe' : undefined;
      const written = escaped ?? spellings.find((each) => text.startsWith(each, at));
      if (written === undefined)
        throw new Error(`${file}:${line}:${column} has none of it: ${text.slice(at, at + 20)}`);
      const before = /[*\]]/.test(written) ? text.slice(0, at).replace(/[*[]+$/, '') : text.slice(0, at);
      text = before + (/^[a-z]|%/.test(written) ? 'n-n' : 'N. N.') + text.slice(at + written.length);
    }
    writeFileSync(path, text, encoding);
  }
  for (const path of rename.toReversed()) {
    const name = /[^/]+\/?$/.exec(path)?.[0] ?? '';
    const anew = path.slice(0, -name.length) + name.replace(/jane-?doe/, 'n-n');
    renameSync(join(room.folder, path), join(room.folder, anew));
  }
}

test('when it is followed nothing is left but what it names as kept', async () => {
  await follow(found);
  expect(await find()).toMatchObject({ code: 1, report: { site: 'older', files: [], rename: [] } });
  await built();
  const { code, report } = await find();
  expect(report).toMatchObject({ site: 'current', files: [], rename: [], addresses: [] });
  expect(code).toBe(0);
  expect(report.kept.ids).toEqual([`content/${day}/renamed.md:7:18`]);
  expect(placesOnSite().sort()).toEqual(report.kept.addresses.sort());
  expect(report.kept.addresses).toContain('/feed.xml');
});
