/** What is told of mistakes is what `explain` shows: `npm exec vitest run test -- -u` writes it anew, after a look at the words. */
import { expect } from 'vitest';
import { type ToldGroup, toldFile, toolMistakes } from '../../src/desk/mistakes/tool-mistakes.ts';
import type { Problem } from '../../src/problem.ts';
import { expectSentences } from '../content/written.ts';

/** One Problem of each code of a list, in which every way must use its words. */
export async function expectTold(group: ToldGroup, told: Readonly<Record<string, Problem>>): Promise<void> {
  const mistakes = toolMistakes[group];
  expect(Object.keys(told).sort()).toEqual(Object.keys(mistakes));
  for (const [code, { ways }] of Object.entries(mistakes)) {
    const problem = told[code] as Problem;
    expect(problem.code).toBe(code);
    expectSentences(problem);
    expect(ways.length).toBeGreaterThan(0);
    for (const { says } of ways) expect([code, problem.fix]).toEqual([code, expect.stringContaining(says)]);
  }
  const sorted = Object.fromEntries(Object.keys(mistakes).map((code) => [code, told[code]]));
  await expect(`${JSON.stringify(sorted, null, 2)}\n`).toMatchFileSnapshot(toldFile(group));
}
