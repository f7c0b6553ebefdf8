/** Each mistake in a newsroom's own code is told before anything of it is built, and its remedy is enough. */
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { mistakesInOwnCode } from '../../src/desk/mistakes/in-own-code.ts';
import type { Files } from '../../src/desk/mistakes/small-room.ts';
import { toolFiles, toolMended } from '../../src/desk/mistakes/tool-mistake.ts';
import { loadOwn } from '../../src/own/load-own.ts';
import type { Problem } from '../../src/problem.ts';
import { expectTold } from '../support/expect-told.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { projectRoot } from '../support/newsroom.ts';

// A package looks for tsx in the newsroom that it is installed in, and so does this.
let newsroom = '';
vi.mock('node:module', async (original) => {
  const { createRequire, ...others } = await original<typeof import('node:module')>();
  return { ...others, createRequire: () => createRequire(join(newsroom, 'package.json')) };
});

/** `npm install` as far as it matters here. */
function install(folder: string, files: Files): void {
  const modules = join(folder, 'node_modules');
  mkdirSync(modules);
  symlinkSync(projectRoot, join(modules, 'broadsheet'));
  const named = files['package.json']?.toString() ?? '{"devDependencies": {"tsx": ""}}';
  for (const name of ['preact', ...Object.keys(JSON.parse(named).devDependencies ?? {})])
    symlinkSync(join(projectRoot, 'node_modules', name), join(modules, name));
  cpSync(join(projectRoot, 'test/newsrooms/extended/tsconfig.json'), join(folder, 'tsconfig.json'));
}

async function problemsOf(files: Files): Promise<Problem[]> {
  newsroom = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    const file = join(newsroom, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  install(newsroom, files);
  expect(existsSync(join(newsroom, 'content'))).toBe(false);
  return loadOwn(newsroom, newsroom);
}

const told: Record<string, Problem> = {};

test.each(Object.entries(mistakesInOwnCode))('%s', async (code, mistake) => {
  const { files, marked } = toolFiles(mistake);
  const withoutTsx: Files = code === 'own/needs-tsx' ? { 'package.json': '{}' } : {};
  const [problem, ...others] = await problemsOf({ ...withoutTsx, ...files });
  expect([problem?.code, others]).toEqual([code, []]);
  if (marked && problem?.line !== undefined) expect(problem).toMatchObject(marked);
  told[code] = problem as Problem;
  for (const way of mistake.ways) {
    const mended = toolMended(mistake, way);
    expect(mended).not.toEqual(files);
    expect([way.says, await problemsOf(mended)]).toEqual([way.says, []]);
  }
});

test('explain shows what is told', () => expectTold('own-code', told));
