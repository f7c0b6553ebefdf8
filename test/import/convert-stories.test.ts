/** Stories are the same whoever converts them, and come in their order. */
import { expect, test } from 'vitest';
import { type ConvertedStory, convertStories, type Work } from '../../src/commands/import/convert-stories.ts';
import type { Site } from '../../src/content/site.ts';
import { guessMapping } from '../../src/import/guess.ts';
import { Media } from '../../src/import/media.ts';
import { missingLanguageLines } from '../../src/import/missing-languages.ts';
import { OldAddresses } from '../../src/import/old-addresses.ts';
import { placeStories } from '../../src/import/places.ts';
import type { Source, SourceStory } from '../../src/import/source-story.ts';
import { surveySource } from '../../src/import/survey.ts';

const site = {
  title: 'News',
  url: 'https://new.example',
  formerly: [],
  description: 'News',
  timeZone: 'UTC',
  languages: ['en'],
  sections: [{ id: 'news', title: 'News' }],
} as unknown as Site;

const texts = [
  'See [the second](/posts/s1/) and [it again](https://old.example/posts/s1/), not [that](/nowhere/).',
  '[The third]({{< ref "s2.md" >}}) is asked for by a code, so that nobody guesses it.',
  `A long one. ${'It goes on and on. '.repeat(200)}`,
  'A picture: ![Two & a half](/img/a&b.jpg) and <img src="/img/a&amp;b.jpg" alt="again">, [mail](mailto:ann@old.example).',
  '<a href="https://other.example/?a=1&amp;b=2">Elsewhere</a>, and [quarantine](/posts/s5/).',
  'In quarantine.',
  'Open [a page](http://localhost:8080/grafana/), http://127.0.0.1/a/ or [the front](http://localhost:8080/).',
];

const source: Source = {
  site: { url: 'https://old.example' },
  async *items() {
    for (const [index, text] of texts.entries())
      yield {
        kind: 'story',
        place: { file: `content/posts/s${index}.md` },
        urls: [`/posts/s${index}/`],
        title: { format: 'plain', text: `Story ${index}` },
        published: { text: `2015-11-2${index}` },
        authors: [],
        sections: [],
        tags: [],
        state: 'public',
        body: { format: 'markdown', text },
        rest: {},
      } satisfies SourceStory;
  },
};

async function converted(threads: number): Promise<unknown[]> {
  const survey = await surveySource(source);
  const mapping = guessMapping(survey, source.site, site, 'Hugo');
  const places = placeStories(survey, mapping, site, 0);
  const hosts = ['https://old.example'];
  const work: Work = {
    ...{ source, survey, places, mapping, site, hosts, dialect: 'hugo' },
    addresses: new OldAddresses({ places, survey, mapping, site, out: new Map() }),
    media: new Media({ path: '/', files: [], beginning: '', read: async () => undefined }, survey, { hosts }),
    out: new Map([['content/posts/s5.md', []]]),
    bad: new Map(),
    hands: { few: 0, threads, characters: 1 },
  };
  const all = [];
  for await (const { placed, ...outcome } of convertStories(work)) all.push({ key: placed.key, ...outcome });
  return all;
}

test('stories are the same on one thread and on several, and in the same order', async () => {
  const here = await converted(0);
  expect(here).toHaveLength(texts.length);
  expect(JSON.stringify(here)).toContain('[The third](/2015/11/22/story-2/)');
  expect(JSON.stringify(here)).toContain('<!-- link /2015/11/25/story-5/ -->quarantine<!-- /link -->');
  expect(await converted(1)).toEqual(here);
});

test('what leads to the machine of a reader keeps its words, and is told', async () => {
  const { text, losses, problems } = (await converted(0)).at(-1) as ConvertedStory;
  expect(text).toContain('Open a page, http\\://127.0.0.1/a/ or [the front](http://localhost:8080/).');
  expect(losses.map(({ detail }) => detail)).toEqual(['http://localhost:8080/grafana/', 'http://127.0.0.1/a/']);
  expect(problems).toEqual([]);
});

