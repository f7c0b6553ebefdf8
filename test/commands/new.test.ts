/** A story is begun where it belongs, over nothing that is there, and every mistake is answered with what to write. */
import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { Ask } from '../../src/commands/ask-on-terminal.ts';
import { chooseAuthors, chooseHeadline, chooseSection, chooseTarget } from '../../src/commands/new/choices.ts';
import { parseSite } from '../../src/content/site.ts';
import { type Run, runHere } from '../support/cli.ts';
import { articleText, type Newsroom, newsroom, siteYaml } from '../support/newsroom.ts';
import { problemsOf } from '../support/problems-of.ts';

const now = ['--now', '2015-11-27T06:30+03:00'];
const snow = 'articles/2015/11/27/first-snow.md';

function begin(room: Newsroom, ...args: string[]): Promise<Run> {
  return runHere(['new', '--newsroom', room.folder, ...args, ...(args.includes('--translate') ? [] : now)]);
}

function paper(files: Record<string, string> = {}, identity = 'Ann Lee'): Newsroom {
  const room = newsroom({ files: { 'authors/ann.yaml': 'name: Ann Lee\n', ...files } });
  appendFileSync(
    join(room.folder, '.git/config'),
    `[user]\nname = ${identity}\nemail = ${identity.replace(' ', '.')}@paper.example\n`,
  );
  return room;
}

const read = (room: Newsroom, path: string) => readFileSync(join(room.content, path), 'utf8');

describe('a new story', () => {
  test('is a draft with which the build is content', async () => {
    const room = paper();
    const { code, stdout } = await begin(room, 'First snow!', '--section', 'World');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Made content\/articles\/2015\/11\/27\/first-snow\.md, a draft/);
    expect(stdout).toContain('author    ann, as git knows you');
    expect(read(room, snow)).toMatch(
      /title: First snow!\n.*\ndate: 2015-11-27 06:30\nauthors: \[ann\]\nsection: world\n/,
    );
    expect(
      await problemsOf({ 'site.yaml': siteYaml, 'authors/ann.yaml': 'name: Ann\n', [snow]: read(room, snow) }),
    ).toEqual([]);
  });

  test('is in the language of its headline, and words without quotation marks are one', async () => {
    const room = paper();
    const { stdout } = await begin(room, 'Первый', 'снег', '--section', 'world', '--author', 'News desk');
    expect(stdout).toContain('/ru/2015/11/27/pervyy-sneg/, in Russian');
    expect(read(room, 'articles/2015/11/27/pervyy-sneg.ru.md')).toContain('title: Первый снег\n');
    expect(stdout).toContain('author    desk\n');
  });

  test.each<[string, Record<string, string>, string]>([
    ['by a story', { [snow]: articleText({ date: '2015-11-27' }) }, `is that of content/${snow}`],
    ['by a translation', { 'articles/2015/11/27/first-snow.ru.md': '' }, 'is that of content/articles/2015'],
    ['by its pictures', { 'articles/2015/11/27/first-snow/a.jpg': '' }, 'is that of content/articles/2015'],
    [
      'by an end',
      { 'gone.yaml': '- {url: /2015/11/27/first-snow/, reason: It was sleet.}\n' },
      'ended, as content/gone.yaml says',
    ],
    [
      'by an old address',
      { 'articles/2015/11/26/sleet.md': articleText({ redirectFrom: ['/ru/2015/11/27/first-snow/'] }) },
      'is an old one of content/articles/2015/11/26/sleet.md',
    ],
    ['by a public file', { '../public/2015/11/27/first-snow/index.html': '' }, 'is that of files in public/'],
  ])('has a number if its address is taken %s, which stays as it is', async (_, files, why) => {
    const room = paper(files);
    const { code, stdout } = await begin(room, 'First snow', '--section', 'world');
    expect([code, stdout]).toEqual([0, expect.stringContaining(`The address /2015/11/27/first-snow/ ${why}`)]);
    expect(existsSync(join(room.content, 'articles/2015/11/27/first-snow-2.md'))).toBe(true);
    for (const [path, text] of Object.entries(files)) expect(read(room, path)).toBe(text);
    expect(await begin(room, 'Snow', '--section', 'world', '--slug', 'first-snow')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Choose another with --slug.'),
    });
  });
});

