import { expect, test } from 'vitest';
import { checkIncremental, fixedSeed, type Step } from './check-incremental.ts';

const isLong = process.env.BROADSHEET_TEST === 'long';
const seed = Number(process.env.BROADSHEET_SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 31) : fixedSeed));

test(`an incremental build equals the oracle's site, byte for byte (seed ${seed})`, {
  timeout: isLong ? 7_200_000 : 600_000,
}, async () => {
  const { details, counts } = await checkIncremental({
    runs: isLong ? 40 : 8,
    steps: isLong ? 50 : 25,
    seed,
    shrink: true,
  });
  console.log(`seed ${seed}: ${JSON.stringify(counts)}`);
  const failed = details.failed
    ? `Again: BROADSHEET_SEED=${seed}\n${describe(details.counterexample?.[0])}\n${details.errorInstance}`
    : '';
  expect(failed).toBe('');
  expect(counts.killed, 'kills that came in time').toBeGreaterThan(0);
  expect(counts.elsewhere, 'builds on another machine').toBeGreaterThan(0);
  expect(counts.rendered).toBeGreaterThan(counts.steps);
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
