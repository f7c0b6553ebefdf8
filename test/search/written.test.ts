/** How an index is written and read again: numbers, shards, the table of a period; and the place in a text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marked, passageOf } from '../../layouts/search/passage.ts';
import { packTerms, unpackTerms } from '../../src/catalog/tables/terms.ts';
import { searchBounds } from '../../src/content/search/bounds.ts';
import { bucketsFor } from '../../src/content/search/buckets.ts';
import { handOverWords, takeOverWords } from '../../src/content/search/handed-words.ts';
import { monthNumbers } from '../../src/content/search/month-numbers.ts';
import { changedSeats, readSeats, type Seat, seatOf, writeSeats } from '../../src/content/search/seats.ts';
import { readShard, seatsBehind, termsBeginning, writeShard } from '../../src/content/search/shard.ts';
import { TermTable } from '../../src/content/search/term-table.ts';
import { type StoryWords, Vocabulary, vocabularyOf } from '../../src/content/search/vocabulary.ts';
import { eachPlace } from '../../src/content/search/words.ts';

const month = fc
  .tuple(fc.integer({ min: 1850, max: 2030 }), fc.integer({ min: 1, max: 12 }))
  .map(([y, m]) => 100 * y + m);
const seat = fc.tuple(fc.oneof(fc.constantFrom(201511, 201512, 201601), month), fc.nat(20_000));
const rising = fc
  .uniqueArray(
    seat.map(([of, number]) => seatOf(of, number)),
    { maxLength: 60 },
  )
  .map((list) => list.sort((a, b) => a - b));

test('where a period would have very many shards, each is for a few stories alone', () => {
  const storiesFor = (stories: number) => stories / bucketsFor(stories);
  for (const stories of [8, 100, 833, 16_383]) expect(storiesFor(stories)).toBeGreaterThanOrEqual(8);
  for (const stories of [16_384, 20_000, 65_000]) expect(storiesFor(stories)).toBeLessThan(8);
});

test('seats of any months are read as they were written, at once or one after the other', () => {
  const isSame = fc.property(rising, fc.nat(60), (seats, cut) => {
    const [first, second] = [seats.slice(0, cut), seats.slice(cut)];
    expect(readSeats(writeSeats(seats))).toEqual(seats);
    expect(writeSeats(first) + writeSeats(second, first.at(-1))).toBe(writeSeats(seats));
  });
  fc.assert(isSame, { seed: 1 });
  const near = [0, 1, 31, 64].map((number) => seatOf(201512, number));
  expect(writeSeats([...near, seatOf(201601, 0)])).toHaveLength('~mtT'.length + 3 + 2 + '!A'.length);
});

test('seats more and less give what would be written of the whole', () => {
  fc.assert(
    fc.property(rising, rising, rising, (had, more, less) => {
      const whole = [...new Set([...had.filter((each) => !less.includes(each)), ...more])].sort((a, b) => a - b);
      expect(changedSeats(writeSeats(had), { more, less })).toBe(writeSeats(whole));
    }),
    { seed: 1 },
  );
});

test('numbers rise with the instants of a month, and one more story changes those of few others', () => {
  const span = { from: 1_000_000, to: 1_000_000 + 30 * 86_400 - 1 };
  const instant = fc.integer({ min: span.from, max: span.to });
  fc.assert(
    fc.property(fc.array(instant, { minLength: 1, maxLength: 200 }), (unsorted) => {
      const numbers = monthNumbers(
        unsorted.sort((one, other) => one - other),
        span,
      );
      expect(numbers.every((number, index) => number > (numbers[index - 1] ?? -1))).toBe(true);
      expect(numbers.at(-1)).toBeLessThan(5 * unsorted.length);
    }),
    { seed: 1 },
  );
  const instants = Array.from(
    { length: 200 },
    (_, n) => span.from + ((n * 7919) % 30) * 86_400 + ((n * 104_729) % 50_000),
  );
  const before = instants.sort((one, other) => one - other);
  const moved = before.map((each) => {
    const after = [...before, each + 1].sort((one, other) => one - other);
    const numbers = monthNumbers(after, span).toSpliced(after.indexOf(each + 1), 1);
    return monthNumbers(before, span).filter((number, index) => number !== numbers[index]).length;
  });
  expect(moved.reduce((sum, each) => sum + each, 0) / moved.length).toBeLessThan(10);
  expect(monthNumbers([span.from, span.from, span.from, span.to, span.to], span)).toEqual([0, 1, 2, 15, 16]);
});

test('a shard gives the seats behind a term, and the terms that begin so, and no others', () => {
  const at = (number: number): Seat => seatOf(201511, number);
  const lines = new Map([
    ['portal', writeSeats([at(2)])],
    ['port', writeSeats([at(0), at(40)])],
    ['ports', writeSeats([at(1)])],
    ['sport', writeSeats([at(3)])],
  ]);
  const text = writeShard(lines);
  expect(seatsBehind(text, 'port')).toEqual([at(0), at(40)]);
  expect(seatsBehind(text, 'por')).toEqual([]);
  expect(termsBeginning(text, 'port')).toEqual(['port', 'portal', 'ports']);
  expect(readShard(text)).toEqual(new Map([...lines].sort()));
});

test('the table of a period has what maps would have, also where it is written some stories at a time', () => {
  const table = new TermTable();
  const { pairs } = searchBounds;
  searchBounds.pairs = 5000;
  const plain = new Map<number, Seat[]>();
  for (let story = 0; story < 150; story++) {
    const terms = new Set(Array.from({ length: 120 }, (_, n) => (story * story + n * 7919) % 30_000));
    const its = seatOf(201500 + 1 + Math.floor(story / 20), story % 20);
    table.add(Uint32Array.from(terms), its);
    for (const term of terms) plain.set(term, [...(plain.get(term) ?? []), its]);
  }
  searchBounds.pairs = pairs;
  const found = new Map([...table.entries()].map(([term, seats]) => [term, readSeats(seats)]));
  expect(found.size).toBeGreaterThan(10_000);
  expect(found).toEqual(plain);
});

test('terms are unpacked as they were packed, however far apart their numbers are', () => {
  const numbers = Uint32Array.from([1, 2, 129, 130, 16_600, 3_000_000, 4_000_000_000]);
  expect(unpackTerms(packTerms(numbers))).toEqual(numbers);
  expect(unpackTerms(packTerms(new Uint32Array()))).toEqual(new Uint32Array());
});

test('a word has one number in a vocabulary, however many come in between, and each of a list is told once', () => {
  const vocabulary = new Vocabulary();
  const words = Array.from({ length: 20_000 }, (_, n) => `слово-${n}-${'x'.repeat(n % 40)}`);
  const numbers = words.map((word) => vocabulary.numberOf(word));
  expect(new Set(numbers).size).toBe(words.length);
  expect(words.map((word) => vocabulary.numberOf(`a ${word} b`, 2, word.length + 2))).toEqual(numbers);
  expect(numbers.map((number) => vocabulary.word(number))).toEqual(words);
  const ofOneHash = ['sea', 'tea', 'seas', 'sea'].map((word) => vocabulary.numberOf(word, 0, word.length, 7));
  expect(ofOneHash).toEqual([words.length, words.length + 1, words.length + 2, words.length]);
  const told = vocabulary.numbersOf((tell) => eachPlace('Port by port, ports', 'en', tell));
  expect([...told].map((number) => vocabulary.word(number))).toEqual(['port', 'by', 'ports']);
});

test('words keep what they are on their way to a thread that has met others', () => {
  const of = (language: string, ...words: string[]): StoryWords => ({
    language,
    numbers: Uint32Array.from(words, (word) => vocabularyOf(language).numberOf(word)),
  });
  const written = [['sea', 'port'], ['port', 'storm', 'sea'], ['порт'], []];
  const stories = [of('xa', 'sea', 'port'), of('xa', 'port', 'storm', 'sea'), of('xb', 'порт'), of('xc')];
  const handed = handOverWords(stories);
  expect(stories.map(({ numbers }) => [...numbers])).toEqual([[0, 1], [1, 2, 0], [0], []]);
  vocabularyOf('xa').numberOf('another');
  const there = stories.map((story) => ({ ...story, language: story.language.replace('x', 'y') }));
  vocabularyOf('ya').numberOf('met before');
  const renamed = Object.entries(handed).map(([language, words]) => [language.replace('x', 'y'), words]);
  takeOverWords(there, Object.fromEntries(renamed));
  const words = there.map(({ language, numbers }) => [...numbers].map((number) => vocabularyOf(language).word(number)));
  expect(words).toEqual(written);
});

const isPort = (word: string) => /^ports?$/i.test(word);

test('the place with most of the words is shown, cut between words, and they are marked', () => {
  const far = 'far away '.repeat(30).trim();
  const texts = ['No word of it.', `${far} the port and its ports ${far}`];
  const passage = passageOf(texts, isPort) ?? [];
  expect(passage.filter(({ isFound }) => isFound).map(({ text }) => text)).toEqual(['port', 'ports']);
  const shown = passage.map(({ text }) => text).join('');
  expect(shown).toMatch(/^… (?:far|away) .* (?:far|away) …$/);
  expect(shown.length).toBeLessThan(260);
  expect(passageOf(['Nothing.'], isPort)).toBeUndefined();
});

test('marking a text changes no letter of it', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('port', 'PORTS', ' ', '“', 'порт', '東京', '-', '\n')), (parts) => {
      const text = parts.join('');
      const pieces = marked(text, isPort, ['東京']);
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    }),
    { seed: 1 },
  );
});
