import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkAgainst } from '../../src/commands/check-against.ts';
import { parseSite } from '../../src/content/site.ts';
import { mistakesInChangedStories, mistakesInClones } from '../../src/desk/mistakes/in-changes.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import type { Problem } from '../../src/problem.ts';
import { History } from '../../src/source/history.ts';
import { applied } from '../content/written.ts';
import { runHere } from '../support/cli.ts';
import { expectTold } from '../support/expect-told.ts';
import { instant, Newsroom, newsroom, projectRoot, siteYaml } from '../support/newsroom.ts';

const path = 'articles/2015/11/26/storm.md';
const now = instant('2015-11-26T18:00:40+03:00');
const body =
  'The ferry lost 9 boxes off Poti, as Ann Lomidze saw.\n\n“We heard a bang and then nothing,” said the cook of the ship.\n';
const lines = ['title: Ferry in a storm', 'summary: It came back.', 'date: 2015-11-26 09:30', 'authors: [desk]'];
const text = (more: readonly string[] = [], words = body) =>
  `---\n${[...lines, ...more, 'section: world'].join('\n')}\n---\n${words}`;

const kept = (() => {
  const room = new Newsroom({ files: { [path]: text() } }).commit();
  const all = room.keep();
  room.dispose();
  return all;
})();

/** A newsroom of one story that readers have. */
function room(): Newsroom {
  return newsroom({ like: kept });
}

async function judge(room: Newsroom, given: { revision?: string; isNamed?: boolean } = {}): Promise<Problem[]> {
  const all = { content: room.content, newsroom: room.folder, revision: 'main~0', isNamed: true, now, ...given };
  return (await checkAgainst(all)).problems;
}

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);
const first = (room: Newsroom) => new History(room.content).commit('HEAD') ?? '';

/** Of a commit, whose name has the time of day in it. */
const named = <Value extends Pick<Problem, 'what'>>(problem: Value): Value => ({
  ...problem,
  what: problem.what.replace(/(?<=commit )[0-9a-f]{8}/, '1a2b3c4d'),
});

describe('what a story says otherwise is told, and each answer is enough', () => {
  const shown: Record<string, Problem> = {};

  const textIn = (files: Files) => String(files[`content/${path}`]);
  /** Each is made in a story of its own, so that one look tells of them all. */
  const mistakes = Object.entries(mistakesInChangedStories).map(([code, mistake]) => {
    const { files, marked } = toolFiles(mistake);
    const file = path.replace('storm', code.slice('change/'.length));
    return { ...mistake, code, file, marked, wrong: textIn(files) };
  });
  type Made = (typeof mistakes)[number];
  const write = (paper: Newsroom, textOf: (mistake: Made) => string) =>
    paper.write(Object.fromEntries(mistakes.map((mistake) => [mistake.file, textOf(mistake)])));

  test('of each kind', async () => {
    const paper = room();
    write(paper, ({ before = {} }) => textIn(before)).commit();
    const revision = paper.git('rev-parse', 'HEAD');
    const wanted = mistakes.map(({ code, file, marked }) => {
      return { code, weight: 'advice', ...marked, file: `content/${file}` };
    });
    for (const [index, way] of mistakes[0]?.ways.entries() ?? []) {
      write(paper, ({ wrong }) => wrong);
      const told = await judge(paper, { revision });
      expect(told).toMatchObject(wanted);
      const byCode = new Map(told.map((problem) => [problem.code, problem]));
      for (const { code, marked } of mistakes) shown[code] = { ...named(byCode.get(code) ?? expect.fail()), ...marked };
      const byTool = ({ code, wrong }: Made) => applied(wrong, [byCode.get(code) ?? expect.fail()]);
      const byHand = (mistake: Made) => textIn(toolMended(mistake, mistake.ways[index] ?? expect.fail()));
      for (const answer of way.write ? [byTool, byHand] : []) {
        write(paper, answer);
        expect([mistakes.map(answer), await judge(paper, { revision })]).toEqual([expect.anything(), []]);
      }
      if (way.run) {
        expect(way.run).toContain('Change: minor');
        paper.commit('Mend the storm\n\nChange: minor');
      }
    }
    expect(await judge(paper, { revision })).toEqual([]);
    expect(mistakes.map(({ ways }) => ways)).toEqual(mistakes.map(() => mistakes[0]?.ways));
  });

  test('explain shows it', () => expectTold('changed-stories', shown));

  test('of a story that has them, a later update and one more correction', async () => {
    const paper = room();
    const more = ['updated: 2015-11-26 18:00', 'corrections:', '  - {date: 2015-11-26 12:00, text: It was Poti}'];
    paper.write({ [path]: text(more) }).commit();
    const edited = text(more).replace('9 boxes', '11 boxes');
    paper.write({ [path]: edited });
    const told = await judge(paper);
    expect(told[0]?.fix).toContain('Write the line “updated: 2015-11-26 18:01”');
    const [, item = ''] = /“(- \{.*?\})” to corrections/.exec(told[0]?.fix ?? '') ?? [];
    const longer = edited.replace('section:', `  ${item}\nsection:`);
    for (const answer of [applied(edited, told), longer]) {
      paper.write({ [path]: answer });
      expect([answer, codes(await judge(paper))]).toEqual([answer, []]);
    }
  });
});

