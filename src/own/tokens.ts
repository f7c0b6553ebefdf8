/** The tokens that a newsroom changes: each must be one that the engine's styles use. */
import { existsSync, readFileSync } from 'node:fs';
import { positionFinder } from '../content/position-finder.ts';
import { nearest } from '../content/suggest.ts';
import { engineFile } from '../engine-files.ts';
import type { Problem } from '../problem.ts';
import { ownProblem } from './own-problem.ts';

type Declaration = { token: string; value: string; offset: number };

const declaration = /(?<![\w-])--([\w-]+)\s*:([^;}]*)/g;

/** Those that are used outside style sheets too: by the frame of the browser, and by what draws the icon. */
const plainColours = ['accent', 'paper'];

export function judgeTokens(path: string, name: (path: string) => string): Problem[] {
  if (!existsSync(path)) return [];
  const shipped = new Set(
    declarationsIn(readFileSync(engineFile('layouts/styles/tokens.css'), 'utf8')).map(({ token }) => token),
  );
  const css = readFileSync(path, 'utf8');
  const positionAt = positionFinder(css);
  return declarationsIn(css).flatMap((each) => {
    const told = faultOf(each, [...shipped]);
    return told ? [ownProblem({ path, position: positionAt(each.offset) }, told, name)] : [];
  });
}

function faultOf({ token, value }: Declaration, shipped: string[]): Pick<Problem, 'code' | 'what' | 'fix'> | undefined {
  if (!shipped.includes(token)) {
    const near = nearest(token, shipped);
    const fix = near === undefined ? 'Remove it, or write it in layouts/styles/own.css.' : `Did you mean --${near}?`;
    return { code: 'own/unknown-token', what: `There is no token --${token}.`, fix };
  }
  if (!plainColours.includes(token) || !/\bvar\(|\bcurrentcolor\b/i.test(value)) return undefined;
  return {
    code: 'own/no-colour',
    what: `The colour --${token} is used outside style sheets too, where no other token is known.`,
    fix: 'Write the colour itself, as in #0a4a7a or light-dark(#0a4a7a, #8fc7ef).',
  };
}

/** What is in comments is passed over. */
function declarationsIn(css: string): Declaration[] {
  const blanked = css.replace(/\/\*.*?\*\//gs, (comment) => comment.replace(/[^\n]/g, ' '));
  return [...blanked.matchAll(declaration)].map(({ 1: token = '', 2: value = '', index }) => ({
    token,
    value,
    offset: index,
  }));
}
