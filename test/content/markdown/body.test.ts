import { describe, expect, test } from 'vitest';
import { bodyProblems } from '../written.ts';
import { elements, hrefs, html, ids, rendered } from './rendered.ts';

describe('tables', () => {
  const table = html('| Name | Force | Place |\n|:--|:-:|--:|\n| A | 10 | sea |');

  test('align by class, never by style', () => {
    const cells = elements(table)
      .filter(({ name }) => name === 'th' || name === 'td')
      .map(({ attributes }) => attributes.class);
    expect(cells).toEqual([undefined, 'center', 'end', undefined, 'center', 'end']);
    expect(table).not.toContain('style=');
  });

  test('head their columns, and scroll within a box that the keyboard reaches', () => {
    expect(elements(table, 'th').map(({ attributes }) => attributes.scope)).toEqual(['col', 'col', 'col']);
    expect(elements(table)[0]).toMatchObject({ name: 'div', attributes: { class: 'scroll', tabindex: '0' } });
  });
});

describe('footnotes', () => {
  const body = 'Ten[^force] of twelve^[On the *old* scale.], ten[^force].\n\n[^force]: Beaufort.';
  const markup = html(body);

  test('every reference leads to its note, and every note back to each of its references', () => {
    const targets = hrefs(markup).map((href) => href?.slice(1));
    expect(targets).toHaveLength(6);
    expect(targets.filter((target) => target === undefined || !ids(markup).includes(target))).toEqual([]);
    expect(elements(markup, 'li').map(({ text }) => text.trim())).toEqual(['Beaufort. ↩︎ ↩︎', 'On the old scale. ↩︎']);
  });

  test('of plain paragraphs stand hidden behind their first number too, on their own page alone', () => {
    const beside = (markup: string) => elements(markup).filter(({ attributes }) => attributes.class === 'side');
    expect(beside(markup)).toEqual([
      { name: 'span', attributes: { class: 'side', hidden: '' }, text: '1 Beaufort.' },
      { name: 'span', attributes: { class: 'side', hidden: '' }, text: '2 On the old scale.' },
    ]);
    expect(beside(html(body, { page: 'https://courier.example/a/' }))).toEqual([]);
    const inside = ['## Ten[^a]', '| Ten[^a] |\n|---|', '::: fact {title="A"}\nTen[^a]\n:::'];
    for (const text of inside) expect([text, beside(html(`${text}\n\n[^a]: B.`))]).toEqual([text, []]);
    expect(beside(html('Ten[^a]\n\n[^a]: B.\n\n    - C'))).toEqual([]);
  });

  test('that stand at the end alone keep their numbers there', () => {
    const notes = elements(html('A[^a] b[^b]\n\n[^a]: A.\n\n[^b]: B.\n\n    - C'), 'li').map(
      ({ attributes }) => attributes,
    );
    expect(notes.slice(0, 2)).toEqual([
      { id: 's_note.1', class: 'beside' },
      { id: 's_note.2', value: '2' },
    ]);
  });

  test('a heading called as a footnote is takes nothing from it', () => {
    const both = ids(html(`## Note 1\n\n## Ref 1\n\n## Note.1\n\n${body}`));
    expect(new Set(both).size).toBe(both.length);
  });

  test('one that is never referred to, or not there, is no element', () => {
    expect(elements(html('Text.\n\n[^a]: Nobody asks.'), 'li')).toEqual([]);
    expect(elements(html('Text[^b].'), 'a')).toEqual([]);
  });
});

describe('headings', () => {
  test('have ids with a prefix, in their own script', () => {
    expect(ids(html('## What happened?\n\n## Что случилось?\n\n### 发生了什么'))).toEqual([
      's_what-happened',
      's_что-случилось',
      's_发生了什么',
    ]);
  });

  test('of the same words have different ids', () => {
    expect(ids(html('## Why\n\n## Why\n\n## Why 2\n\n## why!\n\n## …\n\n## —'))).toEqual([
      's_why',
      's_why-2',
      's_why-2-2',
      's_why-3',
      's_',
      's_-2',
    ]);
  });

  test('are reached by the same words as a fragment, with or without the prefix', () => {
    expect(hrefs(html('[a](#why) [b](#s_why)'))).toEqual(['#s_why', '#s_why']);
    expect(hrefs(html('[a](#s-400)\n\n## S-400'))).toEqual(['#s_s-400', '#s_s-400']);
    expect(ids(html('## S-400'))).toEqual(['s_s-400']);
  });

  test('are links to themselves on their own page, of just their words; not around another link, nor in a feed', () => {
    const heading = (body: string, page = '') =>
      elements(html(body, { page })).map(({ name, text }) => `${name} ${text}`);
    expect(heading('## The *old* pier')).toEqual(['h2 The old pier', 'span ', 'a The old pier', 'em old']);
    expect(hrefs(html('## The *old* pier'))).toEqual(['#s_the-old-pier']);
    expect(heading('## The [pier](/world/)')).toEqual(['h2 The pier', 'span ', 'a pier']);
    expect(heading('## Pier', 'https://courier.example/a/')).toEqual(['h2 Pier', 'span ']);
  });

  test('of the second level are told as the parts of a text, but not those in a block', () => {
    const body = '## The *old* pier\n\n### Sand\n\n## Why\n\n::: note\n## In a box\n:::';
    expect(rendered(body).headings).toEqual([
      { place: 's_the-old-pier', title: 'The old pier' },
      { place: 's_why', title: 'Why' },
    ]);
  });

  test('are one by one: no first level, no level left out, none without words', () => {
    expect(bodyProblems('## a\n\n### b\n\n## c\n\n### d\n\n#### e')).toEqual([]);
    expect(bodyProblems('# a')).toEqual(['markdown/first-level-heading 1:1']);
    for (const line of ['=====', '---'])
      expect(bodyProblems(`Text.\n\nTitle\n${line}`)).toEqual(['markdown/underlined-heading 3:1']);
    expect(bodyProblems('### a\n\n### b')).toEqual(['markdown/skipped-heading-level 1:1']);
    expect(bodyProblems('## a\n\n##\n\n### b')).toEqual(['markdown/empty-heading 3:1']);
  });
});

