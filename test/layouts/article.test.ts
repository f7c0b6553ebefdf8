import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { alternatesOf } from '../../layouts/alternates.ts';
import { jsonInHtml } from '../../layouts/json-in-html.ts';
import { layouts } from '../../layouts/layouts.tsx';
import type { Listed } from '../../src/routes/card.ts';
import { wordingIn } from '../support/words.ts';
import { articleProps, story as headline, site } from './newsroom.ts';
import { thingsOn } from './things.ts';

// Headlines are as long as editors write them; HTML 5 is indifferent to the case of its doctype.
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'doctype-style': ['error', { style: 'lowercase' }], 'long-title': 'off' },
});

describe('structured data', () => {
  test('a headline cannot end the script element it stands in', () => {
    const title = '</script><script>alert("\u2028\u2029")';
    const page = layouts.article(articleProps({ title }), site);
    expect(page.match(/<script[^>]*>/g)).toEqual([
      '<script type="speculationrules">',
      '<script type="application/ld+json">',
    ]);
    expect(thingsOn(page)[0]?.headline).toBe(title);
    expect(jsonInHtml('<\u2028\u2029')).toBe('"\\u003c\\u2028\\u2029"');
  });

  test('says what the page shows', () => {
    expect(thingsOn(layouts.article(articleProps({ type: 'opinion' }), site))[0]).toMatchObject({
      '@type': 'OpinionNewsArticle',
      datePublished: '2015-11-26T20:55:00+03:00',
      dateModified: '2015-11-26T21:40:00+03:00',
      author: [{ name: 'Editorial desk', url: 'https://vestnik-kavkaza.example/authors/desk/' }],
      correction: [{ '@type': 'CorrectionComment', text: 'The day was the 18th.' }],
    });
  });
});

describe('an article’s page', () => {
  const page = layouts.article(articleProps(), site);

  test('is valid HTML, text that looks like a tag’s end included', async () => {
    const odd = layouts.article(articleProps({ title: 'A <meta/> in "quotes" /> & more', points: ['<br/>'] }), site);
    const rights = {
      sponsor: 'A & B',
      sponsorUrl: 'https://ab.example/',
      license: { name: 'CC', url: 'https://cc.example/' },
    };
    const paid = layouts.article(articleProps({ ...rights, warning: 'Blood', hasWarning: true }), {
      ...site,
      errorsTo: 'errors@ab.example',
    });
    for (const html of [page, odd, paid]) expect((await validator.validateString(html)).results).toEqual([]);
    expect(odd).toContain('A &lt;meta/> in &quot;quotes&quot; /> &amp; more</h1>');
  });

  test('lists itself, the other language and a default for search engines', () => {
    const found = [...page.matchAll(/hreflang="([^"]+)" href="https:\/\/vestnik-kavkaza\.example([^"]+)"/g)].map(
      (match) => match.slice(1),
    );
    expect(found).toEqual([
      ['en', '/2015/11/26/talks/'],
      ['ru', '/ru/2015/11/26/talks/'],
      ['x-default', '/2015/11/26/talks/'],
    ]);
  });

  test('names the publication’s channels in its foot', () => {
    expect(page).toContain('>Vestnik Kavkaza on YouTube</a>');
  });

  test('is the same bytes every time', () => {
    expect(layouts.article(articleProps(), site)).toBe(page);
  });
});

describe('around the headline', () => {
  const pageOf = (changes: Parameters<typeof articleProps>[0]) => layouts.article(articleProps(changes), site);
  const kicker = (changes: Parameters<typeof articleProps>[0]) =>
    /<p class="kicker">(.*?)<\/p>/.exec(pageOf(changes))?.[1];

  test('stands the first topic, since the navigation says the section; without one nothing but its type', () => {
    expect(kicker({})).toBe('<a href="/topics/syria/">Syria</a>');
    expect(kicker({ topics: [], type: 'analysis' })).toBe('Analysis');
    expect(kicker({ topics: [] })).toBeUndefined();
    expect(kicker({ kicker: 'The war' })).toBe('The war');
  });

  test('each other language says in its own words that the story is there', () => {
    const told = (languages: string[]) => {
      const alternates = languages.map((language) => ({ language, url: `/${language}/` }));
      const html = layouts.article(
        { ...articleProps(), alternates },
        { ...site, wording: wordingIn(['en', 'ru', 'fa']) },
      );
      return /<p class="in-others furniture">(.*?)<\/p>/.exec(html)?.[1]?.match(/<a.*?<\/a>/g) ?? [];
    };
    expect(told(['en', 'ru', 'fa'])).toEqual([
      '<a class="link" href="/ru/" hreflang="ru" lang="ru" dir="ltr">Читать по-русски</a>',
      '<a class="link" href="/fa/" hreflang="fa" lang="fa" dir="rtl">به فارسی بخوانید</a>',
    ]);
    expect(told(['en'])).toEqual([]);
  });
});

