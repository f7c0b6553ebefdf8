import { describe, expect, test } from 'vitest';
import { parseAuthor } from '../../src/content/author.ts';
import { maxCharacters, maxItems, maxSegmentBytes } from '../../src/content/lengths.ts';
import { parseTopic } from '../../src/content/page.ts';
import { contentPath } from '../../src/content/paths.ts';
import { parseSite } from '../../src/content/site.ts';
import type { Problem } from '../../src/problem.ts';
import { siteYaml } from '../support/newsroom.ts';
import { briefly, parseStory, site, story } from './written.ts';

const problems = (fields: Record<string, string>) => parseStory(story(fields)).problems;
const author = (yaml: string) =>
  briefly(
    parseAuthor(new TextEncoder().encode(yaml), { kind: 'author', path: 'authors/ann.yaml', id: 'ann' }, site).problems,
  );

describe('plain text has no markup in it', () => {
  test.each([
    ['title', 'Smith &amp; Sons', 'Write & itself.'],
    ['title', 'The port&#8217;s end', 'Write ’ itself.'],
    ['title', 'A&nbsp;storm', 'Write the character itself.'],
    [
      'title',
      '"<i>Titanic</i> sinks"',
      'Write the words without tags, and a title in “…” or «…»; put a space after < where it means less than.',
    ],
    ['title', 'The **big** one', 'Write the words alone: this text is shown as it is typed.'],
    ['place', '"[Grozny](https://x.example)"', 'Write the words alone: this text cannot hold a link.'],
    [
      'summary',
      "'Browsers drop <img src=x onerror=alert(1)>'",
      'Write the words without tags, and a title in “…” or «…»; put a space after < where it means less than.',
    ],
  ])('%s: %s', (field, value, fix) => {
    expect(problems({ [field]: value }).map((each) => [each.code, each.fix])).toEqual([['content/markup', fix]]);
  });

  test('in no field of any file', () => {
    const bad = '"**a** b"';
    const fields: Record<string, string>[] = [
      { points: `[x, ${bad}]` },
      { withdrawn: `{date: 2015-11-27, reason: ${bad}}` },
      { sources: `[{title: ${bad}, url: https://x.example, publisher: ${bad}}]` },
      { image: `{file: x.jpg, alt: ${bad}, caption: ${bad}, credit: {en: ${bad}}, license: ${bad}}` },
    ];
    expect(fields.map((each) => briefly(problems(each)).length)).toEqual([1, 1, 2, 4]);
    expect(
      author(`name: ${bad}\nrole: {en: ${bad}}\nbio: ${bad}\nlinks: [{name: ${bad}, url: https://x.example}]\n`),
    ).toEqual(['content/markup 1:7', 'content/markup 2:12', 'content/markup 3:6', 'content/markup 4:16']);
    const bold = siteYaml.replace(/^title: .*/m, `title: ${bad}`).replace(/^description: .*/m, `description: ${bad}`);
    expect(briefly(parseSite(bold, '', ['en', 'ru']).problems)).toHaveLength(2);
  });

  test.each([
    '0; url=javascript:alert(1)',
    '5 < 6 and AT&T, R&D, M*A*S*H, <3',
    'He said […], f*** [sic], C#, 2 * 3 * 4, snake_case',
    '“Порт №1”: что дальше?',
  ])('but %s is a headline', (title) => {
    expect(parseStory(story({ title: JSON.stringify(title) })).value?.title).toBe(title);
  });

  test('all kinds are told at once, each once, and each entity', () => {
    expect(problems({ title: '"**a** b &amp; <i>c</i> &lt; d &amp; **e**"' }).map(({ fix }) => fix)).toEqual([
      'Write the words alone: this text is shown as it is typed.',
      'Write & itself.',
      'Write the words without tags, and a title in “…” or «…»; put a space after < where it means less than.',
      'Write < itself.',
    ]);
  });
});

describe('everything has a most, which is said', () => {
  const text = (length: number) =>
    'x '
      .repeat(length / 2)
      .padEnd(length, 'x')
      .trimEnd()
      .padEnd(length, 'x');
  test.each([
    ['title', maxCharacters.title],
    ['summary', maxCharacters.passage],
    ['place', maxCharacters.name],
    ['section', maxCharacters.id],
    ['date', maxCharacters.word],
  ])('%s', (field, most) => {
    const one = (length: number) => problems({ [field]: field === 'section' ? 'x'.repeat(length) : text(length) });
    expect(one(most + 1)).toMatchObject([
      {
        code: 'content/too-long',
        what: `This has ${(most + 1).toLocaleString('en')} characters; the most is ${most.toLocaleString('en')}.`,
      },
    ]);
    expect(one(most).filter(({ code }) => code === 'content/too-long')).toEqual([]);
  });

  test('addresses and lists too', () => {
    expect(briefly(problems({ sources: `[{title: x, url: "https://x.example/${'a'.repeat(2000)}"}]` }))).toEqual([
      'content/too-long 7:27',
    ]);
    const ids = (length: number) => `[${Array.from({ length }, (_, index) => `t${index}`).join(', ')}]`;
    expect(problems({ topics: ids(maxItems.list) })).toEqual([]);
    expect(problems({ topics: ids(maxItems.list + 1) })).toMatchObject([
      { code: 'content/too-many', what: 'This list has 201 items; the most is 200.' },
    ]);
    const languages = siteYaml.replace('[en, ru]', `[en, ru, ${Array(99).fill('de').join(', ')}]`);
    expect(briefly(parseSite(languages, '', ['en', 'ru', 'de']).problems)).toContain('content/too-many 5:12');
  });

  test('names of files in bytes', () => {
    const code = (stem: string) => {
      const path = contentPath(`articles/2015/11/26/storm/${stem}.png`, 0o100644);
      return path && 'code' in path ? path.code : path?.kind;
    };
    expect(code('a'.repeat(maxSegmentBytes - 4))).toBe('picture');
    expect(code('a'.repeat(maxSegmentBytes - 3))).toBe('content/long-name');
    expect(code('п'.repeat(98))).not.toBe('content/long-name');
    expect(code('п'.repeat(99))).toBe('content/long-name');
  });
});

test('a text per language is in one that the site has, in every file', () => {
  const topic = { kind: 'topic', path: 'topics/sea.md', id: 'sea', language: undefined } as const;
  const told = (problems: readonly Problem[]) =>
    problems.map(({ code, line, column, fix }) => `${code} ${line}:${column} ${fix}`);
  const untranslated = (place: string, line: string) => [
    `content/untranslated ${place} Write “${line}” for every language, or add one of the site: en, ru.`,
  ];
  expect(author('name: {fr: Anne}')).toEqual(['content/untranslated 1:7']);
  expect(author('name: {fr: Anne, ru: Анна}')).toEqual([]);
  expect(told(problems({ image: '{file: x.jpg, alt: "", caption: {fr: La mer}}' }))).toEqual(
    untranslated('7:40', 'caption: La mer'),
  );
  const bytes = new TextEncoder().encode('---\nname: {fr: La mer}\n---\n');
  expect(told(parseTopic(bytes, topic, site).problems)).toEqual(untranslated('2:7', 'name: La mer'));
  const french = siteYaml.replace(/^title: .*/m, 'title: {fr: Le Courrier}');
  const footer = `${french}footer:\n  - {title: {de: Impressum}, url: /about/}\n`;
  expect(told(parseSite(footer, '', ['en', 'ru']).problems)).toEqual([
    ...untranslated('1:8', 'title: Le Courrier'),
    ...untranslated('12:13', 'title: Impressum'),
  ]);
});
