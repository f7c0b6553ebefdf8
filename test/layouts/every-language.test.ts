/** What holds of the words in every language that the engine ships; whether they are good is for those who speak it. */
import { describe, expect, test } from 'vitest';
import type { Words } from '../../layouts/words.ts';
import { wordsLanguages } from '../../src/content/names.ts';
import { inZone } from '../../src/content/times.ts';
import { shippedShelf, wordLanguages, wordsOf } from '../support/words.ts';

const named = 'pt es fr de pl uk tr ka hy az fa he hi zh ja'.split(' ');
const at = 1448560500; // 26 November 2015, 20:55 in Moscow, 17:55 in UTC
const evening = inZone(at, 'Europe/Moscow');
const firstOfMay = inZone(1462083000, 'Europe/Moscow'); // at 09:10

test('there are words for thirty languages, and none of their files has a Problem', () => {
  expect(wordLanguages).toEqual(expect.arrayContaining(['en', 'ru', 'ar', ...named]));
  expect(wordLanguages).toHaveLength(30);
  expect(shippedShelf.judge(wordLanguages).problems).toEqual([]);
});

test.each([
  ['pt-BR', 'pt pt-BR'],
  ['pt-AO', 'pt'],
  ['en-US', 'en en-US'],
  ['en-AU', 'en'],
  ['es-419', 'es'],
  ['zh-Hant', 'zh-Hant'],
  ['zh-TW', 'zh-Hant'],
  ['zh-SG', 'zh'],
  ['az-Arab', ''],
  ['sr-Latn', ''],
])('%s has the words of: %s', (language, of) => {
  expect(wordsLanguages(language, wordLanguages).join(' ')).toBe(of);
});

/** Everything that the layouts can say in a language, with sample values. */
function sayings(words: Words): string[] {
  const said = Object.entries(words).map(([name, word]) => {
    if (typeof word !== 'function') return word;
    if (name === 'part') return [2, 11].map((n) => (word as Words['part'])(n));
    if (name === 'stories' || name === 'minutesToRead')
      return [0, 1, 2, 3, 11, 1000, 1.5].map((n) => (word as Words['stories'])(n));
    if (/^(onNetwork|earlier|goesOn|sponsoredBy|errorIn)/.test(name))
      return (word as Words['onNetwork'])('Vestnik', 'YouTube');
    return (word as Words['date'])(evening);
  });
  return flat(said);
}

function flat(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(flat) : [];
}

describe.each(wordLanguages)('%s', (language) => {
  const words = wordsOf(language);
  const said = sayings(words);

  test('says everything, and leaves nothing open', () => {
    const needed = (all: object) => Object.keys(all).filter((key) => !['cityTime', 'beforeNames'].includes(key));
    expect(needed(words).sort()).toEqual(needed(wordsOf('en')).sort());
    expect(said.filter((text) => text === '' || /[{}#]|undefined|NaN/.test(text))).toEqual([]);
    expect(words.onNetwork('Vestnik', 'YouTube')).toMatch(/Vestnik.*YouTube|YouTube.*Vestnik/);
    expect(words.goesOn('Vestnik')).toContain('Vestnik');
    expect(words.part(12)).not.toBe(words.part(13));
    for (const text of [words.earlierOnTopic('Syria'), words.earlierInSection('Syria')])
      expect(text).toContain('Syria');
  });

  test('has the signs of its own typography', () => {
    const quotes = quotesOf[language.slice(0, 2) as keyof typeof quotesOf] ?? '“”';
    const own = language === 'zh-Hant' ? '「」《》' : quotes;
    const strange = said.filter((text) =>
      [...text.matchAll(/["'“”„«»‘‚「」《》]/g)].some(([sign]) => !own.includes(sign)),
    );
    expect(strange).toEqual([]);
    expect(said.filter((text) => /\.\.\.| {2}|\s[.,!?](?!\w)/.test(text))).toEqual([]);
    const { noStories, correctionsPage, feedsPage, notFound, stop } = words;
    for (const sentence of [noStories, ...Object.values(correctionsPage), ...Object.values(feedsPage), notFound.text])
      expect(sentence.slice(-1)).toBe(stop);
  });
});

const quotesOf = {
  ar: '«»',
  cs: '„“',
  de: '„“',
  el: '«»',
  es: '«»',
  fa: '«»',
  fr: '«»',
  he: '"',
  hi: '‘’',
  hy: '«»',
  it: '«»',
  ja: '「」',
  ka: '„“',
  kk: '«»',
  ko: '‘’',
  nl: '‘’',
  pl: '„”',
  pt: '«»“”',
  ro: '„”',
  ru: '«»',
  sv: '”',
  uk: '«»',
  zh: '《》“”',
};

test('French keeps its signs together with a narrow space', () => {
  const said = sayings(wordsOf('fr'));
  expect(said.filter((text) => /[^\u202F][:;!?»]|«[^\u202F]/.test(text))).toEqual([]);
  expect(said.join('')).toMatch(/\u202F:/);
});

test('days, hours and counts of one instant in every language', async () => {
  const blocks = wordLanguages.map((language) => {
    const words = wordsOf(language);
    const lines = [
      `${language}  ${words.ownName}  ${words.openGraphLocale}`,
      [words.weekday(evening), words.date(evening), words.dateAndClock(evening), words.zone(evening)].join(' | '),
      [words.dayAndMonth(evening), words.shortDate(evening), words.shortMonth(evening), words.clock(evening)].join(
        ' | ',
      ),
      [words.date(firstOfMay), words.dateAndClock(firstOfMay), words.clock(firstOfMay)].join(' | '),
      [
        words.monthAndYear(firstOfMay),
        words.month(firstOfMay),
        words.monthAbbreviation(firstOfMay),
        words.year(firstOfMay),
        words.day(firstOfMay),
      ].join(' | '),
      [words.allStoriesOfMonth(firstOfMay), words.allOfYear(firstOfMay)].join(' | '),
      [words.stories(1), words.stories(1234), words.minutesToRead(4)].join(' | '),
      [words.earlierOnTopic('Syria'), words.earlierInSection('World'), words.onNetwork('Vestnik', 'YouTube')].join(
        ' | ',
      ),
      [
        `${words.updated} ${words.clock(evening)}`,
        `${words.withdrawn.on} ${words.date(evening)}`,
        `${words.correction}${words.colon}Syria`,
        `${words.corrections}${words.comma}${words.year(evening)}`,
      ].join(' | '),
    ];
    return `${lines.join('\n  ')}\n`;
  });
  await expect(blocks.join('\n')).toMatchFileSnapshot('__snapshots__/every-language.txt');
});
