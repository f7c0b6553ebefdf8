/** Plain YAML is read without its parser: to the same values, and only where the parser finds nothing wrong either. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readPlainLines } from '../../src/content/yaml/plain-lines.ts';
import { readAnyYaml } from '../../src/content/yaml.ts';

const anything = { schema: z.unknown(), example: () => '' };

function expectSame(yaml: string): boolean {
  const plain = readPlainLines(yaml);
  if (plain === undefined) return false;
  const { asRead, problems } = readAnyYaml(yaml, anything, 'x.yaml');
  expect({ yaml, problems, read: plain }).toEqual({ yaml, problems: [], read: asRead });
  expect(JSON.stringify(plain)).toBe(JSON.stringify(asRead)); // keys in the same order too
  return true;
}

test.each([
  'title: Hollande to meet with Putin\n',
  'title: "Hollande: no time"\nsummary: \'It is “late”, he said: "now".\'\n',
  'date: 2015-11-26 10:40\nupdated: 2015-11-26T10:40:05+03:00',
  'authors: [ann, bob-smith]\ntopics:\n- a\n- b\nsection: world\n',
  'image:\n  file: x.jpg\n  alt: 5 people in a room\n  titles:\n    - ru: Пять человек\n      hy: Հինգ մարդ\n    - hi: पाँच लोग\nplace: Moscow\n',
  'redirectFrom:\n  - /?p=1\n  - /2015/a-b_c.html\n  - /a%20b/?c=d&e=f\nsummary: (He came.)\ntitle: … and went\nnote: — Who?\n',
  'sources:\n  - title: TASS\n    url: https://tass.com/a?b=c&d\n  - title: AFP\npoints:\n  - He came.\n  - She went.\n',
])('read, as by the parser: %j', (yaml) => expect(expectSame(yaml)).toBe(true));

test.each([
  [
    'what is no text',
    'a: 5\n',
    'a: true\n',
    'a: null\n',
    'a: ~\n',
    'a: .5\n',
    'a: [yes]\n',
    'a:\n',
    'a: 2015\n',
    'null: a\n',
  ],
  [
    'what YAML has signs for',
    'a: b # c\n',
    'a: &b c\n',
    'a: {b: c}\n',
    'a: |\n  b\n',
    'a: *b\n',
    'a: !b c\n',
    '%YAML 1.2\n',
  ],
  ['text over several lines', 'a: b\n  c\n', 'a: "b\n  c"\n', 'a: b\n\nc: d\n', '- a\n'],
  ['what is written twice', 'a: b\na: c\n', 'a:\n  b: c\n  b: d\n'],
  ['lines that stand at no place', 'a:\n    b: c\n  d: e\n', ' a: b\n', 'a:\n  - b\n c: d\n', 'a: b\n- c\n'],
  [
    'what looks like more keys',
    'a: b: c\n',
    'a: b:\n',
    'a : b\n',
    'a:b\n',
    'a: b \n',
    '"a": b\n',
    'a: - b\n',
    'a: "b" c\n',
  ],
  [
    'what is refused',
    'a: {{b}}\n',
    'a: b <% c\n',
    'a: b\u200Bc\n',
    'a: b\u3164c\n',
    'a: b\u0007c\n',
    'a: b\uFFFDc\n',
    'a: "b\\nc"\n',
  ],
  ['what is nested without end', `${Array.from({ length: 40 }, (_, n) => `${' '.repeat(n)}a:`).join('\n')} b`],
  ['half a text', 'a: [b c, d]\n', 'a: [b,c]\n', 'a: [“b, c”]\n'],
])('left to the parser: %s', (_, ...all) => {
  for (const yaml of all) expect([yaml, readPlainLines(yaml)]).toEqual([yaml, undefined]);
});

const pieces = [
  ...'a bc title Ärger слово 漢字 हिंदी שלום null yes True no 5 1e3 0x1f .5 2015-11-26 12:30 : , # " \' [ ] { } & * !'.split(
    ' ',
  ),
  ...'| > % @ ` \\ ? <% {{ — … ( ) / ~ “ ” \t \u00A0 \u200B \uFE0F \u00AD --- ...'.split(' '),
  ...[': ', ' ', '  ', '\n', '\n', '\n  ', '\n- ', '\n  - ', '- ', ', ', ' #', '[a, b]', '? ', 'title: x\n', '\nk: '],
];
const key = fc.constantFrom('title', 'date', 'en', 'a-b', 'a_1', 'constructor', 'no');
const word = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('a', ' b', 'слово', ' 漢字', ', ', '. ', '5', '“') },
  { weight: 1, arbitrary: fc.constantFrom(...pieces) },
);
const line = fc.tuple(
  fc.constantFrom('', '', '', '  ', '- ', '  - '),
  key,
  fc.constantFrom(': ', ': ', ': a', ': a', ': /', ': (', ':', ': "', ": '", ': ['),
  fc.array(word, { maxLength: 4 }),
);

test('of made-up texts', () => {
  let read = 0;
  const written = fc
    .array(line, { minLength: 1, maxLength: 4 })
    .map((lines) =>
      lines
        .map(
          ([indent, name, sign, words]) =>
            `${indent}${name}${sign}${words.join('')}${{ '"': '"', "'": "'", '[': ']' }[sign.slice(-1)] ?? ''}`,
        )
        .join('\n'),
    );
  fc.assert(
    fc.property(written, (yaml) => {
      if (expectSame(yaml)) read += 1;
    }),
    { numRuns: 4000 },
  );
  expect(read).toBeGreaterThan(50);
});

test('most stories of the sample newsroom', () => {
  const files = execFileSync('git', ['ls-files', 'content/articles/*.md'], { encoding: 'utf8' }).trim().split('\n');
  const yaml = files.map((path) => (readFileSync(path, 'utf8').split(/^---$/m)[1] ?? '').trimStart());
  expect(yaml.filter(expectSame).length).toBeGreaterThan(0.8 * yaml.length);
});
