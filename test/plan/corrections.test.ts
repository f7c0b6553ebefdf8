/** Corrections: each stands on its story, in the list of its year and in the feeds, at its own instant. */
import { expect, test } from 'vitest';
import { instant } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const first = { date: '2015-11-12 10:00', text: 'The bridge has nine arches.' };
const second = { date: '2016-01-02 09:00', text: 'It is made of stone.' };

function listed(page: string): string[] {
  const list = /<ol class="ledger fixes">.*?<\/ol>/s.exec(page)?.[0] ?? '';
  return [...list.matchAll(/<p>(.*?)<\/p>/g)].map(([, text = '']) => text);
}

test('a-correction-is-on-its-story, in the list, in the list of its year and in the feeds', async () => {
  const room = await smallTown();
  expect(room.page('corrections/index.html')).toContain('Nothing has been corrected yet.');
  room.write({ [paths.bridge]: story('bridge', { corrections: [first] }) });
  const { rendered } = await rebuild(room);
  expect(rendered).toEqual(
    urls(`
    /2015/11/10/bridge/ /corrections/{feeds} /corrections/2015/ /sitemaps/2015-11.xml
    /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml`),
  );
  expect(listed(room.page('corrections/index.html'))).toEqual([first.text]);
  expect(listed(room.page('corrections/2015/index.html'))).toEqual([first.text]);
  expect(room.page('corrections/feed.xml')).toContain(
    '<link>https://courier.example/2015/11/10/bridge/#corrections</link>',
  );
  expect(room.page('2015/11/10/bridge/index.html')).toContain('id="corrections"');
});

test('a-story-corrected-twice-is-listed-twice, each time in its own year', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { corrections: [first] }) });
  room.write({ [paths.bridge]: story('bridge', { corrections: [first, second] }) });
  const now = instant('2016-01-02 09:00+03:00');
  const report = await rebuild(room, { now });
  expect(reason(report, '/corrections/2016/')).toBe('it is new');
  expect(listed(room.page('corrections/index.html'))).toEqual([second.text, first.text]);
  expect(listed(room.page('corrections/2015/index.html'))).toEqual([first.text]);
  expect(listed(room.page('corrections/2016/index.html'))).toEqual([second.text]);
  room.write({ [paths.bridge]: story('bridge', { corrections: [second] }) });
  expect((await rebuild(room, { now })).removed).toEqual(['/corrections/2015/']);
});

test('the-corrections-of-a-story-not-yet-due-or-withdrawn-are-nowhere', async () => {
  const corrected = { corrections: [{ ...first, date: '2015-12-01' }] };
  const room = await smallTown(
    { [paths.market]: story('market', corrected) },
    { now: instant('2015-12-01 09:00+03:00') },
  );
  expect(listed(room.page('corrections/index.html'))).toEqual([]);
  expect(room.page('corrections/feed.json')).not.toContain(first.text);
  expect((await rebuild(room)).rendered).toContain('/corrections/2015/');
  room.write({
    [paths.market]: story('market', { ...corrected, withdrawn: { date: '2015-12-02', reason: 'Wrong.' } }),
  });
  expect((await rebuild(room)).removed).toContain('/corrections/2015/');
  expect(listed(room.page('corrections/index.html'))).toEqual([]);
});

test('a-correction-moves-the-instant-at-which-its-story-changed', async () => {
  const room = await smallTown({ [paths.bridge]: story('bridge', { updated: '2015-11-11', corrections: [first] }) });
  const page = room.page('2015/11/10/bridge/index.html');
  expect(page).toContain('"dateModified":"2015-11-12T10:00:00+03:00"');
  expect(room.page('sitemaps/2015-11.xml')).toContain('<lastmod>2015-11-12T10:00:00+03:00</lastmod>');
});

test('the first and the last second of a year belong to its page, which is marked among the years', async () => {
  const [last, next] = [
    { date: '2015-12-31 23:59:59', text: 'In the old year.' },
    { date: '2016-01-01 00:00:00', text: 'In the new year.' },
  ];
  const now = instant('2016-02-01');
  const room = await smallTown({ [paths.bridge]: story('bridge', { corrections: [last, next] }) }, { now });
  expect(listed(room.page('corrections/2015/index.html'))).toEqual([last.text]);
  expect(listed(room.page('corrections/2016/index.html'))).toEqual([next.text]);
  const marked = (path: string) =>
    room
      .page(path)
      .match(/<a[^>]*aria-current="page"[^>]*>/g)
      ?.join(' ') ?? '';
  expect(marked('corrections/2015/index.html')).toMatch(/href="\/corrections\/2015\/"/);
  expect(marked('corrections/2015/index.html')).not.toMatch(/corrections\/2016/);
  expect(marked('corrections/index.html')).not.toMatch(/corrections\/201/);
});
