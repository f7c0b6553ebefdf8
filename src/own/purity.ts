/**
 * A newsroom's own code sees the site through recorded queries and props alone: what asked the clock, chance, the disk
 * or the network would make pages that no change of the content renders anew.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { positionFinder } from '../content/position-finder.ts';
import type { Problem } from '../problem.ts';
import { isCode } from './own-files.ts';
import { ownProblem } from './own-problem.ts';

const asked: readonly [RegExp, string][] = [
  [
    /\bDate\.now\b|\bnew Date\s*\(\s*\)|\bnew Date\b(?!\s*\()|(?<!new\s)\bDate\s*\(\s*\)|\bperformance\.now\b/g,
    'the clock',
  ],
  [/\bDateTime\.(?:now|local|utc)\s*\(\s*\)?/g, 'the clock'],
  [/\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/g, 'chance'],
  [/\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/g, 'the network'],
  [/\bprocess\.\w+/g, 'the machine'],
];

const imported = /(?:\bfrom|\bimport|\bimport\s*\(|\brequire\s*\()\s*['"]([^'"]+)['"]/g;

/** Of all code in some folders. */
export function judgePurity(folders: readonly string[], name: (path: string) => string): Problem[] {
  return folders.flatMap(codeBelow).flatMap((path) => {
    const text = withoutComments(readFileSync(path, 'utf8'));
    const positionAt = positionFinder(text);
    const tell = (offset: number, written: string, what: string) =>
      ownProblem(
        { path, position: positionAt(offset) },
        {
          code: 'own/not-pure',
          what: `“${written}” asks ${what}; a page may depend on nothing but the content and the instant that is built for.`,
          fix: 'Ask the queries that “props” is given, or take what is needed from the props.',
        },
        name,
      );
    const calls = asked.flatMap(([pattern, what]) =>
      [...text.matchAll(pattern)].map(({ 0: written, index }) => tell(index, written, what)),
    );
    const modules = [...text.matchAll(imported)].filter(([, specifier = '']) => isBuiltin(specifier));
    return [...calls, ...modules.map(({ 1: specifier = '', index }) => tell(index, specifier, 'the machine'))];
  });
}

function codeBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(isCode)
    .sort()
    .map((path) => join(folder, path));
}

/** As long as it was, so that places stay. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/g, (comment) => comment.replace(/[^\n]/g, ' '));
}
