import { expect, test } from 'vitest';
import { element, escapeXml, xmlDocument } from '../../layouts/xml.ts';

test('the five signs of XML are escaped, so that ]]> is harmless too', () => {
  expect(escapeXml(`<a b="c" d='e'> & ]]>`)).toBe('&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt; &amp; ]]&gt;');
});

test('what XML 1.0 cannot write is dropped, and nothing else', () => {
  expect(escapeXml('a\u0000\u0008\u000B\u001F\uFFFE\uFFFFb')).toBe('ab');
  expect(escapeXml('a\uD83Db\uDE00c')).toBe('abc');
  expect(escapeXml('tab\tline\n😀 Ж')).toBe('tab\tline\n😀 Ж');
});

test('text in elements and attributes cannot become markup', () => {
  expect(element('a', { b: '"><c/>' }, '<d>').markup).toBe('<a b="&quot;&gt;&lt;c/&gt;">&lt;d&gt;</a>');
  expect(element('a', {}, undefined).markup).toBe('<a/>');
  expect(element('a', {}, element('b', {}), 1).markup).toBe('<a><b/>1</a>');
});

test('a document has its declaration, a line a child and a final line break', () => {
  expect(xmlDocument('r', { xmlns: 'x' }, [element('a', {}), element('b', {})])).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<r xmlns="x">\n<a/>\n<b/>\n</r>\n',
  );
});
