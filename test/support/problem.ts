import type { Problem } from '../../src/problem.ts';

/** A Problem with what a test changes. */
export function problem(fields: Partial<Problem> = {}): Problem {
  return {
    code: 'article/unknown-section',
    file: 'content/a.md',
    line: 2,
    column: 10,
    what: 'There is no section “wrold”.',
    fix: 'Did you mean “world”?',
    ...fields,
  };
}
