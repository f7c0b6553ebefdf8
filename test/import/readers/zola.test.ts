/** What Zola has. */
import { expect, test } from 'vitest';
import { type FolderSource, folderReader } from '../../../src/import/readers/folder-reader.ts';
import { hugo } from '../../../src/import/readers/hugo.ts';
import { zola } from '../../../src/import/readers/zola.ts';
import { sourceHtml } from '../../../src/import/text/source-html.ts';
import { folderOf, listsIn, readFolder } from './read.ts';

const config = `base_url = "https://old.example"
title = "The Old Post"
default_language = "pt"
taxonomies = [{ name = "tags", feed = true }, { name = "authors" }]
[languages.en]
`;
const site = (files: Record<string, string>) => folderOf({ 'config.toml': config, ...files });

test('a text of Zola has the address of its section and its name, without the day', async () => {
  const { of, site: own } = await readFolder(
    zola,
    site({
      'content/news/2015-11-26-Água fria.md':
        '+++\ntitle = "Água"\nupdated = 2015-11-27\n[taxonomies]\ntags = ["Sea ports"]\nauthors = ["Ann Lee"]\n[extra]\nimage = "quay.jpg"\n+++\nIt sails.\n',
      'content/news/ferry/index.md':
        '+++\ntitle = "Ferry"\ndate = 2015-11-26T09:30:00+03:00\naliases = ["old/ferry", "f.html"]\n+++\nx',
      'content/news/ferry/index.en.md': '+++\ntitle = "Ferry"\ndate = 2015-11-26T09:30:00+03:00\n+++\nx',
      'content/about.md': '+++\ntitle = "About"\nslug = "Who we are"\n+++\nx',
    }),
  );
  expect(own).toEqual({ title: 'The Old Post', url: 'https://old.example', languages: ['pt', 'en'] });
  expect(of.get('content/news/2015-11-26-Água fria.md')).toMatchObject({
    kind: 'story',
    urls: ['/news/agua-fria/'],
    published: { text: '2015-11-26' },
    updated: { text: '2015-11-27' },
    tags: [{ name: 'Sea ports' }],
    authors: [{ name: 'Ann Lee' }],
    sections: [{ id: 'news' }],
    lead: { src: 'quay.jpg' },
    place: { line: 10 },
  });
  expect(of.get('content/news/ferry/index.md')).toMatchObject({
    urls: ['/news/ferry/', '/old/ferry/', '/f.html'],
    published: { text: '2015-11-26T09:30:00.000+03:00' },
    language: 'pt',
    translationOf: 'news/ferry/index',
  });
  expect(of.get('content/news/ferry/index.en.md')).toMatchObject({
    urls: ['/en/news/ferry/'],
    language: 'en',
    translationOf: 'news/ferry/index',
  });
  expect(of.get('content/about.md')).toMatchObject({ kind: 'page', urls: ['/Who we are/'] });
});

test('a path of its own is the whole address, and says the day where nothing else does', async () => {
  const { stories } = await readFolder(
    zola,
    site({
      'content/a.md': '+++\ntitle = "A"\npath = "2015/11/26/a"\n+++\nx',
      'content/b.md': '+++\nrender = false\n+++\nx',
    }),
  );
  expect(stories).toMatchObject([{ kind: 'story', urls: ['/2015/11/26/a/'], published: { text: '2015-11-26' } }]);
});

test('the folder of a text alone is no section', async () => {
  const { of, items } = await readFolder(
    zola,
    site({ 'content/ferry/index.md': '+++\ntitle = "Ferry"\ndate = 2015-11-26\n+++\nx', 'content/ferry/a.png': '' }),
  );
  expect(of.get('content/ferry/index.md')).toMatchObject({ urls: ['/ferry/'], sections: [] });
  expect(listsIn(items).filter(([kind]) => kind === 'section')).toEqual([]);
});

test('sections, tags and authors are lists at their addresses, each once', async () => {
  const { items } = await readFolder(
    zola,
    site({
      'content/_index.md': '+++\ntitle = "Home"\n+++\n',
      'content/news/_index.md': '+++\ntitle = "All the news"\n+++\n',
      'content/news/a.md': '+++\ntitle = "A"\ndate = 2015-11-26\n[taxonomies]\ntags = ["Sea ports"]\n+++\nx',
      'content/sea/b.md': '+++\ntitle = "B"\ndate = 2015-11-26\n+++\nx',
    }),
  );
  expect(listsIn(items)).toEqual([
    ['section', 'news', '/news/'],
    ['all', '', '/atom.xml'],
    ['section', 'sea', '/sea/', '/sea/atom.xml'],
    ['all', '', '/tags/'],
    ['tag', 'Sea ports', '/tags/sea-ports/', '/tags/sea-ports/atom.xml'],
    ['all', '', '/en/', '/en/atom.xml'],
  ]);
});

test('a site of Hugo with a config.toml is none of Zola, and the other way round', async () => {
  const files = { 'content/a.md': 'x', 'static/a.png': '', 'templates/a.html': '' };
  const ofHugo = folderOf({ ...files, 'config.toml': 'baseURL = "https://old.example"\n' });
  expect([await zola.recognise(ofHugo), await hugo.recognise(ofHugo)]).toEqual([
    undefined,
    'its config.toml and its folder content/',
  ]);
  expect([await zola.recognise(site(files)), await hugo.recognise(site(files))]).toEqual([
    'its config.toml with a base_url and its folder content/',
    undefined,
  ]);
});

test('codes of Zola are read by their names, and other braces are a text', () => {
  const lost: string[] = [];
  const shown = (text: string, codes = {}) =>
    sourceHtml({ format: 'markdown', text }, { dialect: 'zola', codes }, ({ detail }) => lost.push(detail)).trim();
  expect(shown('{{ youtube(id="abcdefghijk", title="A (b)") }}')).toBe(
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="A (b)"></iframe>',
  );
  expect(
    shown('{% quote(by="Ann") %}\nIt **sails**.\n{% end %}', { quote: '<blockquote>{inner}{by}</blockquote>' }),
  ).toContain('<strong>sails</strong>');
  expect(shown('A {{ brace }} and {{/* youtube(id=1) */}}.')).toBe('<p>A {{ brace }} and {{ youtube(id=1) }}.</p>');
  expect(lost).toEqual([]);
  expect(shown('A {{ map(at="x") }}b.')).toBe('<p>A b.</p>');
  expect(lost).toEqual(['{{ map(at="x") }}']);
});

test('a key within another is named whole, and as that it is read again', async () => {
  const input = folderOf({
    'config.toml': 'base_url = "https://old.example"\n',
    'content/ferry.md': '+++\ntitle = "Ferry"\ndate = 2015-11-26\n[extra]\nupdated = 2015-11-27\nodd = 1\n+++\nx',
  });
  const source = (await folderReader(zola).open(input)) as FolderSource;
  const [story] = await Array.fromAsync(source.items());
  const named = Object.fromEntries(source.keys.all().flatMap(([key, { field }]) => (field ? [[key, field]] : [])));
  expect(named).toEqual({ title: 'title', date: 'date', 'extra.updated': 'updated' });
  const [again] = await Array.fromAsync((await folderReader(zola, named).open(input)).items());
  expect(again).toEqual(story);
  expect(again).toMatchObject({ updated: { text: '2015-11-27' } });
});
