/** The tokens that a newsroom changes: each must be one that the engine's styles use. */
import { existsSync, readFileSync } from 'node:fs';
import { positionFinder } from '../content/position-finder.ts';
import { nearest } from '../content/suggest.ts';
import { engineFile } from '../engine-files.ts';
import type { Problem } from '../problem.ts';
import { ownProblem } from './own-problem.ts';

const declaration = /(?<![\w-])--([\w-]+)\s*:/g;

export function judgeTokens(path: string, name: (path: string) => string): Problem[] {
  if (!existsSync(path)) return [];
  const shipped = new Set(
    namesIn(readFileSync(engineFile('layouts/styles/tokens.css'), 'utf8')).map(([token]) => token),
  );
  const css = readFileSync(path, 'utf8');
  const positionAt = positionFinder(css);
  return namesIn(css)
    .filter(([token]) => !shipped.has(token))
    .map(([token, offset]) => {
      const near = nearest(token, [...shipped]);
      const fix = near === undefined ? 'Remove it, or write it in layouts/styles/own.css.' : `Did you mean --${near}?`;
      const told = { code: 'own/unknown-token', what: `There is no token --${token}.`, fix };
      return ownProblem({ path, position: positionAt(offset) }, told, name);
    });
}

/** Declared names, with where they begin; what is in comments is passed over. */
function namesIn(css: string): [token: string, offset: number][] {
  const blanked = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...blanked.matchAll(declaration)].map((match) => [match[1] ?? '', match.index]);
}
