import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAuthor } from '../../src/content/author.ts';
import { parseSite } from '../../src/content/site.ts';
import { siteYaml } from '../support/newsroom.ts';
import { applied, briefly, parseStory, site, story, unmark } from './written.ts';

const told = (fields: Record<string, string>) => briefly(parseStory(story(fields)).problems);
const author = (yaml: string) =>
  parseAuthor(new TextEncoder().encode(yaml), { kind: 'author', path: 'authors/ann.yaml', id: 'ann' }, site);

/** Of values written raw: `field` takes the first of them, and the mark in it says where a Problem is expected. */
function expectTold(field: string, value: string, code: string): void {
  const { text, place } = unmark(story({ [field]: value }));
  expect([value, briefly(parseStory(text).problems)]).toEqual([value, [`${code} ${place}`]]);
}

describe('a # that ends a text is told', () => {
  test.each([
    ['title', 'Why ‸#MeToo matters'],
    ['title', 'Berth ‸# 5'],
    ['title', 'Berth ‸#'],
    ['title', '"Storm" ‸#MeToo'],
    ['title', "'Storm'\t‸#MeToo"],
    ['title', '‸#MeToo'],
    ['place', '‸# 3'],
    ['place', 'Pier ‸#3'],
    ['summary', 'The berth\n  that everybody calls ‸#1 is closed.'],
    ['summary', 'The berth that everybody calls\n  ‸#1 is closed.'],
    ['summary', 'The berth that everybody calls\n  ‸# 1 is closed.'],
    ['summary', '\n  ‸#1 berth\n  is closed.'],
    ['summary', '| ‸# on the berth\n  It is closed.'],
    ['summary', '>\n  The berth\n ‸#1 is closed.'],
    ['points', '\n  - The port is ‸#1 in the region\n  - Two'],
    ['points', '\n  - The port is\n    ‸#1 in the region\n  - Two'],
    ['points', '[The port is\n  ‸#1 in the region\n  ]'],
    ['points', '[The port is ‸#1 in the region]'],
    ['corrections', '\n  - date: 2015-11-27\n    text: The story said berth ‸#4; it was berth #5.'],
    ['image', '{file: x.jpg, alt: "", caption: {en: Berth ‸#5, ru: x}}'],
    ['image', '\n  file: x.jpg\n  alt: Berth ‸# 5'],
    ['withdrawn', '{date: 2015-11-27, reason: It was ‸#4}'],
    ['sources', '[{title: Hit ‸#1, url: https://x.example}]'],
    ['date', '2015-11-26 ‸#5'],
    ['section', 'world ‸#5'],
    ['authors', '[desk] ‸#2'],
    ['draft', 'true ‸#yes'],
  ])('%s: %s', (field, value) => expectTold(field, value, 'yaml/cut-text'));

  test('in every file', () => {
    expect(briefly(author('name: Ann #1 Lee').problems)).toEqual(['yaml/cut-text 1:11']);
    expect(briefly(author('name: {en: Ann # Lee\n  }').problems)).toEqual(['yaml/cut-text 1:16']);
    const cut = siteYaml.replace('Курьер', 'Курьер #1');
    expect(briefly(parseSite(cut, '', ['en', 'ru']).problems)).toEqual(['yaml/cut-text 1:37']);
  });
});

describe('a comment that nobody can take for text stays', () => {
  test.each([
    ['date', '2015-11-26 # Moscow'],
    ['section', 'world # the desk'],
    ['draft', 'false # not yet'],
    ['title', '"Storm" # over the sea'],
    ['title', "'Storm' ## over the sea"],
    ['title', 'Storm\n# over the sea\n#MeToo'],
    ['title', "'Storm'\n  # over the sea"],
    ['title', '\n  # the headline\n  "Storm"'],
    ['summary', '\n  # the standfirst\n  The berth is closed.'],
    ['authors', '[desk] # who wrote it'],
    ['authors', '\n  - desk # who wrote it\n  # - ann\n  #- bob\n#'],
    ['points', '\n  - One\n  #- Two\n  #Three\n  - Four'],
    ['points', '[\n  "One", # the first\n  # "Two",\n  "Three"]'],
    ['points', '\n  - One\n\n  # of which\n  - Two'],
    ['topics', '# none yet\n  - syria'],
    ['image', '\n  file: x.jpg\n  #alt: Waves\n  # caption: Waves\n  alt: ""'],
    ['sources', '\n  - title: Agency\n    #publisher: Agency\n    url: https://x.example'],
    ['summary', '>\n  Why #MeToo\n  #1 matters\n\n# in the port'],
  ])('%s: %s', (field, value) => expect(told({ [field]: value })).toEqual([]));
});

