/** `--now` means the same in every command. */
import { expect, test } from 'vitest';
import { nowArgs, nowOption } from '../../src/commands/now-option.ts';
import { WrongUsage } from '../../src/errors.ts';
import { runHere } from '../support/cli.ts';
import { articleText, newsroom, siteYaml } from '../support/newsroom.ts';

const siteIn = (zone: string) => siteYaml.replace(/timeZone: .*/, `timeZone: ${zone}`);

test('--now is in the zone of the site if it does not say its offset, and of a commit in that of its site', async () => {
  const room = newsroom({ files: { 'site.yaml': siteIn('Asia/Tokyo') } }).commit();
  const of = { content: room.content, newsroom: room.folder };
  const at = async (text: string, commit?: string) =>
    new Date((await nowOption(text, { ...of, commit })) * 1000).toISOString();
  expect(await at('2015-11-26T09:30')).toBe('2015-11-26T00:30:00.000Z');
  expect(await at('2015-11-26')).toBe('2015-11-25T15:00:00.000Z');
  expect(await at('2015-11-26T09:30+03:00')).toBe('2015-11-26T06:30:00.000Z');
  expect(await at('2015-11-26T09:30Z')).toBe('2015-11-26T09:30:00.000Z');
  room.write({ 'site.yaml': siteIn('Europe/Moscow') });
  expect(await at('2015-11-26T09:30')).toBe('2015-11-26T06:30:00.000Z');
  expect(await at('2015-11-26T09:30', 'HEAD')).toBe('2015-11-26T00:30:00.000Z');
  await expect(at('yesterday')).rejects.toThrow(WrongUsage);
  // A command that is begun by this one, perhaps of an older engine, is told the instant.
  expect(nowArgs('2015-11-26T09:30', await nowOption('2015-11-26T09:30', of))).toEqual([
    '--now',
    '2015-11-26T06:30:00.000Z',
  ]);
  room.write({ 'site.yaml': 'title: [' });
  expect(await at('2015-11-26T09:30')).toBe('2015-11-26T09:30:00.000Z');
  room.remove('site.yaml');
  expect(await at('2015-11-26T09:30')).toBe('2015-11-26T09:30:00.000Z');
});

test('a calendar and a new story go by the clocks of the site', async () => {
  const story = 'articles/2015/11/26/bridge.md';
  const room = newsroom({
    files: { 'site.yaml': siteIn('Asia/Tokyo'), [story]: articleText({ date: '2015-11-26 09:30' }) },
  });
  const run = (...args: string[]) => runHere([...args, '--newsroom', room.folder]);
  const dueAt = async (now: string) => {
    const { stdout } = await run('calendar', '--cache', room.cache, '--json', '--now', now);
    return JSON.stringify(JSON.parse(stdout).groups).includes(story);
  };
  expect([await dueAt('2015-11-26T09:29'), await dueAt('2015-11-26T09:30')]).toEqual([true, false]);
  await run('new', 'First snow', '--section', 'world', '--author', 'desk', '--now', '2015-11-26T20:00');
  expect(room.git('status', '--short', '--untracked-files=all')).toContain('articles/2015/11/26/first-snow.md');
});
