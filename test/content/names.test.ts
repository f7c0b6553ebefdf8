import { expect, test } from 'vitest';
import { inLanguages, name } from '../../src/content/fields.ts';
import {
  canonicalLanguage,
  isFreeId,
  isId,
  isLanguage,
  isWebAddress,
  textIn,
  wordsLanguages,
} from '../../src/content/names.ts';
import { reservedWords } from '../../src/content/own-addresses.ts';

test('an id is lower-case letters, digits and single hyphens', () => {
  for (const id of ['desk', 'editorial-desk', '2015', 'a', 'a1-b2']) expect([id, isId(id)]).toEqual([id, true]);
  for (const id of [
    '',
    'Desk',
    '-desk',
    'desk-',
    'a--b',
    'a_b',
    'a.b',
    'a/b',
    '..',
    'редакция',
    'ünal',
    'a b',
    'desk\n',
    'a\u0000',
  ])
    expect([id, isId(id)]).toEqual([id, false]);
});

test('a language is two or three letters, with a script and a country or without, in one spelling', () => {
  for (const code of ['en', 'ru', 'ckb', 'pt-BR', 'zh-Hant', 'sr-Latn', 'es-419', 'zh-Hant-HK'])
    expect([code, isLanguage(code)]).toEqual([code, true]);
  for (const code of ['', 'e', 'EN', 'english', 'pt-br', 'pt_BR', 'zh-hant', 'iw', 'en-UK', 'de-1996', 'en-', 'en\n'])
    expect([code, isLanguage(code)]).toEqual([code, false]);
});

test.each([
  ['zh_hant', 'zh-Hant'],
  ['ZH-hant-hk', 'zh-Hant-HK'],
  ['pt-br', 'pt-BR'],
  ['en_GB', 'en-GB'],
  ['en-UK', 'en-GB'],
  ['iw', 'he'],
  ['Russian', undefined],
  ['de-1996', undefined],
  ['', undefined],
])('%s is the language %s', (written, language) => expect(canonicalLanguage(written)).toBe(language));

test.each([
  ['ru', ['ru']],
  ['en-GB', ['en']],
  ['en-US', ['en', 'en-US']],
  ['pt-BR', ['pt-BR']],
  ['sr-Cyrl-RS', ['sr']],
  ['sr-Latn', []],
  ['sr-Latn-RS', []],
  ['zh-CN', ['zh']],
  ['zh-HK', ['zh-Hant']],
  ['zh-Hant-HK', ['zh-Hant']],
  ['zh-Hant', ['zh-Hant']],
  ['zh', ['zh']],
  ['de', []],
])('the interface in %s has the words of %j: of itself and of wider languages in the same script', (language, words) =>
  expect(wordsLanguages(language, ['ru', 'pt-BR', 'en-US', 'en', 'sr', 'zh-Hant', 'zh'])).toEqual(words),
);

test('what stands alone after the first slash is no year, no language and no word of Broadsheet', () => {
  for (const id of ['world', 'about', '20156', 'culture-2015']) expect([id, isFreeId(id)]).toEqual([id, true]);
  for (const id of ['2015', 'en', ...reservedWords()]) expect([id, isFreeId(id, ['en'])]).toEqual([id, false]);
  expect(isFreeId('sea', ['en', 'ru'])).toBe(true);
  expect(isFreeId('zh-hant', ['en', 'zh-Hant'])).toBe(false);
});

test('a text is shown in its language, else in the first of the site that it has', () => {
  expect(textIn('News', 'ru', ['en', 'ru'])).toBe('News');
  expect(textIn({ en: 'News', ru: 'Новости' }, 'ru', ['en', 'ru'])).toBe('Новости');
  expect(textIn({ ru: 'Новости' }, 'en', ['en', 'ru'])).toBe('Новости');
  expect(textIn({ de: 'Neues' }, 'en', ['en', 'ru'])).toBe('');
});

test('a text is one string or one per language, and never nothing', () => {
  for (const good of ['News', { en: 'News' }, { en: 'News', 'pt-BR': 'Notícias' }])
    expect([good, inLanguages(name).safeParse(good).success]).toEqual([good, true]);
  for (const bad of [
    '',
    '  ',
    {},
    { en: '' },
    { en: 5 },
    { english: 'News' },
    { __proto__x: 'News' },
    ['News'],
    null,
    5,
  ])
    expect([bad, inLanguages(name).safeParse(bad).success]).toEqual([bad, false]);
});

test('a web address is whole', () => {
  for (const address of [
    'https://x.example',
    'HTTPS://x.example',
    'http://x.example/a?b#c',
    'https://пример.example/путь',
  ])
    expect([address, isWebAddress(address)]).toEqual([address, true]);
  for (const address of [
    'x.example',
    '//x.example',
    'ftp://x.example',
    'javascript:alert(1)',
    'https://',
    'https://a b',
    'https://x.example/\n',
    ' https://x.example',
    'HTTPS//x',
  ])
    expect([address, isWebAddress(address)]).toEqual([address, false]);
});

test('a text that a language lacks is taken from the first of the site’s languages that has it', () => {
  const languages = ['en', 'ru', 'ar'];
  expect(textIn({ ru: 'р', ar: 'ع' }, 'en', languages)).toBe('р');
  expect(textIn({ en: 'e', ru: 'р' }, 'ar', languages)).toBe('e');
  expect(textIn({ en: 'e', ar: 'ع' }, 'ar', languages)).toBe('ع');
});
