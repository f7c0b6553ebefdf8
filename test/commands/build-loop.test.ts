/** When builds are started; what they do is no matter here. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { BuildLoop, type Ending } from '../../src/commands/build-loop.ts';
import { newsroom } from '../support/newsroom.ts';

const start = new Date('2026-01-15T12:00:00Z');
const minute = 60_000;
const day = 24 * 60 * minute;

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['Date', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

function loop(settings: Partial<ConstructorParameters<typeof BuildLoop>[0]> = {}) {
  const { cache } = newsroom({ git: false });
  mkdirSync(cache);
  const builds: { end(ending: Ending, due?: Date): Promise<void> }[] = [];
  const stop = vi.fn();
  const onEnd = vi.fn();
  const started = new BuildLoop({
    cache,
    onEnd,
    ...settings,
    builder: {
      stop,
      build: () =>
        new Promise((resolve) => {
          builds.push({
            async end(ending, due) {
              if (due) writeFileSync(join(cache, 'next-due'), `${due.toISOString()}\n`);
              if (ending === 0 && !due) writeFileSync(join(cache, 'next-due'), '');
              resolve(ending);
              await vi.advanceTimersByTimeAsync(0);
            },
          });
        }),
    },
  });
  onTestFinished(() => started.stop());
  return { loop: started, builds, onEnd, stop };
}

const after = (milliseconds: number) => new Date(start.getTime() + milliseconds);

test('what is asked for during a build is built once, after it', async () => {
  const { loop: started, builds, onEnd } = loop();
  const isQuiet = started.build();
  for (let times = 0; times < 5; times++) started.build();
  expect(builds).toHaveLength(1);
  await builds[0]?.end(1);
  expect(builds).toHaveLength(2);
  await builds[1]?.end(0);
  await isQuiet;
  expect(onEnd.mock.calls).toEqual([[1], [0]]);
  started.build();
  expect(builds).toHaveLength(3);
});

test.each([1, 3, 'SIGKILL'] as const)(
  'after a build that ended with %s it builds when it is asked again',
  async (ending) => {
    const { loop: started, builds, onEnd } = loop();
    started.build();
    await builds[0]?.end(ending);
    expect(onEnd).toHaveBeenLastCalledWith(ending);
    started.build();
    await builds[1]?.end(0);
    expect(onEnd).toHaveBeenLastCalledWith(0);
  },
);

test('what becomes due is built then, be it in a moment or after more days than a timer can wait', async () => {
  const { loop: started, builds } = loop();
  started.build();
  await builds[0]?.end(0, after(5 * minute));
  await vi.advanceTimersByTimeAsync(4 * minute);
  expect(builds).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(2 * minute);
  expect(builds).toHaveLength(2);
  await builds[1]?.end(0, after(400 * day));
  await vi.advanceTimersByTimeAsync(10 * minute);
  vi.setSystemTime(after(399 * day));
  await vi.advanceTimersByTimeAsync(minute);
  expect(builds).toHaveLength(2);
  vi.setSystemTime(after(400 * day)); // as after a sleep
  await vi.advanceTimersByTimeAsync(minute);
  expect(builds).toHaveLength(3);
});

test('what became due while there are Problems is tried once, and then waits for a save', async () => {
  const { loop: started, builds } = loop();
  started.build();
  await builds[0]?.end(0, after(5 * minute));
  started.build();
  await builds[1]?.end(1);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(builds).toHaveLength(3);
  await builds[2]?.end(1);
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(builds).toHaveLength(3);
});

test('of a site that is shown as at one instant, nothing becomes due', async () => {
  const { loop: started, builds } = loop({ isOfOneInstant: true });
  started.build();
  await builds[0]?.end(0, after(-day));
  await vi.advanceTimersByTimeAsync(10 * minute);
  expect(builds).toHaveLength(1);
});

test('what was built and is removed is built again, once it has been gone for a while; what could not be built is not', async () => {
  let isLost = false;
  const { loop: started, builds } = loop({ isLost: () => isLost });
  started.build();
  await builds[0]?.end(0);
  await vi.advanceTimersByTimeAsync(minute);
  expect(builds).toHaveLength(1);
  for (const each of [true, true, false, true, true]) {
    isLost = each;
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(builds).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(minute);
  expect(builds).toHaveLength(2);
  await builds[1]?.end(1);
  await vi.advanceTimersByTimeAsync(minute);
  expect(builds).toHaveLength(2);
});

test('a build that fails because what it builds is being removed is tried twice more, and no other failure is', async () => {
  let isLost = false;
  const { loop: started, builds } = loop({ isLost: () => isLost });
  const failed = async () => {
    await builds.at(-1)?.end(3);
    await vi.advanceTimersByTimeAsync(minute);
    return builds.length;
  };
  started.build();
  expect(await failed()).toBe(1);
  started.build();
  await builds[1]?.end(0);
  isLost = true;
  started.build();
  expect([await failed(), await failed(), await failed()]).toEqual([4, 5, 5]);
});

test('to stop ends the build on the way, and starts no other', async () => {
  const { loop: started, builds, stop } = loop();
  started.build();
  started.build();
  started.stop();
  expect(stop).toHaveBeenCalledOnce();
  await builds[0]?.end('SIGTERM');
  await vi.advanceTimersByTimeAsync(day);
  expect(builds).toHaveLength(1);
});
