/** What is said of builds that follow one another in one process, as at each save. */
import { dirname } from 'node:path';
import { expect, test, vi } from 'vitest';
import { printReport } from '../../src/commands/build-report.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

test('problems that a save leaves as they were are counted, and those that it makes are told', async () => {
  const fog = 'articles/2015/11/26/fog.md';
  const room = newsroom({ git: false, files: { [fog]: articleText({ section: 'wrold' }) } });
  const told = async (): Promise<string> => {
    const lines: unknown[] = [];
    const spy = vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
    vi.spyOn(console, 'log').mockReturnValue();
    const { content } = room;
    await printReport(await room.build(), { content, newsroom: dirname(content), seconds: 0, format: 'text' });
    spy.mockRestore();
    return lines.join('\n');
  };
  const inFull = /article\/unknown-section[\s\S]*“wrold”[\s\S]*\n1 problem; nothing was built/;
  const still = 'Still 1 problem; nothing was built, and the site is unchanged.';
  expect(await told()).toMatch(inFull);
  expect(await told()).toBe(still);
  room.write({ [fog]: articleText({ section: 'wrold' }, 'Another text.') });
  expect(await told()).toBe(still);
  room.write({ [fog]: articleText({ section: 'worlld' }) });
  expect(await told()).toMatch(/“worlld”/);
  const gale = 'articles/2015/11/26/gale.md';
  room.write({ [gale]: articleText({ section: 'wrlod' }) });
  const both = await told();
  expect(both).toMatch(/“wrlod”[\s\S]*\n2 problems in 2 files, 1 of them as before; nothing was built/);
  expect(both).not.toContain('“worlld”');
  room.write({ [fog]: articleText({}) });
  expect(await told()).toBe(still);
  room.remove(gale);
  expect(await told()).toBe('');
  room.write({ [fog]: articleText({ section: 'wrold' }) });
  expect(await told()).toMatch(inFull);
});
