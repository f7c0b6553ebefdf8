/** V8 reads the flag while it runs: only a process that begins as ours do (`src/cli.js`) can tell. */
import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

/** What a program prints that begins as ours do, and does this. */
function printed(program: string): unknown {
  const whole = `
    import { getHeapSpaceStatistics, getHeapStatistics, setFlagsFromString } from 'node:v8';
    setFlagsFromString('--semi-space-growth-factor=4');
    const { collectGarbage, keepNursery, makeRoomFor } = await import('${new URL('../src/nursery.ts', import.meta.url)}');
    keepNursery();
    ${program}`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', whole], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return JSON.parse(stdout);
}

/** The size to which it has grown, in MB, after many objects that lived for a while. */
function nurseryAfter(things: number): unknown {
  return printed(`
    makeRoomFor(${things});
    let kept = [];
    for (let i = 0; i < 400_000; i++) {
      kept.push({ i });
      if (kept.length > 50_000) kept = [];
    }
    console.log(getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space').space_size / 2 ** 20);`);
}

test('a large build gets a larger nursery, and a small one does not', () => {
  // Node itself may have made it grow to 8 before its program begins.
  expect(nurseryAfter(20)).toBeLessThanOrEqual(8);
  expect(nurseryAfter(2000)).toBeGreaterThanOrEqual(16);
});

test('what was garbage is collected while nobody waits, and what comes then is not looked through at once', () => {
  const [before, after, collected] = printed(`
    const objects = (count) => Array.from({ length: count }, (_, i) => ({ i, text: 'x' + i }));
    const used = () => Math.round(getHeapStatistics().used_heap_size / 2 ** 20);
    let count = 0;
    const { PerformanceObserver, constants } = await import('node:perf_hooks');
    const observer = new PerformanceObserver((list) => {
      for (const { detail } of list.getEntries()) if (detail.kind === constants.NODE_PERFORMANCE_GC_MAJOR) count++;
    });
    let kept = objects(1_000_000);
    makeRoomFor(2000);
    let garbage = objects(300_000);
    garbage = undefined;
    const before = used();
    collectGarbage();
    const after = used();
    observer.observe({ entryTypes: ['gc'] });
    for (let i = 0; i < 8; i++) {
      for (const each of objects(140_000)) kept.push(each);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    console.log(JSON.stringify([before, after, count, kept.length]));`) as number[];
  expect({ isLess: Number(after) < Number(before) - 15, collected }).toEqual({ isLess: true, collected: 0 });
});
