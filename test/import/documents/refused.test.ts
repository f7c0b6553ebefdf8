/** A document that is broken, hostile or of another kind is refused in a plain sentence, and nothing is made of it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mostDocumentBytes } from '../../../src/import/documents/document.ts';
import { readDocument } from '../../../src/import/documents/read-document.ts';
import { ZipArchive } from '../../../src/import/documents/zip-archive.ts';
import { docxOf, docxPart, zipOf } from '../../support/zip.ts';
import { draftOf } from './drafted.ts';

const text = docxPart('document', '<w:body><w:p><w:r><w:t>Snow</w:t></w:r></w:p></w:body>');
const bomb = `<!DOCTYPE a [<!ENTITY b "${'ha'.repeat(99)}"><!ENTITY c "&b;&b;&b;&b;">]><a>&c;</a>`;
const deep = `${'<w:sdt>'.repeat(300)}${'</w:sdt>'.repeat(300)}`;
const whole = docxOf('<w:p><w:r><w:t>Snow</w:t></w:r></w:p>');

test.each<[string, string, Uint8Array | string, string]>([
  [
    'an archive whose file leads elsewhere',
    'a.docx',
    zipOf({ '../a': '', 'word/document.xml': text }),
    'has a file whose name leads elsewhere ("../a")',
  ],
  ['one with the path of another system', 'a.docx', zipOf({ 'C:\\a': '' }), 'has a file whose name leads elsewhere'],
  [
    'one of whose files unpacks to more than it says',
    'a.docx',
    zipOf({ '[Content_Types].xml': '', '_rels/.rels': ' '.repeat(5000) }, { size: 100 }),
    'has a file that is larger than it says (_rels/.rels)',
  ],
  [
    'one that says it unpacks to more than can be',
    'a.docx',
    zipOf({ '[Content_Types].xml': '', '_rels/.rels': text }, { size: 2 ** 31 }),
    'unpacks to more than a document can be',
  ],
  ['one with a password', 'a.docx', zipOf({ 'word/document.xml': text }, { flags: 1 }), 'is locked with a password'],
  [
    'one whose bytes were changed',
    'a.docx',
    zipOf({ '[Content_Types].xml': '', '_rels/.rels': text }, { crc: 1 }),
    'is damaged: _rels/.rels is not what it was',
  ],
  ['one that breaks off', 'a.docx', whole.subarray(0, whole.length - 30), 'is no zip archive, or breaks off'],
  ['one without a text', 'a.docx', zipOf({ '[Content_Types].xml': '' }), 'has no text: it is no .docx'],
  ['one of something else', 'a.zip', zipOf({ 'photo.jpg': 'x' }), 'has no document in it'],
  [
    'one of several documents',
    'a.zip',
    zipOf({ 'a.html': 'x', 'b.html': 'y' }),
    'has several documents in it (a.html, b.html)',
  ],
  [
    'a part that declares entities',
    'a.docx',
    docxOf('', { 'comments.xml': bomb }),
    'word/comments.xml declares a document type',
  ],
  ['a part that nests without end', 'a.docx', docxOf(deep), 'word/document.xml is nested deeper'],
  ['a part that is no XML', 'a.docx', docxOf('<w:p>'), 'word/document.xml is broken'],
  ['an old Word', 'a.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a document of an old Word (.doc)'],
  ['another kind of text', 'a.rtf', '{\\rtf1 Snow}', 'an RTF document'],
  ['a page', 'a.pdf', '%PDF-1.7', 'a PDF'],
  ['an OpenDocument file', 'a.odt', zipOf({ mimetype: 'x', 'content.xml': '' }), 'is to be saved as .docx'],
  ['bytes of no text', 'a.txt', Buffer.from([0xcf, 0xf0, 0xe8]), 'neither a .docx nor a text in UTF-8'],
  ['an empty file', 'a.txt', ' \n', 'is empty'],
])('%s', async (_, name, bytes, why) => {
  const reading = readDocument({ name, bytes: Buffer.from(bytes) });
  await expect(reading).rejects.toMatchObject({
    message: expect.stringContaining(why),
    fix: expect.stringMatching(/\.$/),
  });
});

test('all that is read of an archive together is no more than a document can be', () => {
  const archive = new ZipArchive(zipOf({ a: 'a'.repeat(90), b: 'b'.repeat(90) }), 150);
  expect(archive.read('a')?.length).toBe(90);
  expect(() => archive.read('b')).toThrow('unpacks to more than a document can be');
});

test('one that is larger than a document can be is not looked at', async () => {
  const reading = readDocument({ name: 'a.docx', bytes: new Uint8Array(mostDocumentBytes + 1) });
  await expect(reading).rejects.toThrow('This has more than 64 MB.');
});

test('a page that nests without end is refused', async () => {
  const { code, stderr } = await draftOf({ name: 'a.html', bytes: `<p>Snow</p>${'<div>'.repeat(50_000)}` });
  expect([code, stderr]).toEqual([1, expect.stringContaining('It is nested deeper than a text is.')]);
});

test('nothing is made of what is refused, and it is said', async () => {
  const { code, stdout, stderr, room } = await draftOf({ name: 'a.docx', bytes: whole.subarray(0, 40) });
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toBe(
    'a.docx: This is no zip archive, or breaks off. Save the document anew, and take that file.\nNothing was made.\n',
  );
  expect(existsSync(join(room.content, 'articles'))).toBe(false);
});
