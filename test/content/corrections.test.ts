/** Texts of corrections are lines of Markdown, with the Problems of a body at their field. */
import { expect, test } from 'vitest';
import { renderLine } from '../../src/content/markdown/line.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const date = '2015-11-26 12:00';
const timeOf = (index: number) => `2015-11-26 12:0${index}`;

function withText(...texts: string[]): Record<string, string> {
  const corrections = texts.map((text, index) => ({ date: timeOf(index), text }));
  return { 'articles/2015/11/26/storm.md': articleText({ corrections }) };
}

test.each([
  ['See [it](javascript:alert(1)).', 'link/unsafe'],
  ['See [it](other.md).', 'link/relative'],
  ['See [](/world/).', 'link/no-text'],
  ['A <b>bold</b> word.', 'markdown/html'],
  ['A {{ word }}.', 'content/template-syntax'],
  ['As ![seen](storm/a.jpg).', 'picture/inside-text'],
  ['See [it](/a b).', 'markdown/space-in-address'],
  ['See [it](/nowhere/).', 'link/unknown-target'],
  ['See [it](/2015/11/25/none/).', 'link/unknown-story'],
])('%s is told as it would be in a text, in the line of the field', async (text, code) => {
  const report = await newsroom({ git: false, files: withText('It was Tuesday.', text) }).build();
  expect(report.problems.map((each) => [each.code, each.line])).toEqual([[code, 7]]);
});

test('what cannot be in a line is not read in one', () => {
  const resolve = { link: (href: string) => href, picture: () => undefined, page: '/p/' };
  expect(renderLine('It was ^[never] so[^1]: **1 < 2**.', resolve)).toBe(
    'It was ^[never] so[^1]: <strong>1 &lt; 2</strong>.',
  );
  expect(renderLine('[There](#why) and [there](/world/)', resolve)).toBe(
    '<a href="/p/#s_why">There</a> and <a href="/world/">there</a>',
  );
});

test('its links lead where they do in a text, on the story, on the page of corrections and in feeds', async () => {
  const room = newsroom({
    git: false,
    files: {
      ...withText('It was [calm](/2015/11/25/calm/), *not* [a storm](/2015/11/25/draft/).', 'It was <.'),
      'articles/2015/11/25/calm.md': articleText({ date: '2015-11-25 09:00' }),
      'articles/2015/11/25/draft.md': articleText({ date: '2035-11-25 09:00' }).replace('2035', '2015'),
    },
  });
  await room.rendered({ now: 1448500000 + 86400 });
  const line = (root: string) => `It was <a href="${root}/2015/11/25/calm/">calm</a>, <em>not</em>`;
  expect(room.page('2015/11/26/storm/index.html')).toContain(line(''));
  expect(room.page('corrections/index.html')).toContain(line(''));
  const feed = JSON.parse(room.page('corrections/feed.json')).items.at(-1);
  expect(feed).toMatchObject({ summary: 'It was calm, not a storm.' });
  expect(feed.content_html).toContain(line('https://courier.example'));
  expect(JSON.parse(room.page('feed.json')).items[0].content_html).toContain(line('https://courier.example'));
});

test('the newest stands first on the story', async () => {
  const corrections = [
    { date, text: 'The first.' },
    { date: '2015-11-27', text: 'The second.' },
  ];
  const room = newsroom({
    git: false,
    files: { 'articles/2015/11/26/storm.md': articleText({ corrections }) },
  });
  await room.rendered();
  expect(room.page('2015/11/26/storm/index.html')).toMatch(/The second\..*The first\./s);
  expect(JSON.parse(room.page('feed.json')).items[0].content_html).toMatch(/The second\..*The first\./s);
});