describe('a translation', () => {
  const story = { 'articles/2015/11/26/sleet.md': articleText() };
  const ru = 'articles/2015/11/26/sleet.ru.md';

  test.each(['content/articles/2015/11/26/sleet.md', '2015/11/26/sleet', 'https://courier.example/2015/11/26/sleet/'])(
    'of %s is made beside it, in the language that is missing',
    async (named) => {
      const room = paper(story);
      const { code, stdout } = await begin(room, 'Слякоть', '--translate', named);
      expect([code, stdout]).toEqual([0, expect.stringContaining('from English into Russian')]);
      expect(read(room, ru)).toMatch(
        /^---\ntitle: "?Слякоть"?\nsummary: .?TKTK [\s\S]*translators: \[ann\]\ndraft: true\n/,
      );
      expect((await begin(room, '--translate', ru, '--lang', 'en')).stderr).toMatch(
        /there in English already: content\/art/,
      );
    },
  );

  test('has to be of a story without problems, and leaves one that is there alone', async () => {
    const room = paper({ ...story, [ru]: 'Мой текст' });
    expect((await begin(room, '--translate', 'content/articles/2015/11/26/sleet.md')).stderr).toMatch(
      /in every language/,
    );
    expect((await begin(room, '--translate', '2015/11/26/sleet', '--lang', 'ru')).stderr).toMatch(/in Russian already/);
    expect(read(room, ru)).toBe('Мой текст');
    room.remove(ru).write({ 'articles/2015/11/26/sleet.md': articleText({ section: 'wrold' }) });
    expect((await begin(room, '--translate', '2015/11/26/sleet')).stderr).toMatch(
      /Mend it first:[\s\S]*article\/unknown-section/,
    );
    expect(existsSync(join(room.content, ru))).toBe(false);
  });
});

test.each<[string, string[], RegExp]>([
  ['no headline', [], /^Say the headline, in quotation marks, as in: .*new "First snow on the coast"/],
  ['a headline of emoji', ['🎉🎊'], /^“🎉🎊” has no letter or digit.*--slug first-snow/],
  [
    'markup in the headline',
    ['<b>Snow</b>', '--section', 'world', '--author', 'ann'],
    /nothing was made:[\s\S]*“<b>” looks like HTML/,
  ],
  ['no section', ['Snow'], /^Say in which section the story stands, with --section: world, culture\./],
  [
    'an unknown section',
    ['Snow', '--section', 'wrold'],
    /^--section: There is no section “wrold”\. Did you mean “world”\?/,
  ],
  [
    'an unknown author',
    ['Snow', '--section', 'world', '--author', 'An'],
    /^--author: There is no author “An” in content\/authors\. Did you mean “ann”/,
  ],
  [
    'neither section nor author',
    ['Snow'],
    /^Say in which section .*: world, culture\.\nSay who writes it, with --author: ann, desk\./,
  ],
  ['nobody that git knows', ['Snow', '--section', 'world'], /^Say who writes it, with --author: ann, desk\./],
  [
    'a language by its name',
    ['Snow', '--lang', 'Russian'],
    /^--lang: The site has no language “Russian”\. Did you mean “ru”\?/,
  ],
  [
    'a language that the site has not',
    ['Snow', '--lang', 'fr'],
    /^--lang: The site has no language “fr”\. Add it to languages in site\.yaml/,
  ],
  ['an address in capitals', ['Snow', '--slug', 'First Snow'], /^--slug takes lower-case.*Did you mean “first-snow”\?/],
  [
    'a story that is not there',
    ['--translate', '2015/11/26/slet'],
    /^There is no content\/articles\/2015\/11\/26\/slet\.md\. Did you mean “sleet\.md”\?/,
  ],
  ['what is no story', ['--translate', 'sleet'], /^“sleet” is no story\. Name its file/],
  [
    'a section for a translation',
    ['--translate', '2015/11/26/sleet', '--section', 'world'],
    /^A translation has .* of its original\. Leave --section out\./,
  ],
  ['no content folder', ['Snow', '--content', 'nowhere'], /^There is no .*nowhere\/site\.yaml/],
  ['a flag that there is not', ['Snow', '--autor', 'ann'], /^There is no flag --autor\. Did you mean --author\?/],
])('%s is wrong usage, and nothing is made', async (_, args, said) => {
  const room = paper({ 'articles/2015/11/26/sleet.md': articleText() }, 'Somebody Else');
  const { code, stderr } = await begin(room, ...args);
  expect([code, stderr]).toEqual([2, expect.stringMatching(said)]);
  expect(existsSync(join(room.content, 'articles/2015/11/27'))).toBe(false);
});

