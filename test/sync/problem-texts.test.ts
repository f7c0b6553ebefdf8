import { expect, test } from 'vitest';
import { folderSource } from '../../src/source/folder-source.ts';
import type { Source } from '../../src/source/source.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const wrong = 'articles/2015/11/26/wrong.md';
const leading = 'articles/2015/11/26/leading-nowhere.md';
const links = ['one', 'two', 'three'].map((slug) => `[x](/2015/11/26/${slug}/)`).join(' ');

test('of files with Problems texts are read when they are asked for, and for places each file once', async () => {
  const room = newsroom({
    git: false,
    files: { [wrong]: articleText({ section: 'wrold' }), [leading]: articleText({}, links) },
  });
  const reads: string[] = [];
  const real = folderSource(room.content);
  const source: Source = {
    ...real,
    read: (files) => {
      reads.push(...files.map(({ path }) => path));
      return real.read(files);
    },
  };
  const { problems, textsOf } = await room.build({ source });
  expect(problems).toHaveLength(4);
  expect(reads.filter((path) => path === wrong)).toHaveLength(1);
  expect(reads.filter((path) => path === leading)).toHaveLength(2);
  expect(textsOf([leading])).toEqual(new Map([[leading, articleText({}, links)]]));
  expect(reads.filter((path) => path === wrong)).toHaveLength(1);
});

test('a file that has been edited since is left out, and the others are not', async () => {
  const room = newsroom({
    git: false,
    files: { [wrong]: articleText({ section: 'wrold' }), [leading]: articleText({}, links) },
  });
  const { textsOf } = await room.build();
  room.write({ [wrong]: articleText({ section: 'world' }) });
  expect([...textsOf([wrong, leading, 'no/such.md']).keys()]).toEqual([leading]);
  room.remove(leading);
  expect(textsOf([wrong, leading])).toEqual(new Map());
});
