import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, splitFrontMatter } from '../../src/content/front-matter.ts';
import { isFault } from '../../src/problem.ts';
import { applied, briefly, parseStory, story } from './written.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const split = (text: string) => splitFrontMatter(plainText(bytes(text)), 'x.md').split;
const told = (text: string) => briefly(parseStory(text).problems);

describe('a file is the same whatever its editor did to it', () => {
  const text = story({ title: 'A storm' }, 'One.\n\n**Two.**');
  const article = parseStory(text).value;
  test.each([
    ['a byte order mark', `\uFEFF${text}`],
    ['lines that end in CRLF', text.replaceAll('\n', '\r\n')],
    ['lines that end in CR alone', text.replaceAll('\n', '\r')],
    ['all of it at once', `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['spaces and tabs after the fences', text.replaceAll('---\n', '--- \t\n')],
  ])('%s changes nothing', (_, variant) => {
    expect(article).toBeDefined();
    expect(parseStory(variant).value).toEqual(article);
  });

  test('places are counted in its own lines, behind a byte order mark and with CRLF too', () => {
    const wrong = `\uFEFF${story({ section: 'wrold' }).replaceAll('\n', '\r\n')}`;
    expect(briefly(parseStory(wrong).problems)).toEqual(['article/unknown-section 6:10']);
  });

  test('the body begins right behind the second fence, and its line is known', () => {
    expect(split('---\ntitle: x\n---\nText.\n---\nMore.')).toEqual({
      yaml: 'title: x',
      yamlLine: 2,
      body: 'Text.\n---\nMore.',
      bodyLine: 4,
    });
    expect(split('---\n---\n')).toEqual({ yaml: '', yamlLine: 2, body: '', bodyLine: 3 });
  });
});

describe('front matter is YAML and is never run', () => {
  test.each([
    '---js',
    '--- js',
    '---javascript',
    '---json',
    '---node',
    '---yaml',
    ';;;',
    '+++',
    ' ---',
    '---\tjs',
    '----',
  ])('%j opens nothing', (fence) => {
    const ran = `${fence}\n({ title: (globalThis.ran = true) })\n${fence}\nText.\n`;
    expect(told(ran)[0]).toBe('front-matter/not-yaml 1:1');
    expect('ran' in globalThis).toBe(false);
  });

  test.each([
    ['unclosed', '---\ntitle: x\n', 'front-matter/unclosed 1:1'],
    ['closed by indented dashes only', '---\ntitle: x\n ---\n', 'front-matter/unclosed 1:1'],
    ['closed by a line with words on it', '---\ntitle: x\n--- Text.\n\n---\n', 'front-matter/unclosed 3:1'],
    ['missing', 'Text.\n', 'front-matter/missing 1:1'],
    ['after an empty line', '\n---\ntitle: x\n---\n', 'front-matter/missing 1:1'],
    ['missing from an empty file', '', 'front-matter/missing 1:1'],
  ])('%s, it is one Problem, and hides none of what it has', (_, text, expected) => {
    const missing = told(text).filter((each) => each.startsWith('yaml/missing-key'));
    expect(told(text).filter((each) => !each.startsWith('content/no-text'))).toEqual([expected, ...missing]);
    expect(missing).toHaveLength(text.includes('title') ? 4 : 0);
  });

  test.each([
    ['without its first line', (text: string) => text.replace('---\n', '')],
    ['below an empty line', (text: string) => `\n${text}`],
    ['below a line of too many hyphens', (text: string) => text.replace('---', '-----')],
    ['below a dash', (text: string) => text.replace('---', '—')],
    ['without its last line', (text: string) => text.replace('\n---\n', '\n')],
    ['without its last line, right above the text', (text: string) => text.replace('\n---\n\n', '\n')],
    ['above a line of too few hyphens', (text: string) => text.replace('\n---\n', '\n--\n')],
    ['above --- with the text on it', (text: string) => text.replace('\n---\n\n', '\n--- ')],
  ])('%s it is mended by its remedy, and all else is told where it stands', (_, broken) => {
    const text = broken(story({ section: 'wrold' }, 'Text.\n\nA [b](c/).'));
    const { problems } = parseStory(text);
    const codes = problems.map(({ code }) => code);
    expect(codes).toEqual([expect.stringMatching(/^front-matter/), 'link/relative', 'article/unknown-section']);
    const lineOf = (word: string) => text.split('\n').findIndex((line) => line.includes(word)) + 1;
    expect(problems.slice(1).map(({ line }) => line)).toEqual([lineOf('(c/)'), lineOf('wrold')]);
    const [first] = problems;
    expect(told(applied(text, first ? [first] : []))).toHaveLength(2);
  });

  test('empty, every key that is needed is missing', () => {
    expect(briefly(parseStory('---\n---\nText.\n').problems)).toEqual(Array(5).fill('yaml/missing-key 2:1'));
  });
});

describe('hostile documents are Problems or harmless', () => {
  const first = (text: string | Uint8Array) => briefly(parseStory(text).problems)[0];

  test('a NUL, a control, half an emoji: in the file or written as an escape', () => {
    expect(first(story({ title: 'a\u0000b' }))).toBe('content/control-character 2:9');
    expect(first(story({ title: '"a\\0b"' }))).toBe('content/control-character 2:8');
    expect(first(story({ title: '"a\\u0008b"' }))).toBe('content/control-character 2:8');
    expect(first(story({ title: '"a\\ud83d"' }))).toBe('content/control-character 2:8');
    expect(first(story({ title: '"a\\uffffb"' }))).toBe('content/control-character 2:8');
    expect(first(story({}, 'a\u001bb'))).toBe('content/control-character 9:2');
  });

  test('bytes that are not UTF-8, as a text in Windows-1251', () => {
    const text = story({ title: 'X' });
    const cut = text.indexOf('X');
    expect(
      first(
        Buffer.concat([Buffer.from(text.slice(0, cut)), Buffer.from([0xc2, 0xee, 0xe9]), Buffer.from(text.slice(cut))]),
      ),
    ).toBe('content/not-utf8 2:8');
    expect(first(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatch(/^content\/not-utf8 1:1$/);
  });

  test('an emoji and every script are text', () => {
    const title = '👩‍🚀 Привет 你好 مرحبا';
    expect(parseStory(story({ title }, title)).value?.title).toBe(title);
  });

  test('values and keys without end are refused, by a megabyte before they are read', () => {
    expect(first(story({ title: 'x'.repeat(1e6) }))).toBe('content/too-large 2:1');
    expect(first(story({ title: 'x'.repeat(5e4) }))).toBe('content/too-long 2:8');
    expect(first(story({ place: `x\n? ${'k'.repeat(5e4)}\n: 1` }))).toBe('yaml/unknown-key 8:3');
    expect(first(story({ topics: `[${'A'.repeat(5e4)}]` }))).toBe('content/too-long 7:10');
  });

  test('keys that every object has are unknown keys, and change no object', () => {
    expect(
      briefly(parseStory(story({ __proto: 'x' }).replace('__proto:', '__proto__: {polluted: true}\nx_:')).problems),
    ).toEqual(['yaml/unknown-key 7:1', 'yaml/unknown-key 8:1']);
    expect(first(story({ constructor: '{prototype: {polluted: true}}' }))).toBe('yaml/unknown-key 7:1');
    expect(first(story({ image: '{file: x.jpg, alt: "", caption: {__proto__: x}}' }))).toMatch(/^yaml\/wrong/);
    expect('polluted' in {}).toBe(false);
  });

  test('bombs of aliases, circles, nesting without end, keys twice, tabs', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      ...'bcdefgh'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[index]}`).join(',')}]`),
    ].join('\n');
    expect(told(story({ place: `x\n${bomb}\nz: *h` }))).toContain('yaml/too-many-aliases 9:8');
    expect(first(story({ topics: '&t [[*t]]' }))).toBe('yaml/circular-alias 7:14');
    expect(first(story({ topics: '['.repeat(5e4) }))).toMatch(/^yaml\/too-deep 7:\d+$/);
    expect(first(story({ topics: '{a: '.repeat(1e4) }))).toMatch(/^yaml\/too-deep 7:\d+$/);
    expect(
      first(
        story({ topics: `\n${Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth + 1)}a:`).join('\n')}` }),
      ),
    ).toMatch(/^yaml\/too-deep /);
    expect(first(story({ title: 'x\ntitle: y' }))).toBe('yaml/repeated-key 3:1');
    expect(first(story({ image: '\n\tfile: x' }))).toBe('yaml/syntax 8:1');
  });

  test('an anchor and its alias, used with measure, are YAML like other YAML', () => {
    expect(parseStory(story({ title: '&t Storm', place: '*t' })).value?.place).toBe('Storm');
  });
});

