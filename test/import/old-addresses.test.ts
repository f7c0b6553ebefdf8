/** Where lists of the old site lead. */
import { expect, test } from 'vitest';
import type { Site } from '../../src/content/site.ts';
import { guessMapping } from '../../src/import/guess.ts';
import { OldAddresses } from '../../src/import/old-addresses.ts';
import { placeStories } from '../../src/import/places.ts';
import type { SourceItem, SourceList, SourceStory } from '../../src/import/source-story.ts';
import { surveySource } from '../../src/import/survey.ts';

const site = {
  ...{ title: 'News', url: 'https://new.example', formerly: [], description: 'News', timeZone: 'UTC' },
  languages: ['en', 'ru'],
  sections: [{ id: 'news', title: 'News' }],
} as unknown as Site;

const story = (language: string, tags: string[]): SourceStory => ({
  ...{ kind: 'story', place: { file: `ferry.${language}.md` }, urls: [`/${language}/ferry/`], language },
  ...{ title: { format: 'plain', text: 'Ferry' }, published: { text: '2015-11-26' }, sections: [], state: 'public' },
  ...{ authors: [{ name: 'Ann' }], tags: tags.map((name) => ({ name })), rest: {} },
  ...{ translationOf: 'ferry', body: { format: 'plain', text: 'It sails.' } },
});

const list = (of: SourceList['of'], url: string, { name, language }: { name?: string; language?: string } = {}) => ({
  ...{ kind: 'list' as const, place: { file: 'x' }, of, urls: [url], feeds: [] },
  ...(name !== undefined && { named: { name } }),
  ...(language !== undefined && { language }),
});

async function addressesOf(items: readonly SourceItem[], of = site): Promise<OldAddresses> {
  const survey = await surveySource({
    site: {},
    async *items() {
      yield* items;
    },
  });
  const mapping = guessMapping(survey, { languages: of.languages as string[] }, of, 'Hugo');
  const places = placeStories(survey, mapping, of, 0);
  return new OldAddresses({ places, survey, mapping, site: of, out: new Map() });
}

test('a list leads to that of its language, and to the first where its own has none', async () => {
  const ru = { language: 'ru' };
  const { fates, redirects, led } = await addressesOf([
    story('en', ['sea', 'quay']),
    story('ru', ['sea']),
    list('tag', '/tags/sea/', { name: 'sea', language: 'en' }),
    list('tag', '/ru/tags/sea/', { name: 'sea', ...ru }),
    list('tag', '/ru/tags/quay/', { name: 'quay', ...ru }),
    list('tag', '/RU/marks/sea/', { name: 'sea', ...ru }),
    list('author', '/ru/people/ann/', { name: 'Ann', ...ru }),
    list('section', '/ru/blog/', { name: 'news', ...ru }),
    list('all', '/ru/all/', ru),
  ]);
  const lists = fates.filter(({ from }) => !from.endsWith('/ferry/')).map(({ from, to }) => [from, to]);
  expect(lists).toEqual([
    ['/tags/sea/', '/topics/sea/'],
    ['/ru/tags/sea/', '/ru/topics/sea/'],
    ['/ru/tags/quay/', '/topics/quay/'],
    ['/RU/marks/sea/', '/ru/topics/sea/'],
    ['/ru/people/ann/', '/ru/authors/ann/'],
    ['/ru/blog/', '/ru/news/'],
    ['/ru/all/', '/ru/'],
  ]);
  // What a topic’s file says is led to the language of the address, so that the others are told apart.
  expect(redirects.get('topics/sea')).toEqual(['/tags/sea/', '/ru/tags/sea/']);
  expect(redirects.get('topics/quay')).toBeUndefined();
  expect(led.map(({ url }) => url)).toEqual(['/ru/tags/quay/', '/RU/marks/sea/', '/ru/blog/', '/ru/all/']);
});

test('what is not translated is led to in the first language', async () => {
  const addresses = await addressesOf([story('en', []), { ...story('ru', []), urls: ['/ru/other/'] }]);
  const to = (path: string) => {
    const found = addresses.at(path);
    return typeof found === 'object' ? found.url : found;
  };
  expect(['/ru/ferry/', '/ru/other/', '/en/other/', '/xx/ferry/', '/ru/'].map(to)).toEqual([
    '/2015/11/26/ferry/',
    '/ru/2015/11/26/ferry/',
    undefined,
    undefined,
    undefined,
  ]);
});

