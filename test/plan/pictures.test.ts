/** What is said of a picture, and what the site renders when that, or the clock, is another. */
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Newsroom } from '../support/newsroom.ts';
import { articleText, instant, newsroom, treeOf } from '../support/newsroom.ts';
import { jpegWith, stemOf } from '../support/pictures.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const folder = 'articles/2015/11/10/bridge';
const bytes = { span: jpegWith('span', 'larger'), river: jpegWith('river') };
const ofSpan = new RegExp(`${stemOf(bytes.span)}|The span`);
const day = '2015-11-30';
const lastSecond = instant('2015-11-30 23:59:59+03:00');
const over = lastSecond + 1;

/** The bridge with a picture at its head and another in its text, of both of which something may be said. */
function bridge(ofLead: object = {}, ofText?: object): string {
  const image = { file: 'span.jpg', alt: 'The span', ...ofLead };
  const pictures = ofText && [{ file: 'river.jpg', ...ofText }];
  return story('bridge', { image, pictures }, 'Below:\n\n![The river](bridge/river.jpg "At dusk | Ada")');
}

async function town(text: string, now = lastSecond): Promise<Newsroom> {
  const files = { [`${folder}/span.jpg`]: bytes.span, [`${folder}/river.jpg`]: bytes.river };
  return smallTown({ [paths.bridge]: text, ...files }, { now });
}

const filesOf = (room: Newsroom, name: keyof typeof bytes) =>
  [...treeOf(room.out).keys()].filter((path) => `/${path}`.startsWith(`${stemOf(bytes[name])}-`));

/** Every file of the site that has some words in it. */
const filesWith = (room: Newsroom, words: string | RegExp) =>
  [...treeOf(room.out)].filter(([, text]) => text.search(words) !== -1).map(([path]) => path);

test('a-new-focus renders the pages that crop it, and its own, and no more', async () => {
  const room = await town(bridge());
  room.write({ [paths.bridge]: bridge({ focus: '90% 20%' }) });
  const report = await rebuild(room, { now: lastSecond });
  expect(report.rendered.filter((url) => url.startsWith('/assets/'))).toEqual([
    expect.stringMatching(/^\/assets\/\w+-16x9-90-20-320\.jpeg$/),
    expect.stringMatching(/^\/assets\/\w+-1x1-90-20-240\.jpeg$/),
    expect.stringMatching(/^\/assets\/\w+-4x3-90-20-320\.jpeg$/),
  ]);
  expect(report.removed).toEqual([
    expect.stringMatching(/^\/assets\/\w+-16x9-50-50-320\.jpeg$/),
    expect.stringMatching(/^\/assets\/\w+-1x1-50-50-240\.jpeg$/),
    expect.stringMatching(/^\/assets\/\w+-4x3-50-50-320\.jpeg$/),
  ]);
  const cropping = '/ /world/ /topics/town/ /authors/ann/ /2015/11/10/';
  expect(report.rendered.filter((url) => !url.startsWith('/assets/'))).toEqual(urls(`/2015/11/10/bridge/ ${cropping}`));
  for (const path of ['index.html', 'world/index.html']) expect(room.page(path)).toMatch(/class="[^"]*x-9 y-0"/);
  for (const shape of ['16x9', '4x3', '1x1'])
    expect(room.page('2015/11/10/bridge/index.html')).toMatch(
      new RegExp(`"url":"https://courier.example/assets/\\w+-${shape}-90-20-\\d+.jpeg"`),
    );
});

test('a-focus-of-a-picture-in-the-text renders its page alone, and is there for styles that cut it', async () => {
  const room = await town(bridge());
  room.write({ [paths.bridge]: bridge({}, { focus: '0% 30%' }) });
  const report = await rebuild(room, { now: lastSecond });
  expect(report.rendered).toEqual(['/2015/11/10/bridge/']);
  expect(room.page('2015/11/10/bridge/index.html')).toMatch(/\/assets\/\w+-8.jpeg[^>]*class="x-0 y-\d"/);
});

