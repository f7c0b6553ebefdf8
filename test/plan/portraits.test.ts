/** The picture of an author: which pages show it, and what is rendered when it, or the clock, is another. */
import { expect, test } from 'vitest';
import { instant, type Newsroom, treeOf } from '../support/newsroom.ts';
import { jpegWith, stemOf } from '../support/pictures.ts';
import { paths, rebuild, smallTown, story, urls } from '../support/small-town.ts';

const [face, other] = [jpegWith('face', 'larger'), jpegWith('another', 'larger')];
const before = instant('2015-12-30');
const author = 'name: Ann\nrole: Reporter\n';
const portrait =
  '{file: ann.jpg, alt: {en: Ann at the quay, ru: Анна}, credit: Tom Reed, focus: 95% 20%, expires: 2015-12-31}';
/** Two of Ann’s are opinion, in the strip; one of Ben’s, who has no portrait, leads. */
const opinion = {
  [paths.bridge]: story('bridge', { type: 'opinion' }),
  [paths.regatta]: story('regatta', { type: 'opinion' }),
  [paths.market]: story('market', { type: 'opinion' }),
  'front.yaml': 'lead: 2015/12/01/market\npicks: [2015/10/05/ferry, 2015/10/20/storm, 2015/11/26/concert]\n',
};
const shown = urls('/ /authors/ann/ /2015/11/10/bridge/ /2015/11/26/regatta/');

async function town(stories: Record<string, string> = opinion): Promise<Newsroom> {
  const files = { 'authors/ann.yaml': `${author}portrait: ${portrait}\n`, 'authors/ann/ann.jpg': face };
  return smallTown({ ...stories, ...files }, { now: before });
}

const showing = (room: Newsroom, bytes: Buffer) =>
  [...treeOf(room.out)]
    .filter(([path, text]) => path.endsWith('.html') && text.includes(`${stemOf(bytes)}-`))
    .map(([path]) => `/${path.replace('index.html', '')}`)
    .sort();

/** The portrait’s files that a page loads, by path. */
const filesNamed = (html: string) =>
  html.match(new RegExp(`${stemOf(face)}-[\\w.-]+`, 'g'))?.map((address) => address.slice(1)) ?? [];

const pages = (list: readonly string[]) => list.filter((url) => !url.startsWith('/assets/'));

test('a portrait stands on the author’s front, at bylines of opinion and in the strip, and nowhere else', async () => {
  const room = await town();
  expect(showing(room, face)).toEqual([...shown].sort());
  expect(room.page('authors/ann/index.html')).toMatch(
    /<figure class="portrait">.*alt="Ann at the quay".*class="x-10 y-0".*Tom Reed/s,
  );
  expect(room.page('2015/12/01/market/index.html')).not.toContain('class="portrait"');
  expect(room.page('index.html').match(/class="portrait"/g)).toHaveLength(2);
  const named = new Set([...showing(room, face)].flatMap((url) => filesNamed(room.page(`${url.slice(1)}index.html`))));
  expect(named.size).toBeGreaterThan(0);
  expect([...treeOf(room.out).keys()]).toEqual(expect.arrayContaining([...named]));
});

test('another portrait, and other words for it, render the pages that show it and no others', async () => {
  const room = await town();
  room.write({ 'authors/ann/ann.jpg': other });
  expect(pages((await rebuild(room, { now: before })).rendered)).toEqual(shown);
  expect(showing(room, face)).toEqual([]);
  room.write({ 'authors/ann.yaml': `${author}portrait: {file: ann.jpg, alt: Ann}\n` });
  expect(pages((await rebuild(room, { now: before })).rendered)).toEqual(shown);
});

test('of an author who writes no opinion another portrait renders the front alone', async () => {
  const room = await town({});
  room.write({ 'authors/ann/ann.jpg': other });
  expect(pages((await rebuild(room, { now: before })).rendered)).toEqual(urls('/authors/ann/'));
  const over = await rebuild(room, { now: instant('2016-01-01 00:00+03:00') });
  expect(pages(over.rendered)).toEqual(urls('/authors/ann/'));
});

test('from the day after its last no file has a portrait, and the build says when that is', async () => {
  const room = await town();
  const over = instant('2016-01-01 00:00+03:00');
  expect((await room.build({ now: before })).nextDue).toEqual({ at: over, what: 'a picture expires' });
  const report = await rebuild(room, { now: over });
  expect(pages(report.rendered)).toEqual(shown);
  expect(report.removed.length).toBeGreaterThan(0);
  expect(report.removed.filter((url) => !url.startsWith(stemOf(face)))).toEqual([]);
  for (const [path, text] of treeOf(room.out)) {
    expect(`/${path}`.startsWith(stemOf(face)), path).toBe(false);
    expect(/Ann at the quay|Tom Reed/.test(text), path).toBe(false);
  }
  expect(pages((await rebuild(room, { now: before })).rendered)).toEqual(shown);
});

test('the portrait of an author of whom nothing is public is not on the site', async () => {
  const room = await town();
  room.write({ 'front.yaml': 'lead: 2015/12/01/market\n' });
  const drafts = { ferry: paths.ferry, bridge: paths.bridge, regatta: paths.regatta };
  for (const [name, path] of Object.entries(drafts))
    room.write({ [path]: story(name as keyof typeof drafts, { draft: true }) });
  await rebuild(room, { now: before });
  expect([...treeOf(room.out).keys()].filter((path) => `/${path}`.startsWith(stemOf(face)))).toEqual([]);
});

test('a portrait that is not there is told of at its name, with the name that is meant', async () => {
  const room = await town();
  room.write({ 'authors/ann.yaml': `${author}portrait: {file: anne.jpg, alt: Ann}\n` });
  const { problems } = await room.build({ now: before });
  const told = { code: 'picture/missing', file: 'authors/ann.yaml', line: 3, fix: 'Did you mean “ann.jpg”?' };
  expect(problems).toEqual([expect.objectContaining(told)]);
  room.write({ 'authors/ann.yaml': `${author}portrait: {file: quay-in-may.png, alt: Ann}\n` });
  expect((await room.build({ now: before })).problems).toEqual([
    expect.objectContaining({ fix: expect.stringMatching(/^Put the file into authors\/ann\/, or .*: ann.jpg.$/) }),
  ]);
});