const isLong = process.env.BROADSHEET_TEST === 'long';
const documentsAtRandom = isLong ? 2000 : 400;

test('of fuzzed documents none crashes, every refusal names its place', () => {
  const scrap = fc.constantFrom(
    '---',
    '---js',
    '\n',
    '\r',
    '\r\n',
    ': ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '&a ',
    '*a',
    '!!str ',
    '!x ',
    '<<: ',
    '? ',
    '#',
    '%',
    '@',
    '`',
    '\t',
    '  ',
    '\u0000',
    '\u2028',
    '\uFEFF',
    '\uD800',
    '👩‍🚀',
    '{{',
    '<%',
    '~',
    'null',
    '.nan',
    '0x1F',
    '1e999',
    '2015-11-26',
    '__proto__',
    'constructor',
    'toString',
    'title',
    'authors',
    'image',
    'sources',
    'x'.repeat(5000),
    '[[[[[[[[[['.repeat(20),
  );
  // Not the unit `binary`, which makes a table of all of them first.
  const codePoint = fc.nat(0x10ffff).map((point) => String.fromCodePoint(point));
  const value = fc.oneof(
    fc.array(scrap, { maxLength: 8 }).map((parts) => parts.join('')),
    fc.json(),
    fc.string({ unit: codePoint }),
    fc.string(),
  );
  const key = fc.constantFrom(
    'title',
    'summary',
    'date',
    'authors',
    'section',
    'topics',
    'points',
    'type',
    'image',
    'sources',
    'updated',
    'corrections',
    'redirectFrom',
    'draft',
    'withdrawn',
    '__proto__',
    'constructor',
    'x',
  );
  const changed = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }).map((fields) => story(fields));
  const spliced = fc.tuple(fc.nat(120), value).map(([at, noise]) => story().slice(0, at) + noise + story().slice(at));
  const wild = fc.array(fc.oneof(scrap, key), { maxLength: 60 }).map((parts) => parts.join(''));
  const documents = fc.sample(fc.oneof({ weight: 5, arbitrary: changed }, { weight: 3, arbitrary: spliced }, wild), {
    numRuns: documentsAtRandom,
    seed: 20151126,
  });

  let read = 0;
  for (const document of documents) {
    const { value: article, problems } = parseStory(document);
    if (article) read++;
    expect(article === undefined).toBe(problems.some(isFault));
    for (const { code, file, line, column, what, fix } of problems) {
      if (!(line && column && file)) expect.unreachable(`${code} has no place, in ${JSON.stringify(document)}`);
      expect(`${code} ${what} ${fix}`).toMatch(/^[a-z-]+\/[a-z0-9-]+ [\p{Lu}\p{N}“"].*[.?]$/su);
      expect(line).toBeLessThanOrEqual(document.split(/\r\n?|\n/).length);
    }
  }
  expect(read).toBeGreaterThan(documentsAtRandom / 40);
  expect(read).toBeLessThan(documentsAtRandom * 0.95);
});
