/** Which program a document is of, by its bytes and its name; and what is said of one that cannot be read. */
import { isUtf8 } from 'node:buffer';
import { markedEncoding } from '../../content/byte-order-mark.ts';
import { decodedPath } from '../../content/spelling.ts';
import { SourceFault } from '../source-story.ts';
import { type Document, mostDocumentBytes } from './document.ts';
import { BadArchive, isZip, ZipArchive } from './zip-archive.ts';

const asDocx = 'Save it as .docx in the program that it was written with.';

/** `name`: of the file, for people. `beside`: the bytes of a file that it names and has not in itself. */
export type DocumentFile = { name: string; bytes: Uint8Array; beside?: Document['picture'] };

/** Throws a `SourceFault`. */
export async function readDocument({ name, bytes, beside = () => undefined }: DocumentFile): Promise<Document> {
  const fault = (what: string, fix: string) => new SourceFault(what, fix, { file: name });
  if (bytes.length > mostDocumentBytes)
    throw fault(
      `This has more than ${mostDocumentBytes / 1024 ** 2} MB.`,
      'Make its pictures smaller, or take them out and put them beside the story.',
    );
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const other = others.find(([beginning]) => head.startsWith(beginning))?.[1];
  if (other !== undefined) throw fault(other, asDocx);
  try {
    if (isZip(bytes)) return await ofArchive(new ZipArchive(bytes));
  } catch (error) {
    if (error instanceof BadArchive)
      throw fault(`This ${error.message}.`, 'Save the document anew, and take that file.');
    throw error;
  }
  const text = decoded(bytes);
  if (text === undefined)
    throw fault('This is neither a .docx nor a text in UTF-8.', 'Save it as .docx, or as plain text in UTF-8.');
  if (text.trim() === '') throw fault('This is empty.', 'Name the document with the story.');
  if (/\.html?$/i.test(name) || /^\s*(?:<!doctype html|<html\b)/i.test(text)) {
    const { readHtmlDocument } = await import('./html-document.ts');
    return readHtmlDocument(text, (src) => beside(decodedPath(src) ?? src));
  }
  const { readWireText } = await import('./wire-text.ts');
  return readWireText(text);
}

const others: readonly [beginning: string, what: string][] = [
  ['\xd0\xcf\x11\xe0', 'This is a document of an old Word (.doc), or one that is locked with a password.'],
  ['{\\rtf', 'This is an RTF document.'],
  ['%PDF', 'This is a PDF, which says how pages look and not what is in them.'],
];

async function ofArchive(archive: ZipArchive): Promise<Document> {
  const { names } = archive;
  if (names.includes('[Content_Types].xml')) {
    const { readDocx } = await import('./docx.ts');
    return readDocx(archive);
  }
  const [page, ...more] = names.filter((name) => /^[^/]*\.html?$/i.test(name));
  if (page === undefined)
    throw new BadArchive(
      names.includes('mimetype')
        ? 'is an OpenDocument file (.odt), which is to be saved as .docx'
        : 'has no document in it',
    );
  if (more.length > 0) throw new BadArchive(`has several documents in it (${[page, ...more].join(', ')})`);
  const text = decoded(archive.read(page) ?? new Uint8Array());
  if (text === undefined) throw new BadArchive(`has a document that is not UTF-8 (${page})`);
  const { readHtmlDocument } = await import('./html-document.ts');
  return readHtmlDocument(text, (src) => archive.read(decodedPath(src) ?? src));
}

/** Undefined of bytes that are no text. */
function decoded(bytes: Uint8Array): string | undefined {
  const marked = markedEncoding(bytes);
  if (marked !== undefined) return new TextDecoder(marked).decode(bytes);
  return isUtf8(bytes) && !bytes.includes(0) ? new TextDecoder().decode(bytes) : undefined;
}
