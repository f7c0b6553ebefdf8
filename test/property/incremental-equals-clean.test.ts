import { expect, test } from 'vitest';
import { type Counts, checkIncremental, fixedLives, fixedSeed, type Step } from './check-incremental.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const seed = Number(process.env.BROADSHEET_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : fixedSeed));
const all = isLong
  ? [{ runs: 40, steps: 50, from: 0 }]
  : Object.values(fixedLives).map((from) => ({ runs: 1, steps: 25, from }));
const seen: Counts[] = [];

test.for(all)(
  `an incremental build equals the oracle's site, byte for byte (seed ${seed}, from life $from)`,
  {
    timeout: isLong ? 7_200_000 : 600_000,
  },
  async (lives) => {
    const { details, counts } = await checkIncremental({ ...lives, seed, shrink: true });
    console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
    const failed = details.failed
      ? `Again: BROADSHEET_SEED=${seed}\n${describe(details.counterexample?.[0])}\n${details.errorInstance}`
      : '';
    expect(failed).toBe('');
    expect(counts.rendered).toBeGreaterThan(counts.steps);
    seen.push(counts);
  },
);

test('some builds were killed in time, and some were on another machine', () => {
  expect(seen.filter(({ killed }) => killed > 0)).not.toEqual([]);
  expect(seen.filter(({ elsewhere }) => elsewhere > 0)).not.toEqual([]);
});

function describe(steps: readonly (Step | null)[] = []): string {
  return steps
    .filter((step) => step !== null)
    .map(
      ({ how, n, edits }) =>
        `${how} ${n}: ${edits.map(({ edit, pick, value, other }) => `${edit} (${pick}, ${value}, ${other})`).join('; ')}`,
    )
    .join('\n');
}
