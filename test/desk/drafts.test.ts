/** What is begun is a draft with which nothing is wrong; made public as it is, it is told of line by line. */
import { expect, test } from 'vitest';
import { parseArticle } from '../../src/content/article.ts';
import { parsePage } from '../../src/content/page.ts';
import { parseSite } from '../../src/content/site.ts';
import { newStoryText, writtenDate } from '../../src/desk/new-story.ts';
import { translationText } from '../../src/desk/translation.ts';
import { authorWhoIs } from '../../src/desk/who-writes.ts';
import { articleText, instant, siteYaml } from '../support/newsroom.ts';

const { asRead: site } = parseSite(siteYaml, 'site.yaml', ['en', 'ru']);

function read(text: string, language?: string) {
  const story = '2015/11/26/snow';
  return parseArticle(Buffer.from(text), { kind: 'article', path: 'x.md', story, language }, site);
}

const marked = (text: string) =>
  read(text.replace(/^draft: true.*\n/m, '')).problems.map(({ code, line }) => `${code} ${line}`);

test('a new story needs its summary and its text', () => {
  const text = newStoryText({ title: 'Snow: “first”', date: '2015-11-26 08:30', authors: ['ann'], section: 'world' });
  expect(read(text)).toMatchObject({ problems: [], value: { title: 'Snow: “first”', draft: true, authors: ['ann'] } });
  expect(marked(text)).toEqual(['content/to-be-written 3', 'content/to-be-written 12']);
});

test('what is no story is never a draft, and a mark in it is told; the letters within a word are none', () => {
  const page = (body: string) => {
    const text = Buffer.from(`---\ntitle: About\n---\n${body}\n`);
    return parsePage(text, { kind: 'page', path: 'x.md', id: 'about', language: undefined }, site).problems;
  };
  expect(page('We are TKTK.')).toMatchObject([{ code: 'content/to-be-written', line: 4, column: 8 }]);
  expect(page('We are the TKTKA.')).toEqual([]);
});

test('a translation has what holds in all languages, and each text that is to be translated is marked', () => {
  const original = articleText(
    {
      titles: { short: 'Snow' },
      place: 'Lars',
      topics: ['snow'],
      points: ['It snows', 'It melts'],
      contributors: [{ author: 'ann', role: 'Photography' }],
      image: { file: 'a.jpg', alt: '', caption: { en: 'Snow', ru: 'Снег' }, credit: 'Ann' },
      sources: [{ title: 'Weather', url: 'https://w.example/' }],
      id: '/2015/11/26/sleet/',
      redirectFrom: ['/2015/11/26/sleet/'],
      updated: '2015-11-26 18:00',
      corrections: [{ date: '2015-11-26 17:00', text: 'It was Tuesday.' }],
    },
    'It **snows**.',
  );
  const text = translationText(Buffer.from(original), { from: 'en', title: 'Снег', translators: ['ann'] });
  const { problems, value } = read(text, 'ru');
  expect(problems).toEqual([]);
  expect(value).toMatchObject({
    title: 'Снег',
    titles: { short: 'TKTK Snow' },
    summary: 'TKTK What it is about.',
    place: 'TKTK Lars',
    points: ['TKTK It snows', 'TKTK It melts'],
    contributors: [{ author: 'ann', role: 'TKTK Photography' }],
    image: { file: 'a.jpg', alt: '', caption: { en: 'Snow', ru: 'Снег' }, credit: 'Ann' },
    at: instant('2015-11-26T09:30+03:00'),
    authors: ['desk'],
    translators: ['ann'],
    topics: ['snow'],
    sources: [{ title: 'Weather' }],
    redirectFrom: [],
    corrections: [],
    draft: true,
  });
  expect([value?.updated, value?.id]).toEqual([undefined, undefined]);
  expect(text).toMatch(/\n---\nTKTK the story; what follows is its text in English\.\n\nIt \*\*snows\*\*\.\n$/);
});

test('a date is by the clocks of the site, with its offset the second time that they show it', () => {
  const lisbon = { timeZone: 'Europe/Lisbon' };
  expect(writtenDate(instant('2015-11-27T00:10:40Z'), { timeZone: 'Asia/Tbilisi' })).toBe('2015-11-27 04:10');
  expect(writtenDate(instant('2015-10-25T00:30Z'), lisbon)).toBe('2015-10-25 01:30');
  expect(writtenDate(instant('2015-10-25T01:30Z'), lisbon)).toBe('2015-10-25 01:30 +00:00');
});

test.each([
  ['Анна Ли', '', 'ann-lee'],
  ['ann  lee', '', 'ann-lee'],
  ['A. L.', 'Ann.Lee+news@paper.example', 'ann-lee'],
  ['', '12345+ann-lee@users.noreply.example', 'ann-lee'],
  ['Somebody', 'editor@paper.example', undefined],
  ['', '', undefined],
])('git’s “%s” <%s> is %s', (name, email, id) => {
  const author = { id: 'ann-lee', name: { en: 'Ann Lee', ru: 'Анна Ли' }, desk: false, links: [], redirectFrom: [] };
  expect(authorWhoIs({ name, email }, [author])?.id).toBe(id);
});
