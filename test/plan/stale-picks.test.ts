/** Whoever chose the lead is told, once a day at most, that the paper has gone on without it. */
import { expect, test } from 'vitest';
import { articleText, newsroom } from '../support/newsroom.ts';

test('a lead is told to be old with the first story of its tenth later day in its language, and then once a day', async () => {
  const path = (day: number, name: string) => `articles/2015/11/${day}/${name}.md`;
  const write = (day: number, name: string, draft = false) =>
    room.write({ [path(day, name)]: articleText({ date: `2015-11-${day}`, ...(draft ? { draft } : {}) }) });
  const room = newsroom({ git: false, files: { 'front.yaml': 'lead: 2015/11/10/storm\n' } });
  const advice = async () => (await room.build()).problems.map(({ code }) => code);
  write(10, 'storm');
  for (let day = 11; day < 20; day += 1) {
    write(day, 'calm');
    write(day, 'dawn');
  }
  write(20, 'draft', true);
  write(21, 'russian.ru');
  expect(await advice()).toEqual([]);
  write(19, 'dusk');
  expect(await advice()).toEqual([]);
  write(25, 'calm');
  expect(await advice()).toEqual(['front/stale']);
  write(25, 'dawn');
  expect(await advice()).toEqual([]);
  write(26, 'calm');
  expect(await advice()).toEqual(['front/stale']);
});
