/** Where words come from: the engine's folder, and over it what a newsroom has of its own. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { wordsIn } from '../../layouts/words.ts';
import { type Problem, placeOf } from '../../src/problem.ts';
import { fingerprintEngine } from '../../src/sync/engine.ts';
import { openWordsShelf } from '../../src/sync/words-shelf.ts';
import { expectSentences } from '../content/written.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { articleText, newsroom, projectRoot, siteYaml, testEngine } from '../support/newsroom.ts';
import { projectCopy } from '../support/project-copy.ts';
import { wordingIn } from '../support/words.ts';

const shipped = { path: join(projectRoot, 'layouts/words'), name: 'layouts/words' };

/** The shelf of the engine with a newsroom's own files over it. */
function shelfWith(files: Record<string, string>) {
  const path = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return openWordsShelf([shipped, { path, name: 'own' }]);
}

const told = (problems: readonly Problem[]) => problems.map((problem) => `${placeOf(problem)} ${problem.code}`);

describe('a file of a newsroom of its own', () => {
  test('of three lines changes three words of a language, and no other', () => {
    const own = 'opinion: Voices\npolicies: {masthead: The newsroom}\nallOfYear: The year {year}\n';
    const { wording, problems } = shelfWith({ 'en.yaml': own }).judge(['en', 'ru']);
    expect(problems).toEqual([]);
    const former = wordingIn(['en', 'ru']);
    expect(wording).toEqual({
      en: {
        ...former.en,
        opinion: 'Voices',
        policies: { ...former.en?.policies, masthead: 'The newsroom' },
        allOfYear: ['The year ', { argument: 'year' }],
      },
      ru: former.ru,
    });
  });

  test('is laid under what a part of its language has', () => {
    const { wording } = shelfWith({ 'en.yaml': 'share: Pass on\nbyMail: By post\n' }).judge(['en-US', 'en-AU']);
    expect(wording['en-US']).toMatchObject({ share: 'Pass on', byMail: 'By email', ownName: 'English (US)' });
    expect(wording['en-AU']).toMatchObject({ share: 'Pass on', byMail: 'By post' });
  });

  test('that is whole makes a language, also one of a region', () => {
    const klingon = readFileSync(join(shipped.path, 'en.yaml'), 'utf8').replace(
      'ownName: English',
      'ownName: tlhIngan Hol',
    );
    const shelf = shelfWith({ 'tlh.yaml': klingon, 'de-CH.yaml': 'share: Weitersagen\n' });
    expect(shelf.languages).toEqual(expect.arrayContaining(['de', 'de-CH', 'tlh']));
    const { wording, problems } = shelf.judge(['tlh', 'de-CH']);
    expect(problems).toEqual([]);
    const words = wordsIn('tlh', { wording });
    expect([words.ownName, words.openGraphLocale, words.stories(2)]).toEqual(['tlhIngan Hol', 'en_GB', '2 stories']);
    expect(wording['de-CH']).toMatchObject({ share: 'Weitersagen', ownName: 'Deutsch (Schweiz)', locale: 'de-CH' });
  });

  test('that is not whole, for a new language, lacks words', () => {
    const { wording, problems } = shelfWith({ 'tlh.yaml': 'share: lIngta’\n' }).judge(['tlh']);
    expect(wording).toEqual({});
    expect(new Set(told(problems))).toEqual(new Set(['own/tlh.yaml:1:1 yaml/missing-key']));
    expect(problems.map(({ what }) => what)).toContain('“keyPoints” is missing.');
  });

  test('has each mistake told at its place, with what was meant', () => {
    const own =
      "opinon: Voices\nstories: '{n, plural, one {#} other {#}}'\nmonthNames: [One, Two]\ndate: '{dya} {month} {year}'\n";
    const { problems } = shelfWith({ 'ru.yaml': own }).judge(['ru']);
    expect(problems.map((problem) => `${placeOf(problem)} ${problem.fix}`).sort()).toEqual([
      'own/ru.yaml:1:1 Did you mean “opinion”? Write “opinion: Voices”.',
      'own/ru.yaml:2:10 Add “few {# …}”.',
      'own/ru.yaml:2:10 Add “many {# …}”.',
      'own/ru.yaml:3:13 Write them from January to December.',
      'own/ru.yaml:4:7 Did you mean “day”?',
    ]);
  });

  test.each(['ownName', 'locale', 'openGraphLocale', 'digits', 'comma', 'onNetwork', 'types', 'monthNames', 'zones'])(
    'is told what is wrong with %s in plain words, with a line as it should be',
    (key) => {
      const written = ['5', '~', '""', '[]', '[[x], 5]', '{x: {y: z}}', 'Some words'].map(
        (value) => `${key}: ${value}\n`,
      );
      const problems = written.flatMap((text) => shelfWith({ 'ru.yaml': text }).judge(['ru']).problems);
      expect(problems.length).toBeGreaterThan(3);
      problems.forEach(expectSentences);
      expect(problems.map(({ what, fix }) => `${what} ${fix}`).join('\n')).not.toMatch(/expected|received|invalid/i);
    },
  );

  test('is not read for a site without its language, and told once for a language in two of its forms', () => {
    const shelf = shelfWith({ 'pt.yaml': 'opinion: ""\n' });
    expect(shelf.judge(['en', 'es']).problems).toEqual([]);
    expect(told(shelf.judge(['pt', 'pt-BR']).problems)).toEqual(['own/pt.yaml:1:10 yaml/wrong-value']);
    expect([...shelf.texts.keys()]).toEqual(['own/pt.yaml']);
  });

  test('has numbers and times as it says itself', () => {
    const own = "digits: deva\nclock: '{hour12}.{minute} {half, select, am {AM} other {PM}}'\n";
    const { wording } = shelfWith({ 'hi.yaml': own }).judge(['hi']);
    expect(wordsIn('hi', { wording }).stories(12)).toBe('१२ ख़बरें');
    const wrong = shelfWith({ 'hi.yaml': "digits: devanagari\nclock: '{hour12}.{minute}'\nlocale: hindi_IN\n" });
    expect(
      wrong
        .judge(['hi'])
        .problems.map(({ code, line }) => `${line} ${code}`)
        .sort(),
    ).toEqual(['1 yaml/wrong-value', '2 words/missing-argument', '3 yaml/wrong-value']);
  });
});