describe('signs of YAML’s own are told where they stand in place of words', () => {
  test.each([
    ['title', '‸! important news'],
    ['title', '‸!important news'],
    ['title', '‸!!str 2015'],
    ['title', '‸&c Company'],
    ['place', '‸&Co'],
    ['points', '[One, ‸!two three]'],
    ['place', '‸>5'],
    ['place', '‸|'],
    ['image', '\n  file: x.jpg\n  alt: ‸>-'],
  ])('%s: %s', (field, value) => expectTold(field, value, 'yaml/dropped-words'));

  test('and where they are for a whole file', () => {
    const { problems } = author('%YAML 1.1\n---\nname: Ann\n');
    expect(briefly(problems)).toEqual(['yaml/dropped-words 1:1']);
    expect(briefly(author('name: Ann\n...\n').problems)).toEqual(['yaml/dropped-words 2:1']);
    expect(author('---\nname: Ann\n').value?.name).toBe('Ann');
  });
});

describe('a text that becomes another is told', () => {
  test.each(['"C:‸\\new"', '"C:‸\\temp"', '"C:‸\\Net"', '"C:‸\\files"', '"‸\\e]0;x\\a"'])('%s', (value) =>
    expectTold('title', value, 'yaml/changed-text'),
  );

  test.each([
    ['C:\\new', 'C:\\new'],
    ["'C:\\new'", 'C:\\new'],
    ['"C:\\\\new"', 'C:\\new'],
    ['"The \\"Moskva\\""', 'The "Moskva"'],
    ["'It''s a storm'", "It's a storm"],
    ['"\\u041c\\x21 \\U0001F600 \\ud83d\\ude00"', 'М! 😀 😀'],
    ['"A storm \\\n  over the sea"', 'A storm over the sea'],
    ['A storm\n  over\n  the sea', 'A storm over the sea'],
    ['>\n  A storm\n  over the sea\n', 'A storm over the sea'],
    ['"A storm\n  over the sea"', 'A storm over the sea'],
    ['\tA storm', 'A storm'],
    ['中文第一行\n  第二行', '中文第一行第二行'],
    ['中文第一行 上\n  第二行\n  “三”', '中文第一行 上第二行“三”'],
    ['"中文第一行，\n  第二\n\n  行 EU\n  行"', '中文第一行，第二\n行 EU 行'],
    ['>-\n  日本語の\n  テキスト\n  text', '日本語のテキスト text'],
    ['|-\n  日本語の\n  テキスト', '日本語の\nテキスト'],
    ['한국어\n  텍스트', '한국어 텍스트'],
  ])('but %j is what it says', (value, title) => expect(parseStory(story({ title: value })).value?.title).toBe(title));
});

describe('a comma in […] or {…} that cuts a text in two is told', () => {
  test.each([
    ['points', '[‸About 10,000 people fled, b]'],
    ['points', '[‸€5,000, b]'],
    ['points', '[‸The mayor, who resigned, left]'],
    ['points', '[Left, ‸and gone]'],
    ['points', '[‸Ten "small, old" boats]'],
    ['points', '["One, two", ‸three four]'],
    ['points', '[\n  ‸The mayor, who resigned,\n  left]'],
    ['corrections', '[{date: 2015-11-27, text: It was Tuesday, ‸not Monday.}]'],
    ['corrections', '[{date: 2015-11-27, text: It was Tuesday, ‸sadly, not Monday.}]'],
    ['image', '{file: x.jpg, alt: "", caption: {en: Boats, ‸small and old, ru: x}}'],
    ['sources', '[{title: Dogs, ‸cats, url: https://x.example}]'],
  ])('%s: %s', (field, value) => expectTold(field, value, 'yaml/split-text'));

  test.each([
    ['points', '[one, two, three]'],
    ['points', '["One, two", "three four"]'],
    ['points', '[The mayor left]'],
    ['points', '\n  - "The mayor, who resigned, left"\n  - About 10,000 people fled'],
    ['topics', '[syria, russia]'],
    ['corrections', '[{date: 2015-11-27, text: "It was Tuesday, not Monday."}]'],
  ])('but not of %s: %s', (field, value) => expect(told({ [field]: value })).toEqual([]));
});

