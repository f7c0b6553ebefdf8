import { describe, expect, test } from 'vitest';
import { hiddenCharacters, hiddenProblems, invisibleRefusal } from '../../src/content/hidden-characters.ts';
import { briefly, parseStory, story } from './written.ts';

const codes = (text: string) => hiddenCharacters(text).map(({ character }) => character.codePointAt(0)?.toString(16));

describe('what a language or an emoji is written with stays', () => {
  test.each([
    ['Persian', 'می‌خواهم کتاب‌ها را، LED‌ها، **کتاب**‌ها'],
    ['Arabic abbreviations', 'سنة ١٤٣٠ ه‍.'],
    ['Hindi and Marathi', 'क्‍ष र्‍य क्‌ष'],
    ['Malayalam', 'ന്‍ അവന്‍, ചില്‍'],
    ['Sinhala', 'ශ්‍රී ලංකා'],
    ['Bengali', 'র‍্যাব'],
    ['marks of direction', '\u200Fשלום!\u200F (C++\u200E) \u061C٥'],
    ['soft hyphens', 'Bundes\u00ADverfassungs\u00ADgericht, pää\u00ADministeri, **Haupt**\u00ADmann'],
    ['Thai', 'ภาษา\u200Bไทย และ\u200BEU'],
    ['Khmer, Lao, Burmese', 'ភាសា\u200Bខ្មែរ ພາສາ\u200Bລາວ မြန်မာ\u200Bဘာသာ'],
    ['breaks by hand', 'ភាសា\u200B ខ្មែរ\u200B\u200Bភាសា\u200B'],
    ['the same in Thai, Lao, Burmese', 'ไทย\u200B\u200Bไทย\u200B. \u200Bລາວ မြန်မာ\u200B'],
    ['a Persian word that ends in one', 'می‌خواهم کتاب\u200C'],
    ['Japanese', '東京\u200B大学、\u200Bまた'],
    ['variants of ideographs', '葛\u{E0100}城 辻︀'],
    ['Mongolian', 'ᠠ\u180Eᠠ ᠪᠢ᠋'],
    ['emoji of several', '👩‍🚀 👨‍👩‍👧 🏳️‍🌈 👩🏽‍⚕️ ❤️‍🔥 ☎️ 1️⃣ #️⃣ ©️ 👁️‍🗨️'],
    ['flags', '🇬🇪 \u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  ])('%s', (_, text) => expect(codes(text)).toEqual([]));
});

describe('what nobody needs is found', () => {
  test.each([
    ['an override', 'Bank \u202Egpj.exe', '202e'],
    ['an isolate', 'Bank \u2066x\u2069', '2066'],
    ['a space without width between letters', 'Ber\u200Blin', '200b'],
    ['one between Russian letters', 'Мос\u200Bква', '200b'],
    ['one at an end', '東京\u200B', '200b'],
    ['two of them', '東京\u200B\u200B大学', '200b'],
    ['a run of them', 'ไทย\u200B\u200B\u200B\u200B\u200Bไทย', '200b'],
    ['one between a space and Latin', 'ไทย \u200BEU', '200b'],
    ['the opposite of a joiner at an end', 'Berlin\u200C', '200c'],
    ['a joiner between letters that are not joined', 'Ber\u200Dlin', '200d'],
    ['its opposite there', 'Ber\u200Clin', '200c'],
    ['a joiner after an emoji alone', '👩\u200D pilot', '200d'],
    ['a word joiner', 'a\u2060b', '2060'],
    ['a byte order mark', 'a\uFEFFb', 'feff'],
    ['a Mongolian separator elsewhere', 'a\u180Eb', '180e'],
    ['tags without a flag', 'a\u{E0041}\u{E0042}', 'e0041'],
    ['a variation of a letter', 'a\uFE00b', 'fe00'],
    ['many variations', '😀\uFE0F\uFE0E', 'fe0e'],
    ['a soft hyphen at an end', 'Haupt\u00AD mann', 'ad'],
    ['marks of direction without an end', 'a\u200E\u200E\u200E\u200Eb', '200e'],
    ['what stands for a pasted object', 'a \uFFFC b', 'fffc'],
    ['a separator of lines', 'a\u2028b', '2028'],
    ['a separator of paragraphs', 'a \u2029', '2029'],
    ['a filler', 'a\u3164b', '3164'],
  ])('%s', (_, text, code) => expect(codes(text)).toEqual([code]));

  test('once a line, at its place', () => {
    expect(briefly(hiddenProblems('a\u200Bb\u200Bc\n\nd\u202Ee\n', 'x.md', 5))).toEqual([
      'content/hidden-character 5:2',
      'content/direction-override 7:2',
    ]);
  });
});

test('they are found in every text of a file, written or as an escape', () => {
  const told = (fields: Record<string, string>, body?: string) => briefly(parseStory(story(fields, body)).problems);
  expect(told({ title: 'Bank \u202Egpj.exe' })).toEqual(['content/direction-override 2:13']);
  expect(told({ title: '"Bank \\u202egpj.exe"' })).toEqual(['content/direction-override 2:8']);
  expect(told({ points: '[One, "\u200BTwo"]' })).toEqual(['content/hidden-character 7:16']);
  expect(told({ image: '{file: x.jpg, alt: "", caption: {en: a\u2060b}}' })).toEqual(['content/hidden-character 7:46']);
  expect(told({}, 'One.\n\n## T\u202Ewo')).toEqual(['content/direction-override 11:5']);
  expect(told({ title: 'می‌خواهم 👩‍🚀' }, 'می‌خواهم 👩‍🚀')).toEqual([]);
});

test('a reference that stands for one that turns the direction or is not seen is as bad, outside of code', () => {
  const body =
    'a&#x202E;b &#8238; a&#8203;b &#xFEFF;\n\n`&#x202e;` \\&#x202e; &#169; co&shy;op &nbsp;می&zwnj;خواهم\n\n```\n&#x202e;\n```\n';
  expect(briefly(hiddenProblems(body, 'x.md', 1))).toEqual([
    'content/direction-override 1:2',
    'content/direction-override 1:12',
    'content/hidden-character 1:21',
    'content/hidden-character 1:30',
  ]);
});

test('a reference to no character is told with the one that it stood for in Windows', () => {
  const problems = hiddenProblems('Don&#146;t &#x96; &#0;, &#129;, &#xD800; `&#146;`', 'x.md', 1);
  expect(briefly(problems)).toEqual([4, 12, 19, 25, 33].map((column) => `markdown/entity 1:${column}`));
  expect(problems.map(({ fix }) => fix.split(' ')[1])).toEqual(['’', '–', 'it,', 'it,', 'it,']);
});

describe('a text that nobody can see is none', () => {
  test.each([
    '\u200B',
    '\u3164',
    '\u2800\u2800',
    '\u00AD',
    '\uFEFF\u2060',
    '\u115F',
    '\u00A0',
    ' \u3000 ',
    '\u200E',
    '\u{E0041}',
  ])('%j', (text) => expect(invisibleRefusal(text)?.code).toBe('content/invisible-text'));
  test.each(['', '.', '…', '\u200Ea', '😀'])('but %j is', (text) => expect(invisibleRefusal(text)).toBeUndefined());

  test('whatever field it is for', () => {
    const invisible = (fields: Record<string, string>) => briefly(parseStory(story(fields)).problems);
    for (const field of ['title', 'summary', 'place']) expect(invisible({ [field]: '"\\u200b"' })).toHaveLength(1);
    expect(invisible({ points: '[\u3164]' })).toEqual(['content/invisible-text 7:10']);
    expect(invisible({ image: '{file: x.jpg, alt: "\u2800"}' })).toEqual(['content/invisible-text 7:27']);
    expect(invisible({ image: '{file: x.jpg, alt: x, caption: {en: \u115F}}' })).toEqual([
      'content/invisible-text 7:44',
    ]);
  });
});