test('English that is empty lacks words, and is no example of any', () => {
  const path = temporaryFolder();
  writeFileSync(join(path, 'en.yaml'), '');
  const { problems } = openWordsShelf([{ path, name: 'own' }]).judge(['en']);
  expect(new Set(told(problems))).toEqual(new Set(['own/en.yaml:1:1 yaml/missing-key']));
});

describe('a build', () => {
  const files = { 'articles/2015/11/26/one.md': articleText() };

  test('says a newsroom’s own words, and a change of them renders all', async () => {
    const room = newsroom({ git: false, files: { ...files, '../layouts/words/en.yaml': 'share: Pass it on\n' } });
    await room.rendered();
    expect(room.page('2015/11/26/one/index.html')).toContain('Pass it on');
    room.write({ '../layouts/words/en.yaml': 'share: Tell others\n' });
    const urls = await room.rendered({ engine: { ...testEngine, all: 'other words' } });
    expect(room.page('2015/11/26/one/index.html')).toContain('Tell others');
    expect(urls).toContain('/ru/');
    expect(await room.rendered({ engine: { ...testEngine, all: 'other words' } })).toEqual([]);
  });

  test('is refused by a mistake in them, which is shown with its lines, and leaves the site as it was', async () => {
    const room = newsroom({ git: false, files });
    await room.rendered();
    const before = room.page('index.html');
    room.write({ '../layouts/words/en.yaml': '# Ours\nshaer: Pass it on\n' });
    const engine = { ...testEngine, all: 'other words' };
    const { problems, textsOf } = await room.build({ engine });
    expect(problems).toMatchObject([
      {
        code: 'yaml/unknown-key',
        file: '../layouts/words/en.yaml',
        line: 2,
        column: 1,
        fix: 'Did you mean “share”? Write “share: Pass it on”.',
      },
    ]);
    expect(textsOf([]).get('../layouts/words/en.yaml')).toBe('# Ours\nshaer: Pass it on\n');
    expect(room.page('index.html')).toBe(before);
    room.write({ '../layouts/words/en.yaml': '# Ours\nshare: Pass it on\n' });
    expect(await room.rendered({ engine })).toContain('/2015/11/26/one/');
  });

  test('reads no words for a story: those of the catalog are good', async () => {
    const room = newsroom({ git: false, files });
    await room.rendered();
    room.write({ 'articles/2015/11/26/two.md': articleText({ title: 'Another' }) });
    const words = () => Promise.reject(new Error('Words were read'));
    expect(await room.rendered({ words })).toContain('/2015/11/26/two/');
    room.write({ 'site.yaml': siteYaml.replace('Culture', 'Arts') });
    await expect(room.rendered({ words })).rejects.toThrow('Words were read');
  });

  test('takes the words for part of the engine', () => {
    const root = projectCopy();
    const before = fingerprintEngine([], root);
    writeFileSync(join(root, 'layouts/words/ka.yaml'), 'share: x\n');
    const after = fingerprintEngine([], root);
    expect(after.content).toBe(before.content);
    expect(after.all).not.toBe(before.all);
  });
});
