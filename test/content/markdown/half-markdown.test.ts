import { describe, expect, test } from 'vitest';
import { bodyProblems } from '../written.ts';
import { elements, html } from './rendered.ts';

const codes = (body: string) => bodyProblems(body).map((each) => each.split(' ')[0]?.replace('markdown/', ''));
const text = (body: string) => elements(`<div>${html(body)}</div>`)[0]?.text.trim();

describe('half-Markdown is told once at each place', () => {
  test.each<[body: string, ...expected: string[]]>([
    ['**Внимание:**говорит источник. И **«Заря»**и', 'half-emphasis', 'half-emphasis'],
    ['**Bold with a space **at its end.', 'half-emphasis'],
    ['~~«old»~~new and _«Заря»_и.', 'half-emphasis', 'half-emphasis'],
    ['**never closed', 'half-emphasis'],
    ['**one*\n\n***two**\n\n**three***', ...Array(3).fill('half-emphasis')],
    ['a <!-->b--> c', 'html'],
    ['never opened** here', 'half-emphasis'],
    ['** with spaces **', 'half-emphasis'],
    ['==marked== and `never closed``` here', 'half-emphasis', 'half-emphasis'],
    ['## **Bold:**text', 'half-emphasis'],
    ['H~2~O and x^2^ and ||hidden||', ...Array(3).fill('half-emphasis')],
    ['##\u00A0Wind\n\n####### Force', 'heading-without-space', 'heading-without-space'],
    ['| a | b |\n| — | — |\n| 1 | 2 |', 'half-table'],
    ['| a |\n|---|\n| **b:**c |', 'half-emphasis'],
    ['| a | b | c |\n|---|---|---|\n| 1 | `x|y` |', 'half-table'],
    ['- **a:**b\n- c', 'half-emphasis'],
    ['??? note "Hidden"\n\n.. note::\n\nimport A from "./a"', 'callout', 'shortcode', 'shortcode'],
    ['[**a:**b](/c/)', 'half-emphasis'],
    ['![x](a/b.jpg "The "Mistral" | AP")', 'half-link'],
    ['![x](b.jpg The caption (2014))', 'space-in-address'],
    ['![x](a/IMG_1 (1).jpg)', 'space-in-address'],
    ['[x](/files/IMG_1 (1).jpg)', 'space-in-address'],
    ['![x](a/b.jpg “The ferry | AP”)', 'space-in-address'],
    [':: note\nText\n::', 'stray-fence'],
    [':: quote {by="Ann"}\n\nText\n\n::', 'stray-fence'],
    ['std::note and\n:: Text', ...[]],
    ['![x] (b.jpg)', 'half-link'],
    ['See [x](/a/ "a "b" c"), [x] (/a/), [x](/a/ and (x)[/a/].', ...Array(4).fill('half-link')],
    ['[x](https://x.example/ "a "b" c")', 'half-link'],
    ['See [the report] (https://x.example/a) of today.', 'half-link'],
    ['See [below](#After the snow).\n\n## After the snow', 'space-in-address'],
    ['| Town | Snow |\n| Lars | 20 cm |\n| Kazbegi | 40 cm |', 'half-table'],
    ['[the report][1] and [the report][]', 'undefined-reference', 'undefined-reference'],
    ['## T {#id}', 'attributes'],
    ['{: .lead}\nText', 'attributes'],
    ['[a](/b/){target="_blank"}', 'attributes'],
    ['> [!NOTE]\n> Text', 'callout'],
    ['- [ ] one\n- [x] two', 'task', 'task'],
    ['[caption id="1"]Text[/caption]', 'shortcode'],
    ['[gallery]', 'shortcode'],
    ['{{< figure src="a.jpg" >}}', 'content/template-syntax'],
    ['See [[Port]] and ![[port.jpg]]', 'wiki-link', 'wiki-link'],
    ['a&amp;nbsp;b &amp;#8217; &nbsp c', 'entity', 'entity', 'entity'],
    ['<i>Titanic</i> and <b>others</b>', 'html'],
    ['a <br class="x"> b', 'html'],
    ['a <sup>b', 'html'],
    ['| a | b |\n|---|\n| c | d |', 'half-table'],
    ['![a **b:**c](b.jpg "The **port** | A_B")', 'half-emphasis', 'half-emphasis'],
    ['::: quote {by="**Igor**"}\nText\n:::', 'half-emphasis'],
    ['[Igor]: Yes\n\nText', 'lost-line'],
    ['Quellen:\n\n[dpa]: https://dpa.example\n[Foto: dpa]: /2015/11/26/a/\n[note]: #x', ...Array(3).fill('lost-line')],
    ['[a] b\n\n[a]: https://a.example\n[A]: https://b.example', 'lost-line'],
    ['![a](b.jpg "Left | right: Ben | **b:**c")', 'half-emphasis'],
    ['![The 10*15*20 box](b.jpg)', 'emphasis-inside-word'],
    ['![Ann[^1]](b.jpg) ^[c]\n\n![Ann^[d]](b.jpg)\n\n[^1]: e', 'picture/inside-text', 'picture/footnote'],
  ])('%j', (body, ...expected) => expect(codes(body)).toEqual(expected));

  test('an empty point of a list, at its own line', () => {
    expect(bodyProblems('- one\n- two\n-\n- four')).toEqual(['markdown/accidental-list 3:1']);
  });

  test('at its place, also on a later line of its paragraph', () => {
    expect(bodyProblems('A **b** c\nd **e:**f\ng [h] (/i/)')).toEqual([
      'markdown/half-emphasis 2:3',
      'markdown/half-link 3:3',
    ]);
  });

  test('escaped it is shown, and told by nobody', () => {
    const body = '\\*\\*a:\\*\\*b \\[c\\](/d/) \\{#e} \\[!NOTE] \\&nbsp; \\<b> 5\\*3\\*2 \\[\\[f]]';
    expect(codes(body)).toEqual([]);
    expect(text(body)).toBe('**a:**b [c](/d/) {#e} [!NOTE] &nbsp; <b> 5*3*2 [[f]]');
  });
});

