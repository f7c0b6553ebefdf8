/** Counts in every language, held against forms written by hand. */
import { expect, test } from 'vitest';
import { wordLanguages, wordsOf } from '../support/words.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n);

const series = [...range(0, 25), ...range(100, 105), 111, 1000, 1.5, 1_000_000];

/** What stands for a count (`#` the number), and of which numbers it is said; the last of a language of all others. */
const forms: Record<string, [said: string, numbers?: string][]> = {
  ar: [['مادة واحدة', '1'], ['مادتان', '2'], ['# مواد', '3-10 103-105'], ['# مادة']],
  az: [['# yazı']],
  cs: [['# článek', '1'], ['# články', '2-4'], ['# článku', '1.5'], ['# článků']],
  de: [['# Artikel']],
  el: [['# άρθρο', '1'], ['# άρθρα']],
  en: [['# story', '1'], ['# stories']],
  'en-US': [['# story', '1'], ['# stories']],
  es: [['# artículo', '1'], ['# de artículos', '1000000'], ['# artículos']],
  fa: [['# مطلب']],
  fr: [['# article', '0 1 1.5'], ['# d’articles', '1000000'], ['# articles']],
  he: [['כתבה אחת', '1'], ['שתי כתבות', '2'], ['# כתבות']],
  hi: [['# ख़बर', '0 1'], ['# ख़बरें']],
  hy: [['# հոդված']],
  id: [['# artikel']],
  it: [['# articolo', '1'], ['# di articoli', '1000000'], ['# articoli']],
  ja: [['記事#件']],
  ka: [['# სტატია']],
  kk: [['# мақала']],
  ko: [['기사 #건']],
  nl: [['# artikel', '1'], ['# artikelen']],
  pl: [['# artykuł', '1'], ['# artykuły', '2-4 22-24 102-104'], ['# artykułu', '1.5'], ['# artykułów']],
  pt: [['# artigo', '1'], ['# de artigos', '1000000'], ['# artigos']],
  'pt-BR': [['# texto', '0 1 1.5'], ['# de textos', '1000000'], ['# textos']],
  ro: [['# articol', '1'], ['# articole', '0 2-19 101-105 111 1.5'], ['# de articole']],
  ru: [['# материал', '1 21 101'], ['# материала', '2-4 22-24 102-104 1.5'], ['# материалов']],
  sv: [['# artikel', '1'], ['# artiklar']],
  tr: [['# haber']],
  uk: [['# матеріал', '1 21 101'], ['# матеріали', '2-4 22-24 102-104'], ['# матеріалу', '1.5'], ['# матеріалів']],
  zh: [['#篇报道']],
  'zh-Hant': [['# 篇報導']],
};

function isAmong(n: number, numbers: string): boolean {
  return numbers.split(' ').some((part) => {
    const [from = 0, to = from] = part.split('-').map(Number);
    return from <= n && n <= to && (from === to || Number.isInteger(n));
  });
}

test('every language has its series here', () => expect(Object.keys(forms)).toEqual(wordLanguages));

test.each(Object.entries(forms))('stories are counted in %s', (language, of) => {
  const words = wordsOf(language);
  const digits = new Intl.NumberFormat(words.locale, { numberingSystem: words.digits });
  const said = series.map((n) => of.find(([, numbers = '']) => isAmong(n, numbers)) ?? of.at(-1));
  expect(series.map(words.stories)).toEqual(
    said.map((form, n) => form?.[0].replace('#', digits.format(series[n] ?? 0))),
  );
});

test('a reading time agrees with its number', () => {
  const of = (language: string) => [1, 2, 5, 11, 21].map(wordsOf(language).minutesToRead);
  expect(of('en')).toEqual([
    '1 minute to read',
    '2 minutes to read',
    '5 minutes to read',
    '11 minutes to read',
    '21 minutes to read',
  ]);
  expect(of('ru').map((text) => text.replace('Время чтения: ', ''))).toEqual([
    '1 минута',
    '2 минуты',
    '5 минут',
    '11 минут',
    '21 минута',
  ]);
  expect(of('uk').map((text) => text.replace('Час читання: ', ''))).toEqual([
    '1 хвилина',
    '2 хвилини',
    '5 хвилин',
    '11 хвилин',
    '21 хвилина',
  ]);
  expect(of('pl').map((text) => text.replace('Czas czytania: ', ''))).toEqual([
    '1 minuta',
    '2 minuty',
    '5 minut',
    '11 minut',
    '21 minut',
  ]);
  expect(of('cs').map((text) => text.replace('Doba čtení: ', ''))).toEqual([
    '1 minuta',
    '2 minuty',
    '5 minut',
    '11 minut',
    '21 minut',
  ]);
  expect(of('ro')).toEqual([
    '1 minut de lectură',
    '2 minute de lectură',
    '5 minute de lectură',
    '11 minute de lectură',
    '21 de minute de lectură',
  ]);
  expect(of('ar')).toEqual([
    'دقيقة واحدة للقراءة',
    'دقيقتان للقراءة',
    '5 دقائق للقراءة',
    '11 دقيقة للقراءة',
    '21 دقيقة للقراءة',
  ]);
  expect(of('he')).toEqual(['דקת קריאה אחת', 'שתי דקות קריאה', '5 דקות קריאה', '11 דקות קריאה', '21 דקות קריאה']);
});
