import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/content/article.ts';
import type { Topic } from '../../src/content/page.ts';
import { picturePath } from '../../src/content/picture-names.ts';
import { fullArticleOf, headlineOf, type Joins, picturesOf, teaserOf, topicOf } from '../../src/content/records.ts';
import { parseStory, site, story } from './written.ts';

const image = '{file: storm/sea.jpg, alt: Waves, caption: {en: The pier, ru: Пирс}, credit: Igor}';
const read = parseStory(
  story(
    { topics: '[syria, united-nations]', image, points: '[one]', place: 'Sochi' },
    'Ten words.\n\n![x](pier.jpg)\n\n![y](storm/sea.jpg)',
  ),
).value;
if (!read) throw new Error('The story cannot be read');
const article: Article = read;
const inRussian: Article = { ...article, language: 'ru' };

const joins: Joins = {
  author: (id) =>
    id === 'desk'
      ? {
          id,
          name: { en: 'News desk', ru: 'Отдел новостей' },
          role: { en: 'Desk', ru: 'Отдел' },
          links: [],
          desk: false,
          redirectFrom: [],
        }
      : undefined,
  topic: (id) =>
    id === 'syria' ? ({ ...article, id, name: { en: 'Syria', ru: 'Сирия' } } satisfies Topic) : undefined,
  languages: () => [{ language: 'en' }, { language: 'ru', isForSearch: false }],
  document: () => undefined,
  picture: (path) =>
    path === 'articles/2015/11/26/storm/sea.jpg' ? { blob: '0123456789abcdef01', width: 1600, height: 900 } : undefined,
};

test('a headline is what a list shows, a teaser more, a story most', () => {
  const [headline, teaser, whole] = [
    headlineOf(article, site),
    teaserOf(article, site, joins),
    fullArticleOf(article, site, joins),
  ];
  expect(teaser).toMatchObject(headline);
  expect(whole).toMatchObject(teaser);
  expect(Object.keys(headline).sort()).toEqual([
    'at',
    'kicker',
    'language',
    'section',
    'short',
    'story',
    'title',
    'type',
    'url',
  ]);
  expect(whole).toMatchObject({ points: ['one'], words: 2, place: 'Sochi' });
});

describe('what others say of themselves is joined in the language of the article', () => {
  test('names and roles', () => {
    expect(teaserOf(article, site, joins).byline).toEqual([
      { id: 'desk', name: 'News desk', url: '/authors/desk/', role: 'Desk' },
    ]);
    expect(teaserOf(inRussian, site, joins).byline).toEqual([
      { id: 'desk', name: 'Отдел новостей', url: '/ru/authors/desk/', role: 'Отдел' },
    ]);
  });

  test('a topic without a file is called by its id', () => {
    expect(teaserOf(inRussian, site, joins).topics).toEqual([
      { id: 'syria', name: 'Сирия', url: '/ru/topics/syria/' },
      { id: 'united-nations', name: 'United nations', url: '/ru/topics/united-nations/' },
    ]);
    expect(topicOf('a', 'en', site, joins).name).toBe('A');
  });

  test('the words of the picture; without the picture there are none', () => {
    expect(teaserOf(inRussian, site, joins).image).toEqual({
      stem: '/assets/0123456789abcdefa',
      width: 1600,
      height: 900,
      alt: 'Waves',
      caption: 'Пирс',
      credit: 'Igor',
    });
    expect(teaserOf(article, site, { ...joins, picture: () => undefined }).image).toBeUndefined();
  });

  test('the languages in which it can be read', () => {
    expect(teaserOf(article, site, joins).languages).toEqual([
      { language: 'en', url: '/2015/11/26/storm/' },
      { language: 'ru', url: '/ru/2015/11/26/storm/', isForSearch: false },
    ]);
  });
});

test('a day alone on which a story was updated may be its own, and says no more than its date', () => {
  const toldOf = (updated: string) => {
    const { value, problems } = parseStory(story({ updated }));
    const { updated: told, changed } = value ? fullArticleOf(value, site, joins) : {};
    return [problems.length, told !== undefined, changed !== undefined];
  };
  expect(toldOf('2015-11-26')).toEqual([0, false, false]);
  expect(toldOf('2015-11-27')).toEqual([0, true, true]);
  expect(toldOf('2015-11-26 09:31')).toEqual([0, true, true]);
  expect(toldOf('2015-11-25')).toEqual([1, false, false]);
});

test('to tell a story changes nothing, and telling it twice is the same', () => {
  const before = structuredClone(article);
  expect(fullArticleOf(article, site, joins)).toEqual(fullArticleOf(article, site, joins));
  expect(article).toEqual(before);
});

test('a picture is named by the folder of its story or by its name alone, and counted once', () => {
  expect(picturePath(article, 'storm/sea.jpg')).toBe('articles/2015/11/26/storm/sea.jpg');
  expect(picturePath(article, 'sea.jpg')).toBe('articles/2015/11/26/storm/sea.jpg');
  expect(picturesOf(article)).toEqual(['articles/2015/11/26/storm/sea.jpg', 'articles/2015/11/26/storm/pier.jpg']);
});