test('a long story in three parts has its contents, closed; a shorter one, or one in two parts, has none', () => {
  const headings = ['one', 'two', 'three'].map((title) => ({ place: `s_${title}`, title }));
  const contents = (words: number, parts: number) => {
    const { story } = articleProps();
    const body = { ...story.body, headings: headings.slice(0, parts) };
    return /<details>.*?<\/details>/.exec(layouts.article(articleProps({ words, body }), site))?.[0];
  };
  expect(contents(1000, 3)).toBe(
    `<details><summary>Contents</summary><ol>${headings.map(({ place, title }) => `<li><a href="#${place}">${title}</a></li>`).join('')}</ol></details>`,
  );
  expect([contents(999, 3), contents(1000, 2)]).toEqual([undefined, undefined]);
});

test('a lead picture of which nothing else is said is wide from 1,000 pixels on', () => {
  const picture = { stem: '/assets/a', height: 700, alt: 'A' };
  const figure = (width: number, isWide: boolean) => {
    const image = { ...picture, width, ...(isWide ? { isWide } : {}) };
    return /<figure class="(.*?)"/.exec(layouts.article(articleProps({ image }), site))?.[1];
  };
  expect([figure(1000, true), figure(999, true), figure(1000, false), figure(1401, false)]).toEqual([
    'figure top-figure wide',
    'figure top-figure',
    'figure top-figure',
    'figure top-figure whole',
  ]);
});

test('a minute to read is begun with every 200 words; of none nothing is told', () => {
  const told = (words: number) => /(\d+) minutes? to read/.exec(layouts.article(articleProps({ words }), site))?.[1];
  expect([0, 1, 200, 201, 400, 401].map(told)).toEqual([undefined, '1', '1', '2', '2', '3']);
});

test('the story so far goes from the first part to the last, with the story itself between', () => {
  const part = (day: number): Listed => ({ ...headline, url: `/2015/11/${day}/part/`, title: `Part ${day}` });
  const page = layouts.article(
    { ...articleProps(), running: { earlier: [part(20), part(21)], later: [part(27), part(28)] } },
    site,
  );
  const thread = /<nav aria-labelledby="thread">.*?<\/nav>/s.exec(page)?.[0] ?? '';
  expect(thread.match(/Part \d+|Talks in Moscow/g)).toEqual([
    'Part 20',
    'Part 21',
    'Talks in Moscow',
    'Part 27',
    'Part 28',
  ]);
});

test('a story that the first language lacks has its other languages, and the first of them by default', () => {
  const inThree = { ...site, languages: ['en', 'ru', 'ar'] };
  const versions = ['ru', 'ar'].map((language) => ({ language, url: `/${language}/2015/11/26/talks/` }));
  expect(alternatesOf(versions, inThree).map(({ hreflang, href }) => `${hreflang} ${new URL(href).pathname}`)).toEqual([
    'ru /ru/2015/11/26/talks/',
    'ar /ar/2015/11/26/talks/',
    'x-default /ru/2015/11/26/talks/',
  ]);
  expect(alternatesOf(versions.slice(1), inThree)).toEqual([]);
});

test('two other stories are a column beside a text, one is none; more than six are set no larger', () => {
  const earlierOn = Array.from({ length: 7 }, (_, n) => ({
    topic: `${n}`,
    story: { ...headline, url: `/2015/11/20/${n}/` },
  }));
  const column = (others: number) => {
    const html = layouts.article({ ...articleProps(), earlierOn: earlierOn.slice(0, others) }, site);
    return /<div class="(around[^"]*)">/.exec(html)?.[1];
  };
  expect([1, 2, 6, 7].map(column)).toEqual([undefined, 'around few', 'around few', 'around']);
});

test('the label above the name of a series leads to all series', () => {
  const listing = { of: 'series', name: 'Drought', feeds: ['rss' as const], opening: [], stories: [], years: [] };
  const rest = { topics: [], total: 0, notices: {}, url: '/series/drought/', language: 'en', alternates: [] };
  const page = (index?: string) =>
    layouts['listing-front']({ ...listing, ...rest, ...(index === undefined ? {} : { index }) }, site);
  expect(page('/series/')).toMatch(/<p class="label[^>]*><a class="link" href="\/series\/">Series<\/a><\/p>/);
  expect(page()).not.toContain('href="/series/"');
});

test('few languages stay in sight beside the sections, more go on with them', () => {
  const wording = wordingIn(['en', 'ru', 'ar', 'fa']);
  const isFew = (languages: string[]) =>
    layouts.article(articleProps(), { ...site, languages, wording }).includes('"mast-tools mast-few ');
  expect([['en'], ['en', 'ru'], ['en', 'ru', 'ar'], ['en', 'ru', 'ar', 'fa']].map(isFew)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
