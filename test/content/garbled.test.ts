/** Text that was read in another encoding than it was written in is told with what it was; and nothing else is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { garbledProblems } from '../../src/content/garbled.ts';
import { projectRoot } from '../support/newsroom.ts';
import { applied, briefly, parseStory, story } from './written.ts';

const readAs = (encoding: string, text: string) => new TextDecoder(encoding).decode(new TextEncoder().encode(text));
const mended = (text: string) => applied(text, garbledProblems(text, 'x.md'));

const everywhere = ['I don’t think so', '“Yes,” she said — at last…', 'Привет, мир: «война» и мир', 'It’s 😀'];
const inScripts = ['Ελλάδα και κόσμος', 'שלום עולם', 'مرحبا بالعالم', 'საქართველო დღეს', 'Հայաստան', 'नमस्ते दुनिया'];
const asian = ['日本の新聞', '中国新闻', '한국 뉴스'];
const accents = [
  'café au lait',
  'Müller für Österreich',
  'El niño comió ¿qué?',
  'São Paulo não é',
  'Åsa från Malmö',
  '£50',
];
const others = [
  'Zażółć gęślą jaźń',
  'Příliš žluťoučký kůň',
  'România: între',
  'Azərbaycan xəbərləri',
  'İstanbul’da şöyle',
];
const western = [...everywhere, ...inScripts, ...asian, ...accents, ...others, 'École', 'À la carte', 'Ça va', 'naïve'];

test.each([
  ...western.map((text) => ['windows-1252', text] as const),
  ...[...everywhere, ...inScripts, ...asian].map((text) => ['windows-1251', text] as const),
  ...[...everywhere, ...inScripts, ...asian, 'Zażółć gęślą jaźń', 'Příliš žluťoučký'].map(
    (text) => ['windows-1250', text] as const,
  ),
  ...[...everywhere, ...inScripts, ...asian, 'café au lait'].map((text) => ['macintosh', text] as const),
])('read as %s: %s', (encoding, text) => {
  const garbled = readAs(encoding, text);
  expect(mended(`One.\n${garbled}\nTwo.`)).toBe(`One.\n${text}\nTwo.`);
});

test('garbled twice', () => {
  for (const text of ['I don’t think so', 'café au lait', 'Привет'])
    expect(mended(readAs('windows-1252', readAs('windows-1252', text)))).toBe(text);
});

test.each([
  '“AMANHÃ”, disse',
  'AMANHû',
  '« CAFÉ»',
  'CAFÉ’s',
  'CAFÉ™',
  'Spaß“',
  '‘le café’”…',
  'Рік і Сіль, ГРУЗІЯ”…',
  'ВСЁ, её «всё»',
  'ČŠČŠ ŘŽ',
  'à «é» ê “É”',
  'ÑANDÚ…',
  '3×” 4×”',
  'Nº 5, 3ª, 20 °C, £50, 50 €',
  'Ø–Å–Å',
  '`donâ€™t`'.slice(1, 4),
])('but not %s', (text) => expect(garbledProblems(text, 'x.md')).toEqual([]));

test('nor the words of any language of the interface, in small letters or capitals', () => {
  const folder = join(projectRoot, 'layouts/words');
  for (const file of readdirSync(folder)) {
    const text = readFileSync(join(folder, file), 'utf8');
    expect([file, ...garbledProblems(text, 'x.yaml'), ...garbledProblems(text.toUpperCase(), 'x.yaml')]).toEqual([
      file,
    ]);
  }
});

test('it is told in front matter and text, but not in code; and what nobody can put back, without an edit', () => {
  const text = story({ title: 'donâ€™t' }, 'cafÃ©\n\n```\ncafÃ©\n```');
  expect(briefly(parseStory(text).problems)).toEqual(['content/garbled 2:11', 'content/garbled 9:4']);
  const [problem] = parseStory(story({}, `${readAs('windows-1252', 'Привет')} Ã‘`)).problems;
  expect(problem?.replacement).toBeUndefined();
  expect(problem?.fix).toMatch(/^Copy the text again/);
});

test('where bytes became controls, the text is told and not the first of them', () => {
  const { problems } = parseStory(story({ title: readAs('windows-1252', 'Пётр Аверин') }));
  expect(problems.map(({ weight }) => weight)).toEqual([undefined]);
  expect(problems).toEqual([expect.objectContaining({ code: 'content/garbled', fix: 'Write “title: Пётр Аверин”.' })]);
});