test('a quotation mark that is never closed is told where it stands', () => {
  expectTold('title', '‸"Storm', 'yaml/syntax');
  expectTold('title', "‸'Storm", 'yaml/syntax');
  expectTold('title', '‸"Storm\nplace: "Moscow"', 'yaml/syntax');
  expectTold('points', '\n  - ‸"One\n  - Two', 'yaml/syntax');
});

test.each([
  ['topics', '‸[a, b}', 'topics: [a, b]'],
  ['topics', '‸[a, b # c', 'topics: [a, b] # c'],
  ['topics', '‸[a,\n  b\n# c', '  b]\n# c'],
  ['topics', '‸[a,\n\n  b', '  b]\n'],
  ['image', '‸{file: x.jpg, alt: ""]', 'image: {file: x.jpg, alt: ""}'],
  ['sources', '‸[{title: A, url: "https://x.example"}', 'sources: [{title: A, url: "https://x.example"}]'],
  ['sources', '‸[{title: A, url: "https://x.example"]', 'sources: [{title: A, url: "https://x.example"}]'],
  ['sources', '‸[{title: A, url: "https://x.example"]}', 'sources: [{title: A, url: "https://x.example"}]'],
])('brackets that are closed by none, or by one of another kind: %s: %s', (field, value, line) => {
  expectTold(field, value, 'yaml/syntax');
  const text = unmark(story({ [field]: value })).text;
  const mended = applied(text, parseStory(text).problems);
  expect(mended).toContain(line);
  expect(briefly(parseStory(mended).problems)).toEqual([]);
});

test('what a remedy says mends the mistake', () => {
  expect(told({ title: '"Why #MeToo matters"' })).toEqual([]);
  expect(told({ title: '#MeToo in the port\nplace: Pier' })).toEqual(['yaml/cut-text 2:8']);
  expect(told({ title: "'&c Company'", place: '"! news"' })).toEqual([]);
});

const isLong = process.env.BROADSHEET_TEST === 'long';
const textsAtRandom = isLong ? 3000 : 600;

test('of a text, written without quotes, no word is lost or changed without a Problem', () => {
  const sign = fc.constantFrom(...'#&*!|>%@`:,[]{}?-\'"\\~<=.…–“„«»/()+$^;_0123456789 \t');
  const word = fc.constantFrom(
    'Storm',
    'the',
    'Порт',
    '東京',
    'null',
    'true',
    '1.10',
    '#1',
    '# 5',
    ' #',
    ': ',
    ' - ',
    '!x',
    '&c',
    '*a',
    '>5',
    '...',
    '---',
    '\\n',
  );
  const text = fc.array(fc.oneof(sign, word, fc.constant(' '), fc.constant('a')), { minLength: 1, maxLength: 12 });
  const texts = fc.sample(text, { numRuns: textsAtRandom, seed: 11 }).map((parts) => parts.join(''));
  let read = 0;
  let mended = 0;
  for (const typed of texts.filter((each) => each.trim() && !/^\s*["']/.test(each))) {
    const expected = typed.trim();
    const title = parseStory(story({ title: typed })).value?.title;
    const points = parseStory(story({ points: `\n  - ${typed}\n  - Two` })).value?.points;
    if (title !== undefined) read += 1;
    expect([typed, title ?? expected]).toEqual([typed, expected]);
    const faults = title === undefined ? parseStory(story({ title: typed })).problems : [];
    const first = faults.find(({ code, replacement }) => code.startsWith('yaml/') && replacement);
    if (first) {
      mended += 1;
      const again = parseStory(applied(story({ title: typed }), [first]));
      const others = again.problems.filter(({ code }) => code.startsWith('yaml/'));
      expect([typed, others, again.value?.title ?? expected]).toEqual([typed, [], expected]);
    }
    expect([typed, points ?? [expected, 'Two']]).toEqual([typed, [expected, 'Two']]);
  }
  expect(read).toBeGreaterThan(textsAtRandom / 5);
  expect(mended).toBeGreaterThan(textsAtRandom / 5);
});