test('that-a-picture-is-wide renders its page alone, whether it stands at the head or in the text', async () => {
  const room = await town(bridge());
  const wide = sharp({ create: { width: 1000, height: 10, channels: 3, background: 'grey' } });
  room.write({ [`${folder}/river.jpg`]: await wide.jpeg().toBuffer() }); // of a small one there is advice
  await rebuild(room, { now: lastSecond });
  for (const text of [bridge({ wide: false }), bridge({ wide: false }, { wide: true })]) {
    room.write({ [paths.bridge]: text });
    expect((await rebuild(room, { now: lastSecond })).rendered).toEqual(['/2015/11/10/bridge/']);
  }
});

test('an-expiry renders what showed the picture and removes its files, and the clock going back brings them again', async () => {
  const room = await town(bridge({ expires: day }));
  const before = treeOf(room.out);
  expect(filesOf(room, 'span')).toHaveLength(6);
  const report = await rebuild(room, { now: over });
  expect(report.rendered).toEqual(
    urls(`/2015/11/10/bridge/ / /world/ /topics/town/ /authors/ann/ /2015/11/10/
    /feed.{xml,atom,json} /world/feed.{xml,atom,json} /topics/town/feed.xml /authors/ann/feed.xml`),
  );
  expect(report.removed).toHaveLength(6);
  expect(filesWith(room, ofSpan)).toEqual([]);
  expect(filesOf(room, 'river')).toHaveLength(3);
  await rebuild(room, { now: lastSecond });
  expect(treeOf(room.out)).toEqual(before);
});

test('an-expired-picture-of-a-text takes its caption with it, in pages and feeds', async () => {
  const room = await town(bridge({}, { expires: '2015-11-30 12:00' }));
  expect(filesOf(room, 'river')).toEqual([]);
  expect(filesWith(room, /river|At dusk/)).toEqual([]);
  expect(room.page('2015/11/10/bridge/index.html')).toContain('<p>Below:</p>');
  await rebuild(room, { now: instant('2015-11-30 11:59:59+03:00') });
  expect(filesWith(room, /At dusk/)).toEqual(
    expect.arrayContaining(['2015/11/10/bridge/index.html', 'feed.xml', 'feed.atom', 'feed.json']),
  );
});

test('the-instant-of-an-expiry is due, in words that name no story', async () => {
  const room = await town(bridge({ expires: day }, { expires: '2015-11-30 12:00' }), instant('2015-11-29'));
  const noon = instant('2015-11-30 12:00+03:00');
  expect((await room.build({ now: noon - 1 })).nextDue).toEqual({ at: noon, what: 'a picture expires' });
  expect((await room.build({ now: noon })).nextDue).toEqual({ at: over, what: 'a picture expires' });
});

test('the-earliest-date-of-any-language holds in all of them, be it in a draft, and for other names of the same bytes', async () => {
  const room = await town(bridge({ expires: '2016-12-31' }, { expires: '2016-12-31' }));
  const same = bridge({ file: 'SPAN.JPG' }).replace('river.jpg', 'span.jpeg');
  room.write({ [`${folder}/span.jpeg`]: jpegWith('span', 'larger'), [paths.bridge]: same });
  await rebuild(room, { now: over });
  expect(filesOf(room, 'span')).not.toEqual([]);
  const russian = story('bridge', { title: 'Мост', draft: true, pictures: [{ file: 'span.jpg', expires: day }] });
  room.write({ [`${folder}.ru.md`]: russian });
  await rebuild(room, { now: over });
  expect(filesWith(room, new RegExp(`${stemOf(bytes.span)}|At dusk`))).toEqual([]);
  room.write({ [`${folder}/span.jpg`]: jpegWith('another', 'larger') });
  await rebuild(room, { now: over });
  expect(filesWith(room, /At dusk/)).not.toEqual([]);
  expect(filesWith(room, /The span/)).toEqual([]);
  room.remove(`${folder}.ru.md`);
  await rebuild(room, { now: over });
  expect(filesWith(room, /The span/)).not.toEqual([]);
});

