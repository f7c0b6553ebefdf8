/** What is shown of a story elsewhere than in a listing: the picks of the front page, and links to it. */
import { expect, test } from 'vitest';
import { articleText, instant } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const before = instant('2015-12-01 09:00+03:00');
const after = instant('2015-12-01 11:00+03:00');
const picked = (text: string) => ({ 'front.yaml': text });

/** The first story on the front page. */
function leadOf(page: string): string | undefined {
  return page.split('<main')[1]?.match(/href="\/2015\/\d\d\/\d\d\/([a-z]+)\/"/)?.[1];
}

test('above its sections the front page shows a story once, however many picks and opinions there are', async () => {
  const types = ['news', 'opinion'];
  const stories = Array.from({ length: 24 }, (_, n) => {
    const day = String(n + 1).padStart(2, '0');
    const text = articleText({ date: `2015-12-${day} 08:00`, type: types[n % 2], authors: ['ann'], topics: ['sea'] });
    return [`articles/2015/12/${day}/s${'abcdefghijklmnopqrstuvwxyz'[n]}.md`, text];
  });
  const picks = ['02/sb', '03/sc', '05/se', '07/sg', '09/si', '11/sk', '13/sm', '20/st'].map(
    (each) => `{story: 2015/12/${each}, until: 2030-01-01}`,
  );
  const room = await smallTown({ ...Object.fromEntries(stories), ...picked(`picks: [${picks.join(', ')}]\n`) });
  const [above = ''] = room.page('index.html').split('<main')[1]?.split('id="section-') ?? [];
  const links = [...above.matchAll(/href="\/2015\/(\d\d\/\d\d\/[a-z]+)\/"/g)].map(([, story]) => story);
  expect(links.length).toBe(1 + picks.length + 10 + 3);
  expect(links).toEqual([...new Set(links)]);
});

test('a-pick-touches-the-front-pages-alone', async () => {
  const room = await smallTown();
  expect(leadOf(room.page('index.html'))).toBe('market');
  room.write(picked('lead: 2015/10/05/ferry\npicks: [2015/10/20/storm]\n'));
  const report = await rebuild(room);
  expect(report.rendered).toEqual(['/']);
  expect(leadOf(room.page('index.html'))).toBe('ferry');
  expect(reason(report, '/')).toContain('front.yaml');
  room.remove('front.yaml');
  expect((await rebuild(room)).rendered).toEqual(['/']);
  expect(leadOf(room.page('index.html'))).toBe('market');
});

test('a-pick-far-down-the-archive-touches-the-front-page-when-its-teaser-changes-and-not-when-its-body-does', async () => {
  const newer = Array.from({ length: 20 }, (_, n) => [
    `articles/2015/12/${n + 10}/s.md`,
    articleText({ date: `2015-12-${n + 10}`, authors: ['ann'], topics: ['sea'] }),
  ]);
  const room = await smallTown({
    ...Object.fromEntries(newer),
    ...picked('lead: {story: 2015/10/05/ferry, until: 2030-01-01}\n'),
  });
  room.write({ [paths.ferry]: story('ferry', {}, 'Another text.') });
  expect((await rebuild(room)).rendered).toEqual(['/2015/10/05/ferry/']);
  room.write({ [paths.ferry]: story('ferry', { summary: 'Said anew.' }, 'Another text.') });
  expect((await rebuild(room)).rendered).toContain('/');
});

test('a-pick-not-yet-due-is-passed-over-until-it-is', async () => {
  const room = await smallTown(picked('lead: 2015/12/01/market\npicks: [2015/10/05/ferry]\n'), { now: before });
  expect(leadOf(room.page('index.html'))).toBe('regatta');
  expect((await rebuild(room, { now: after })).rendered).toContain('/');
  expect(leadOf(room.page('index.html'))).toBe('market');
  await rebuild(room, { now: before });
  expect(leadOf(room.page('index.html'))).toBe('regatta');
});

test('a-withdrawn-pick-is-passed-over', async () => {
  const room = await smallTown(picked('lead: 2015/10/05/ferry\n'));
  room.write({ [paths.ferry]: story('ferry', { withdrawn: { date: '2015-12-02', reason: 'Wrong.' } }) });
  expect((await rebuild(room)).rendered).toContain('/');
  expect(leadOf(room.page('index.html'))).toBe('market');
});

test('a-pick-of-a-draft-or-of-nothing-is-a-problem, whatever changes to make it one', async () => {
  const room = await smallTown(picked('lead: 2015/10/05/ferry\n'));
  room.write({ [paths.ferry]: story('ferry', { draft: true }) });
  expect((await room.build()).problems).toMatchObject([{ code: 'front/draft', file: 'front.yaml' }]);
  room.remove(paths.ferry);
  expect((await room.build()).problems).toMatchObject([{ code: 'front/unknown-story', file: 'front.yaml' }]);
});