describe('pictures', () => {
  test('alone in a paragraph are figures with their caption and credit', () => {
    const markup = html('![Waves at the pier](storm/sea.jpg "The pier | Igor <Ivanov>")');
    expect(elements(markup, 'img')[0]?.attributes).toMatchObject({
      src: '/assets/storm/sea.jpg-640.jpeg',
      alt: 'Waves at the pier',
      loading: 'lazy',
    });
    expect(elements(markup, 'figcaption')[0]?.text).toBe('The pier Igor <Ivanov>');
    expect(elements(markup, 'span')[0]).toMatchObject({ attributes: { class: 'credit' }, text: 'Igor <Ivanov>' });
    expect(elements(markup, 'p')).toEqual([]);
  });

  test('without words have no caption', () => {
    expect(elements(html('![Waves](storm/sea.jpg)'), 'figcaption')).toEqual([]);
    expect(elements(html('![Waves](storm/sea.jpg " | Igor")'), 'figcaption')[0]?.text).toBe('Igor');
  });

  test.each(['![""](storm/sea.jpg)', '![“”](storm/sea.jpg)', "![''](storm/sea.jpg)"])(
    '%s has no description on purpose',
    (body) => {
      expect(bodyProblems(body)).toEqual([]);
      expect(elements(html(body), 'img')[0]?.attributes.alt).toBe('');
    },
  );

  test('without a decision about their description are a Problem', () => {
    expect(bodyProblems('Text.\n\n![ ](storm/sea.jpg)')).toEqual(['picture/no-alt 3:6']);
  });

  test('may be named with the folder of their story or without', () => {
    expect(elements(html('![Waves](sea.jpg)'), 'img')[0]?.attributes.src).toBe('/assets/sea.jpg-640.jpeg');
  });

  test('that are not there leave nothing', () => {
    expect(html('![Waves](storm/sea.jpg "Caption")', { picture: () => undefined })).toBe('');
  });

  test.each(['![x](https://x.example/a.jpg)', '![x](/a.jpg)', '![x](../a.jpg)', '![x](data:image/png,x)', '![x]()'])(
    '%s is outside of the story',
    (body) => {
      expect(bodyProblems(body).map((each) => each.split(' ')[0])).toEqual(['picture/outside']);
    },
  );

  test('among words are a Problem, in headings, tables and links too', () => {
    for (const body of [
      'Text ![x](a/b.jpg).',
      '## ![x](a/b.jpg) b',
      '| a |\n|--|\n| ![x](a/b.jpg) |',
      'See [![x](a/b.jpg)](/).',
    ])
      expect([body, bodyProblems(body)[0]?.split(' ')[0]]).toEqual([body, 'picture/inside-text']);
  });
});

describe('links', () => {
  test('that lead nowhere yet are plain text', () => {
    const markup = html('See [the **other** story](/2015/11/27/calm/) and [this](/about/).', {
      link: (href) => (href === '/about/' ? href : undefined),
    });
    expect(hrefs(markup)).toEqual(['/about/']);
    expect(elements(markup, 'p')[0]?.text).toBe('See the other story and this.');
  });

  test('to the body itself get the address of its page before them in a feed', () => {
    const markup = html('## Why\n\n[up](#why) and ten[^1]\n\n[^1]: Note.', {
      page: 'https://courier.example/2015/11/26/storm/',
    });
    expect(hrefs(markup)).toHaveLength(3);
    for (const href of hrefs(markup)) expect(href).toMatch(/^https:\/\/courier\.example\/2015\/11\/26\/storm\/#s_/);
    expect(ids(markup).every((id) => id.startsWith('s_'))).toBe(true);
  });

  test('drop their titles, and keep & and quotes as data', () => {
    expect(html('[x](https://x.example/?a=1&b="2" "title")')).toBe(
      '<p><a href="https://x.example/?a=1&amp;b=%222%22">x</a></p>\n',
    );
  });
});

test.each([
  ['2,100 roubles', true],
  ['−14 °C', true],
  ['€ 5 million', true],
  ['1,204', false],
  ['roubles', false],
  ['2 ships of the coast guard', false],
])('%s in a table is a number with its unit: %s', (cell, isAmount) => {
  expect(html(`| a |\n|---|\n| ${cell} |`).includes('class="amount"')).toBe(isAmount);
});
