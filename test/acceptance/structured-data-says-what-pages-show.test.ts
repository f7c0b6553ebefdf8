/** What search engines are told of a page, held against what a reader sees on it. */
import { expect, test } from 'vitest';
import { type AnyThing, thingsOn } from '../layouts/things.ts';
import { htmlToText } from '../support/html-to-text.ts';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';

const types = {
  news: 'NewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  interview: 'NewsArticle',
  feature: 'ReportageNewsArticle',
};

const quotes = `::: quote {by="Bo Berg" role="harbour master"}
We *close* at [six](/world/).

Not later.
:::

::: quote {by="A ministry"}
“We” & nobody else.
:::`;

const files = {
  'site.yaml': `title: {en: The Courier, ru: Курьер}
url: https://courier.example
description: {en: News of a small town, ru: Новости маленького города}
timeZone: Europe/Moscow
languages: [en, ru]
sections:
  - {id: world, title: {en: World, ru: В мире}}
  - {id: culture, title: {en: Culture, ru: Культура}}
policies: {corrections: /mistakes/, ethics: 'https://other.example/ethics'}
`,
  'authors/desk.yaml':
    'name: {en: News desk, ru: Отдел новостей}\ndesk: true\nlinks: [{name: Letters, url: "https://other.example/desk"}]\n',
  'authors/ann.yaml':
    'name: {en: Ann Lind, ru: Анна Линд}\nrole: {en: Reporter, ru: Корреспондент}\nbio: Born by the sea.\n',
  'pages/mistakes.md': '---\ntitle: Mistakes\n---\n\nWe correct them.\n',
  ...Object.fromEntries(
    Object.keys(types).flatMap((type, n) => {
      const fields = {
        title: `Title of ${type} & “more”`,
        date: `2015-11-2${n} 09:30`,
        updated: `2015-11-2${n} 10:30`,
        type,
        authors: ['ann', 'desk'],
        topics: ['sea'],
        place: 'Northport',
        series: 'a-year-by-the-sea',
        translators: ['ann'],
        contributors: [{ author: 'desk', role: 'maps' }],
        corrections: [
          { date: `2015-11-2${n} 10:45`, text: `An *earlier* correction of [${type}](/world/).` },
          { date: `2015-11-2${n} 11:30`, text: `Correction of ${type} & more.` },
        ],
      };
      return [
        [`articles/2015/11/2${n}/${type}.md`, articleText(fields, quotes)],
        [`articles/2015/11/2${n}/${type}.ru.md`, articleText({ ...fields, title: `Заголовок ${n}` }, quotes)],
      ];
    }),
  ),
};

async function pagesBuilt(): Promise<Map<string, string>> {
  const room = newsroom({ git: false, files });
  await room.rendered();
  return new Map([...treeOf(room.out)].map(([path, text]) => [path, Buffer.from(text, 'latin1').toString()]));
}

/** Whether the page shows a text, and has a link to an address. */
function shower(page: string) {
  const text = htmlToText(page.replace(/<script.*?<\/script>/gs, ''));
  const links = [...page.matchAll(/<a [^>]*href="([^"]+)"/g)].map(
    ([, href = '']) => new URL(href, 'https://courier.example').href,
  );
  return {
    text: (words: unknown) => text.includes(htmlToText(String(words).replaceAll('&', '&amp;'))),
    link: (address: unknown) => links.includes(String(address)),
    time: (instant: unknown) => page.includes(`<time datetime="${instant}"`),
  };
}

