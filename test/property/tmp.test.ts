import { expect, test } from 'vitest';
import { checkIncremental } from './check-incremental.ts';

test('tmp', { timeout: 3_600_000 }, async () => {
  const seed = Number(process.env.SEED ?? 3);
  const { details, counts } = await checkIncremental({
    runs: Number(process.env.RUNS ?? 8),
    steps: 25,
    seed,
    shrink: false,
  });
  console.log(
    seed,
    JSON.stringify(counts),
    String((details.errorInstance as any)?.actual ?? details.errorInstance).slice(0, 3000),
  );

  expect(details.failed).toBe(false);
});
