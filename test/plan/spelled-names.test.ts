/** Names that are written one way and meant another: pictures, headings, languages, the site's own address. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { isFault } from '../../src/problem.ts';
import { articleText, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';
import { jpeg, jpegWith } from '../support/pictures.ts';

const folder = 'articles/2015/11/26/one';

/** How a picture is called, and how its story names it in its head and in its text. */
const spellings = [
  ['IMG_1234.JPG', 'img_1234.jpg', '1/IMG_1234.jpg'],
  ['foto 1.jpg', 'Foto 1.jpg', '<2/foto 1.jpg>'],
  ['foto 2.jpg', 'foto 2.jpg', '3/foto%202.jpg'],
  ['фото.jpg', 'ФОТО.jpg', '4/фото.jpg'],
  ['u\u0308ber.Jpeg', '\u00fcber.jpeg', '5/%C3%9Cber.jpeg'],
  ["Ann's (2) [b] #1, 50%.jpg", "ann's (2) [b] #1, 50%.jpg", "<6/Ann's (2) [b] %231, 50%25.jpg>"],
] as const;

test('a picture is found however it is spelled in the head and in the text of its story, and no address has a word of it', async () => {
  const stories = spellings.map(([name, inHead, inText], index) => {
    const path = `articles/2015/11/26/${index + 1}`;
    const text = articleText({ image: { file: inHead, alt: 'Waves' } }, `![Waves](${inText})`);
    return { text, path, picture: `${path}/${name}`, other: `${path}/${name.normalize('NFD').toLowerCase()}` };
  });
  // Each of other bytes, for which it has files of its own.
  const bytesOf = ({ path }: (typeof stories)[number]) => jpegWith(path);
  const room = newsroom({
    git: false,
    files: Object.fromEntries(
      stories.flatMap((each) => [
        [`${each.path}.md`, each.text],
        [each.picture, bytesOf(each)],
      ]),
    ),
  });
  await room.rendered();
  const files = readdirSync(join(room.out, 'assets'));
  expect(files.every((file) => /^[0-9a-f]{16}a-[0-9a-z.]+$/.test(file))).toBe(true);
  for (const { path } of stories) {
    expect(room.page(`${path.replace('articles/', '')}/index.html`).match(/<img /g)).toHaveLength(2);
  }
  const { problems } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(problems.filter(isFault)).toEqual([]);

  // Each goes by another name of the same fold, and nothing is to do.
  const before = treeOf(room.out);
  for (const each of stories) room.remove(each.picture).write({ [each.other]: bytesOf(each) });
  expect((await room.build()).problems).toEqual([]);
  expect(treeOf(room.out)).toEqual(before);
  for (const { other } of stories) room.remove(other);
  const missing = (await room.build()).problems.map(({ code, file }) => `${code} ${file}`);
  expect([...new Set(missing)].sort()).toEqual(stories.map(({ path }) => `picture/missing ${path}.md`));
});

test('a picture whose own name has percent signs in it cannot be linked to, and is to be renamed', async () => {
  const files = { [`${folder}.md`]: articleText({}, '![Sea](one/a%20b.jpg)'), [`${folder}/a%20b.jpg`]: jpeg };
  const room = newsroom({ git: false, files });
  expect((await room.build()).problems).toMatchObject([
    { code: 'picture/missing', fix: expect.stringContaining('Rename a%20b.jpg to a b.jpg:') },
  ]);
  room.remove(`${folder}/a%20b.jpg`).write({ [`${folder}/a b.jpg`]: jpeg });
  expect((await room.build()).problems).toEqual([]);
});

test('of two pictures with one name the second is told, whichever was there first', async () => {
  const room = newsroom({ git: false, files: { [`${folder}.md`]: articleText(), [`${folder}/sea.jpg`]: jpeg } });
  await room.rendered();
  room.write({ [`${folder}/SEA.jpg`]: jpeg });
  expect((await room.build()).problems).toMatchObject([{ code: 'picture/same-name', file: `${folder}/sea.jpg` }]);
});

test.each(['Part-Two', 'part%20two', 'PART TWO'.replace(' ', '_'), 's_part-two'])(
  'a link to the heading “Part two” as #%s finds it, from its own page and from another',
  async (place) => {
    const body = `## Part two\n\nText. [Up](#${place})`;
    const room = newsroom({
      git: false,
      files: {
        [`${folder}.md`]: articleText({}, body),
        'pages/about.md': `---\ntitle: About\n---\n\n[It](/2015/11/26/one/#${place})\n`,
      },
    });
    await room.rendered();
    expect(room.page('2015/11/26/one/index.html')).toContain('href="#s_part-two"');
    expect(room.page('about/index.html')).toContain('href="/2015/11/26/one/#s_part-two"');
  },
);

