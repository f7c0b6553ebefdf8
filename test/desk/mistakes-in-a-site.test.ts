/**
 * What `check` tells of is caused in one newsroom: each mistake of a layout, a page or a public file, and beside it, under other
 * names, what becomes of it by each way of its remedy. Then files of the built folder are damaged, and the folder itself.
 */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/commands/check.ts';
import { checkAddresses } from '../../src/commands/check-target.ts';
import { mistakesInBuiltFiles, mistakesInWholeFolders } from '../../src/desk/mistakes/in-folders.ts';
import { mistakesInPages } from '../../src/desk/mistakes/in-pages.ts';
import { mistakesInComparing } from '../../src/desk/mistakes/in-publishing.ts';
import { titleOf } from '../../src/desk/mistakes/own-kind.ts';
import { about, siteYaml, story, storyPath } from '../../src/desk/mistakes/room.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { type ToolMistake, toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import { loadOwn } from '../../src/own/load-own.ts';
import type { Problem } from '../../src/problem.ts';
import { damaged } from '../support/damaged.ts';
import { expectTold } from '../support/expect-told.ts';
import { Newsroom, projectRoot } from '../support/newsroom.ts';

// It crawls the site over HTTP, which takes longer than all else here; a test of its own asks it.
vi.mock('../../src/check/with-linkinator.ts', () => ({
  checkWithLinkinator: async () => ({ findings: [], looked: { gate: 'linkinator', counts: { pages: 1 } } }),
}));

/** Of the first of its files, which has given its name to all that is in it. */
function nameOf({ files = {} }: ToolMistake): string {
  return basename(Object.keys(files)[0] ?? '').replace(/\.\w+$/, '');
}

/** The same files under another name. */
function renamed(files: Files, mistake: ToolMistake, suffix: string): Files {
  const name = nameOf(mistake);
  const rename = (text: string) =>
    text.replaceAll(name, `${name}${suffix}`).replaceAll(titleOf(name), `${titleOf(name)}${suffix}`);
  const all = Object.entries(files).map(([path, text]) => [
    rename(path),
    typeof text === 'string' ? rename(text) : text,
  ]);
  return Object.fromEntries(all);
}

const mended = Object.values(mistakesInPages).flatMap((mistake) =>
  mistake.ways.map((way, index) => renamed(toolMended(mistake, way), mistake, `-${index + 1}`)),
);
const mistaken = Object.values(mistakesInPages).map((mistake) => toolFiles(mistake).files);
const all: Files = Object.assign({}, ...mended, ...mistaken);

/** `site.yaml` with what each way adds to it, and a footer that leads to all pages but the lost one. */
function site(): string {
  const added = mended.flatMap(({ 'content/site.yaml': text }) => text?.toString().slice(siteYaml.length) ?? []);
  const pages = Object.keys(all).flatMap((path) => /^content\/pages\/(?!lost)(.*)\.md$/.exec(path)?.[1] ?? []);
  const footer = ['about', ...pages].map((id) => `  - {title: The ${id}, url: /${id}/}`);
  return `${siteYaml.replace('[en, ru]', '[en]')}${added.join('')}footer:\n${footer.join('\n')}\n`;
}

let room: Newsroom;
let began: Problem[];

beforeAll(async () => {
  const files = {
    [`content/${storyPath}`]: story(),
    ...all,
    'content/pages/about.md': about,
    'content/site.yaml': site(),
  };
  room = new Newsroom({
    git: false,
    files: Object.fromEntries(Object.entries(files).map(([path, text]) => [`../${path}`, text])),
  });
  mkdirSync(join(room.folder, 'node_modules'));
  for (const [name, path] of [
    ['broadsheet', ''],
    ['preact', 'node_modules/preact'],
  ] as const)
    symlinkSync(join(projectRoot, path), join(room.folder, 'node_modules', name));
  cpSync(join(projectRoot, 'test/newsrooms/extended/tsconfig.json'), join(room.folder, 'tsconfig.json'));
  expect(await loadOwn(room.folder, room.content)).toEqual([]);
  await room.rendered();
  began = await told();
});

afterAll(() => room.dispose());

async function told(): Promise<Problem[]> {
  return (await check(folders())).problems;
}

function folders() {
  return { content: room.content, cache: room.cache, out: room.out, newsroom: room.folder };
}

/** What is told that the pages are not to blame for. */
async function news(): Promise<Problem[]> {
  const known = new Set(began.map(({ code }) => code));
  return (await told()).filter(({ code }) => !known.has(code));
}

const byCode = (problems: readonly Problem[]) => Object.fromEntries(problems.map((each) => [each.code, each]));

test('each mistake of a page is one Problem, and no way to mend it leaves any', async () => {
  const found = Object.entries(mistakesInPages).map(([code, mistake]) => {
    const name = nameOf(mistake);
    const here = began.filter(({ file }) => [`dist/${name}/index.html`, `dist/${name}.txt`].includes(file));
    for (const { what } of here) expect(what).not.toContain('Seen on'); // nor on a page that is mended
    expect(here.map((each) => each.code).sort()).toEqual([...(mistake.toldWith ?? []), code].sort());
    return here.find((each) => each.code === code) as Problem;
  });
  expect(began.length).toBe(
    found.length + Object.values(mistakesInPages).flatMap(({ toldWith = [] }) => toldWith).length,
  );
  await expectTold('pages', byCode(found));
});

function damage(mistakes: Record<string, ToolMistake>): void {
  for (const { damage = {} } of Object.values(mistakes))
    for (const [path, change] of Object.entries(damage)) damaged(`${room.out}/${path}`, change);
}

test('each file that was damaged is one Problem, and a build of everything mends it', async () => {
  damage(mistakesInBuiltFiles);
  const found = await news();
  expect(found.map(({ code }) => code).sort()).toEqual(Object.keys(mistakesInBuiltFiles));
  await expectTold('built-files', byCode(found));
  const runs = Object.values(mistakesInBuiltFiles).flatMap(({ ways }) => ways.map(({ run }) => run));
  expect([...new Set(runs)]).toEqual(['broadsheet build --all']);
  await room.build({ all: true });
  expect(await told()).toEqual(began);
});

describe('of the folder as a whole', () => {
  const found: Record<string, Problem> = {};

  test.each(Object.entries(mistakesInWholeFolders))('%s', async (code, mistake) => {
    damage({ [code]: mistake });
    const problems = await news();
    expect(new Set(problems.map((each) => each.code))).toEqual(new Set([code, ...(mistake.toldWith ?? [])]));
    found[code] = problems.find((each) => each.code === code) as Problem;
    expect(mistake.ways.map(({ run }) => run)).toEqual(['broadsheet build']);
    await room.build();
    expect(await told()).toEqual(began);
  });

  test('explain shows it', () => expectTold('whole-folders', found));

  test('nor can addresses be compared with those that readers had', async () => {
    const [code, mistake] = Object.entries(mistakesInComparing)[0] ?? expect.fail();
    room.git('init', '--quiet');
    const compared = () => checkAddresses(folders(), { target: 'live', paths: ['index.html'] }, false).problems;
    expect(compared()).toEqual([]);
    damage(mistakesInComparing);
    const [problem = expect.fail(), ...others] = compared();
    expect([problem.code, others]).toEqual([code, []]);
    await expectTold('comparing', { [code]: problem });
    expect(mistake.ways).toMatchObject([{ run: 'broadsheet build' }]);
    await room.build();
    expect(compared()).toEqual([]);
  });
});