test('a broken site.yaml is told of with its problems', async () => {
  const room = paper({ 'site.yaml': siteYaml.replace('url: https://courier.example', 'url: courier') });
  expect(await begin(room, 'Snow')).toMatchObject({ code: 2, stderr: expect.stringContaining('content/bad-address') });
  rmSync(join(room.content, 'site.yaml'));
  expect(await begin(room, 'Snow')).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no ') });
});

test('flags that npm has kept are told of, before their values stand in a headline', async () => {
  vi.stubEnv('npm_config_section', 'true');
  const { code, stderr } = await begin(paper(), 'Snow', 'world');
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^npm has kept --section to itself\. Write “--” after “new”/),
  ]);
});

describe('on a terminal', () => {
  const { asRead: site } = parseSite(siteYaml, 'site.yaml', ['en', 'ru']);
  const call = () => '';

  /** Gives these answers until one is good, and keeps what was said to the others. */
  function answering(...answers: string[]): { ask: Ask; told: string[] } {
    const told: string[] = [];
    const ask: Ask = async ({ message, validate }) => {
      told.push(message);
      for (const answer of answers) {
        const verdict = validate(answer);
        if (verdict === true) return answer;
        told.push(verdict);
      }
      throw new Error('no answer was good');
    };
    return { ask, told };
  }

  test('what no flag says is asked, until it is right', async () => {
    const headline = answering(' ', 'Snow ');
    expect(await chooseHeadline('', { ...headline, call })).toBe('Snow');
    const section = answering('wrold', 'В мире');
    expect(await chooseSection(site, undefined, section.ask)).toBe('world');
    expect(section.told).toEqual([
      'In which section? (world, culture)',
      'There is no section “wrold”. Did you mean “world”? There are: world, culture.',
    ]);
    const target = answering('en', 'ka');
    const three = { ...site, languages: ['en', 'ru', 'ka'] };
    expect(await chooseTarget(three, undefined, ['en'], target.ask)).toBe('ka');
    const ann = { id: 'ann', name: 'Ann Lee', desk: false, links: [], redirectFrom: [] };
    const writers = { authors: [ann, { ...ann, id: 'bob', name: 'Bob' }], identity: { name: '', email: '' } };
    const author = answering('ann lee');
    const chosen = await chooseAuthors(undefined, { ...writers, name: (path) => path }, author.ask);
    expect(chosen).toEqual({ authors: [ann], how: '' });
  });

  test('what can be only one thing is not asked', async () => {
    const { ask, told } = answering();
    const one = { ...site, sections: site.sections.slice(0, 1) };
    expect(await chooseSection(one, undefined, ask)).toBe('world');
    expect(await chooseTarget(site, undefined, ['en'], ask)).toBe('ru');
    const desk = { id: 'desk', name: 'Desk', desk: true, links: [], redirectFrom: [] };
    const left = { ...desk, id: 'ann', left: '2015-11-01' };
    const writers = { authors: [desk, left], identity: { name: 'Ann', email: '' }, name: (path: string) => path };
    expect(await chooseAuthors(undefined, writers, ask)).toEqual({ authors: [desk], how: ', the only one in authors' });
    expect(told).toEqual([]);
  });
});
