import { describe, expect, test } from 'vitest';
import { outlineBody } from '../../../src/content/markdown/outline.ts';
import { countWords } from '../../../src/content/markdown/words.ts';
import { bodyProblems, site } from '../written.ts';
import { elements, hrefs, html } from './rendered.ts';

describe('a bare address is a link to itself', () => {
  const address = 'https://e.example/a_(b)_c?x=1&y=2#z';
  test.each([
    [`See ${address} now`],
    [`(${address}), “${address}”. ${address}: „${address}“!`],
    [`«${address}»؛ ${address}، ${address}؟`],
    [`看（${address}）。见${address}，「${address}」、${address}！`],
    [`**${address}** *${address}* ~~${address}~~`],
    [`${address}… ${address}—${address}। ${address}· ${address}።`.replace('።', '')],
  ])('%s', (body) => {
    const markup = html(body);
    expect([...new Set(hrefs(markup))]).toEqual([address]);
    expect(elements(markup, 'a')).toHaveLength(body.split(address).length - 1);
    expect(elements(markup, 'p')[0]?.text).toBe(body.replace(/\*\*|~~|(?<= )\*|\*(?= )/g, ''));
    expect(outlineBody(body, 'x', 1, site)).toMatchObject({ outline: { outbound: [address] }, problems: [] });
  });

  test.each([
    ['詳細はhttps://port.example/aをご覧ください。', 'https://port.example/a'],
    ['詳細はhttps://port.example/をご覧ください。', 'https://port.example/'],
    ['https://port.example/a에서', 'https://port.example/a'],
    ['见https://port.example/a.html了解', 'https://port.example/a.html'],
    ['ที่https://port.example/aครับ', 'https://port.example/a'],
    ['https://ja.example/wiki/港湾', 'https://ja.example/wiki/%E6%B8%AF%E6%B9%BE'],
    ['https://例え.example/港にて', 'https://xn--r8jz45g.example/%E6%B8%AF%E3%81%AB%E3%81%A6'],
    ['https://e.example/café', 'https://e.example/caf%C3%A9'],
  ])('%s ends before a word of a script without spaces', (body, expected) => {
    expect(hrefs(html(body))).toEqual([expected]);
    expect(elements(html(body), 'p')[0]?.text).toBe(body);
  });

  test('but not in a link, in code or escaped', () => {
    expect(hrefs(html('[https://a.example](/b/) `https://c.example` \\https://d.example https\\://e.example'))).toEqual(
      ['/b/'],
    );
    expect(html('xhttps://a.example http:// https://5%')).not.toContain('<a');
  });
});

describe('Chinese, Japanese and Korean', () => {
  test('have emphasis beside their punctuation', () => {
    const strong = (body: string) => elements(html(body), 'strong').map(({ text }) => text);
    expect(strong('他说**“你好”**然后**（重要）**的')).toEqual(['“你好”', '（重要）']);
    expect(strong('**「重要」**です。**注意：**は')).toEqual(['「重要」', '注意：']);
    expect(strong('이것은 **“중요”**라고')).toEqual(['“중요”']);
    expect(strong('**“华为”**Mate和**（小米）**手机')).toEqual(['“华为”', '（小米）']);
    expect(strong('และ **"สำคัญ"**มาก **5%**ของ')).toEqual(['"สำคัญ"', '5%']);
    expect(strong('**a:**b')).toEqual([]);
  });

  test('have no space at the end of a line, but Korean and Latin words do', () => {
    const text = (body: string) => elements(html(body), 'p')[0]?.text;
    expect(text('中文，\n中文\n**中文**\n“中文”')).toBe('中文，中文中文“中文”');
    expect(text('한국어\n한국어\n中文\nword\n中文')).toBe('한국어\n한국어\n中文\nword\n中文');
  });
});

describe('of HTML', () => {
  test('<br>, <sup> and <sub> are read', () => {
    const body = 'H<sub>2</sub>O, m<sup>2</sup><br>a<br/>b<br />c';
    expect(html(body)).toBe('<p>H<sub>2</sub>O, m<sup>2</sup><br>\na<br>\nb<br>\nc</p>\n');
    expect(bodyProblems(body)).toEqual([]);
  });

  test('nothing of a comment is left, in a text or over empty lines', () => {
    const body = 'a <!-- *b* -->c\n\n<!-- d\n\ne -->\n\n> <!-- f -->\n> g';
    expect(html(body)).toBe('<p>a c</p>\n<blockquote>\n<p>g</p>\n</blockquote>\n');
    expect(outlineBody(body, 'x', 1, site)).toMatchObject({ outline: { words: 3 }, problems: [] });
  });

  test.each([
    'a <!-- b',
    '<!-- a\n\nb',
    '<!-- a\n\nb --> c',
    'a <sup>b',
    'a <sub class="b">c</sub>',
    'a <br clear=all>',
  ])('%j is a Problem', (body) => expect(bodyProblems(body)[0]).toMatch(/^markdown\/html/));
});

describe('a picture in a link', () => {
  test('is a figure whose picture leads there, named by its description', () => {
    const body = '[![The port](storm/sea.jpg "By night | AP")](https://e.example/)';
    expect(elements(html(body)).map(({ name }) => name)).toEqual([
      'figure',
      'a',
      'picture',
      ...Array(3)
        .fill('source')
        .slice(0, elements(html(body), 'source').length),
      'img',
      'figcaption',
      'span',
    ]);
    expect(outlineBody(body, 'x', 1, site)).toMatchObject({
      outline: { outbound: ['https://e.example/'], pictures: ['storm/sea.jpg'] },
      problems: [],
    });
    expect(elements(html(body, { link: () => undefined }), 'a')).toEqual([]);
  });

  test('without description is a Problem', () => {
    expect(bodyProblems('[![""](storm/sea.jpg)](/a/)')).toEqual(['link/no-text 1:24']);
    expect(bodyProblems('[![](storm/sea.jpg)](/a/)')).toEqual(['picture/no-alt 1:6']);
  });
});

test('levels of headings that skip are closed up and told as advice', () => {
  const body = '### a\n\n##### b\n\n### c\n\n## d\n\n#### e\n\n### f';
  const names = elements(html(body)).map(({ name }) => name);
  expect(names.filter((name) => /^h\d$/.test(name))).toEqual(['h2', 'h3', 'h2', 'h2', 'h3', 'h3']);
  const { problems } = outlineBody(body, 'x', 1, site);
  expect(problems.map(({ code, line, weight }) => [code, line, weight])).toEqual(
    [1, 3, 9].map((line) => ['markdown/skipped-heading-level', line, 'advice']),
  );
});

test.each([
  ['أُغْلِقَ المِينَاءُ اليَوْمَ', 3],
  ['أغلق الميناء اليوم', 3],
  ['Чей йод и ёлка'.normalize('NFD'), 4],
  ["l’eau d'abord don’t", 3],
  ['हिन्दी में समाचार', 3],
  ['新闻'.repeat(1400), 1120],
  ['𠀀𠀀𠀀𠀀𠀀 NATO 5', 4],
  ['ท่าเรือปิด', 2],
  ['— … 5 < 6', 2],
])('%s has so many words', (text, expected) => expect(countWords(text)).toBe(expected));
