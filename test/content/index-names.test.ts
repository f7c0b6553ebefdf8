/** Under which letter of an index a name stands, in languages of several scripts. */
import { expect, test } from 'vitest';
import type { Author } from '../../src/content/author.ts';
import { indexName, sortedLetters, sortedNames } from '../../src/content/index-names.ts';
import { author as authors } from '../../src/content/listings/author.ts';
import type { ListingWithFront } from '../../src/content/listings/listing.ts';
import { topic } from '../../src/content/listings/topic.ts';
import type { Topic } from '../../src/content/page.ts';
import { letterUrl } from '../../src/content/urls.ts';
import { site } from '../layouts/newsroom.ts';
import { wordingIn } from '../support/words.ts';

function letterOf(name: string, language: string, id = 'an-id'): string {
  const joins = { author: () => undefined, topic: () => ({ name }) as Topic };
  return indexName(topic, id, {
    language,
    site: { ...site, languages: [language], wording: wordingIn([language]) },
    joins,
  }).letter;
}

test.each([
  ['en', 'Åland', 'A'],
  ['sv', 'Åland', 'Å'],
  ['en', 'Éire', 'E'],
  ['cs', 'Čechy', 'Č'],
  ['ru', 'Ёлка', 'Е'],
  ['ru', 'Йемен', 'Й'],
  ['ru', 'nato', 'N'],
  ['en', '2015', '#'],
  ['en', '“Ship”', '#'],
  ['tr', 'istanbul', 'İ'],
  ['tr', 'ırmak', 'I'],
  ['de', 'ßtest', 'S'],
  ['ka', 'საქართველო', 'ს'],
  ['hy', 'Երևան', 'Ե'],
  ['el', 'Ἑλλάς', 'Ε'],
  ['ar', 'القاهرة', 'ق'],
  ['he', 'ירושלים', 'י'],
  ['hi', 'किसान', 'क'],
  ['th', 'ไทย', 'ไ'],
  ['ko', '가족', 'ㄱ'],
  ['ko', '까치', 'ㄱ'],
  ['ko', '하늘', 'ㅎ'],
])('in %s %s stands under %s', (language, name, letter) => {
  expect(letterOf(name, language)).toBe(letter);
});

test('what is written in syllables or words stands under the letter of its id', () => {
  expect(letterOf('北京', 'zh', 'beijing')).toBe('B');
  expect(letterOf('東京', 'ja', 'tokyo')).toBe('T');
  expect(letterOf('北京', 'zh', '2022-games')).toBe('#');
});

test('no letter comes first, then the alphabet of the language', () => {
  expect(sortedLetters(['Я', 'Ё', 'A', '#', 'Е'], 'ru')).toEqual(['#', 'Е', 'Ё', 'Я', 'A']);
  expect(sortedLetters(['Ö', 'Z', 'Å', 'A'], 'sv')).toEqual(['A', 'Z', 'Å', 'Ö']);
});

test('letters that differ have addresses that differ, also where file systems know no capitals', () => {
  const url = (letter: string, language: string) =>
    letterUrl({ listing: topic, letter, part: 1 }, language, { ...site, languages: [language] });
  expect(url('I', 'tr')).not.toBe(url('İ', 'tr'));
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ#'];
  expect(new Set(letters.map((letter) => url(letter, 'sv').toLowerCase())).size).toBe(letters.length);
});

test.each([
  ['en', 'The Caspian', 'C'],
  ['en', 'Theatre', 'T'],
  ['en', 'THE HAGUE', 'H'],
  ['en', 'The', 'T'],
  ['de', 'Die Ostsee', 'O'],
  ['fr', 'L’Égypte', 'E'],
  ['fr', "L'Égypte", 'E'],
  ['nl', '’t Gooi', 'G'],
  ['ru', 'The Times', 'T'],
])('what a language puts before names does not count: in %s %s stands under %s', (language, name, letter) => {
  expect(letterOf(name, language)).toBe(letter);
});

test('names are in the order of what counts, and that of a person counts whole', () => {
  const author = (name: string, desk: boolean) =>
    ({ id: '', name: { en: name }, desk, links: [] }) as unknown as Author;
  const people: Record<string, Author> = { an: author('An Nguyen', false), desk: author('The Night Desk', true) };
  const joins = { author: (id: string) => people[id], topic: (id: string) => ({ name: id }) as Topic };
  const named = (listing: ListingWithFront, ids: string[]) =>
    ids.map((id) => indexName(listing, id, { language: 'en', site: { ...site, languages: ['en'] }, joins }));
  expect(named(authors, ['an', 'desk']).map(({ letter }) => letter)).toEqual(['A', 'N']);
  const topics = ['Cyprus', 'The Caspian', 'A Calm', 'Turkey'];
  expect(sortedNames(named(topic, topics), 'en').map(({ name }) => name)).toEqual([
    'A Calm',
    'The Caspian',
    'Cyprus',
    'Turkey',
  ]);
});