test('an address that led elsewhere already leads there', async () => {
  const { fates } = await addressesOf([
    { ...list('all', '/crew/'), to: '/en/ferry/#who' },
    { ...list('all', '/shop/'), to: 'https://shop.example/' },
    { ...list('all', '/sea/'), to: '/tags/sea/' },
    { ...list('all', '/lost/'), to: '/nowhere/' },
    story('en', ['sea']),
    list('tag', '/tags/sea/', { name: 'sea' }),
  ]);
  expect(fates.slice(2).map(({ from, to, by }) => [from, to, by])).toEqual([
    ['/crew/', '/2015/11/26/ferry/', 'redirect'],
    ['/shop/', 'https://shop.example/', 'redirect'],
    ['/sea/', '/topics/sea/', 'redirect'],
    ['/lost/', '/', 'redirect'],
  ]);
});

test('feeds are led with the front that they were of, or by themselves', async () => {
  const { fates, led } = await addressesOf([
    story('en', ['sea']),
    { ...list('tag', '/topics/boats/', { name: 'sea' }), feeds: ['/topics/boats/feed.xml'] },
    { ...list('tag', '/tags/sea/', { name: 'sea' }), feeds: ['/tags/sea/feed.xml'] },
    { ...list('all', '/newest/'), feeds: ['/newest/feed.xml'] },
  ]);
  expect(fates.filter(({ from, by }) => by === 'redirect' && from.endsWith('.xml')).map(({ to }) => to)).toEqual([
    '/topics/sea/feed.xml',
    '/topics/sea/feed.xml',
    '/feed.xml',
  ]);
  expect(led.map(({ url }) => url)).toEqual(['/tags/sea/feed.xml', '/newest/', '/newest/feed.xml']);
});

test('years and feeds of the newsroom stay as they are; a year in which nothing stands leads on', async () => {
  const { fates } = await addressesOf([
    story('en', []),
    list('all', '/2015/'),
    list('all', '/2014/'),
    list('all', '/news/2015/11/'),
    list('all', '/news/2015/12/'),
    { ...list('section', '/news/', { name: 'news' }), feeds: ['/news/feed.json', '/news/rss.xml'] },
  ]);
  expect(fates.slice(1).map(({ from, by }) => [from, by])).toEqual([
    ['/2015/', 'kept'],
    ['/2014/', 'redirect'],
    ['/news/2015/11/', 'kept'],
    ['/news/2015/12/', 'redirect'],
    ['/news/', 'itself'],
    ['/news/feed.json', 'kept'],
    ['/news/rss.xml', 'redirect'],
  ]);
});

test('an address that two lists have is told once, unless they lead to different ones', async () => {
  const { fates } = await addressesOf([
    story('en', ['sea', 'quay']),
    list('tag', '/tags/sea/', { name: 'sea' }),
    list('tag', '/tags/sea/', { name: 'sea' }),
    list('tag', '/tags/sea/', { name: 'quay' }),
  ]);
  expect(fates.slice(1).map(({ to, by }) => [to, by])).toEqual([
    ['/topics/sea/', 'redirect'],
    ['/topics/quay/', 'kept'],
  ]);
});

const brazilian = { ...site, languages: ['en', 'pt-BR'] } as unknown as Site;

