/** The lists of all topics and all authors: in the order of the language, touched only by what they show. */
import { expect, test } from 'vitest';
import { articleText, newsroom } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

/** `А: Армения, Азербайджан` for each letter of the list. */
function lettersOn(page: string): string[] {
  const rows = page.split('<footer')[0]?.split('<section aria-labelledby="letter-').slice(1) ?? [];
  return rows.map((row) => {
    const letter = /<h2[^>]*>(.*?)<\/h2>/.exec(row)?.[1];
    return `${letter}: ${[...row.matchAll(/<li><a [^>]*>(.*?)<\/a>/g)].map(([, name]) => name).join(', ')}`;
  });
}

test('topics-stand-in-the-order-of-their-language, under its letters', async () => {
  const names = ['Ёлка', 'Европа', 'Жара', 'ель', '2015 год', 'Армения'];
  const files = Object.fromEntries(names.map((name, n) => [`topics/t-${n}.md`, `---\nname: ${name}\n---\n`]));
  const topics = names.map((_, n) => `t-${n}`);
  const room = newsroom({
    git: false,
    files: {
      ...files,
      'articles/2015/11/26/a.ru.md': articleText({ topics }),
      'articles/2015/11/26/a.md': articleText(),
    },
  });
  await room.rendered();
  expect(lettersOn(room.page('ru/topics/index.html'))).toEqual([
    '#: 2015 год',
    'А: Армения',
    'Е: Европа, Ёлка, ель',
    'Ж: Жара',
  ]);
  expect(lettersOn(room.page('topics/index.html'))).toEqual([]);
});

test('a-name-that-begins-with-a-mark-stands-under-the-plain-letter, unless its language has one of its own', async () => {
  const names = ['Åland', 'Austria', 'Éire', 'Estonia', 'Йемен', 'Иран'];
  const files = Object.fromEntries(names.map((name, n) => [`topics/t-${n}.md`, `---\nname: ${name}\n---\n`]));
  const topics = names.map((_, n) => `t-${n}`);
  const text = articleText({ topics });
  const room = newsroom({
    git: false,
    files: { ...files, 'articles/2015/11/26/a.ru.md': text, 'articles/2015/11/26/a.md': text },
  });
  await room.rendered();
  expect(lettersOn(room.page('topics/index.html')).slice(0, 2)).toEqual(['A: Åland, Austria', 'E: Éire, Estonia']);
  expect(lettersOn(room.page('ru/topics/index.html')).slice(0, 2)).toEqual(['И: Иран', 'Й: Йемен']);
});

test('a-new-topic-is-listed, and a story of known topics leaves the lists alone', async () => {
  const room = await smallTown();
  expect(lettersOn(room.page('topics/index.html'))).toEqual(['M: Music', 'S: Sea', 'T: Town']);
  room.write({
    'articles/2015/12/05/fair.md': articleText({ date: '2015-12-05', topics: ['town'], authors: ['ben'] }),
  });
  const known = await rebuild(room);
  expect(known.outcomes.map(({ url }) => url)).not.toEqual(expect.arrayContaining(urls('/topics/')));
  expect(known.outcomes.map(({ url }) => url)).not.toEqual(expect.arrayContaining(urls('/authors/')));
  room.write({ [paths.market]: story('market', { topics: ['trade'], authors: ['ben', 'desk'] }) });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(expect.arrayContaining(urls('/topics/ /authors/')));
  expect(reason(report, '/topics/')).toBe('topic trade came or went');
  expect(lettersOn(room.page('topics/index.html'))).toContain('T: Town, Trade');
});

test('a-topic-whose-last-story-goes-is-not-listed-any-more', async () => {
  const room = await smallTown();
  room.remove(paths.concert).write({ [paths.regatta]: story('regatta', { topics: ['sea'] }) });
  await rebuild(room);
  expect(lettersOn(room.page('topics/index.html'))).toEqual(['S: Sea', 'T: Town']);
});
