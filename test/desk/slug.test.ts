/** Headlines become addresses that readers of their language can say. */
import { expect, test } from 'vitest';
import { slugOf } from '../../src/desk/slug.ts';
import { writtenIn } from '../../src/desk/written-in.ts';

test.each([
  ['en', 'Ærø, Straße & Łódź — “Ångström” isn’t Đorđe’s', 'aero-strasse-lodz-angstrom-isnt-dordes'],
  ['tr', 'İstanbul’da ışık', 'istanbulda-isik'],
  ['de', 'Fußgänger überqueren Köln', 'fussgaenger-ueberqueren-koeln'],
  ['da', 'Blå hav på Ærø', 'blaa-hav-paa-aeroe'],
  ['ru', 'Съезд на Щёлковском шоссе объявил итоги', 'sezd-na-shchelkovskom-shosse-obyavil-itogi'],
  ['uk', 'Київ: п’ять років щастя, Їжак і Згурський', 'kyiv-piat-rokiv-shchastia-yizhak-i-zghurskyi'],
  ['be', 'Ельск і Гродна', 'yelsk-i-hrodna'],
  ['bg', 'България: щастие и път', 'balgariya-shtastie-i-pat'],
  ['sr', 'Чачак и Ниш', 'cacak-i-nis'],
  ['ka', 'თბილისი და ჭიათურა', 'tbilisi-da-chiatura'],
  ['hy', 'Երևան, Հայաստան: Որդան, ոստիկան և ջուր', 'yerevan-hayastan-vordan-vostikan-ev-jur'],
  ['el', 'Η Εύβοια, ο Μπουένος και το αυτοκίνητο', 'i-evvoia-o-bouenos-kai-to-aftokinito'],
  ['el', 'Προϋπολογισμός: άγγελος', 'proupologismos-angelos'],
  ['ar', 'القاهرة: محمود في فلسطين', 'al-qahra-mhmud-fi-flstin'],
  ['zh', '北京', 'beijing'],
  ['en', '🎉 1️⃣ big 🇬🇪 day: 50%', '1-big-day-50'],
  ['en', '🎉 …!', ''],
])('%s: %s', (language, headline, slug) => expect(slugOf(headline, language)).toBe(slug));

test('a long one ends with a whole word, and one word is cut', () => {
  expect(slugOf('word '.repeat(40), 'en')).toBe(Array(16).fill('word').join('-'));
  expect(slugOf('x'.repeat(100), 'en')).toHaveLength(80);
});

test.each([
  ['Первый снег: NATO', 'ru'],
  ['First snow', 'en'],
  ['პირველი თოვლი', 'ka'],
  ['北京の春', 'ja'],
  ['2015', 'en'],
])('“%s” is written in %s', (headline, language) => {
  expect(writtenIn(headline, ['en', 'ru', 'ka', 'ja', 'uk'])).toBe(language);
});
