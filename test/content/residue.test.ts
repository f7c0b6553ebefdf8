import { describe, expect, test } from 'vitest';
import { findResidue } from '../../src/content/residue.ts';
import type { ResidueKind } from '../../src/content/residue-words.ts';

const kinds = (text: string, hasReferences = false): string[] =>
  findResidue(text, { of: 'field', hasReferences }).map(({ kind, found }) => `${kind} ${found}`);

const residues: Record<ResidueKind, string[]> = {
  attributes: ['{#why}', '{: .lead}', '{:.lead}', '{.lead}', '{: #why .lead}', '{target=_blank}'],
  callout: ['[!NOTE]', '[!warning]', '!!! note', '??? note', '???+ tip'],
  embed: [
    '<iframe src="https://video.example/1" width="5">',
    '<embed src=x>',
    '<script\n  async\n  src="a.js"></script>',
  ],
  emphasis: [
    '**Внимание:**говорит',
    '**«Заря»**и',
    '**country:**Scotland',
    '**「重要」**です',
    '~~«old»~~new',
    '_«Заря»_и',
    '**Bold **at',
    '** bold **',
    '**5%**of',
    '**big**',
    '*big*',
    '__big__',
    '***big***',
    '**open',
    'closed**',
    'old~~',
    '`code`',
    '```',
  ],
  entity: ['&amp;', '&#8217;', '&#x2019;', '&nbsp;', '&eacute;', '&nbsp', '&lt;'],
  escape: ['\\*', '\\#', '\\['],
  footnote: ['[^1]', '[^note-2]', '[^прим]'],
  heading: ['##', '#'],
  html: ['<i>', '</i>', '<br/>', '<br />', '<!--', '<img src=x onerror=alert(1)>', '<Tweet id="1" />', '<?php', '<b'],
  link: [
    '[one](https://x.example)',
    '[the decree] (/2015/11/26/a/)',
    '[x](/2015/11/26/',
    '![x] (b.jpg)',
    '![x](b.jpg',
    '](mailto:a@b.example)',
    ')[/2015/11/26/a/',
    '[see](about.html)',
    '[see] (about.html)',
    '[see] (www.x.example)',
    '[see] (http://x.example)',
  ],
  mark: ['==mark==', '++new++', '||hidden||'],
  raised: [],
  reference: ['[the report][1]', '[the report][]', '[1]: https:', '[the report][annual]'],
  shortcode: [
    '[caption id="1"]',
    '[/caption]',
    '[gallery]',
    '[gallery ids="1,2"]',
    '[gallery ids=1 columns=2]',
    '%%aside%%',
    ':tada:',
    '.. note::',
    '.. code-block::',
    "import Chart from './Chart.astro';",
    "import './chart.css'",
    'export const meta =',
    '+++',
    '[url=https://x.example]',
    '{/*',
  ],
  'space-in-address': ['[a](/my dog/)'],
  'space-in-picture': ['![a dog](my dog.jpg)'],
  table: ['|---|:-:|', '| --- | --- |', '| — | — |'],
  task: ['[ ]', '[x]'],
  template: ['{{', '{%', '<%'],
  'wiki-link': ['[[Port]]', '![[port.jpg]]', '[[Port|the port]]'],
};

const isForLineStarts = (text: string) => /^(?:#|\[ \]|\[x\]|\+\+\+$|!!!|\?\?\?|\.\. |import|export|\[1\]:)/.test(text);

describe('residue is found, with its kind and all that belongs to it', () => {
  for (const [kind, texts] of Object.entries(residues))
    test.each(texts)(`${kind} %s`, (text) => {
      const before = isForLineStarts(text) ? 'Порт\n' : 'Порт 5 ';
      const [first] = findResidue(`${before}${text}${text.startsWith('#') || text.endsWith(']') ? ' и' : ''}`, {
        of: 'field',
      });
      expect(first).toMatchObject({ kind, found: text, offset: before.length });
    });
});

test('what is raised or lowered touches a word', () => {
  expect(kinds('H~2~O, CO~2~ and m^2^, not ~2~ or 5^2, 2^10^5, ^_^, 3~5~7~')).toEqual([
    'raised ~2~',
    'raised ~2~',
    'raised ^2^',
    'raised ~5~',
  ]);
});

test('two words in brackets are a reference only where there are some', () => {
  expect(kinds('said [he][igor]')).toEqual([]);
  expect(kinds('said [he][igor]', true)).toEqual(['reference [he][igor]']);
});

test('what belongs together is told once, and every other find too', () => {
  expect(kinds('**a:**b [c](/d/) &amp; **e:**f')).toEqual([
    'emphasis **a:**b',
    'link [c](/d/)',
    'entity &amp;',
    'emphasis **e:**f',
  ]);
});

describe('prose has none', () => {
  test.each([
    'A*B, snake_case, x_1, C++, C#, C++ and G++, A* and B*, 5*3*2, 2 ** 3, 2**3, M*A*S*H',
    '5 < 6 > 4, a<3, <3, a->b, a --> b, if a<b then, x=[a=b], {x}, {1, 2}',
    'AT&T, AT&T; R&D; M&Ms; Q&A',
    '[sic], […], [x], [VIDEO] Storm, said [laughs][pause] a[i][j] [sic][a], 1994[12][13], (a)[b], [a] (b)',
    'a [note](see page 3) and [1](p. 3), [in euro](2015 prices), [note 1][2], [Edit: later]',
    '[center] (AFP/Getty), закон [изменён] (14/2015), […] (24/7), [the mayor] (and/or deputy), [sic] (#MeToo)',
    '[sample n=1,004], [BREAKING NEWS][VIDEO], 9 :am: or :pm:, [X] Factor',
    '[X] Factor',
    '# 1 hit',
    '!!! important',
    'f***, s**t, sh** happens, f**k and s**t, b*****d, ****ing, “f***”, f*** off, you ****',
    'п****ц, х**, б***ь',
    'Rating: ****, (***), * * *, ***, Sales* and profit*, 10**',
    '** Figures of 2014',
    'Yes **, no ***',
    'Ann (*1950), Ben (*1961, †2015) und Carl (*1970)',
    'a<b and b>c, if x<y or y>z',
    'Name: ______ ____, @a__b and @_me_, a__b@c.example, @user_name_ и @__x__!',
    'https://x.example/a__b__c_d_/e(f)[g]?a=1&lt=2 and www.x.example/_a_',
    '^_^ >_< -_- (*_*) *_* (*^_^*) T_T o_O ¯\\_(ツ)_/¯ :-) :o) :D {:-) <3',
    '#MeToo, #1 hit, No. 5, 3:2, 10:30:45, 50%% and 5%, $5 | $6, a:b:c, 안녕~~ 好~~ ~5 km ~~',
    'O`ahu and Hawai`i, He won![1]',
  ])('%s', (text) => expect(kinds(text)).toEqual([]));
});

test('a remedy tells of escaping only where that works', () => {
  const fix = (of: 'field' | 'body') => findResidue('a **b:**c', { of })[0]?.fix;
  expect(fix('body')).toContain('\\');
  expect(fix('field')).not.toContain('\\');
});
