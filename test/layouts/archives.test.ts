/** Archives say whose they are, in their title and in the navigation. */
import { expect, test } from 'vitest';
import { smallTown } from '../support/small-town.ts';

test('no two archives have one title, and a section’s marks the section', async () => {
  const room = await smallTown();
  const headOf = (path: string) => {
    const page = room.page(`${path}index.html`);
    const title = /<title>(.*?)<\/title>/.exec(page)?.[1]?.replace(' — The Courier', '');
    const heading = /<h1[^>]*>(.*?)<\/h1>/.exec(page)?.[1];
    const sections = page.match(/<a[^>]*aria-current="true"[^>]*>/g)?.map((link) => /href="(.*?)"/.exec(link)?.[1]);
    return [title, heading, ...(sections ?? [])];
  };
  expect(headOf('2015/')).toEqual(['2015', '2015']);
  expect(headOf('2015/11/')).toEqual(['November 2015', 'November 2015']);
  expect(headOf('world/2015/')).toEqual(['World, 2015', 'World, 2015', '/world/']);
  expect(headOf('world/2015/11/')).toEqual(['World, November 2015', 'World, November 2015', '/world/']);
  expect(headOf('topics/sea/2015/')).toEqual(['Sea, 2015', 'Sea, 2015']);
  expect(headOf('authors/ann/2015/')).toEqual(['Ann, 2015', 'Ann, 2015']);
});

test('beside a headline stands its section, except on the section’s own pages', async () => {
  const room = await smallTown();
  const sectionsOn = (path: string) =>
    room
      .page(`${path}index.html`)
      .match(/<ol class="days">.*?<\/ol>/gs)
      ?.flatMap((days) => days.match(/<span class="meta">.*?</g) ?? []);
  expect(new Set(sectionsOn('2015/11/'))).toContain('<span class="meta">World<');
  expect(sectionsOn('world/2015/11/')).toEqual([]);
});
