/** Drafts, embargoed and withdrawn stories made of canary words, looked for in every name and every byte of the site. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Canaries, canaries, canaryStory, pictureOf } from '../support/canaries.ts';
import { contentsOf, differences } from '../support/folder-contents.ts';
import { articleText, instant, type Newsroom, newsroom } from '../support/newsroom.ts';
import { stemOf } from '../support/pictures.ts';

const embargoEnds = instant('2015-11-26 09:30+03:00');
const before = embargoEnds - 1;
const day = '2015/11/26';

/** Feeds of the site and of a section. */
const toldIn = ['feed.atom', 'feed.json', 'feed.xml'];

type Hidden = { draft: Canaries; embargoed: Canaries; withdrawn: Canaries };

/** One public story that links to the embargoed one, one in Russian, and the three that nobody may see. */
function secretive(): { room: Newsroom; hidden: Hidden } {
  const hidden: Hidden = { draft: canaries(), embargoed: canaries(), withdrawn: canaries() };
  const { draft, embargoed, withdrawn } = hidden;
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/25/known.md': articleText(
        { date: '2015-11-25 12:00' },
        `See [the other story](/${day}/${embargoed.slug}/).`,
      ),
      'articles/2015/11/25/known.ru.md': articleText({ date: '2015-11-25 12:00' }),
      'front.yaml': `lead: ${day}/${embargoed.slug}\npicks: [${day}/${withdrawn.slug}]\n`,
      ...canaryStory(day, draft, { date: '2015-11-26 01:00', draft: true }),
      ...canaryStory(day, embargoed, { date: '2015-11-26 09:30' }),
      ...canaryStory(day, withdrawn, {
        date: '2015-11-26 02:00',
        withdrawn: { date: '2015-11-26 03:00', reason: 'The witness recanted' },
      }),
    },
  });
  return { room, hidden };
}

/** Where a word is found, in either case and in text of one or two bytes a letter; paths are bytes too. */
function placesOf(word: string, tree: Record<string, string>): string[] {
  const wide = Buffer.from(word, 'utf16le').toString('latin1');
  return Object.entries(tree).flatMap(([path, text]) => [
    ...(path.toLowerCase().includes(word) ? [`the name ${path}`] : []),
    ...(text.toLowerCase().includes(word) || text.includes(wide) ? [path] : []),
  ]);
}

function leaks(words: Partial<Canaries>, tree: Record<string, string>): string[] {
  return Object.entries(words).flatMap(([field, word]) => placesOf(word, tree).map((place) => `${field} in ${place}`));
}

test('a second before an embargo ends nothing of a draft, an embargoed or a withdrawn story is in the site', async () => {
  const { room, hidden } = secretive();
  await room.rendered({ now: before });
  const tree = contentsOf(room.out);
  const { slug, redirect: old, ...told } = hidden.withdrawn;
  expect(Object.keys(tree).length).toBeGreaterThan(20);
  expect(leaks(hidden.draft, tree)).toEqual([]);
  expect(leaks(hidden.embargoed, tree)).toEqual([]);
  expect(leaks(told, tree)).toEqual([]);
  expect(placesOf(slug, tree)).toEqual([
    `the name ${day}/${slug}/`,
    `the name ${day}/${slug}/index.html`,
    `${day}/${slug}/index.html`,
    // Those who have it learn of it.
    ...toldIn,
    `old/${old}/index.html`,
    ...toldIn.map((feed) => `world/${feed}`),
  ]);
  expect(placesOf(old, tree)).toEqual([`the name old/${old}/`, `the name old/${old}/index.html`]);
  expect(JSON.parse(readFileSync(join(room.cache, 'redirects.json'), 'utf8'))).toEqual([
    { from: `/old/${old}/`, to: `/${day}/${slug}/`, file: true },
  ]);
  expect(room.page(`${day}/${slug}/index.html`)).toContain('The witness recanted');
  for (const { topic, author, redirect } of Object.values(hidden)) {
    for (const folder of [`topics/${topic}`, `authors/${author}`, ...(redirect === old ? [] : [`old/${redirect}`])])
      expect(existsSync(join(room.out, folder))).toBe(false);
  }
});

test('every canary of a story that is public is found, so that looking for them means something', async () => {
  const words = canaries();
  const { picture: _picture, bodyPicture: _bodyPicture, ...shown } = words;
  const room = newsroom({ git: false, files: canaryStory(day, words) });
  await room.rendered();
  const tree = contentsOf(room.out);
  expect(Object.entries(shown).filter(([, word]) => placesOf(word, tree).length === 0)).toEqual([]);
  for (const name of [words.picture, words.bodyPicture]) expect(placesOf(name, tree)).toEqual([]);
});

