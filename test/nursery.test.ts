/** V8 reads the flag while it runs: only a process that begins as ours do (`src/cli.js`) can tell. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** The size to which it has grown, in MB, after many objects that lived for a while. */
function nurseryAfter(things: number): number {
  const program = `
    import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
    setFlagsFromString('--semi-space-growth-factor=1');
    const { makeRoomFor } = await import('${new URL('../src/nursery.ts', import.meta.url)}');
    makeRoomFor(${things});
    let kept = [];
    for (let i = 0; i < 400_000; i++) {
      kept.push({ i });
      if (kept.length > 50_000) kept = [];
    }
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 2 ** 20);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return Number(stdout);
}

test('a large build gets a larger nursery, and a small one does not', () => {
  // Node itself may have made it grow to 8 before its program begins.
  expect(nurseryAfter(20)).toBeLessThanOrEqual(8);
  expect(nurseryAfter(2000)).toBeGreaterThanOrEqual(16);
});