test('a-link-to-a-story-not-yet-due-is-plain-text-until-then', async () => {
  const room = await smallTown(
    {
      [paths.ferry]: story('ferry', {}, 'See [the market](/2015/12/01/market/#stalls).'),
      [paths.market]: story('market', {}, '## Stalls'),
    },
    { now: before },
  );
  const page = '2015/10/05/ferry/index.html';
  expect(room.page(page)).toMatch(/See the market\./);
  expect(room.page('feed.xml')).not.toContain('market/');
  const report = await rebuild(room, { now: after });
  expect(report.rendered).toContain('/2015/10/05/ferry/');
  expect(reason(report, '/2015/10/05/ferry/')).toBe('/2015/12/01/market/ came or went');
  expect(room.page(page)).toMatch(/<a [^>]*href="\/2015\/12\/01\/market\/#s_stalls"/);
  expect(room.page('feed.xml')).toContain('https://courier.example/2015/12/01/market/#s_stalls');
  await rebuild(room, { now: before });
  expect(room.page(page)).not.toContain('market/');
});

test('a-link-to-a-withdrawn-story-stays, because its address still answers', async () => {
  const room = await smallTown({ [paths.ferry]: story('ferry', {}, 'See [the market](/2015/12/01/market/).') });
  room.write({ [paths.market]: story('market', { withdrawn: { date: '2015-12-02', reason: 'Wrong.' } }) });
  await rebuild(room);
  expect(room.page('2015/10/05/ferry/index.html')).toContain('href="/2015/12/01/market/"');
});

test('a-link-to-a-story-that-is-deleted-or-a-draft-is-a-problem-of-the-story-that-links', async () => {
  const room = await smallTown({ [paths.ferry]: story('ferry', {}, 'See [the market](/2015/12/01/market/).') });
  room.remove(paths.market);
  expect((await room.build()).problems).toMatchObject([{ code: 'link/unknown-story', file: paths.ferry }]);
  room.write({ [paths.market]: story('market', { draft: true }) });
  expect((await room.build()).problems).toMatchObject([{ code: 'link/draft', file: paths.ferry }]);
});

test('a-link-to-an-archive-is-plain-text-while-that-is-empty', async () => {
  const room = await smallTown({
    [paths.ferry]: story('ferry', {}, 'See [that year](/2016/).'),
    'articles/2016/07/01/new.md': articleText({ date: '2016-07-01', authors: ['ben'] }),
  });
  expect(room.page('2015/10/05/ferry/index.html')).toContain('See that year.');
  expect((await rebuild(room, { now: instant('2016-07-02') })).rendered).toContain('/2015/10/05/ferry/');
  expect(room.page('2015/10/05/ferry/index.html')).toContain('href="/2016/"');
});

test('a-link-in-a-topic’s-introduction-is-read-like-any-other', async () => {
  const room = await smallTown(
    { 'topics/sea.md': '---\nname: Sea\n---\n\nSee [the market](/2015/12/01/market/).\n' },
    { now: before },
  );
  expect(room.page('topics/sea/index.html')).not.toContain('market/');
  expect((await rebuild(room, { now: after })).rendered).toEqual(expect.arrayContaining(urls('/topics/sea/')));
  expect(room.page('topics/sea/index.html')).toContain('href="/2015/12/01/market/"');
});

test('a-heading-that-another-story-links-to-cannot-go-unnoticed, whichever of the two is edited', async () => {
  const linking = (place: string) => story('ferry', {}, `See [the market](/2015/12/01/market/${place}).`);
  const room = await smallTown({
    [paths.ferry]: linking('#The-Stalls'),
    [paths.market]: story('market', {}, '## The stalls'),
  });
  room.write({ [paths.market]: story('market', {}, '## The stands') });
  const lost = { code: 'link/unknown-place', file: paths.ferry };
  expect((await room.build()).problems).toMatchObject([lost]);
  room.write({ [paths.ferry]: linking('#the-stands') });
  await rebuild(room);
  room.write({ [paths.ferry]: linking('#the-stand') });
  const [problem, ...more] = (await room.build()).problems;
  expect([problem, more]).toMatchObject([{ ...lost, fix: 'Did you mean “#the-stands”?' }, []]);
});

test('a-place-that-a-layout-makes-can-be-linked-to-where-it-stays', async () => {
  const linking = (address: string) => story('ferry', {}, `See [the market](${address}).`);
  const corrected = { corrections: [{ date: '2015-12-02', text: 'It was Tuesday.' }] };
  const room = await smallTown({ [paths.market]: story('market', corrected, '## Related') });
  const told = async (address: string) => {
    room.write({ [paths.ferry]: linking(address) });
    return (await room.build()).problems.map(({ code, fix }) => `${code} ${fix}`);
  };
  const market = '/2015/12/01/market/';
  for (const there of [`${market}#corrections`, `${market}#Top`, '/topics/sea/#latest', `${market}#s_related`])
    expect([there, await told(there)]).toEqual([there, []]);
  const lost = (fix: string) => [`link/unknown-place ${fix}`];
  expect(await told(`${market}#thread`)).toEqual(lost('Link to the page without a #.'));
  expect(await told(`${market}#related`)).toEqual(lost('For the heading of that name write #s_related.'));
  expect(await told('/topics/sea/#corrections')).toEqual(lost('Link to the page without a #.'));
  await told(`${market}#corrections`);
  room.write({ [paths.market]: story('market') });
  expect((await room.build()).problems).toMatchObject([{ code: 'link/unknown-place', file: paths.ferry }]);
});
