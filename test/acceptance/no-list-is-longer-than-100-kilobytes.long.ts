/**
 * With the longest headlines, kickers, summaries, names and corrections that are allowed, and many of each on one day and
 * under one letter, no page of a listing has more than 100 kB beyond its furniture; and all is still found from the front.
 */
import { expect, test } from 'vitest';
import { readHtmlReferences } from '../../src/check/html-references.ts';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';

const most = 100_000;
const perDay = 700;
const names = 600;

/** Letters of three bytes, and signs that markup writes in six. */
const longest = (length: number, n: number) => `${n} ${'報"'.repeat(length)}`.slice(0, length);

function manyStories(): Record<string, string> {
  const files: Record<string, string> = {};
  for (let n = 0; n < perDay + 300; n++) {
    const isOfLongDay = n < perDay;
    const date = isOfLongDay
      ? '2015/11/26'
      : `2015/${String(1 + (n % 12)).padStart(2, '0')}/${String(1 + (n % 28)).padStart(2, '0')}`;
    const hour = `${String(n % 24).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    const corrections = isOfLongDay && n % 5 === 0 ? [{ date: '2015-12-01 10:00', text: longest(3000, n) }] : [];
    files[`articles/${date}/s${n}-${'a'.repeat(150)}.md`] = articleText({
      title: longest(300, n),
      kicker: longest(300, n),
      summary: longest(3000, n),
      date: `${date.replaceAll('/', '-')} ${hour}`,
      topics: ['sea', `topic-${n % names}`],
      authors: ['desk', `author-${n % names}`],
      series: 'year',
      type: n % 2 ? 'opinion' : 'news',
      corrections,
    });
  }
  for (let n = 0; n < names; n++) {
    files[`topics/topic-${n}.md`] = `---\nname: ${JSON.stringify(`S${longest(298, n)}`)}\n---\n`;
    files[`authors/author-${n}.yaml`] =
      `name: ${JSON.stringify(`Ann ${longest(290, n)}`)}\nrole: ${JSON.stringify(longest(300, n))}\n`;
  }
  return files;
}

test('no page of a listing is longer than 100 kB beyond its furniture, and every story is found from the front', async () => {
  const files = manyStories();
  const room = newsroom({ git: false, files });
  const { problems } = await room.build();
  expect(problems.filter(({ weight }) => weight !== 'advice')).toEqual([]);
  const pages = new Map(
    [...treeOf(room.out)].flatMap(([path, text]) =>
      path.endsWith('.html') ? [[`/${path.replace(/index\.html$/, '')}`, text]] : [],
    ),
  );
  // The front page is none: however many stories there are, it has a few of each section, with their summaries.
  const isListing = (url: string) => url !== '/' && !/\/s\d+-a+\/$/.test(url);
  const lengths = [...pages].map(([url, text]): [string, number] => [
    url,
    /<main[ >].*<\/main>/s.exec(text)?.[0].length ?? 0,
  ]);
  const listings = lengths.filter(([url]) => isListing(url));
  expect(listings.filter(([, length]) => length > most)).toEqual([]);
  // They are as long as they may be, and no shorter.
  for (const below of [
    '/2015/11/26/',
    '/topics/sea/',
    '/authors/letter_a/',
    '/topics/letter_s/',
    '/corrections/2015/',
    '/series/year/',
  ])
    expect(
      Math.max(...listings.flatMap(([url, length]) => (url.startsWith(below) ? length : []))),
      below,
    ).toBeGreaterThan(15_000);

  const found = new Set(['/']);
  for (const url of found)
    for (const { found: how, address } of readHtmlReferences(Buffer.from(pages.get(url) ?? '', 'latin1').toString())
      .references)
      if (how === 'a href' && pages.has(decodeURIComponent(address.replace(/#.*/, ''))))
        found.add(decodeURIComponent(address.replace(/#.*/, '')));
  const lost = [...pages.keys()].filter((url) => !found.has(url) && !url.startsWith('/ru/') && url !== '/404.html');
  expect(lost).toEqual([]);
}, 600_000);
