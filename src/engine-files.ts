/** Where the engine's own files are: as they are written (`x.ts`), or as a package has them (`x.js`). */
import { readFileSync } from 'node:fs';
import { getCompileCacheDir } from 'node:module';
import { dirname, join, resolve } from 'node:path';

export const engineRoot = resolve(import.meta.dirname, '..');

/** By the ending of the file that runs. */
export const isCompiled = import.meta.filename.endsWith('.js');

/** What a file of the engine that is written in TypeScript is called here; for files beside it and whole paths alike. */
export function asItRuns(path: string): string {
  return isCompiled ? path.replace(/\.tsx?$/, '.js') : path;
}

/** The whole path of a file of the engine, by its path as it is written: `src/check/gate-worker.ts`. */
export function engineFile(path: string): string {
  return join(engineRoot, asItRuns(path));
}

/** In a package: all layouts in one file, which loads sooner than each at its own path (`pack/bundle.ts`). */
export const layoutsTogether = 'src/layouts.js';

/** As its package says: `0.2.0`. */
export function engineVersion(): string {
  return JSON.parse(readFileSync(engineFile('package.json'), 'utf8')).version;
}

/** For threads and processes that run its code: they take it compiled from where this one has it, which only `src/cli.js` says by itself. */
export function engineEnvironment(): Record<string, string> {
  const compiled = getCompileCacheDir();
  const named = compiled === undefined ? {} : { NODE_COMPILE_CACHE: dirname(compiled) };
  return Object.fromEntries(
    Object.entries({ ...process.env, ...named }).filter((each): each is [string, string] => each[1] !== undefined),
  );
}
