/** A small newsroom in any language that the engine has words for has nothing to translate. */
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { parseSite } from '../../src/content/site.ts';
import { articleText, instant, newsroom, treeOf } from '../support/newsroom.ts';
import { shippedShelf, wordLanguages } from '../support/words.ts';

function siteIn(languages: string, timeZone = 'UTC'): string {
  return `title: The Courier
url: https://courier.example
description: News of a small town
timeZone: ${timeZone}
languages: [${languages}]
sections:
  - {id: world, title: World}
social:
  - {name: YouTube, url: https://www.youtube.com/@courier}
policies: {corrections: /about/}
`;
}

test.each('pt es fr de pl uk tr ka hy az fa he hi zh ja pt-BR zh-TW es-419 en-US'.split(' '))('%s', (language) => {
  expect(parseSite(siteIn(language), 'site.yaml', wordLanguages).problems).toEqual([]);
  const { wording, problems } = shippedShelf.judge([language]);
  expect([problems, Object.keys(wording)]).toEqual([[], [language]]);
});

const story = articleText({
  date: '2015-11-26 09:05',
  topics: ['sea'],
  type: 'opinion',
  corrections: [{ date: '2015-11-26 12:00', text: '42' }],
});
const about = '---\ntitle: Courier\n---\n\nCourier, 1871.\n';
const files = {
  'site.yaml': siteIn('he, fa', 'Asia/Tehran'),
  'authors/desk.yaml': 'name: Ada Lind\n',
  ...Object.fromEntries(
    ['', '.fa'].flatMap((language) => [
      [`pages/about${language}.md`, about],
      [`articles/2015/11/26/sea${language}.md`, story],
    ]),
  ),
  'articles/2015/11/25/gone.md': articleText({
    date: '2015-11-25',
    withdrawn: { date: '2015-11-26', reason: '42' },
  }),
};

test('Hebrew and Persian: every page says its language and direction, speaks it, and every gate passes', async () => {
  const room = newsroom({ git: false, files });
  await room.rendered({ now: instant('2015-11-27') });
  expect((await checkEdition({ out: room.out, siteUrl: 'https://courier.example' })).problems).toEqual([]);
  const pages = [...treeOf(room.out)].filter(([path]) => path.endsWith('.html'));
  for (const [path, page] of pages)
    expect(page).toContain(`<html lang="${path.startsWith('fa/') ? 'fa' : 'he'}" dir="rtl">`);

  const page = (language: string) => room.page(`${language}2015/11/26/sea/index.html`);
  for (const words of [
    '26 בנובמבר 2015, 09:05',
    'דילוג לתוכן',
    'דעה',
    'תיקון',
    'דקת קריאה אחת',
    '"The Courier" ב-YouTube',
  ])
    expect(page('')).toContain(words.replaceAll('"', '&quot;'));
  for (const words of ['۲۶ نوامبر ۲۰۱۵، ۰۹:۰۵', 'به وقت تهران', 'دیدگاه', 'اصلاحیه', '«The Courier» در YouTube'])
    expect(page('fa/')).toContain(words);
  expect(room.page('2015/11/25/gone/index.html')).toContain('תאריך ההסרה: <time datetime="2015-11-26">');

  // Names of the other languages are marked as theirs; a feed says language and direction of every text.
  expect(page('')).toContain('<a href="/fa/2015/11/26/sea/" hreflang="fa" lang="fa" dir="rtl">فارسی</a>');
  expect(room.page('fa/feed.xml')).toContain('&lt;div lang=&quot;fa&quot; dir=&quot;rtl&quot;&gt;');
  // What readers of Persian see of a time has no Latin digit.
  const persian = pages
    .filter(([path]) => path.startsWith('fa/'))
    .map(([, text]) => Buffer.from(text, 'latin1').toString());
  const times = persian.flatMap((text) => [...text.matchAll(/<time [^>]*>([^<]+)<\/time>/g)].map(([, time]) => time));
  expect(times.length).toBeGreaterThan(10);
  expect(times.filter((time) => /\d/.test(time ?? ''))).toEqual([]);
});
