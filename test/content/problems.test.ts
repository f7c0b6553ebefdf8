import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsAsText } from '../../src/commands/print-problems.ts';
import { mistakes } from '../../src/desk/mistakes/mistakes.ts';
import { placeOf, sortProblems } from '../../src/problem.ts';
import { authorYaml, newsroom, projectRoot, siteYaml, treeOf } from '../support/newsroom.ts';
import { jpeg } from '../support/pictures.ts';
import { expectSentences, sourceText, story, unmark } from './written.ts';

/** Every literal that looks like a code, in the stages that say what is wrong with content. */
function codesInSources(): string[] {
  const folders = ['src/content', 'src/source', 'src/sync'].map((folder) => join(projectRoot, folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts'))
      .map((path) => join(folder, path)),
  );
  const codes = files.flatMap((file) =>
    [...sourceText(file).matchAll(/'((?!src\/)[a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [...new Set(codes)].sort();
}

test('every code in src/content, src/source and src/sync has a case here, and no case is without its code', () => {
  const codes = codesInSources();
  expect(codes.length).toBeGreaterThan(60);
  expect(Object.keys(mistakes).sort()).toEqual(codes);
});

const day = 'articles/2015/11/26';
const page = '---\ntitle: About\n---\n\nAbout us.\n';
const names = [
  'author',
  'character',
  'date',
  'fence',
  'heading',
  'key',
  'link',
  'missing',
  'picture',
  'redirect',
  'repeated',
  'section',
  'syntax',
  'template',
];

const good: Record<string, string | Uint8Array> = {
  'site.yaml': siteYaml,
  'front.yaml': 'lead: 2015/11/26/syntax\npicks: [2015/11/26/key]\n',
  'authors/desk.yaml': authorYaml,
  'pages/about.md': page,
  'pages/contact.md': page,
  'topics/syria.md': '---\nname: Syria\n---\n',
  [`${day}/picture/sea.jpg`]: jpeg,
  // It leans on what breaks below, and stays without a Problem.
  [`${day}/good.md`]: story(
    { topics: '[syria]' },
    '[a](/about/) [b](/contact/) [c](/topics/syria/) [d](/authors/desk/) [e](/2015/11/26/syntax/) [f](/ru/2015/11/26/good/) [g](/world/)',
  ),
  [`${day}/good.ru.md`]: story(),
  [`${day}/early.md`]: story({ date: '2015-11-26 00:10+03:00' }),
  ...Object.fromEntries(
    names.map((name) => [`${day}/${name}.md`, story({}, name === 'picture' ? '![Waves](picture/sea.jpg)' : undefined)]),
  ),
};

const broken: Record<string, [code: string, content: string]> = {
  'site.yaml': ['site/unknown-time-zone', siteYaml.replace('Europe/Moscow', '‸Europe/Vladikavkaz')],
  'front.yaml': ['front/unknown-story', 'lead: 2015/11/26/syntax\npicks: [‸2015/11/26/keys]\n'],
  'authors/desk.yaml': ['yaml/wrong-type', 'name: ‸5\n'],
  'pages/about.md': ['front-matter/unclosed', '‸---\ntitle: About\n\nAbout us.\n'],
  'pages/contact.md': ['markdown/html', '---\ntitle: Contact\n---\n\nWrite ‸<em>soon</em>.\n'],
  'topics/syria.md': ['front-matter/not-yaml', '‸+++\nname = "Syria"\n+++\n'],
  [`${day}/author.md`]: ['article/unknown-author', story({ authors: '[‸dask]' })],
  [`${day}/character.md`]: ['content/control-character', story({}, 'A bell ‸\u0007 rang.')],
  [`${day}/date.md`]: ['article/unreadable-time', story({ date: '‸yesterday' })],
  [`${day}/fence.md`]: ['markdown/unclosed-block', story({}, '‸::: note\nText.')],
  [`${day}/heading.md`]: ['markdown/first-level-heading', story({}, '‸# Wind')],
  [`${day}/key.md`]: ['yaml/unknown-key', story({ '‸headline': 'x' })],
  [`${day}/link.md`]: ['link/unknown-story', story({}, '[It](‸/2015/11/26/nothing/)')],
  [`${day}/missing.md`]: ['yaml/missing-key', story({ section: undefined }).replace('title', '‸title')],
  [`${day}/picture/sea.jpg`]: ['picture/not-a-picture', 'GIF89a'],
  [`${day}/redirect.md`]: ['redirect/bad-path', story({ redirectFrom: '[‸/../x/]' })],
  [`${day}/repeated.md`]: ['article/repeated', story({ topics: '[syria, ‸syria]' })],
  [`${day}/section.md`]: ['article/unknown-section', story({ section: '‸wrold' })],
  [`${day}/syntax.md`]: ['yaml/syntax', story({ title: '‸Captain: hold on' })],
  [`${day}/template.md`]: ['content/template-syntax', story({}, 'A ‸{{ word }}.')],
};

test('a newsroom with 20 different mistakes at once prints 20 Problems, and the site stays as it was', async () => {
  const room = newsroom({ git: false, files: good });
  await room.rendered();
  const before = treeOf(room.out);
  expect(before.size).toBeGreaterThan(20);

  const expected = Object.entries(broken).map(([path, [code, content]]) => {
    const { text, place } = unmark(content);
    room.write({ [path]: text });
    return `${[path, place].filter(Boolean).join(':')} ${code}`;
  });
  expect(expected).toHaveLength(20);
  const { problems, written } = await room.build();
  expect(problems.map((problem) => `${placeOf(problem)} ${problem.code}`).sort()).toEqual(expected.sort());
  problems.forEach(expectSentences);
  expect(new Set(problems.map(({ code }) => code)).size).toBe(20);
  expect(written).toBe(0);
  expect(treeOf(room.out)).toEqual(before);

  const textsOf = (paths: readonly string[]) =>
    new Map(paths.map((path) => [path, sourceText(join(room.content, path))]));
  const printed = problemsAsText(problems, { format: 'text', textsOf });
  expect([...printed.matchAll(/^(\S+) {2}(\S+)$/gm)].map(([, place, code]) => `${place} ${code}`)).toEqual(
    sortProblems(problems).map((problem) => `${placeOf(problem)} ${problem.code}`),
  );
  expect(printed.match(/^ {2}→ /gm)).toHaveLength(20);
});

test('the mistakes mended, the same newsroom builds the same site again', async () => {
  const room = newsroom({ git: false, files: good });
  await room.rendered();
  const before = treeOf(room.out);
  room.write(Object.fromEntries(Object.entries(broken).map(([path, [, content]]) => [path, unmark(content).text])));
  expect((await room.build()).problems).toHaveLength(20);
  room.write(good);
  expect(await room.rendered()).toEqual([]);
  expect(treeOf(room.out)).toEqual(before);
});