test('addresses that differ by capital letters alone are told to hosts, each once', async () => {
  const pt = { language: 'pt-br' };
  const { fates, led, redirects } = await addressesOf(
    [
      {
        ...story('en', ['Sea', 'sea']),
        urls: ['/en/ferry/', '/Boats/Ferry.php', '/boats/ferry.php', '/Boats/Ferry.php'],
      },
      { ...story('pt-br', []), urls: ['/pt-br/ferry/'] },
      { ...story('en', []), kind: 'page', place: { file: 'about.md' }, urls: ['/about/'], translationOf: 'about' },
      {
        ...story('pt-br', []),
        kind: 'page',
        place: { file: 'sobre.md' },
        urls: ['/pt-br/about/'],
        translationOf: 'about',
      },
      { ...story('en', []), place: { file: 'other.md' }, urls: ['/boats/FERRY.php'], translationOf: 'other' },
      list('all', '/pt-br/', pt),
      list('all', '/pt-br/', pt),
      { ...list('section', '/pt-br/news/', { name: 'news', ...pt }), feeds: ['/pt-br/news/feed.xml'] },
      list('section', '/News/', { name: 'news' }),
      list('all', '/NEWS/'),
      list('tag', '/tags/Sea/', { name: 'Sea' }),
      list('tag', '/tags/sea/', { name: 'sea' }),
      list('tag', '/tags/%D0%9C%D0%9E/', { name: 'sea' }),
      list('tag', '/tags/%d0%bc%d0%be/', { name: 'sea' }),
      list('tag', '/tags/мо/', { name: 'sea' }),
    ],
    brazilian,
  );
  expect(fates.map(({ from, to, by, isForHosts }) => [from, to, by, isForHosts === true])).toEqual([
    ['/en/ferry/', '/2015/11/26/ferry/', 'redirect', false],
    ['/Boats/Ferry.php', '/2015/11/26/ferry/', 'redirect', false],
    ['/boats/ferry.php', '/2015/11/26/ferry/', 'redirect', true],
    ['/about/', '/about/', 'itself', false],
    ['/boats/FERRY.php', '/2015/11/26/ferry-2/', 'kept', false],
    ['/pt-br/ferry/', '/pt-BR/2015/11/26/ferry/', 'redirect', false],
    ['/pt-br/about/', '/pt-BR/about/', 'redirect', true],
    ['/pt-br/', '/pt-BR/', 'redirect', true],
    ['/pt-br/news/', '/pt-BR/news/', 'redirect', true],
    ['/pt-br/news/feed.xml', '/pt-BR/news/feed.xml', 'redirect', true],
    ['/News/', '/news/', 'redirect', true],
    ['/NEWS/', '/', 'kept', false],
    ['/tags/Sea/', '/topics/sea/', 'redirect', false],
    ['/tags/sea/', '/topics/sea/', 'redirect', true],
    ['/tags/%D0%9C%D0%9E/', '/topics/sea/', 'redirect', false],
    ['/tags/%D0%BC%D0%BE/', '/topics/sea/', 'redirect', true],
  ]);
  expect([...redirects]).toEqual([
    ['ferry.en.md', ['/en/ferry/']],
    ['ferry.pt-br.md', ['/pt-br/ferry/']],
  ]);
  expect(led).toHaveLength(12);
  // Whatever else had it, readers of a host that knows capital letters come to what others find there.
  expect(led).toContainEqual({ url: '/NEWS/', to: '/news/' });
});

test('lists and feeds of a language that the site does not have lead to its first, and are told apart', async () => {
  const de = { language: 'de' };
  const { fates, led } = await addressesOf([
    story('en', ['sea']),
    { ...list('all', '/de/', de), feeds: ['/de/feed.xml', '/de/index.xml'] },
    { ...list('tag', '/de/topics/sea/', { name: 'sea', ...de }), feeds: ['/de/topics/sea/feed.xml'] },
  ]);
  expect(fates.slice(1)).toEqual([
    { from: '/de/', to: '/', by: 'redirect', isOfOtherLanguage: true },
    { from: '/de/feed.xml', to: '/feed.xml', by: 'redirect', isOfOtherLanguage: true, isFeed: true },
    { from: '/de/index.xml', to: '/feed.xml', by: 'redirect', isOfOtherLanguage: true, isFeed: true },
    { from: '/de/topics/sea/', to: '/topics/sea/', by: 'redirect', isOfOtherLanguage: true, holder: 'topics/sea' },
    {
      from: '/de/topics/sea/feed.xml',
      to: '/topics/sea/feed.xml',
      by: 'redirect',
      isOfOtherLanguage: true,
      isFeed: true,
    },
  ]);
  expect(led).toHaveLength(5);
});

test('a tag that became a section leads to that', async () => {
  const { fates } = await addressesOf([
    { ...story('en', []), sections: [{ id: 'news', name: 'News' }] },
    list('tag', '/tag/news/', { name: 'news' }),
  ]);
  expect(fates.at(-1)).toMatchObject({ from: '/tag/news/', to: '/news/' });
});
