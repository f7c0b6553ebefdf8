/** Git may store other bytes than lie in the work tree; the same story must have one id all the same. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { blobId } from '../../src/source/blob-id.ts';
import { openSource } from '../../src/source/git-source.ts';
import { listing, since, standing, textThrough } from '../support/listing.ts';
import { articleText, type Newsroom, newsroom } from '../support/newsroom.ts';

const path = 'articles/2015/11/26/bridge.md';
const text = articleText();
const withCarriageReturns = text.replaceAll('\n', '\r\n');
const stored = `644 ${blobId(Buffer.from(text))}`;

function roomWithCrlf(prepare: (room: Newsroom) => void): Newsroom {
  const room = newsroom();
  prepare(room);
  return room.write({ [path]: withCarriageReturns });
}

const settings: Record<string, (room: Newsroom) => void> = {
  'core.autocrlf': (room) => void room.git('config', 'core.autocrlf', 'true'),
  '.gitattributes at the top': (room) => writeFileSync(join(room.folder, '.gitattributes'), '*.md text eol=crlf\n'),
  '.gitattributes beside the content': (room) => void room.write({ '.gitattributes': '*.md text\n' }),
};

test.for(Object.entries(settings))(
  'with CRLF by %s, a file has git’s id before and after it is committed',
  async ([, prepare]) => {
    const room = roomWithCrlf(prepare);
    expect(room.git('hash-object', `content/${path}`)).toBe(blobId(Buffer.from(text)));
    expect((await listing(room))[path]).toBe(stored);
    room.commit();
    const base = await standing(room);
    expect((await listing(room))[path]).toBe(stored);
    room.remove(path).write({ [path]: `${withCarriageReturns}More.\r\n` });
    expect(await since(room, base)).toEqual({ [path]: `644 ${blobId(Buffer.from(`${text}More.\n`))}` });
    expect(await textThrough(await openSource(room.content), path)).toBe(`${withCarriageReturns}More.\r\n`);
  },
);

test('without any setting, CRLF is stored, and read, as it is', async () => {
  const room = roomWithCrlf(() => {});
  const plain = `644 ${blobId(Buffer.from(withCarriageReturns))}`;
  expect((await listing(room))[path]).toBe(plain);
  expect((await listing(room.commit()))[path]).toBe(plain);
});

test('a clean filter decides the id of an edited file, also one without a carriage return', async () => {
  const room = newsroom();
  room.git('config', 'filter.shout.clean', 'tr a-z A-Z');
  writeFileSync(join(room.folder, '.gitattributes'), '*.md filter=shout\n');
  room.write({ [path]: text });
  expect((await listing(room))[path]).toBe(`644 ${blobId(Buffer.from(text.toUpperCase()))}`);
});

test('pages are the same from CRLF as from LF', async () => {
  const plain = newsroom({ git: false, files: { [path]: text } });
  const crlf = roomWithCrlf((room) => void room.git('config', 'core.autocrlf', 'true'));
  const marked = newsroom({ git: false, files: { [path]: `\uFEFF${withCarriageReturns}` } });
  for (const room of [plain, crlf, marked]) await room.rendered();
  const page = '2015/11/26/bridge/index.html';
  expect(crlf.page(page)).toBe(plain.page(page));
  expect(marked.page(page)).toBe(plain.page(page));
});

test('a work tree whose content folder has attributes of its own reads them from there', async () => {
  const room = newsroom();
  mkdirSync(join(room.content, 'articles'), { recursive: true });
  room.write({ 'articles/.gitattributes': '*.md text\n', [path]: withCarriageReturns });
  expect((await listing(room))[path]).toBe(stored);
});