test('a minor commit answers for what it changed, and for nothing else', async () => {
  const paper = room();
  const minor = text().replace('9 boxes', '11 boxes');
  paper.write({ [path]: minor }).commit('Count again\n\nChange: minor');
  const since = first(room());
  expect(await judge(paper, { revision: since })).toEqual([]);
  paper.write({ [path]: minor.replace('Poti', 'Batumi') }).commit('Another harbour');
  expect(codes(await judge(paper, { revision: since }))).toEqual(['change/name']);
  paper.write({ [path]: minor.replace('Poti', 'Batumi').replace('11 boxes', '12 boxes') });
  expect(codes(await judge(paper, { revision: since }))).toEqual(['change/number', 'change/name']);
});

test('of what readers do not have, or no longer, nothing is told', async () => {
  const cases: [string[], string[]][] = [
    [['draft: true'], ['draft: true']],
    [['draft: true'], []],
    [[], ['draft: true']],
    [[], ['withdrawn: {date: 2015-11-26 10:00, reason: It was wrong}']],
  ];
  const unseen = room();
  const file = (index: number) => path.replace('storm', `storm-${'abcd'.charAt(index)}`);
  const all = (side: 0 | 1, words: (text: string) => string) =>
    Object.fromEntries(cases.map((each, index) => [file(index), words(text(each[side]))]));
  unseen.write(all(0, (words) => words)).commit();
  unseen.write(all(1, (words) => words.replace('9 boxes', '11 boxes')));
  expect(await judge(unseen)).toEqual([]);
  const paper = room();
  const changed = text().replace('9 boxes', '11 boxes');
  paper.write({ [path]: changed, 'articles/2015/11/26/other.md': text() });
  expect((await checkAgainst({ ...given(paper), now: instant('2015-11-26T09:00+03:00') })).problems).toEqual([]);
  const russian = text(['withdrawn: {date: 2015-11-26 10:00, reason: It was wrong}']);
  paper.write({ [path.replace('.md', '.ru.md')]: russian });
  expect(await judge(paper)).toEqual([]);
});

function given({ content, folder }: Newsroom) {
  return { content, newsroom: folder, revision: 'HEAD', isNamed: true, now };
}

test('a story that has moved is compared with what it was, whether git or its file says from where', async () => {
  const to = 'articles/2015/11/26/gale.md';
  const edited = text(['redirectFrom: [/2015/11/26/storm/]']).replace('9 boxes', '11 boxes');
  const moved = room();
  moved.git('mv', `content/${path}`, `content/${to}`);
  moved.write({ [to]: text().replace('9 boxes', '11 boxes') });
  expect(codes(await judge(moved))).toEqual(['change/number']);
  const byHand = room();
  byHand.remove(path).write({ [to]: edited });
  expect(await judge(byHand)).toMatchObject([{ code: 'change/number', file: `content/${to}` }]);
  byHand.write({ [to]: edited.replace('storm/', 'rain/') });
  expect(await judge(byHand)).toEqual([]);
});

test('what another branch has changed meanwhile is no change of this one', async () => {
  const paper = room();
  paper.git('checkout', '--quiet', '-b', 'draft');
  paper.git('checkout', '--quiet', 'main');
  paper.write({ [path]: text().replace('9 boxes', '11 boxes') }).commit();
  paper.git('checkout', '--quiet', 'draft');
  expect(await judge(paper, { revision: 'main' })).toEqual([]);
  paper.write({ [path]: text().replace('Poti', 'Batumi') });
  expect(codes(await judge(paper, { revision: 'main' }))).toContain('change/name');
});

