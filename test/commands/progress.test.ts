import { expect, test } from 'vitest';
import { showProgress } from '../../src/commands/progress.ts';

/** A terminal that keeps what is written, and a clock that is set by hand. */
function screen({ isTTY }: { isTTY: boolean }) {
  const written: string[] = [];
  const clock = { seconds: 100 };
  const shown = showProgress({ isTTY, columns: 80, write: (text) => written.push(text) }, () => clock.seconds);
  return { written, clock, ...shown };
}

test('work that is soon over says nothing', () => {
  const { written, clock, progress, end } = screen({ isTTY: false });
  progress('Rendering', 10, 100);
  clock.seconds += 1;
  progress('Rendering', 100, 100);
  end();
  expect(written).toEqual([]);
});

test('elsewhere than on a terminal a line is said every five seconds, with rate and time left', () => {
  const { written, clock, progress } = screen({ isTTY: false });
  progress('Rendering', 0, 10_000);
  for (let done = 1000; done <= 6000; done += 1000) {
    clock.seconds += 2;
    progress('Rendering', done, 10_000);
  }
  expect(written).toEqual([
    'Rendering: 1,000 of 10,000, 500 a second, 18 s left\n',
    'Rendering: 4,000 of 10,000, 500 a second, 12 s left\n',
  ]);
});

test('on a terminal a bar is drawn over itself, and wiped at the end', () => {
  const { written, clock, progress, end } = screen({ isTTY: true });
  progress('Reading', 0, 100);
  clock.seconds += 4;
  progress('Reading', 50, 100);
  end();
  expect(written[0]).toMatch(/█+░+ Reading: 50 of 100, 13 a second, 4 s left$/);
  expect(written[0]?.match(/█/g)).toHaveLength((written[0]?.match(/░/g) ?? []).length);
  expect(written[1]).toBe('\r\u001b[K');
});

test('each piece of work has a rate of its own', () => {
  const { written, clock, progress } = screen({ isTTY: false });
  progress('Reading', 0, 10);
  clock.seconds += 100;
  progress('Rendering', 0, 1000);
  clock.seconds += 5;
  progress('Rendering', 500, 1000);
  expect(written).toEqual(['Rendering: 500 of 1,000, 100 a second, 5 s left\n']);
});

test('a piece of work that begins again is timed from there', () => {
  const { written, clock, progress } = screen({ isTTY: false });
  progress('Converting', 900, 1000);
  clock.seconds += 100;
  progress('Converting', 1, 50);
  clock.seconds += 5;
  progress('Converting', 25, 50);
  expect(written).toEqual(['Converting: 25 of 50, 5 a second, 5 s left\n']);
});
