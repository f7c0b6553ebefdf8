/** Builds of the command line that differ in one thing which must not matter. */
import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { pictureOf } from '../support/canaries.ts';
import { buildHere, runBuild } from '../support/cli.ts';
import { contentsOf, differences, siteIn } from '../support/folder-contents.ts';
import { articleText, Newsroom, newsroom } from '../support/newsroom.ts';

/** Stories around midnight, with names that locales sort and case differently (i, I, ı; å, z). */
const files = {
  'authors/aake.yaml': 'name: {en: Åke Illı, ru: Оке}\n',
  'articles/2015/11/26/iris.md': articleText(
    {
      title: 'ISTANBUL: i, İ and ı',
      date: '2015-11-26 00:10',
      authors: ['aake', 'desk'],
      topics: ['island', 'zebra', 'izmir'],
      image: { file: 'i.png', alt: 'I' },
    },
    '"Quoted" -- at 1,234.5.',
  ),
  'articles/2015/11/26/iris/i.png': pictureOf('i'),
  'articles/2015/11/26/same.md': articleText({ date: '2015-11-26 00:10', topics: ['zebra'] }),
  'articles/2015/11/26/same.ru.md': articleText({ title: 'Ёлка', date: '2015-11-26 00:10' }),
  'articles/2015/10/25/fold.md': articleText({
    date: '2015-10-25 02:30',
    section: 'culture',
    corrections: [{ date: '2015-10-26', text: 'Then' }],
  }),
  'pages/about.md': '---\ntitle: About\n---\n\nText.\n',
};

/** In `npm run test:long` in more ways, and by way of another state. */
const isLong = process.env.BROADSHEET_TEST === 'long';

type Variant = {
  name: string;
  isQuick?: boolean;
  prepare?: (room: Newsroom) => void;
  git?: boolean;
  args?: string[];
  settings?: Parameters<typeof runBuild>[2];
};

const variants: Variant[] = [
  {
    name: 'Tokyo, Turkish, a closed umask, from another folder',
    isQuick: true,
    settings: { umask: '077', cwd: '/', env: { TZ: 'Asia/Tokyo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' } },
  },
  {
    name: 'Newfoundland, no locale, no home, an open umask, in CI',
    settings: {
      umask: '000',
      env: {
        TZ: 'America/St_Johns',
        LANG: 'C',
        LC_ALL: 'C',
        HOME: '/nonexistent',
        CI: 'true',
        NODE_ENV: 'production',
        GITHUB_ACTIONS: 'true',
      },
    },
  },
  { name: 'a git repository', git: true },
  { name: 'a commit of it', isQuick: true, git: true, args: ['--commit', 'HEAD'] },
  { name: 'a folder of another name, its files made in another order and age', isQuick: true, prepare: moveAndAge },
];

/** Content at another path, written backwards, each file of another year. */
function moveAndAge(room: Newsroom): void {
  const moved = join(room.folder, 'Überall im Land/inhalt (1)');
  const paths = readdirSync(room.content, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(room.content.length + 1))
    .sort()
    .reverse();
  for (const [index, path] of paths.entries()) {
    mkdirSync(dirname(join(moved, path)), { recursive: true });
    writeFileSync(join(moved, path), readFileSync(join(room.content, path)));
    utimesSync(join(moved, path), 86_400 * 365 * (index + 1), 86_400 * 365 * (index + 1));
  }
  rmSync(room.content, { recursive: true });
  Object.assign(room, { content: moved });
}

/** What a cold build of these files gives. */
let plain: Record<string, string>;
beforeAll(async () => {
  const room = new Newsroom({ git: false, files });
  expect((await buildHere(room)).code).toBe(0);
  plain = contentsOf(room.out);
  room.dispose();
});

async function treeOfVariant({ prepare, git = false, args = [], settings }: Variant): Promise<Record<string, string>> {
  const room = newsroom({ git, files });
  prepare?.(room);
  if (git) room.commit();
  const run = await (settings ? runBuild(room, args, settings) : buildHere(room, args));
  if (run.code !== 0) throw new Error(run.stderr);
  return contentsOf(room.out);
}

test('time zone, locale, home, umask, folder, file order and age, git or not: none of them changes a byte', async () => {
  expect(Object.keys(plain).length).toBeGreaterThan(60);
  const faults: string[] = [];
  for (const variant of isLong ? variants : variants.filter(({ isQuick }) => isQuick))
    faults.push(...differences(plain, await treeOfVariant(variant)).map((each) => `${variant.name}: ${each}`));
  expect(faults).toEqual([]);
});

test('the line ends of Windows change no byte of the site', async () => {
  const room = newsroom({ git: false, files });
  expect((await buildHere(room)).code).toBe(0);
  const site = siteIn(room.out);
  for (const [path, content] of Object.entries(files))
    if (typeof content === 'string') room.write({ [path]: content.replaceAll('\n', '\r\n') });
  const run = await buildHere(room);
  expect(run.stdout).toContain(' rendered, ');
  expect(differences(site, siteIn(room.out))).toEqual([]);
});

if (isLong)
  test('a warm build that comes to the same content by another way gives the bytes of a cold one', async () => {
    const room = newsroom({
      git: false,
      files: { ...files, 'articles/2015/11/27/later.md': articleText({ date: '2015-11-27 10:00', topics: ['zebra'] }) },
    });
    expect((await runBuild(room, [], { env: { TZ: 'Asia/Tokyo' } })).code).toBe(0);
    room.remove('articles/2015/11/27').write({ 'authors/aake.yaml': 'name: Someone\n' });
    expect((await runBuild(room, [], { env: { LC_ALL: 'tr_TR.UTF-8' } })).code).toBe(0);
    room.write(files);
    expect((await buildHere(room)).code).toBe(0);
    expect(differences(plain, contentsOf(room.out))).toEqual([]);
  });
