/** What stands where on the front page, and on the fronts of sections that an editor has put something on. */
import { expect, test } from 'vitest';
import { articleText } from '../support/newsroom.ts';
import { paths, reason, rebuild, smallTown, story } from '../support/small-town.ts';

/** The stories of a part of a page, in their order. */
function storiesIn(part: string | undefined): string[] {
  return [
    ...new Set([...(part ?? '').matchAll(/href="\/2015\/\d\d\/\d\d\/([a-z-]+)\/"/g)].map(([, slug = '']) => slug)),
  ];
}

/** From an element with a class to the end of its kind. */
function partOf(page: string, name: string, tag: string): string | undefined {
  return new RegExp(`<${tag}[^>]* class="${name}"[^>]*>(.*?)</${tag}>`, 's').exec(page)?.[1];
}

const leading = { 'front.yaml': 'lead: {story: 2015/12/01/market, until: 2030-01-01}\n' };
const ofThread = (name: 'ferry' | 'storm' | 'market', fields = {}) => story(name, { thread: 'harbour', ...fields });

test('beside the lead stand other stories of its thread, as soon as they come', async () => {
  const room = await smallTown({ ...leading, [paths.market]: ofThread('market'), [paths.ferry]: ofThread('ferry') });
  const beside = () => storiesIn(partOf(room.page('index.html'), 'lead', 'article'));
  expect(beside()).toEqual(['market', 'ferry']);
  room.write({
    'articles/2015/11/30/pier.md': articleText({ date: '2015-11-30', thread: 'harbour', authors: ['ann'] }),
  });
  expect((await rebuild(room)).rendered).toContain('/');
  // It is newer than the third pick, which therefore stands there no more.
  room.write({ [paths.storm]: ofThread('storm') });
  await rebuild(room);
  expect(beside()).toEqual(['market', 'storm', 'ferry']);
});

test('where its thread has one other story the lead says its key points instead', async () => {
  const points = ['It opens at nine', 'It closes at noon'];
  const room = await smallTown({
    ...leading,
    [paths.market]: ofThread('market', { points }),
    [paths.ferry]: ofThread('ferry'),
  });
  const lead = () => partOf(room.page('index.html'), 'lead', 'article') ?? '';
  expect(storiesIn(lead())).toEqual(['market']);
  for (const point of points) expect(lead()).toContain(`<li>${point}</li>`);
  room.write({ [paths.storm]: ofThread('storm') });
  await rebuild(room);
  expect(storiesIn(lead())).toEqual(['market', 'storm', 'ferry']);
  expect(lead()).not.toContain(points[0]);
});

test('a lone opinion stands among the latest, in italics; two stand in a strip with their standfirsts', async () => {
  const opinion = (name: 'ferry' | 'storm') => story(name, { type: 'opinion', summary: `Of the ${name}.` });
  const room = await smallTown({ [paths.ferry]: opinion('ferry') });
  const latest = () => partOf(room.page('index.html'), 'latest', 'ol') ?? '';
  expect(room.page('index.html')).not.toContain('id="opinion"');
  expect(latest()).toMatch(/<li class="opinion">.*?ferry/s);
  room.write({ [paths.storm]: opinion('storm') });
  await rebuild(room);
  const strip = partOf(room.page('index.html'), 'row strip', 'section') ?? '';
  expect([storiesIn(strip), storiesIn(latest())]).toEqual([['storm', 'ferry'], []]);
  expect(strip).toContain('Of the storm.');
});

test('a section’s front begins with what an editor has put on it, which touches the fronts of sections alone', async () => {
  const room = await smallTown();
  const shown = () => storiesIn(room.page('world/index.html').split('<main')[1]);
  expect(shown()).toEqual(['market', 'bridge', 'storm', 'ferry']);
  room.write({
    'front.yaml':
      'fronts:\n  - {section: world, lead: {story: 2015/10/05/ferry, until: 2030-01-01}, picks: [2015/11/26/concert]}\n',
  });
  const report = await rebuild(room);
  expect(report.rendered).toEqual(['/world/']);
  expect(reason(report, '/world/')).toContain('front.yaml');
  expect(shown()).toEqual(['ferry', 'concert', 'market', 'bridge', 'storm']);
  room.remove('front.yaml');
  expect((await rebuild(room)).rendered).toEqual(['/world/']);
  expect(shown()).toEqual(['market', 'bridge', 'storm', 'ferry']);
});

test('what a section’s front is to begin with is a Problem if readers cannot have it, or if the section has two parts', async () => {
  const room = await smallTown({ 'front.yaml': 'fronts: [{section: world, lead: 2015/10/05/ferry}]\n' });
  room.write({ [paths.ferry]: story('ferry', { draft: true }) });
  expect((await room.build()).problems).toMatchObject([{ code: 'front/draft', file: 'front.yaml' }]);
  room.remove(paths.ferry);
  expect((await room.build()).problems).toMatchObject([{ code: 'front/unknown-story', file: 'front.yaml' }]);
  room.write({ 'front.yaml': 'fronts: [{section: world}, {section: wrold}, {section: world}]\n' });
  expect((await room.build()).problems.map(({ code, column }) => [code, column])).toEqual([
    ['front/unknown-section', 38],
    ['front/repeated-section', 56],
  ]);
});
