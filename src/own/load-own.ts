/**
 * Loads what a newsroom has added in `src/`, before anything is read: listings, blocks, kinds of page and fields, one
 * file each, named as it is. What is wrong with one of them is a Problem, and nothing is built.
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeLayouts } from '../../layouts/own-files.ts';
import { engineFile, isCompiled } from '../engine-files.ts';
import type { Problem } from '../problem.ts';
import { type Door, doors } from './doors.ts';
import { judgeIcon } from './icon.ts';
import { codeIn, ownFolders } from './own-files.ts';
import { mendFile, messageOf, ownProblem, placeOfError } from './own-problem.ts';
import { judgePurity } from './purity.ts';
import { replaceable, replaceLayouts } from './replace-layouts.ts';
import { judgeTokens } from './tokens.ts';

const loaded = new Map<string, Promise<Problem[]>>();

/** Once in a process, which may build several commits. `content` is the folder from which Problems name files. */
export function loadOwn(newsroom: string, content: string): Promise<Problem[]> {
  const known = loaded.get(newsroom) ?? loadAll(newsroom, content);
  loaded.set(newsroom, known);
  return known;
}

async function loadAll(newsroom: string, content: string): Promise<Problem[]> {
  if (ownFolders(newsroom).length === 0) return [];
  const name = (path: string) => relative(content, path).replaceAll('\\', '/');
  const impure = judgePurity(ownFolders(newsroom), name);
  if (impure.length > 0) return impure; // none of it is run
  takeLayouts(join(newsroom, 'layouts'));
  const files = doors.flatMap((door) => filesOf(newsroom, door).map((path) => ({ path, door })));
  const code = [...files.map(({ path }) => path), ...replaceable.flatMap((folder) => codeIn(newsroom, folder))];
  if (code.length > 0) replaceLayouts(newsroom);
  const missing = await readTsx(newsroom, code);
  if (missing !== undefined) return [ownProblem({ path: missing }, needsTsx, name)];
  const problems = [
    ...judgeTokens(join(newsroom, 'layouts/styles/tokens.css'), name),
    ...judgeIcon(join(newsroom, 'layouts/icon.svg'), name),
  ];
  for (const { path, door } of files) problems.push(...(await load(newsroom, path, door, name)));
  return problems;
}

function filesOf(newsroom: string, { at }: Door): string[] {
  return at.endsWith('.ts') ? [join(newsroom, at)].filter((path) => existsSync(path)) : codeIn(newsroom, at);
}

async function load(newsroom: string, path: string, door: Door, name: (path: string) => string): Promise<Problem[]> {
  let module: Record<string, unknown>;
  try {
    module = await import(pathToFileURL(path).href);
  } catch (error) {
    const told = {
      code: 'own/not-loaded',
      what: `This file cannot be loaded: ${messageOf(error)}.`,
      fix: mendFile,
    };
    return [ownProblem(placeOfError(newsroom, error) ?? { path }, told, name)];
  }
  return door.take(module, path).map((fault) => ownProblem({ path }, fault, name));
}

const needsTsx = {
  code: 'own/needs-tsx',
  what: 'This file is TSX, and the package “tsx”, which reads it, is not installed.',
  fix: 'Run: npm install --save-dev tsx.',
};

/** Makes Node read TSX, if any of these files needs it. Returns the first that does where that cannot be done. */
async function readTsx(newsroom: string, paths: readonly string[]): Promise<string | undefined> {
  const first = paths.find((path) => path.endsWith('.tsx'));
  if (first === undefined) return undefined;
  process.setSourceMapsEnabled(true);
  const from = isCompiled ? join(newsroom, 'package.json') : import.meta.filename;
  try {
    const api = createRequire(from).resolve('tsx/esm/api');
    const { register } = await import(pathToFileURL(api).href);
    register({ tsconfig: engineFile('src/own/tsconfig.json') });
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND') throw error;
    return first;
  }
}
