/** Folders of Markdown that no program made, and books. */
import { expect, test } from 'vitest';
import { mdbook } from '../../../src/import/readers/mdbook.ts';
import { plainMarkdown } from '../../../src/import/readers/plain-markdown.ts';
import { folderOf, readFolder } from './read.ts';

test('a title is the first heading, which then is none of the text', async () => {
  const { of } = await readFolder(
    plainMarkdown,
    folderOf({
      'a/ferry.md': '<!-- a -->\n\n# The *ferry* #\n\nIt sails.\n\n# Two\n',
      'a/quay.md': 'The quay\n========\nIt is long.\n',
      'a/said.md': '---\ntitle: Said\n---\n# Another\n\nx\n',
      'a/the-crab_walks.md': 'It walks.\n\n# Late\n',
      'README.md': '# About the repository\n',
    }),
  );
  expect([...of].map(([file, { title, body, place }]) => [file, title.text, body.text, place.line])).toEqual([
    ['a/ferry.md', 'The *ferry*', '<!-- a -->\nIt sails.\n\n# Two\n', 5],
    ['a/quay.md', 'The quay', 'It is long.\n', 3],
    ['a/said.md', 'Said', '# Another\n\nx\n', 4],
    ['a/the-crab_walks.md', 'The crab walks', 'It walks.\n\n# Late\n', 1],
  ]);
});

test('a day is the one that is said, or that of the path, or that of the first commit', async () => {
  const files = [
    'said.md',
    '2015/11/26/a.md',
    'x/20151127-b.md',
    'x/2015-11-28-c.md',
    'x/d.md',
    'x/12345678.md',
    'about.md',
  ];
  const { of } = await readFolder(
    plainMarkdown,
    folderOf(
      Object.fromEntries(files.map((file) => [file, file === 'said.md' ? '---\ndate: 2015-11-25\n---\nx' : 'x'])),
      Object.fromEntries(files.map((file) => [file, '2015-12-01T10:00:00+03:00'])),
    ),
  );
  expect(
    files.map((file) => [of.get(file)?.published?.text, of.get(file)?.kind, ...(of.get(file)?.urls ?? [])]),
  ).toEqual([
    ['2015-11-25', 'story', '/said/'],
    ['2015-11-26', 'story', '/2015/11/26/a/'],
    ['2015-11-27', 'story', '/x/20151127-b/'],
    ['2015-11-28', 'story', '/x/2015-11-28-c/'],
    ['2015-12-01T10:00:00+03:00', 'story', '/x/d/'],
    ['2015-12-01T10:00:00+03:00', 'story', '/x/12345678/'],
    [undefined, 'page', '/about/'],
  ]);
  expect(of.get('x/2015-11-28-c.md')).toMatchObject({ slug: 'c', sections: [{ id: 'x' }] });
});

test('a folder of which most is HTML is no folder of Markdown', async () => {
  expect(await plainMarkdown.recognise(folderOf({ 'a.md': '', 'b.html': '' }))).toBe('its 1 Markdown file');
  expect(await plainMarkdown.recognise(folderOf({ 'a.md': '', 'b.html': '', 'c.html': '' }))).toBeUndefined();
});

test('chapters of a book come in its order, with what they include', async () => {
  const { stories, site } = await readFolder(
    mdbook,
    folderOf({
      'book.toml': '[book]\ntitle = "The sea"\nlanguage = "pt"\n',
      'src/SUMMARY.md': '# Summary\n\n[Before](before.md)\n\n- [Two](b/two.md)\n  - [Draft]()\n- [One](one.md)\n',
      'src/before.md': '# Before\n\nx\n',
      'src/b/two.md':
        '# Two\n\n```rust\n{{#include ../../code/a.rs:part}}\n{{#rustdoc_include ../../code/a.rs:4}}\n```\n',
      'src/one.md': '# One\n\n\\{{#include x}}\n',
      'src/forgotten.md': '# Forgotten\n',
      'code/a.rs': 'a\n// ANCHOR: part\nb\n// ANCHOR_END: part\nc\n',
    }),
  );
  expect(site).toEqual({ title: 'The sea', languages: ['pt'] });
  expect(stories.map(({ kind, urls, title, body }) => [kind, urls[0], title.text, body.text])).toEqual([
    ['page', '/before.html', 'Before', 'x\n'],
    ['page', '/b/two.html', 'Two', '```rust\nb\n\n```\n'],
    ['page', '/one.html', 'One', '\\{{#include x}}\n'],
  ]);
});

test('a Markdown file is MDX where it imports code', async () => {
  const file = "import Tabs from '@theme/Tabs';\n\n<Tabs>It sails.</Tabs>\n";
  const plain = "```js\nimport a from 'a';\n```\n\nIt sails.\n";
  const formats = async (files: Record<string, string>) => {
    const { of } = await readFolder(plainMarkdown, folderOf(files));
    return [...of].map(([name, { body }]) => `${name} ${body.format}`);
  };
  expect(await formats({ 'a.md': file, 'b.md': plain })).toEqual(['a.md mdx', 'b.md markdown']);
});

test('who wrote it may stand under “by”', async () => {
  const { of } = await readFolder(plainMarkdown, folderOf({ 'a.md': '---\nby: [Ann Doe, Bo Roe]\n---\n# A\n\nx\n' }));
  expect(of.get('a.md')?.authors).toEqual([{ name: 'Ann Doe' }, { name: 'Bo Roe' }]);
});