test('another-story-with-the-same-bytes keeps them, and its editor is told once, when either is read', async () => {
  const room = await town(bridge());
  const ferry = 'articles/2015/10/05/ferry';
  const withPicture = (fields: object) =>
    story('ferry', { image: { file: 'boat.jpg', alt: 'A boat', ...fields } }, 'A text.');
  room.write({ [paths.ferry]: withPicture({}), [`${ferry}/boat.jpg`]: jpegWith('span', 'larger') });
  expect((await room.build({ now: over })).problems).toEqual([]);
  const told = [{ code: 'picture/expires-elsewhere', weight: 'advice', file: `${ferry}.md`, line: expect.any(Number) }];
  room.write({ [paths.bridge]: bridge({ expires: day }) });
  expect((await room.build({ now: over })).problems).toMatchObject(told);
  expect(filesOf(room, 'span')).toHaveLength(6);
  expect(room.page('2015/11/10/bridge/index.html')).not.toContain('The span');
  room.write({ [paths.bridge]: bridge({ expires: day, caption: 'New' }) });
  expect((await room.build({ now: over })).problems).toEqual([]);
  room.write({ [paths.ferry]: withPicture({ caption: 'New' }) });
  const [advice] = (await room.build({ now: over })).problems;
  expect(advice?.fix).toContain(`“expires: ${day}” under “image”`);
  room.write({ [paths.ferry]: withPicture({ expires: '2020-01-01' }) });
  expect((await room.build({ now: over })).problems).toEqual([]);
});

test('what is said of a picture that is nowhere is refused: the nearest name is offered, else it is to be taken away', async () => {
  const room = await town(bridge());
  const saidOf = async (file: string) => {
    room.write({
      [paths.bridge]: story('bridge', { pictures: [{ file, expires: day }] }, '![A river](bridge/river.jpg)'),
    });
    return (await room.build({ now: over })).problems;
  };
  expect(await saidOf('bridge/RIVER.jpg')).toEqual([]);
  expect(await saidOf('span.jpg')).toEqual([]);
  expect(await saidOf('rivr.jpg')).toMatchObject([
    {
      code: 'picture/unknown-file',
      fix: 'Did you mean “river.jpg”?',
      replacement: { text: expect.stringContaining('river.jpg') },
    },
  ]);
  expect(await saidOf('harbour-at-night.jpg')).toMatchObject([
    {
      code: 'picture/unknown-file',
      fix: 'Remove it from “pictures”, or write the name of one that is there: river.jpg, span.jpg.',
      replacement: { text: '' },
    },
  ]);
});

test('another story that shows the same bytes in its text is told what to write for that', async () => {
  const room = await town(bridge({ expires: '2015-11-30 12:00' }));
  const ferry = 'articles/2015/10/05/ferry';
  room.write({
    [paths.ferry]: story('ferry', {}, '![A boat](ferry/boat.jpg)'),
    [`${ferry}/boat.jpg`]: jpegWith('span', 'larger'),
  });
  const [advice] = (await room.build({ now: over })).problems;
  expect(advice).toMatchObject({ code: 'picture/expires-elsewhere', file: paths.ferry, line: 10 });
  expect(advice?.fix).toContain('“- {file: "boat.jpg", expires: 2015-11-30 12:00}” under “pictures”');
});

test('a-picture-that-is-too-small is cut to no shape', async () => {
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/26/a.md': articleText({ image: { file: 'p.jpg', alt: 'A sea', focus: '0% 0%' } }),
      'articles/2015/11/26/a/p.jpg': jpegWith('small'),
    },
  });
  const rendered = await room.rendered();
  expect(rendered.filter((url) => /-\d+x\d+-/.test(url))).toEqual([]);
  expect(room.page('2015/11/26/a/index.html')).toMatch(/"image":\[\{[^{}]*\}\]/);
});

test('a picture of which somebody says on purpose that it needs no words, in whatever quotes, is read out as nothing', async () => {
  for (const nothing of ['', '""', '“”', "''"]) {
    const text = bridge({ alt: nothing }).replace('![The river]', `![${nothing || '""'}]`);
    const room = await town(text);
    const page = room.page('2015/11/10/bridge/index.html');
    const shown = page.match(/<img [^>]*>/g) ?? [];
    expect(shown).toHaveLength(2);
    for (const each of shown) expect(each, nothing).toMatch(/ alt(=""|[ >])/);
  }
});
