import { expect, test } from 'vitest';
import { parseAuthor } from '../../src/content/author.ts';
import { briefly, parseStory, site, story } from './written.ts';

const kibibyte = 1024;
const codes = (text: string) => briefly(parseStory(text).problems);
const bodyOf = (bytes: number) =>
  story({}, 'sea\n'.repeat(bytes / 4))
    .replace('\n\nsea', '\nsea')
    .replace(/\n\n$/, '\n');
const frontMatterOf = (bytes: number) => {
  const shortest = story().indexOf('\n---\n\n') - '---\n'.length;
  return story({ title: 'x'.repeat(bytes - shortest + 'A storm'.length) });
};

test('a text of 1 MiB is read, and one that is any longer is not, as a front matter of 64 KiB', () => {
  expect(codes(bodyOf(1024 * kibibyte))).toEqual([]);
  expect(codes(`${bodyOf(1024 * kibibyte)}.`)).toEqual(['content/too-large 8:1']);
  // At its limit it is read, and found to have a headline that is none.
  expect(codes(frontMatterOf(64 * kibibyte))).toEqual(['content/too-long 2:8']);
  expect(codes(frontMatterOf(64 * kibibyte + 1))).toEqual(['content/too-large 2:1']);
});

test('it is bytes that count, and a file of many is not even decoded', () => {
  expect(codes(story({}, 'море\n'.repeat(2 ** 17)))).toEqual(['content/too-large ']);
  expect(codes('x'.repeat(4e6))).toEqual(['content/too-large ']);
  const author = parseAuthor(
    new Uint8Array(2 ** 20 + 1),
    { kind: 'author', path: 'authors/desk.yaml', id: 'desk' },
    site,
  );
  expect(briefly(author.problems)).toEqual(['content/too-large ']);
});