test('of every story: headline, times, authors, section, topics, corrections and policies are on its page', async () => {
  const built = await pagesBuilt();
  for (const [type, schemaType] of Object.entries(types)) {
    for (const prefix of ['', 'ru/']) {
      const n = Object.keys(types).indexOf(type);
      const page = built.get(`${prefix}2015/11/2${n}/${type}/index.html`) ?? expect.fail('it is not built');
      const shows = shower(page);
      const [article, trail] = thingsOn(page) as [AnyThing, AnyThing];
      expect(article['@type']).toBe(schemaType);
      for (const key of ['headline', 'description', 'articleSection', 'dateline'])
        expect({ key, shown: shows.text(article[key]) }).toEqual({ key, shown: true });
      expect(article.genre === undefined || shows.text(article.genre)).toBe(true);
      for (const instant of [article.datePublished, article.dateModified]) expect(shows.time(instant)).toBe(true);
      const authors = article.author as AnyThing[];
      expect(authors.map((each) => each['@type'])).toEqual(['Person', 'Organization']);
      for (const author of authors) expect([shows.text(author.name), shows.link(author.url)]).toEqual([true, true]);
      for (const { name, url } of [article.translator, article.contributor, article.isPartOf].flat() as AnyThing[])
        expect([shows.text(name), shows.link(url)]).toEqual([true, true]);
      for (const topic of article.keywords as string[]) expect(shows.text(topic)).toBe(true);
      for (const each of article.correction as AnyThing[])
        expect([shows.text(each.text), shows.time(each.datePublished)]).toEqual([true, true]);
      expect((article.correction as AnyThing[]).map(({ text }) => text)).toEqual([
        `Correction of ${type} & more.`,
        `An earlier correction of ${type}.`,
      ]);
      const quotations = article.hasPart as AnyThing[];
      expect(quotations.map(({ text }) => text)).toEqual(['We close at six.\nNot later.', '“We” & nobody else.']);
      for (const { url, text, spokenByCharacter: speaker } of quotations as Record<string, AnyThing>[]) {
        const place = String(url).split('#')[1];
        const shown = new RegExp(`<figure class="quote" id="${place}">.*?</figure>`, 's').exec(page)?.[0] ?? '';
        const { name, jobTitle } = speaker as AnyThing;
        expect([text, name, jobTitle ?? ''].map(shower(shown).text)).toEqual([true, true, true]);
        expect(url).toBe(`${article.mainEntityOfPage}#${place}`);
      }
      const publisher = article.publisher as AnyThing;
      expect(shows.text(publisher.name)).toBe(true);
      expect(publisher.correctionsPolicy).toBe('https://courier.example/mistakes/');
      for (const key of ['correctionsPolicy', 'ethicsPolicy', 'url']) expect(shows.link(publisher[key])).toBe(true);
      const crumbs = trail.itemListElement as { name: string; item: string }[];
      expect(crumbs.map(({ name }) => shows.text(name))).toEqual([true, true, true]);
      expect(crumbs.slice(0, 2).map(({ item }) => shows.link(item))).toEqual([true, true]);
      expect(crumbs[2]?.item).toBe(article.mainEntityOfPage);
    }
  }
});

test('of a story that somebody paid for: who did, with the address; of every story, the licence', async () => {
  const sponsor = { name: 'Harbour & Sons', url: 'https://lines.example/' };
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/26/lines.md': articleText({ title: 'Lines', sponsor, type: 'analysis', license: 'CC BY 4.0' }),
      'articles/2015/11/26/lines.ru.md': articleText({ title: 'Линии', sponsor: { name: 'Порт' } }),
    },
  });
  await room.rendered();
  const page = room.page('2015/11/26/lines/index.html');
  const [article] = thingsOn(page) as [AnyThing];
  const told = article.sponsor as AnyThing;
  expect(article['@type']).toBe('AdvertiserContentArticle');
  expect(told).toEqual({ '@type': 'Organization', name: 'Harbour & Sons', url: 'https://lines.example/' });
  expect([shower(page).text(told.name), shower(page).link(told.url)]).toEqual([true, true]);
  expect(shower(page).link(article.license)).toBe(true);
  expect([article.genre, shower(page).text('Analysis')]).toEqual([undefined, false]);
  const [inRussian] = thingsOn(room.page('ru/2015/11/26/lines/index.html')) as [AnyThing];
  expect(inRussian.sponsor).toEqual({ '@type': 'Organization', name: 'Порт' });
  expect(inRussian).not.toHaveProperty('license');
});

test('an author’s front describes a person or a desk, and says only what it shows', async () => {
  const built = await pagesBuilt();
  const of = (path: string) => {
    const page = built.get(path) ?? expect.fail(`${path} is not built`);
    return { shows: shower(page), who: thingsOn(page)[0]?.mainEntity as AnyThing };
  };
  const ann = of('authors/ann/index.html');
  expect(ann.who).toMatchObject({ '@type': 'Person', name: 'Ann Lind', jobTitle: 'Reporter' });
  for (const key of ['name', 'jobTitle', 'description']) expect(ann.shows.text(ann.who[key])).toBe(true);
  const desk = of('ru/authors/desk/index.html');
  expect(desk.who).toMatchObject({ '@type': 'Organization', name: 'Отдел новостей' });
  for (const address of desk.who.sameAs as string[]) expect(desk.shows.link(address)).toBe(true);
});

test('the front page describes the publication, with the policies that every page links to', async () => {
  const page = (await pagesBuilt()).get('index.html') ?? '';
  const [organization, website] = thingsOn(page);
  expect(organization).toMatchObject({ '@type': 'NewsMediaOrganization', name: 'The Courier' });
  expect(website).toMatchObject({ '@type': 'WebSite', url: 'https://courier.example/' });
  expect(shower(page).link(organization?.ethicsPolicy)).toBe(true);
});

test('an archive’s trail leads from the front through the year to the month', async () => {
  const page = (await pagesBuilt()).get('world/2015/11/index.html') ?? '';
  const [trail] = thingsOn(page);
  const crumbs = trail?.itemListElement as { item: string }[];
  expect(crumbs.map(({ item }) => item.replace('https://courier.example', ''))).toEqual([
    '/world/',
    '/world/2015/',
    '/world/2015/11/',
  ]);
  for (const { item } of crumbs.slice(0, -1)) expect(shower(page).link(item)).toBe(true);
});
