/** Lines in the column of the key or the dash to which they belong: told as that, with an edit by which nothing is lost. */
import { expect, test } from 'vitest';
import { parseAuthor } from '../../src/content/author.ts';
import { parseSite } from '../../src/content/site.ts';
import { siteYaml } from '../../src/desk/mistakes/room.ts';
import { readSettings } from '../../src/publish/settings.ts';
import { applied, briefly, parseStory, site, story, unmark } from './written.ts';

type Read = (text: string) => ReturnType<typeof parseStory>['problems'];

/** Told once where the mark is, mended by the edit to `mended`, and good then. */
function expectMended(read: Read, marked: string, mended: string, from = 'yaml/not-indented'): void {
  const { text, place } = unmark(marked);
  const problems = read(text);
  expect([marked, briefly(problems)]).toEqual([marked, [`${from} ${place}`]]);
  const after = applied(text, problems);
  expect(after).toContain(mended);
  expect([after, briefly(read(after))]).toEqual([after, []]);
}

const stories: Read = (text) => parseStory(text).problems;

test.each([
  ['image', '‸file: x.jpg\nalt: Waves', '  file: x.jpg\n  alt: Waves\n'],
  [
    'image',
    '‸alt: Waves\nfile: x.jpg\ncaption: One\nplace: Pier',
    '  alt: Waves\n  file: x.jpg\n  caption: One\nplace',
  ],
  ['image', '\n# the picture\n‸file: "x.jpg"\n\nalt: Waves', '  file: "x.jpg"\n\n  alt: Waves\n'],
  ['image', '‸file: x.jpg\n  alt: Waves', '  file: x.jpg\n  alt: Waves\n'],
  ['image', '‸file: x.jpg\nalt: >\n  Waves\n  and wind', '  file: x.jpg\n  alt: >\n    Waves\n    and wind\n'],
  ['image', '‸file: x.jpg\nalt: Waves\nlicense: CC0 1.0\ntype: news', '  license: CC0 1.0\ntype: news\n'],
  ['sponsor', '‸name: Lines\nurl: https://lines.example', '  name: Lines\n  url: https://lines.example\n'],
  ['withdrawn', '‸date: 2015-11-27\nreason: It was not true.', '  date: 2015-11-27\n  reason: It was not true.\n'],
  ['titles', '‸short: Storm\nsearch: Storms', '  short: Storm\n  search: Storms\n'],
  ['contributors', '- author: desk\n‸role: Photography', '- author: desk\n  role: Photography\n'],
  ['contributors', '  - author: desk\n  ‸role: Photography', '  - author: desk\n    role: Photography\n'],
  ['sources', '‸title: A\nurl: https://a.example', '- title: A\n  url: https://a.example\n'],
  [
    'sources',
    '‸title: A\nurl: https://a.example\ntitle: B\nurl: https://b.example',
    '- title: B\n  url: https://b.example',
  ],
  ['corrections', '- date: 2015-11-27\n‸text: It was not true.', '- date: 2015-11-27\n  text: It was not true.\n'],
  ['topics', '‸syria\nrussia', '- syria\n- russia\n'],
  ['redirectFrom', '‸/old/', '- /old/\n'],
  ['authors', '‸desk', '- desk\n'],
])('of a story, %s: %j', (field, lines, mended) => {
  expectMended(stories, story({ [field]: `\n${lines}` }), mended);
});

const sites: Read = (text) => parseSite(text, 'site.yaml', ['en', 'ru']).problems;
const people: Read = (text) =>
  parseAuthor(new TextEncoder().encode(text), { kind: 'author', path: 'authors/ann.yaml', id: 'ann' }, site).problems;
const settings: Read = (text) => readSettings(Buffer.from(text), 'publish.yaml').problems;
const [before = '', after = ''] = siteYaml.split(/ {2}- \{id: world.*\n {2}- .*\n/);

test.each<[Read, string, string]>([
  [sites, siteYaml.replace('{en: The Courier, ru: Курьер}', '\n‸en: The Courier\nru: Курьер'), '\n  ru: Курьер\nurl: '],
  [sites, `${before}‸id: world\ntitle: World\nid: city\ntitle: City\n${after}`, '- id: city\n  title: City\n'],
  [sites, `${before}- id: world\n‸title: World\n${after}`, '- id: world\n  title: World\n'],
  [sites, siteYaml.replace('[en, ru]', '\n‸en\nru'), '\n- en\n- ru\n'],
  [sites, `${siteYaml}policies:\n‸privacy: /privacy/\n`, '  privacy: /privacy/\n'],
  [
    sites,
    siteYaml.replace('Europe/Moscow', '\n- zone: Europe/Moscow\n- zone: Asia/Tbilisi\n‸from: 2016-01-01'),
    '  from',
  ],
  [people, 'name:\n‸en: Ann\nru: Анна\nrole: Reporter\n', '  en: Ann\n  ru: Анна\nrole'],
  [people, 'name: Ann\nlinks:\n- name: X\n‸url: https://x.example\n', '  url: https://x.example\n'],
  [settings, 'targets:\n- name: live\n‸folder: /srv/x\n', '- name: live\n  folder: /srv/x\n'],
  [settings, 'targets:\n- name: live\n  server:\n  ‸listen: 80\n  folder: /srv/x\n', '    listen: 80\n  folder'],
])('of another file: %#', (read, marked, mended) => expectMended(read, marked, mended));

test('several faults are told one by one, and what belongs to the map itself stays there', () => {
  const items = '- title: A\nurl: https://a.example\n- title: B\nurl: https://b.example';
  const { problems } = parseStory(story({ sources: `\n${items}` }));
  expect(briefly(problems)).toEqual(['yaml/not-indented 9:1', 'yaml/not-indented 11:1']);
  for (const [field, next] of [
    ['image', 'license: CC0 1.0'],
    ['image', 'type: news'],
    ['sponsor', 'thread: storms'],
  ] as const)
    expect(briefly(parseStory(story({ [field]: `\n${next}` })).problems)).toEqual([
      `yaml/wrong-type 7:${field.length + 3}`,
    ]);
});

test('what is to be written is said', () => {
  const fixes = (fields: Record<string, string>) => parseStory(story(fields)).problems.map(({ fix }) => fix);
  expect(fixes({ image: '\nfile: x.jpg\nalt: Waves' })).toEqual([
    'Write two spaces before “file: x.jpg” and before the lines below it up to “alt: Waves”.',
  ]);
  expect(fixes({ topics: '\na\nb\nc' })).toEqual(['Write “- ” before each line from “a” to “c”.']);
  const sources = 'abc'.split('').map((each) => `title: ${each}\nurl: https://${each}.example`);
  expect(fixes({ sources: `\n${sources.join('\n')}` })).toEqual([
    'Write “- ” before “title: a” and each “title:” below it, and two spaces before the other lines up to “url: https://c.example”.',
  ]);
});
