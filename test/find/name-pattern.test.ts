/** A name is found however it is written, and others are not. */
import { expect, test } from 'vitest';
import { findInText } from '../../src/find/find-in-text.ts';
import { patternOf } from '../../src/find/name-pattern.ts';

function formsIn(text: string, name: string, isWhole = false): string[] {
  const pattern = patternOf({ name, isWhole });
  if (!pattern) throw new Error(`${name} is no name`);
  return findInText(text, [pattern]).map(({ form }) => form);
}

test.each([
  ['another case', 'jane DOE', 'jane DOE'],
  ['a line break between its words', 'Jane\n  Doe', 'Jane Doe'],
  ['a space that does not break', 'Jane\u00A0Doe', 'Jane Doe'],
  ['a hyphen, as in an address', '/2015/11/26/jane-doe-elected/', 'jane-doe'],
  ['no space, as in a handle', '@RealJaneDoe', 'JaneDoe'],
  ['marks of Markdown', '**Jane** _Doe_', 'Jane Doe'],
  ['a mark inside a word', '*J*ane Doe', 'Jane Doe'],
  ['a link that ends between', '[Jane](/about/ "Her (life)") Doe', 'Jane Doe'],
  ['a link by reference', '[Jane][1] Doe', 'Jane Doe'],
  ['a footnote between', 'Jane[^1] Doe', 'Jane Doe'],
  ['tags between', '<b>Jane</b> <i class="a">Doe</i>', 'Jane Doe'],
  ['an initial between', 'Jane M. Doe', 'Jane M. Doe'],
  ['a soft hyphen and a space without width', 'Ja\u00ADne\u200B Doe', 'Jane Doe'],
  ['letters of full width', 'Ｊａｎｅ Ｄｏｅ', 'Ｊａｎｅ Ｄｏｅ'],
  ['letters of mathematics', '𝐉𝐚𝐧𝐞 𝓓𝓸𝓮', 'Jane Doe'],
  ['accents', 'Jané Doë', 'Jané Doë'],
  ['accents apart from their letters', 'Jane\u0301 Doe', 'Jane\u0301 Doe'],
  ['another ending', 'Jane Doe’s and Jane Does', 'Jane Doe'],
  ['entities', 'Jane&nbsp;&#68;oe', 'Jane Doe'],
  ['percent signs', 'mailto:x?subject=Jane%20Doe', 'Jane Doe'],
  ['escapes of JSON', '"\\nJane \\u0044oe"', 'Jane Doe'],
  ['HTML in a feed', '&lt;b&gt;Jane&lt;/b&gt; Doe', 'Jane Doe'],
  ['HTML in HTML in a feed', '&amp;lt;b&amp;gt;Jane&amp;lt;/b&amp;gt; Doe', 'Jane Doe'],
  ['a line of YAML that goes on', '"Ja\\\n  ne Doe"', 'Jane Doe'],
])('it is found with %s', (_, text, form) => {
  expect(formsIn(text, 'Jane Doe')[0]).toBe(form);
});

test.each([
  ['Jane Roe and John Doe'],
  ['Jane Smith met a Doe'],
  ['Jan Doe'],
  ['Jane'],
  ['<img alt="Jane"><img alt="Doe">'],
])('it is not found in “%s”', (text) => {
  expect(formsIn(text, 'Jane Doe')).toEqual([]);
});

test.each([
  ['Müller', 'Mueller, MULLER, Mu\u0308ller, Miller', ['Mueller', 'MULLER', 'Mu\u0308ller']],
  ['Mueller', 'Müller, mueller', ['Müller', 'mueller']],
  ['Łukasz Ørsted', 'lukasz-orsted', ['lukasz-orsted']],
  ['Lukasz', 'Łukasza', ['Łukasza']],
  ['Weiß', 'WEISS, Weiss', ['WEISS', 'Weiss']],
  ["O'Brien", 'O’Brien, o-brien, obrien, O&#39;Brien', ['O’Brien', 'o-brien', 'obrien', "O'Brien"]],
  ['Путин', 'Путина, ПУТИНЫМ, %D0%9F%D1%83%D1%82%D0%B8%D0%BD', ['Путина', 'ПУТИНЫМ', 'Путин']],
  ['Анна Каренина', 'Анны Карениной и Анне Карениной', ['Анны Карениной', 'Анне Карениной']],
  ['Артём', 'Артема', ['Артема']],
  ['İlham Əliyev', 'Ilham Aliyev, ilham eliyevin', ['ilham eliyevin']],
  ['بوتين', 'وبُوتين', ['بُوتين']],
  ['習近平', '中国の習近平国家主席', ['習近平']],
  ['Μητσοτάκης', 'ΜΗΤΣΟΤΑΚΗΣ', ['ΜΗΤΣΟΤΑΚΗΣ']],
  ['Aurélie', 'AURELIE, aurelie’s', ['AURELIE', 'aurelie']],
  ['Österreicher', 'Oesterreicher, osterreicher', ['Oesterreicher', 'osterreicher']],
  ['Fillon', 'ﬁllon, FILLON', ['ﬁllon', 'FILLON']],
  ['Agent 17', 'Agent 17, agent-170', ['Agent 17']],
  ['김정은', '김정은이', ['김정은이']],
])('“%s” is found in other spellings and forms', (name, text, forms) => {
  expect(formsIn(text, name)).toEqual(forms);
});

test('a word is found where it begins; a short one with short endings alone; whole words not within others', () => {
  expect(formsIn('Ann, Anna, annual, Joann, #JeSuisAnn', 'Ann')).toEqual(['Ann', 'Anna', 'Ann']);
  expect(formsIn('Ann, Anna, Ann’s', 'Ann', true)).toEqual(['Ann', 'Ann']);
  expect(formsIn('Jane Does, Jane Doe, MaryJane Doe', 'Jane Doe', true)).toEqual(['Jane Doe', 'Jane Doe']);
});

test('what has no word, or a single letter, is no name to find', () => {
  expect(['', ' – ', 'A', '7'].map((name) => patternOf({ name, isWhole: false }))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(patternOf({ name: '李', isWhole: false })).toBeDefined();
});

test('a place is told where it stands in the file, however deep it is escaped', () => {
  const text = 'caf&eacute; &amp;amp; J%61ne&nbsp;Doe, Jane Doe';
  const pattern = patternOf({ name: 'Jane Doe', isWhole: false }) as RegExp;
  expect(findInText(text, [pattern]).map(({ offset }) => offset)).toEqual([
    text.indexOf('J%61ne'),
    text.indexOf('Jane Doe'),
  ]);
});

test('a text that nearly holds it everywhere is searched in time that grows with its length', () => {
  const pattern = patternOf({ name: 'Jane Doe', isWhole: false }) as RegExp;
  for (const piece of ['Jane ', 'Jane [', 'J**', '<', 'Jane](', 'Jane <b ', '[^', '&amp;', '%4A%', 'jane\\\n'])
    expect(findInText(piece.repeat(200_000 / piece.length), [pattern])).toEqual([]);
});
