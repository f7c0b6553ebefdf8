import { expect, test } from 'vitest';
import { mostStoriesOfMonth } from '../../src/routes/archive-month.ts';
import { articleText, newsroom } from '../support/newsroom.ts';
import { rebuild } from '../support/small-town.ts';

test('a-month-that-passes-from-300-to-301-stories-lists-its-days, and back', async () => {
  const files = Object.fromEntries(
    Array.from({ length: mostStoriesOfMonth }, (_, n) => {
      const day = String((n % 28) + 1).padStart(2, '0');
      return [`articles/2015/11/${day}/s${n}.md`, articleText({ date: `2015-11-${day} 09:00` })];
    }),
  );
  const room = newsroom({ git: false, files });
  await room.rendered();
  const storiesOn = (page: string) => (room.page(page).match(/href="\/2015\/11\/\d\d\/s\d+\/"/g) ?? []).length;
  expect(storiesOn('2015/11/index.html')).toBe(300);

  room.write({ 'articles/2015/11/03/more.md': articleText({ date: '2015-11-03' }) });
  expect((await rebuild(room)).rendered).toContain('/2015/11/');
  expect(storiesOn('2015/11/index.html')).toBe(0);
  expect(room.page('2015/11/index.html').match(/href="\/2015\/11\/\d\d\/"/g)).toHaveLength(28);
  expect(storiesOn('world/2015/11/index.html'), 'a section has no days, and lists its stories').toBe(300);

  // What it no longer looks at does not touch it: a headline is on its day's page.
  room.write({ 'articles/2015/11/03/more.md': articleText({ date: '2015-11-03', title: 'Other' }) });
  const { outcomes } = await rebuild(room);
  expect(outcomes.map(({ url }) => url)).toContain('/2015/11/03/');
  expect(outcomes.map(({ url }) => url)).not.toContain('/2015/11/');

  room.remove('articles/2015/11/03/more.md');
  expect((await rebuild(room)).rendered).toContain('/2015/11/');
  expect(storiesOn('2015/11/index.html')).toBe(300);
});
