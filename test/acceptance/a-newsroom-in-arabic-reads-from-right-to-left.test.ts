/**
 * A small newsroom in Arabic, with English beside it: every page says its language and direction, no
 * style names a side, and every gate passes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { articleText, instant, newsroom, projectRoot, treeOf } from '../support/newsroom.ts';

const files = {
  'site.yaml': `title: {ar: رسول المدينة, en: The Town Courier}
url: https://courier.example
description: {ar: أخبار مدينة صغيرة, en: News of a small town}
timeZone: Asia/Beirut
languages: [ar, en]
sections:
  - {id: world, title: {ar: العالم, en: World}}
  - {id: culture, title: {ar: ثقافة, en: Culture}}
policies: {corrections: /about/}
`,
  'authors/desk.yaml': 'name: {ar: مكتب الأخبار, en: News desk}\ndesk: true\n',
  'topics/sea.md': '---\nname: {ar: البحر, en: The sea}\n---\n\nكل ما يأتي به البحر.\n',
  'pages/about.md': '---\ntitle: من نحن\n---\n\nصحيفة منذ عام 1871.\n',
  'pages/about.en.md': '---\ntitle: About us\n---\n\nA paper since 1871.\n',
  'articles/2015/11/26/manara.md': articleText(
    {
      title: 'المنارة تُضاء من جديد',
      summary: 'بعد عام من الظلام ترى السفن الضوء.',
      topics: ['sea'],
      type: 'opinion',
      corrections: [{ date: '2015-11-26 12:00', text: 'ارتفاع البرج 42 مترًا.' }],
    },
    '## كَلِمَةٌ أُولَى\n\nقال الحارس (Ada Lind) إن الضوء عاد.\n\n::: quote {by="Ada Lind" role="حارسة المنارة"}\nلم ندعه ينطفئ.\n:::\n\n| سنة | سفن |\n|---|---:|\n| 2015 | 87 |\n',
  ),
  'articles/2015/11/26/manara.en.md': articleText({ title: 'The lighthouse is lit', topics: ['sea'] }),
  'articles/2015/11/25/jisr.md': articleText({ title: 'الجسر يُفتح', date: '2015-11-25 10:00', section: 'culture' }),
};

test('every page of it says its language and direction, and every gate passes', async () => {
  const room = newsroom({ git: false, files });
  await room.rendered({ now: instant('2015-11-27') });
  const pages = [...treeOf(room.out)].filter(([path]) => path.endsWith('.html'));
  const wrong = pages.filter(
    ([path, page]) =>
      !page.includes(path.startsWith('en/') ? '<html lang="en" dir="ltr">' : '<html lang="ar" dir="rtl">'),
  );
  expect(wrong.map(([path]) => path)).toEqual([]);
  expect(pages.length).toBeGreaterThan(30);
  const { problems } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(problems).toEqual([]);
});

test('its pages speak Arabic, count as Arabic does, and keep vowel signs in the places they name', async () => {
  // More than a front shows: so it counts the stories of each year.
  const older = Array.from({ length: 40 }, (_, n) => [
    `articles/2014/03/01/safina-${n}.md`,
    articleText({ title: `سفينة ${n}`, date: '2014-03-01 10:00', topics: ['sea'] }),
  ]);
  const room = newsroom({ git: false, files: { ...files, ...Object.fromEntries(older) } });
  await room.rendered({ now: instant('2015-11-27') });
  const page = room.page('2015/11/26/manara/index.html');
  for (const words of ['انتقل إلى المحتوى', 'تصحيح', '26 نوفمبر 2015', 'رأي']) expect(page).toContain(words);
  expect(page).toContain('id="s_كَلِمَةٌ-أُولَى"');
  expect(page).toContain('<a href="/en/2015/11/26/manara/" hreflang="en" lang="en" dir="ltr">English</a>');
  expect(room.page('2015/11/25/jisr/index.html')).toContain('English<small>not this page</small>');
  expect(room.page('topics/sea/index.html')).toContain('مادة واحدة');
  expect(room.page('authors/index.html')).toContain('<h2 id="letter-1">م</h2>');
});

test('no style sheet names a side of the page, so that all of them are mirrored but columns of numbers', () => {
  const folder = join(projectRoot, 'layouts/styles');
  const sided =
    /(?<![-\w])(left|right|margin-left|margin-right|padding-left|padding-right|border-left|border-right)\s*:|text-align\s*:\s*(left|right)|float\s*:\s*(left|right)/;
  const ofNumbers = /\.prose \.end \{\s*text-align: right;/;
  const faults = readdirSync(folder).filter((name) =>
    sided.test(readFileSync(join(folder, name), 'utf8').replace(ofNumbers, '')),
  );
  expect(faults).toEqual([]);
  expect(sided.test('.x { margin-left: 1px }')).toBe(true);
});
