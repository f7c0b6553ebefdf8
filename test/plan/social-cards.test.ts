/** Which stories have a card, when it is drawn, and that pages name the one that shows what they say. */
import { expect, test } from 'vitest';
import type { BuildOptions } from '../../src/commands/build.ts';
import { articleText, instant, type Newsroom, siteYaml, treeOf } from '../support/newsroom.ts';
import { jpegWith, labelCards } from '../support/pictures.ts';
import { paths, reason, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const siteWith = (more = 'cards: {since: 2015-11-10}\n') => siteYaml + more;
const cardsIn = (room: Newsroom) => [...treeOf(room.out).keys()].filter((path) => path.endsWith('/card.png'));
const town = (files: Record<string, string | Uint8Array> = {}, options: Partial<BuildOptions> = {}) =>
  smallTown({ 'site.yaml': siteWith(), ...files }, options);
const ofBridge = /https:\/\/courier\.example\/2015\/11\/10\/bridge\/card\.png\?v=([0-9a-f]{10})/;

/** The address at which the page of the bridge says that its card is, everywhere the same. */
function namedBy(room: Newsroom): string | undefined {
  const page = room.page('2015/11/10/bridge/index.html');
  const [, version] = ofBridge.exec(page) ?? [];
  const named = [...page.matchAll(/(?<=")[^"]*card\.png[^"]*/g)].map(([address]) => address);
  expect(new Set(named).size).toBeLessThan(2);
  expect(named).toHaveLength(version === undefined ? 0 : 2); // for who shares it, and for search engines
  return version;
}

test('a-site-that-does-not-ask-for-cards has none, and its pages name none', async () => {
  const room = await smallTown();
  expect(cardsIn(room)).toEqual([]);
  expect(namedBy(room)).toBeUndefined();
  expect(room.page('2015/11/10/bridge/index.html')).toContain('name="twitter:card" content="summary"');
});

test('each-public-story-without-a-picture has one, from the day on that site.yaml says', async () => {
  const picture = jpegWith('span', 'larger');
  const room = await town({
    [paths.concert]: story('concert', { image: { file: 'p.jpg', alt: 'A hall' } }),
    'articles/2015/11/26/concert/p.jpg': picture,
    [paths.regatta]: story('regatta', { draft: true }),
    [paths.market]: story('market', { withdrawn: { date: '2015-12-02', reason: 'It was closed.' } }),
    'articles/2015/12/02/fair.md': articleText({ date: '2015-12-02 10:00' }),
    'articles/2016/03/01/to-come.md': articleText({ date: '2016-03-01 10:00' }),
  });
  expect(cardsIn(room)).toEqual(['2015/11/10/bridge/card.png', '2015/12/02/fair/card.png']);
  const page = room.page('2015/11/10/bridge/index.html');
  expect(namedBy(room)).toBeDefined();
  expect(page).toContain('name="twitter:card" content="summary_large_image"');
  expect(page).toContain('property="og:image:width" content="1200"');
  expect(page).toContain('property="og:image:alt" content="Bridge"');
  expect(room.page('2015/11/26/concert/index.html')).not.toContain('card.png');
});

test('a-new-text draws no card, a-new-headline draws that of its story, and its page names another address', async () => {
  const room = await town();
  const before = namedBy(room);
  room.write({ [paths.bridge]: story('bridge', { summary: 'Another one.' }, 'Another text.') });
  const edited = await rebuild(room);
  expect(edited.rendered).not.toContain('/2015/11/10/bridge/card.png');
  expect(namedBy(room)).toBe(before);
  room.write({ [paths.bridge]: story('bridge', { title: 'The new bridge' }) });
  const renamed = await rebuild(room);
  expect(renamed.rendered.filter((url) => url.endsWith('.png'))).toEqual(['/2015/11/10/bridge/card.png']);
  expect(reason(renamed, '/2015/11/10/bridge/card.png')).toBe('articles/2015/11/10/bridge.md changed');
  expect(namedBy(room)).not.toBe(before);
  room.write({ [paths.bridge]: story('bridge') });
  await rebuild(room);
  expect(namedBy(room)).toBe(before);
});

test('the-headline-for-shared-links is on the card in place of the other', async () => {
  const room = await town({ [paths.bridge]: story('bridge', { titles: { card: 'Cross it on foot' } }) });
  const card = treeOf(room.out).get('2015/11/10/bridge/card.png');
  expect(card).toContain('"title":"Cross it on foot","section":"World","publication":"The Courier"');
});

test('a-new-picture ends the card, and a-picture-that-expires brings it back', async () => {
  const now = instant('2015-12-05 12:00');
  const room = await town({}, { now });
  const image = { file: 'p.jpg', alt: 'The span', expires: '2015-12-10 12:00' };
  room.write({
    [paths.bridge]: story('bridge', { image }),
    'articles/2015/11/10/bridge/p.jpg': jpegWith('span', 'larger'),
  });
  expect((await rebuild(room, { now })).removed).toEqual(['/2015/11/10/bridge/card.png']);
  expect(namedBy(room)).toBeUndefined();
  const later = await rebuild(room, { now: instant('2015-12-10 12:01') });
  expect(later.rendered).toContain('/2015/11/10/bridge/card.png');
  expect(namedBy(room)).toBeDefined();
});

test('cards-that-begin-later end those before, and without them all of them end', async () => {
  const room = await town();
  expect(cardsIn(room)).toHaveLength(4);
  room.write({ 'site.yaml': siteWith('cards: {since: 2015-12-01}\n') });
  expect((await rebuild(room)).removed).toEqual(
    urls('/2015/11/10/bridge/card.png /2015/11/26/concert/card.png /2015/11/26/regatta/card.png'),
  );
  room.write({ 'site.yaml': siteYaml });
  expect((await rebuild(room)).removed).toEqual(['/2015/12/01/market/card.png']);
});

test('a-card-is-drawn-once: it is kept by what it shows, and drawn again for a new name of the paper', async () => {
  const drawn: string[] = [];
  const drawCard: typeof labelCards = (card) => {
    drawn.push(card.title);
    return labelCards(card);
  };
  const room = await town({}, { drawCard });
  expect(drawn.sort()).toEqual(['Bridge', 'Concert', 'Market', 'Regatta']);
  room.out += '-elsewhere';
  await room.build({ drawCard });
  room.write({ 'site.yaml': siteWith('cards: {since: 2015-11-10}\nerrorsTo: desk@courier.example\n') });
  await room.build({ drawCard });
  expect(drawn).toHaveLength(4);
  room.write({ 'site.yaml': siteWith().replace('The Courier', 'The Messenger') });
  await room.build({ drawCard });
  expect(drawn).toHaveLength(8);
});

test('a-preview has cards of drafts too', async () => {
  const room = await town({ [paths.market]: story('market', { draft: true }) });
  expect(cardsIn(room)).toHaveLength(3);
  room.out += '-preview';
  room.cache += '-preview';
  await room.build({ isPreview: true });
  expect(cardsIn(room)).toHaveLength(4);
});

test('a-day-that-is-none is told, with the one that was meant', async () => {
  const room = await smallTown();
  room.write({ 'site.yaml': siteWith('cards: {since: 2016-13-01}\n') });
  const { problems } = await room.build();
  expect(problems).toMatchObject([{ code: 'content/bad-day', file: 'site.yaml' }]);
});
