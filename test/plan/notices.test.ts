/** A notice stands on fronts and on the stories of its days, and touches nothing else when it comes, changes or goes. */
import { expect, test } from 'vitest';
import { instant, treeOf } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

/** Stories from 5 November on carry it: not the ferry and the storm of October. */
const from = instant('2015-12-05 09:00+03:00');
const until = instant('2015-12-20 09:00+03:00');

function notice(fields: Record<string, unknown> = {}, body = 'Give what you can.'): string {
  const matter = { slot: 'footer', from: '2015-12-05 09:00', until: '2015-12-20 09:00', ...fields };
  const lines = Object.entries(matter).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `---\n${lines.join('\n')}\n---\n\n${body}\n`;
}

const appeal = 'notices/appeal.md';
const storiesOfItsDays = '/2015/11/10/bridge/ /2015/11/26/concert/ /2015/11/26/regatta/ /2015/12/01/market/';
const otherFronts = '/topics/{sea,town,music}/ /authors/{ann,ben}/';
const everywhere = urls(`/ /world/ /culture/ ${otherFronts} ${storiesOfItsDays}`);
const carriers: [string, Record<string, unknown>, string[]][] = [
  ['top', {}, everywhere],
  ['footer', {}, everywhere],
  ['front', {}, ['/']],
  ['section', {}, urls('/world/ /culture/')],
  ['after-story', {}, urls(storiesOfItsDays)],
  ['top', { sections: ['culture'] }, urls('/culture/ /2015/11/26/concert/ /2015/11/26/regatta/')],
  ['section', { sections: ['culture'] }, ['/culture/']],
  ['after-story', { sections: ['world'] }, urls('/2015/11/10/bridge/ /2015/12/01/market/')],
];

test.each(carriers)(
  'a new notice in the slot %s %j touches its pages alone, and so does its end',
  async (slot, fields, pages) => {
    const room = await smallTown({}, { now: from });
    const before = treeOf(room.out);
    room.write({ [appeal]: notice({ slot, ...fields }) });
    const came = await rebuild(room, { now: from });
    expect(came.outcomes.map(({ url }) => url).sort()).toEqual(pages);
    expect(came.rendered).toEqual(pages);
    for (const url of pages) {
      expect(room.page(`${url.slice(1)}index.html`)).toContain(
        `<aside class="notice notice-${slot}" aria-label="Notice">`,
      );
      expect(reason(came, url)).toMatch(/^notices\/appeal\.md (changed|came, went or changed)$/);
    }
    room.remove(appeal);
    expect((await rebuild(room, { now: from })).rendered).toEqual(pages);
    expect(treeOf(room.out)).toEqual(before);
  },
);

test('it begins and ends by the clock, in both directions', async () => {
  const room = await smallTown({ [appeal]: notice() }, { now: from - 1 });
  const without = treeOf(room.out);
  expect([...without].filter(([, text]) => text.includes('Give what'))).toEqual([]);
  expect((await room.build({ now: from - 1 })).nextDue).toEqual({ at: from, what: 'a notice appears' });
  const begun = await rebuild(room, { now: from });
  expect(begun.rendered).toEqual(everywhere);
  expect(begun.nextDue).toEqual({ at: until, what: 'a notice ends' });
  expect((await rebuild(room, { now: until - 1 })).outcomes).toEqual([]);
  expect((await rebuild(room, { now: until })).rendered).toEqual(everywhere);
  expect(treeOf(room.out)).toEqual(without);
  expect((await rebuild(room, { now: until - 1 })).rendered).toEqual(everywhere);
  expect((await rebuild(room, { now: from - 1 })).rendered).toEqual(everywhere);
  expect(treeOf(room.out)).toEqual(without);
});

test('nothing is asked for a notice that is still to come, or that has ended', async () => {
  const room = await smallTown({}, { now: from });
  room.write({
    [appeal]: notice({ from: '2015-12-06' }),
    'notices/old.md': notice({ until: '2015-12-05 08:59', from: '2015-12-01' }),
  });
  expect((await rebuild(room, { now: from })).outcomes).toEqual([]);
  room.write({ [appeal]: notice({ from: '2015-12-07' }, 'Other words.') });
  expect((await rebuild(room, { now: from })).outcomes).toEqual([]);
});

test('a change of its words, its days, its slot or its sections touches where it was and where it is', async () => {
  const room = await smallTown({ [appeal]: notice({ slot: 'after-story' }) }, { now: from });
  const changed = async (text: string) => {
    room.write({ [appeal]: text });
    return (await rebuild(room, { now: from })).rendered;
  };
  const days = urls(storiesOfItsDays);
  expect(await changed(notice({ slot: 'after-story' }, 'Other words.'))).toEqual(days);
  expect(await changed(notice({ slot: 'after-story', from: '2015-11-15' }, 'Other words.'))).toEqual([
    '/2015/10/20/storm/',
  ]);
  expect(await changed(notice({ slot: 'front' }, 'Other words.'))).toEqual(['/', '/2015/10/20/storm/', ...days].sort());
  expect(await changed(notice({ slot: 'section' }, 'Other words.'))).toEqual(urls('/ /world/ /culture/'));
  expect(await changed(notice({ slot: 'section', sections: ['world'] }, 'Other words.'))).toEqual(['/culture/']);
});

test('a notice stands in its language alone', async () => {
  const russian = paths.market.replace('.md', '.ru.md');
  const room = await smallTown({ [russian]: story('market') }, { now: from });
  room.write({ 'notices/appeal.ru.md': notice({ slot: 'after-story' }, 'Помогите.') });
  expect((await rebuild(room, { now: from })).rendered).toEqual(['/ru/2015/12/01/market/']);
});

test('a new story asks as many routes whether or not there are notices', async () => {
  const asked = async (files: Record<string, string>) => {
    const room = await smallTown(files, { now: from });
    room.write({ 'articles/2015/12/04/fair.md': story('market', { title: 'Fair', date: '2015-12-04 08:00' }) });
    return (await rebuild(room, { now: from })).outcomes.map(({ url }) => url).sort();
  };
  const without = await asked({});
  expect(
    await asked({ [appeal]: notice({ slot: 'top' }), 'notices/other.md': notice({ slot: 'after-story' }) }),
  ).toEqual(without);
});

test('of two in a slot the one that began last stands first; feeds have none', async () => {
  const older = notice({ from: '2015-12-01', title: 'The older' });
  const room = await smallTown(
    { 'notices/a.md': older, 'notices/b.md': notice({ title: 'The newer' }) },
    { now: from },
  );
  expect(room.page('index.html')).toMatch(/aria-label="The newer">.*aria-label="The older">/s);
  const feeds = [...treeOf(room.out)].filter(([path]) => /feed\.\w+$/.test(path));
  expect(feeds.length).toBeGreaterThan(5);
  expect(feeds.filter(([, text]) => text.includes('Give what'))).toEqual([]);
});

test('a link in a notice is one only while what it leads to is public', async () => {
  const room = await smallTown(
    { [appeal]: notice({ slot: 'front' }, 'See [the market](/2015/12/01/market/).') },
    { now: from },
  );
  expect(room.page('index.html')).toContain('See <a href="/2015/12/01/market/">the market</a>.');
  room.write({ [paths.market]: story('market', { withdrawn: { date: '2015-12-03', reason: 'It was wrong.' } }) });
  await rebuild(room, { now: from });
  room.write({ [paths.market]: story('market', { date: '2015-12-01 10:00', draft: true }) });
  expect((await room.build({ now: from })).problems.map(({ code }) => code)).toEqual(['link/draft']);
});
