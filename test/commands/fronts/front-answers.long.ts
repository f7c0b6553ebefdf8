/** The process behind the page of fronts: begun once, told apart from what it cannot answer, and begun anew where code has changed. */
import { afterAll, expect, test } from 'vitest';
import { FrontAnswers } from '../../../src/commands/fronts/front-answers.ts';
import { articleText, instant, Newsroom } from '../../support/newsroom.ts';

const story = '2015/11/26/storm';
const room = new Newsroom({ git: false, files: { [`articles/${story}.md`]: articleText() } });
const answers = new FrontAnswers();
const folders = { newsroom: room.folder, content: room.content, cache: room.cache, now: instant('2015-11-27') };
const ask = (content = room.content) => answers.ask({ story: { ...folders, content, story, language: 'en' } });

afterAll(async () => {
  answers.renew();
  room.dispose();
});

test('questions are answered in their order, and one that cannot be answered ends no other', async () => {
  const asked = [ask(), ask(`${room.content}/nowhere`), ask()];
  const [first, broken, last] = await Promise.allSettled(asked);
  expect([first, last]).toEqual(Array(2).fill({ status: 'fulfilled', value: '' }));
  expect(broken).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('nowhere') } });
});

test('where code has changed, what was asked is answered and the next question has a new process', async () => {
  const before = ask();
  answers.renew();
  const after = ask();
  expect(await Promise.all([before, after])).toEqual(['', '']);
});