test('translations of a page into languages that the site does not have stand beside each other, and none takes the place of another or leads the others', async () => {
  const page = (code: string): SourceStory => ({
    ...{ kind: 'page', place: { file: `about.${code}.md` }, urls: [`/${code}/about/`], language: code },
    ...{ title: { format: 'plain', text: 'About' }, authors: [], sections: [], tags: [], state: 'public', rest: {} },
    ...{ translationOf: 'about', body: { format: 'plain', text: 'About us.' } },
  });
  const survey = await surveySource({
    site: {},
    async *items() {
      for (const code of ['xx', 'en', 'yy', 'de']) yield page(code);
    },
  });
  const languages = ['en', 'de'];
  const known = { ...site, languages };
  const mapping = guessMapping(survey, { languages }, known, 'Hugo');
  const { placed, withoutLanguage } = placeStories(survey, mapping, known, 0);
  expect(withoutLanguage).toEqual(['about.xx.md', 'about.yy.md']);
  expect(missingLanguageLines({ survey, mapping, site: known }, ['en', 'de', 'yy'])).toEqual([
    'There are no words for xx: copy the engine’s layouts/words/en.yaml to layouts/words/xx.yaml and translate it.',
    'To have them in their own language, add xx, yy to the languages in content/site.yaml and import again.',
  ]);
  const all = { ...known, languages: ['en', 'de', 'xx', 'yy'] };
  expect(missingLanguageLines({ survey, mapping, site: all }, ['en'])).toEqual([]);
  const paths = [...placed.values()].map(({ path }) => path);
  expect(new Set(paths).size).toBe(4);
  expect(paths).toEqual(expect.arrayContaining(['pages/about.md', 'pages/about.de.md']));
});

test('a page that has an address with a query alone is not the front page', async () => {
  const page = (url: string): SourceStory => ({
    ...{ kind: 'page', place: { file: `${url}.md` }, urls: [url], title: { format: 'plain', text: 'About us' } },
    ...{ authors: [], sections: [], tags: [], state: 'public', rest: {}, body: { format: 'plain', text: 'A page.' } },
  });
  const survey = await surveySource({
    site: {},
    async *items() {
      for (const url of ['/', '/?page_id=2']) yield page(url);
    },
  });
  const { placed, leftOut } = placeStories(survey, guessMapping(survey, {}, site, 'WordPress export'), site, 0);
  expect([...placed.values()].map(({ path }) => path)).toEqual(['pages/about-us.md']);
  expect(leftOut.map(({ key }) => key)).toEqual(['/.md']);
});

test('the page for what is not there stays behind', async () => {
  const page = (url: string): SourceStory => ({
    ...{ kind: 'page', place: { file: `${url}.md` }, urls: [url], title: { format: 'plain', text: 'Page' } },
    ...{ authors: [], sections: [], tags: [], state: 'public', rest: {}, body: { format: 'plain', text: 'A page.' } },
  });
  const survey = await surveySource({
    site: {},
    async *items() {
      for (const url of ['/404.html', '/ru/404/', '/404-reasons/', '/about/404s/']) yield page(url);
    },
  });
  const { placed, leftOut } = placeStories(survey, guessMapping(survey, {}, site, 'Hugo'), site, 0);
  expect([...placed.values()].map(({ path }) => path)).toEqual(['pages/404-reasons.md', 'pages/about-404s.md']);
  expect(leftOut.map(({ key }) => key)).toEqual(['/404.html.md', '/ru/404/.md']);
});

test('a translation without a text is none, and its address leads to what it would be a translation of', async () => {
  const story = (code: string, text: string): SourceStory => ({
    ...{ kind: 'page', place: { file: `about.${code}.md` }, urls: [`/${code}/about/`], language: code },
    ...{ title: { format: 'plain', text: 'About' }, authors: [], sections: [], tags: [], state: 'public', rest: {} },
    ...{ translationOf: 'about', body: { format: 'plain', text } },
  });
  const survey = await surveySource({
    site: {},
    async *items() {
      yield* [
        story('de', '\n'),
        story('en', 'About us.'),
        { ...story('de', ''), translationOf: 'alone', urls: ['/de/alone/'], place: { file: 'alone.de.md' } },
      ];
    },
  });
  const known = { ...site, languages: ['en', 'de'] };
  const { placed, leftOut } = placeStories(
    survey,
    guessMapping(survey, { languages: known.languages }, known, 'Hugo'),
    known,
    0,
  );
  expect([...placed.values()].map(({ path, facts }) => [path, facts.urls])).toEqual([
    ['pages/about.md', ['/en/about/', '/de/about/']],
    ['pages/alone.de.md', ['/de/alone/']],
  ]);
  expect(leftOut.map(({ facts }) => facts.place.file)).toEqual(['about.de.md']);
});
