/** In feeds a long text is cut, by its own length alone, and says where it goes on. */
import { expect, test } from 'vitest';
import { bounds } from '../../src/content/bounds.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const paragraphs = (n: number) =>
  Array.from({ length: n }, (_, index) => `Paragraph ${index}. ${'A sentence of it. '.repeat(20).trim()}`).join('\n\n');

const long = articleText({ title: 'Long', topics: ['sea'] }, paragraphs(100));
const path = 'articles/2015/11/26/long';

const unescaped = (xml: string) =>
  xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');

/** The text of the story in a feed of each format. */
function textsIn(page: (path: string) => string, front: string): string[] {
  const inXml = (file: string, element: string) =>
    new RegExp(`<title>Long</title>.*?<${element}[^>]*>(.*?)</${element}>`, 's').exec(page(front + file))?.[1] ?? '';
  const { items } = JSON.parse(page(`${front}feed.json`)) as { items: { title: string; content_html: string }[] };
  const inJson = items.find(({ title }) => title === 'Long')?.content_html ?? '';
  return [unescaped(inXml('feed.xml', 'content:encoded')), unescaped(inXml('feed.atom', 'content')), inJson];
}

test('all three formats have the same beginning, and lead to the rest in their language', async () => {
  const room = newsroom({ git: false, files: { [`${path}.md`]: long, [`${path}.ru.md`]: long } });
  await room.rendered();
  const page = (file: string) => room.page(file);
  const [rss = '', atom, json] = textsIn(page, '');
  expect([atom, json]).toEqual([rss, rss]);
  expect(Buffer.byteLength(rss)).toBeLessThan(bounds.feedText + 1000);
  expect(Buffer.byteLength(rss)).toBeGreaterThan(bounds.feedText - 1000);
  expect(rss.slice(rss.lastIndexOf('</p>', rss.length - 20))).toMatch(
    /^<\/p>\s*<p><a href="https:\/\/courier.example\/2015\/11\/26\/long\/">The story goes on at The Courier<\/a><\/p><\/div>$/,
  );
  const [russian = ''] = textsIn(page, 'ru/');
  expect(russian).toContain('/ru/2015/11/26/long/">Продолжение — на сайте «Курьер»</a>');
  expect(room.page('2015/11/26/long/index.html')).toContain('Paragraph 99.');
  expect(room.page('2015/11/26/long/index.html')).not.toContain('goes on');
});

test('other stories do not cut it elsewhere, and a shorter text is whole', async () => {
  const room = newsroom({ git: false, files: { [`${path}.md`]: long } });
  await room.rendered();
  const [alone] = textsIn((file) => room.page(file), '');
  room.write({ 'articles/2015/11/27/other.md': articleText({ date: '2015-11-27' }, paragraphs(60)) });
  await room.rendered();
  expect(textsIn((file) => room.page(file), '')[0]).toBe(alone);
  expect(textsIn((file) => room.page(file), 'world/')[0]).toBe(alone);
  expect(unescaped(room.page('topics/sea/feed.xml'))).toContain(alone);
  expect(room.page('feed.xml').match(/goes on at/g)).toHaveLength(1);
  expect(room.page('feed.xml')).toContain('Paragraph 59.');
});
