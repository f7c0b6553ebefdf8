/** Files that are called text: what each is in truth is said, in the words of those who made it. */
import { expect, test } from 'vitest';
import { parseStory, site, story } from './written.ts';

const bytesOf = (encoding: string, text: string) => {
  const decoder = new TextDecoder(encoding);
  const byteOf = new Map(
    Array.from({ length: 256 }, (_, byte): [string, number] => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((character) => byteOf.get(character) ?? 0));
};
const russian = story({ title: 'Привет, мир' }, 'Шторм на море.');
const french = story({ title: 'Le café noir' }, 'Été à la mer.');
const polish = story({ title: 'Zażółć gęślą' });
const packed = (...parts: string[]) => Buffer.from(`PK\x03\x04${parts.join('')}`);

test.each<[string, Buffer, RegExp]>([
  ['Word', packed('[Content_Types].xml', 'word/document.xml'), /a Word document \(\.docx\)/],
  ['LibreOffice', packed('mimetypeapplication/vnd.oasis.opendocument.text'), /LibreOffice/],
  ['another archive', packed('a'), /a ZIP archive/],
  ['RTF', Buffer.from('{\\rtf1 A storm.}'), /in RTF/],
  ['an old Word', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), /an old Word/],
  ['PDF', Buffer.from('%PDF-1.7'), /a PDF/],
  ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /a picture/],
])('%s', (_, bytes, says) => {
  const { problems } = parseStory(bytes);
  expect(problems).toEqual([expect.objectContaining({ code: 'content/not-text', what: expect.stringMatching(says) })]);
});

test.each<[string, Buffer, RegExp]>([
  ['UTF-16', Buffer.from(`\uFEFF${russian}`, 'utf16le'), /is in UTF-16/],
  ['UTF-16 without a mark', Buffer.from(russian, 'utf16le'), /is in UTF-16/],
  ['UTF-16 the other way round', Buffer.from(`\uFEFF${russian}`, 'utf16le').swap16(), /is in UTF-16/],
  ['that without a mark', Buffer.from(russian, 'utf16le').swap16(), /is in UTF-16/],
  ['Russian', bytesOf('windows-1251', russian), /Windows-1251, it has “Привет, мир”/],
  ['Russian of an old server', bytesOf('koi8-r', russian), /KOI8-R, it has “Привет, мир”/],
  ['French', bytesOf('windows-1252', french), /Windows-1252, it has “café noir”/],
  ['with line ends of Windows', bytesOf('windows-1251', russian.replaceAll('\n', '\r\n')), /“Привет, мир”/],
  ['a few bytes in UTF-8', Buffer.concat([Buffer.from('---\ntitle: é'), Buffer.from([0xe9])]), /could not be read/],
])('%s', (_, bytes, says) => {
  const { problems } = parseStory(bytes);
  expect(problems).toEqual([expect.objectContaining({ code: 'content/not-utf8', what: expect.stringMatching(says) })]);
  expect(problems[0]?.fix).toContain('Save the file as UTF-8');
});

test('what a site writes in says which encoding is the likeliest', () => {
  const told = (languages: string[]) => parseStory(bytesOf('windows-1250', polish), { ...site, languages }).problems;
  expect(told(['pl'])[0]?.what).toContain('Windows-1250, it has “Zażółć gęślą”');
});