describe('emphasis and code inside of words are told where words stand apart', () => {
  test.each([
    ['Dial *100*1# or *123#.', 'Dial *100*1# or *123#.'],
    ['Call *123*5#', 'Call *123*5#'],
    ['*NSYNC are back, and so is E*Trade', '*NSYNC are back, and so is E*Trade'],
    ['*Wir Leser*innen sind viele*', 'Wir Leser*innen sind viele'],
    ['**Leser*innen** und **Wir Leser*innen**', 'Leser*innen und Wir Leser*innen'],
    ['*중요*라고', '중요라고'],
    ['*a*\\*, **b**\\* und \\**c*', 'a*, b* und *c'],
    ['**3**-**2**, **Mo**-**Fr**, **A**.**B**', '3-2, Mo-Fr, A.B'],
  ])('%j shows no sign less than it should', (body, shown) => {
    expect(codes(body)).toEqual([]);
    expect(text(body)).toBe(shown);
  });

  test.each([
    '*Leser*innen*',
    '5*3*2',
    'snake*case*name',
    'a**b**c',
    'a~~b~~c',
    'O`ahu and Hawai`i',
    'ал*ь*фа',
    'На п`ятому місці `Динамо`.',
  ])('%s', (body) => expect(codes(body)).toEqual(['emphasis-inside-word']));

  test.each([
    '**word**suffix',
    '*Titanic*s',
    '[*my*RA](https://x.example)',
    '中*文*中',
    '中**文**中',
    'คำ**ใหม่**คำ',
    '`f`s',
  ])('%s stays', (body) => {
    expect(codes(body)).toEqual([]);
    expect(text(body)).not.toMatch(/[*`]/);
  });

  test.each([
    'f***ing s**t and f**k',
    'Leser*innen und Autor*innen',
    '(^_^) m(_ _)m',
    '@_ann_',
    'a *_* b *_* c',
    '5*3 and 4*2',
  ])('%s is shown as it stands', (body) => {
    expect(codes(body)).toEqual([]);
    expect(text(body)).toBe(body);
  });
});

describe('a list, a quotation, a heading or code by accident is told', () => {
  test.each([
    '2015. It was a good year.\n\n1986. The reactor burned.',
    '14. August: closed.\n\n26. August: open.',
    '26. August: open.',
    '32) one',
    '1. a\n3. b',
    '1. September: open.\n\nA day later it was closed.',
    'Die Wahl ist am\n1. September zu Ende.',
    '- 5 degrees',
    '+ 40 degrees',
    '+ 5 % growth\n+ 3 % inflation',
    '* 3 of them',
    '- €5 more',
    'the port\n- the largest -\nis closed',
    'Sales* rose.\n\n* Without tax.',
    '- Закрыт, - сказал он.\n- Надолго? - спросили мы.',
    '1986.',
    '-',
    '- a\n-\n- b',
  ])('%j', (body) => expect(codes(body)).toEqual(['accidental-list']));

  test.each([
    '1. a\n2. b',
    '1. a\n1. b\n1. c',
    '0. a\n1. b',
    '5. a\n6. b',
    '1. a\n\n   b',
    '1. a\n\nText\n\n2. b\n\nText\n\n3. c',
    'Text:\n1. a\n2. b',
    'Text:\n- a',
    'Text\n- a\n- b',
    '- 5 degrees\n- 6 degrees',
    '+ 5 towns\n+ more',
    '- a\n  - 5 degrees',
    'Am\n26. August',
    '1986\\. A year.',
    '−5 degrees',
    '> 2015 was a good year.\n> So was 2016.',
    '> 2015 was a good year.',
    '> 18F recommends it.',
    '> 40 % of them\n> came.',
    'Text\n\n---\n\nText\n\n***',
  ])('%j is meant', (body) => expect(codes(body)).toEqual([]));

  test.each([
    ['> 5 % of them', 'accidental-quotation'],
    ['> 1000 came.', 'accidental-quotation'],
    ['>100 000 человек', 'accidental-quotation'],
    ['> -5 degrees', 'accidental-quotation'],
    ['>= 5', 'accidental-quotation'],
    ['It was\n> 30 degrees\nand more.', 'accidental-quotation'],
    ['- a\n\n  > €5 more', 'accidental-quotation'],
    ['~~~~~~~~\nText after.\n\n## Heading', 'unclosed-code'],
    ['```', 'unclosed-code'],
    ['- ```\n  a\n- b', 'unclosed-code'],
    ['> ~~~\n> a\n> ```\n\nb', 'unclosed-code'],
    ['## <!-- x -->', 'empty-heading'],
    ['## &nbsp;', 'empty-heading'],
    ['## <br>', 'empty-heading'],
    ['## Song in F #', 'closing-sign'],
    ['He left.\n---\nHe came.', 'underlined-heading'],
    ['Text\n====', 'underlined-heading'],
    ['Text\n\n    MOSCOW, Nov 26', 'indented-code'],
    ['\tMOSCOW, Nov 26', 'indented-code'],
  ])('%j', (body, expected) => expect(codes(body)).toEqual([expected]));
});

describe('a table', () => {
  const head = '| A | B |\n|---|---|\n';

  test.each([
    ['| 1 | 2 | 3 |', 'lost-cell'],
    ['| x || y |', 'lost-cell'],
    ['x || y', 'lost-cell'],
    ['| `a|b` | 2 |', 'lost-cell'],
    ['| 1 | 2 |\n| 1 | 2 | 3', 'lost-cell'],
    ['1. | Bayern', 'cut-table'],
    ['- Bayern', 'cut-table'],
    ['| 1 | 2 |\n- Bayern | 5', 'cut-table'],
    ['| 1 | 2 |\n# | 5', 'cut-table', 'first-level-heading'],
  ])('whose rows are %j loses something', (rows, ...expected) => expect(codes(head + rows)).toEqual(expected));

  test.each(['| 1 | a\\|b |', '| 1 |', '| 1 | 2 ||', '1 | 2', '| 1 | 2 |\n- Bayern', '| 1 | 2 |\n\n- a | b\n- c'])(
    'whose rows are %j loses nothing',
    (rows) => expect(codes(head + rows)).toEqual([]),
  );

  test('in a quotation loses nothing either', () => {
    expect(codes('> | A | B |\n> |---|---|\n> | 1 | 2 |\n>\n> - a')).toEqual([]);
  });
});

test('a heading that is closed by as many signs, or shows one, is no Problem', () => {
  expect(codes('## F \\#\n\n## C#\n\n## G ##')).toEqual([]);
});

test('code that is closed is no Problem', () => {
  expect(codes('```\na\n```\n\n```\n```\n\n> ~~~\n> a\n> ~~~\n\n- ```\n  a\n\n  ```\n- b\n\n````\n```\n````')).toEqual(
    [],
  );
});

test.each([
  ['[a^[see https://y.example]](https://x.example)', 'link/inside-link'],
  ['[a <sup>[b](https://y.example)</sup>](https://x.example)', 'link/inside-link'],
  ['[x](https://)', 'link/unsafe'],
  ['[z](https://?)', 'link/unsafe'],
  ['[x](https://x.example "words")', 'link/lost-words'],
  ['::: quote {by="Ann" by="Ben"}\nText\n:::', 'repeated-attribute'],
])('%j leads elsewhere or loses words', (body, expected) => expect(codes(body)).toEqual([expected]));
