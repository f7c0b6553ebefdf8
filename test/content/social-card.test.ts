/** Of which stories a card can be drawn: in the scripts that its site has fonts for. */
import { expect, test } from 'vitest';
import { parseSite, type Site } from '../../src/content/site.ts';
import { socialCardOf } from '../../src/content/social-card.ts';
import { siteYaml } from '../support/newsroom.ts';
import { wordLanguages } from '../support/words.ts';

function siteIn(...languages: string[]): Site {
  const text = `${siteYaml.replace(/^languages:.*$/m, `languages: [${languages}]`)}cards: {since: 2015-11-26}\n`;
  return parseSite(text, 'site.yaml', wordLanguages).asRead;
}

const cardIn = (language: string, title: string, site = siteIn(language)) =>
  socialCardOf({ story: '2015/11/26/a', language, title, section: 'world' }, false, site);

test('a card looks for a sign in the font of its language, then in that of all, then in those of the site’s other languages', () => {
  const site = siteIn('ka', 'en', 'ar', 'zh-TW');
  const fonts = (language: string) => cardIn(language, 'News', site)?.fonts;
  expect(fonts('en')).toEqual(['noto-serif', 'noto-serif-georgian', 'noto-naskh-arabic', 'noto-serif-tc']);
  expect(fonts('ar')).toEqual(['noto-naskh-arabic', 'noto-serif', 'noto-serif-georgian', 'noto-serif-tc']);
  expect(cardIn('ru', 'Новости')?.fonts).toEqual(['noto-serif']);
});

test('every language that the interface has words for can have cards', () => {
  for (const language of wordLanguages) {
    const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? '';
    expect([language, cardIn(language, `${name} 2015 – “${name}” 🔥`)?.title]).toEqual([
      language,
      expect.stringContaining(name),
    ]);
  }
});

test('a headline in letters that no language of the site is written in has no card', () => {
  expect(cardIn('en', 'About საქართველო')).toBeUndefined();
  expect(cardIn('en', 'About საქართველო', siteIn('en', 'ka'))).toBeDefined();
  expect(cardIn('en', 'About தமிழ்')).toBeUndefined();
});

test('a story of the day has a card, one of the day before has none', () => {
  const told = { language: 'en', title: 'News', section: 'world' };
  const dated = (day: string) => socialCardOf({ ...told, story: `${day}/a` }, false, siteIn('en')) !== undefined;
  expect(['2015/11/25', '2015/11/26', '2016/01/01'].map(dated)).toEqual([false, true, true]);
});