test('each language of a story speaks for itself', async () => {
  const paper = room();
  const russian = path.replace('.md', '.ru.md');
  paper.write({ [russian]: text() }).commit();
  const answered = text(['updated: 2015-11-26 12:00']).replace('9 boxes', '11 boxes');
  paper.write({ [path]: answered, [russian]: text().replace('9 boxes', '11 boxes') });
  expect(await judge(paper)).toMatchObject([{ code: 'change/number', file: `content/${russian}` }]);
});

test('where there is nothing to compare with, it is said what to do', async () => {
  const paper = room();
  await expect(judge(paper, { revision: 'mian' })).rejects.toThrow(/There is no commit “mian”.*Give a commit/s);
  expect((await checkAgainst(given(paper))).said).toMatch(/^No story differs from commit [0-9a-f]{8}\.$/);
  const none = newsroom({ git: false });
  await expect(judge(none)).rejects.toThrow('--against needs a git repository');
  const folder = mkdtempSync(join(tmpdir(), 'newsroom-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const before = first(paper);
  paper.write({ [path]: text().replace('9 boxes', '11 boxes') }).commit();
  const clone = ['clone', '--quiet', '--depth=1', `file://${paper.folder}`, join(folder, 'paper')];
  expect(spawnSync('git', clone).status).toBe(0);
  const shallow = { ...given(paper), content: join(folder, 'paper/content'), newsroom: join(folder, 'paper') };
  await expect(checkAgainst({ ...shallow, revision: before })).rejects.toThrow(/shallow.*git fetch --unshallow/);
  const [told] = (await checkAgainst({ ...shallow, revision: before, isNamed: false })).problems as [Problem];
  const [code, { ways }] = Object.entries(mistakesInClones)[0] ?? expect.fail();
  expect(told).toMatchObject({ code, weight: 'advice' });
  await expectTold('clones', { [code]: named(told) });
  const [git = '', ...fetch] = ways[0]?.run?.split(' ') ?? [];
  expect(spawnSync(git, ['-C', shallow.newsroom, ...fetch]).status).toBe(0);
  expect(codes((await checkAgainst({ ...shallow, revision: before, isNamed: false })).problems)).toEqual(
    ways[0]?.leaves,
  );
});

test('the command tells of it, as a fault where site.yaml says so', async () => {
  const paper = room();
  mkdirSync(paper.out);
  writeFileSync(join(paper.out, 'index.html'), '<!doctype html>');
  paper.write({ [path]: text().replace('9 boxes', '11 boxes') });
  const check = (...more: string[]) =>
    runHere(['check', '--newsroom', paper.folder, '--now', '2015-11-26T18:00+03:00', '--format', 'json', ...more]);
  const told = async () => {
    const problems: Problem[] = JSON.parse((await check('--against', 'HEAD')).stdout);
    return problems.filter(({ code }) => code.startsWith('change/'));
  };
  paper.write({ 'site.yaml': `${siteYaml}silentChanges: fault\n` });
  const [fault] = await told();
  expect(fault?.code).toBe('change/number');
  expect(fault?.weight).toBeUndefined();
  expect(await check('--against', 'HEAD', '--external')).toMatchObject({ code: 2 });
});

test('every code is provoked here', async () => {
  const folder = join(projectRoot, 'src');
  const files = [
    'commands/check-against.ts',
    ...readdirSync(join(folder, 'check/against')).map((file) => `check/against/${file}`),
  ];
  const all = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
  const kinds = /type ChangeKind = (.*?);/s.exec(all)?.[1]?.match(/[a-z]+/g) ?? [];
  const written = [...all.matchAll(/code: ['`]change\/([a-z-]+)'/g)].map(([, code = '']) => code);
  const shown = [...Object.keys(mistakesInChangedStories), ...Object.keys(mistakesInClones)];
  expect([...kinds, ...written].map((code) => `change/${code}`).sort()).toEqual(shown.sort());
});

test('how changes are judged is no part of the site, of which pages are made', async () => {
  const { site, silentChanges } = parseSite(`${siteYaml}silentChanges: fault\n`, 'site.yaml', ['en', 'ru']);
  expect(silentChanges).toBe('fault');
  expect(site).toEqual(parseSite(siteYaml, 'site.yaml', ['en', 'ru']).site);
});