test('a heading in another composition is found, and what only marks words is nobody’s place', async () => {
  const body =
    '## Re\u0301sume\u0301: Часть\n\n[a](#résumé-часть) [b](/2015/11/26/one/#:~:text=review) [c](#Résumé-Часть:~:text=x)';
  const room = newsroom({ git: false, files: { [`${folder}.md`]: articleText({}, body) } });
  await room.rendered();
  const { problems, looked } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(problems).toEqual([]);
  expect(looked.map(({ gate }) => gate)).toContain('linkinator');
});

test('however the site’s address is written, every file has it in one spelling', async () => {
  const built = async (url: string) => {
    const room = newsroom({ git: false, files: { 'site.yaml': siteYaml.replace('https://courier.example', url) } });
    room.write({ [`${folder}.md`]: articleText() });
    const { problems } = await room.build();
    expect(problems).toEqual([]);
    return treeOf(room.out);
  };
  const plain = await built('https://xn--b1adhfd.example');
  for (const url of ['https://вестник.example', 'HTTPS://Вестник.Example:443/']) {
    const tree = await built(url.toLowerCase() === url ? url : url);
    const spelled = [...tree.values()].join('\n').match(/https:\/\/[^/"<\s]*\.example/g) ?? [];
    expect(new Set(spelled.filter((each) => !each.includes('source')))).toEqual(new Set([new URL(url).origin]));
    expect(tree.size).toBe(plain.size);
  }
});

test('a password in the site’s address is refused, and nowhere printed', async () => {
  const room = newsroom({
    git: false,
    files: { 'site.yaml': siteYaml.replace('https://courier', 'https://ann:hunter2@courier') },
  });
  const { problems } = await room.build();
  expect(problems).toMatchObject([{ code: 'site/url-with-user', line: 2 }]);
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});

test('a file of the first language beside the one without it is one too many; alone, it is to be renamed', async () => {
  const room = newsroom({ git: false, files: { [`${folder}.en.md`]: articleText() } });
  expect((await room.build()).problems).toMatchObject([{ fix: `Rename it to ${folder}.md.` }]);
  room.write({ [`${folder}.md`]: articleText() });
  room.write({ [`${folder}.en.md`]: articleText({ redirectFrom: ['/old/'], authors: ['nobody'] }) });
  expect((await room.build()).problems).toMatchObject([
    { code: 'content/needless-language', file: `${folder}.en.md`, fix: expect.stringMatching(/remove this file\.$/) },
  ]);
  expect(existsSync(room.out)).toBe(false);
});

test('a language with a script or a region has addresses, words and a direction of its own', async () => {
  const texts = siteYaml.replaceAll('en: ', 'en-US: ').replaceAll('ru: ', 'ru-UA: ');
  const files = { 'site.yaml': texts.replace('[en, ru]', '[en-US, ru-UA, ar]'), 'authors/desk.yaml': 'name: Desk\n' };
  const room = newsroom({ git: false, files: { ...files, [`${folder}.md`]: articleText() } });
  room.write({ [`${folder}.ru-UA.md`]: articleText() });
  await room.rendered();
  const page = room.page('ru-UA/2015/11/26/one/index.html');
  expect(page).toContain('<html lang="ru-UA" dir="ltr">');
  expect(page).toContain('hreflang="ru-UA" href="https://courier.example/ru-UA/2015/11/26/one/"');
  expect(page).toContain('property="og:locale" content="ru_UA"');
  expect(room.page('2015/11/26/one/index.html')).toContain('property="og:locale" content="en_US"');
});

test.each([
  ['[en, zh-hant]', 'site/bad-language', 'Write “zh-Hant”.'],
  ['[en, en_GB]', 'site/bad-language', 'Write “en-GB”.'],
  ['[en, sr-Latn]', 'site/no-words', 'layouts/words/sr-Latn.yaml'],
  ['[en, ru-Latn]', 'site/no-words', 'layouts/words/ru-Latn.yaml'],
])('languages: %s is %s', async (languages, code, fix) => {
  const room = newsroom({ git: false, files: { 'site.yaml': siteYaml.replace('[en, ru]', languages) } });
  expect((await room.build()).problems[0]).toMatchObject({ code, fix: expect.stringContaining(fix) });
});
