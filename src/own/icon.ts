/** The icon that a newsroom has drawn: it must look the same wherever it is shown, and wherever files are made of it. */
import { existsSync, readFileSync } from 'node:fs';
import { positionFinder } from '../content/position-finder.ts';
import type { Problem } from '../problem.ts';
import { ownProblem } from './own-problem.ts';

type Rule = { pattern: RegExp; what: string; fix: string };

const rules: readonly Rule[] = [
  {
    pattern: /<(?:text|tspan)\b/,
    what: 'The icon has letters in it, and every machine would draw them in another font.',
    fix: 'Turn them into paths: drawing programs call that “Object to path” or “Create outlines”.',
  },
  {
    pattern: /(?<=\b(?:href|src)\s*=\s*["'])(?!#|data:|["'])[^"']+/,
    what: 'The icon needs another file, which nothing that shows an icon loads.',
    fix: 'Put that file into the drawing: as paths, or as an address that begins with “data:”.',
  },
];

/** Whether it can be drawn is told when it is. */
export function judgeIcon(path: string, name: (path: string) => string): Problem[] {
  if (!existsSync(path)) return [];
  const svg = readFileSync(path, 'utf8');
  if (!/<svg[\s>]/.test(svg)) {
    const what = 'This is no SVG, and the icon has to be one.';
    return [ownProblem({ path }, { code: 'own/bad-icon', what, fix: 'Save the drawing as SVG.' }, name)];
  }
  const positionAt = positionFinder(svg);
  return rules.flatMap(({ pattern, what, fix }) => {
    const found = pattern.exec(svg);
    if (!found) return [];
    return [ownProblem({ path, position: positionAt(found.index) }, { code: 'own/bad-icon', what, fix }, name)];
  });
}