function feedsOf(front: string): string[] {
  return ['feed.xml', 'feed.atom', 'feed.json'].map((file) => front + file);
}

test('when its embargo ends a story appears, only what shows it is rendered, and nothing else does', async () => {
  const { room, hidden } = secretive();
  const { slug, topic, author, redirect } = hidden.embargoed;
  await room.rendered({ now: before });
  const rendered = await room.rendered({ now: embargoEnds });
  const picture = (name: string) =>
    Object.keys(contentsOf(room.out))
      .filter((path) => `/${path}`.startsWith(`${stemOf(pictureOf(name))}-`))
      .map((path) => `/${path}`);
  const pictures = [...picture(hidden.embargoed.pictureBytes), ...picture(hidden.embargoed.bodyPictureBytes)];
  expect(pictures).toHaveLength(6); // each in three formats
  expect(rendered).toEqual(
    [
      '/',
      '/2015/11/',
      '/2015/11/25/known/',
      `/${day}/`,
      `/${day}/${slug}/`,
      '/404.html',
      ...pictures,
      '/authors/',
      '/authors/desk/feed.xml', // the story that links to it is there whole
      `/authors/${author}/`,
      `/authors/${author}/2015/`,
      `/authors/${author}/feed.xml`,
      '/corrections/',
      '/corrections/2015/',
      ...feedsOf('/corrections/'),
      ...feedsOf('/'),
      `/old/${redirect}/`,
      '/sitemap.xml',
      '/sitemaps/2015-11.xml',
      '/topics/',
      `/topics/${topic}/`,
      `/topics/${topic}/2015/`,
      `/topics/${topic}/feed.xml`,
      '/world/',
      '/world/2015/11/',
      ...feedsOf('/world/'),
    ].sort(),
  );
  expect(room.page('2015/11/25/known/index.html')).toContain(`href="/${day}/${slug}/"`);
  expect(leaks(hidden.draft, contentsOf(room.out))).toEqual([]);
});

test('with the clock put back before the embargo the site is what it was, byte for byte', async () => {
  const { room } = secretive();
  await room.rendered({ now: before });
  const earlier = contentsOf(room.out);
  await room.rendered({ now: embargoEnds });
  expect(differences(earlier, contentsOf(room.out))).not.toEqual([]);
  await room.rendered({ now: before });
  expect(differences(earlier, contentsOf(room.out))).toEqual([]);
});

test('what is to come of a public story leaves no byte before its instant, and none when the clock is put back', async () => {
  const [correction, reason, withdrawn] = [canaries().correction, canaries().correction, canaries()];
  const room = newsroom({
    git: false,
    files: {
      'articles/2015/11/25/known.md': articleText({
        date: '2015-11-25 12:00',
        updated: '2062-01-01 10:00',
        corrections: [{ date: '2015-11-26 09:30', text: correction }],
      }),
      ...canaryStory(day, withdrawn, {
        date: '2015-11-26 01:00',
        withdrawn: { date: '2015-11-26 09:30', reason },
      }),
    },
  });
  await room.rendered({ now: before });
  const earlier = contentsOf(room.out);
  expect(leaks({ correction, body: reason }, earlier)).toEqual([]);
  expect(placesOf(withdrawn.body, earlier)).toContain(`${day}/${withdrawn.slug}/index.html`);

  await room.rendered({ now: embargoEnds });
  const later = contentsOf(room.out);
  expect(placesOf(correction, later)).toEqual(
    ['2015/11/25/known/index.html', 'corrections/index.html', 'corrections/2015/index.html']
      .concat(['/', '/authors/desk/', '/corrections/', '/world/'].flatMap((front) => feedsOf(front.slice(1))))
      .filter((path) => path in later)
      .sort(),
  );
  expect(placesOf(reason, later)).toEqual([
    `${day}/${withdrawn.slug}/index.html`,
    ...toldIn,
    ...toldIn.map((feed) => `world/${feed}`),
  ]);
  // Its address and its old ones stay, and lead to the reason.
  const { slug: _slug, redirect: _redirect, ...gone } = withdrawn;
  expect(leaks(gone, later)).toEqual([]);
  expect(Object.entries(later).filter(([, text]) => text.includes('2062'))).toEqual([]);

  await room.rendered({ now: before });
  expect(differences(earlier, contentsOf(room.out))).toEqual([]);
});
