/**
 * However large the archive is, a reader gets from the front of a story's section, topic or author to the
 * story in three links: 700 stories, 350 of them in one month, in two languages.
 */
import { expect, test } from 'vitest';
import { readHtmlReferences } from '../../src/check/html-references.ts';
import { articleText, newsroom, treeOf } from '../support/newsroom.ts';

type Told = { url: string; fronts: string[] };

function manyStories(): { files: Record<string, string>; stories: Told[] } {
  const files: Record<string, string> = { 'authors/ann.yaml': 'name: Ann\n' };
  const stories: Told[] = [];
  for (let n = 0; n < 700; n++) {
    const [year, month, day] =
      n < 350 ? [2015, 11, 1 + (n % 28)] : [2000 + (n % 15), 1 + (n % 12), 1 + (Math.floor(n / 15) % 28)];
    const date = [year, month, day].map((part) => String(part).padStart(2, '0'));
    const prefix = n % 50 === 0 ? '/ru' : '';
    const [section, topic, author] = [n % 3 ? 'world' : 'culture', `topic-${n % 5}`, n % 2 ? 'desk' : 'ann'];
    const fields = { date: date.join('-'), section, topics: [topic], authors: [author] };
    files[`articles/${date.join('/')}/story-${n}${prefix ? '.ru' : ''}.md`] = articleText(fields);
    stories.push({
      url: `${prefix}/${date.join('/')}/story-${n}/`,
      fronts: [`/${section}/`, `/topics/${topic}/`, `/authors/${author}/`].map((front) => prefix + front),
    });
  }
  return { files, stories };
}

/** How many links each page is from a front, as far as three. */
function distancesFrom(front: string, links: ReadonlyMap<string, readonly string[]>): Map<string, number> {
  const distances = new Map([[front, 0]]);
  for (const [url, distance] of distances) {
    if (distance === 3) continue;
    for (const next of links.get(url) ?? []) if (!distances.has(next)) distances.set(next, distance + 1);
  }
  return distances;
}

test('every public story is at most three links from the front of its section, topic and author', async () => {
  const { files, stories } = manyStories();
  const room = newsroom({ git: false, files });
  await room.rendered();
  const links = new Map<string, string[]>();
  for (const [path, text] of treeOf(room.out)) {
    if (!path.endsWith('.html')) continue;
    const found = readHtmlReferences(Buffer.from(text, 'latin1').toString()).references;
    const anchors = found.filter((each) => each.found === 'a href').map(({ address }) => address.replace(/#.*/, ''));
    links.set(`/${path.replace(/index\.html$/, '')}`, anchors);
  }
  const fronts = new Map(
    [...new Set(stories.flatMap((each) => each.fronts))].map((url) => [url, distancesFrom(url, links)]),
  );
  const lost = stories.flatMap(({ url, fronts: own }) =>
    own.filter((front) => (fronts.get(front)?.get(url) ?? 4) > 3).map((front) => `${front} to ${url}`),
  );
  expect(lost).toEqual([]);
  expect(stories.length * 3).toBe(2100);
  // The count would see a page that is lost: without its months a section's front leads to its newest stories alone.
  for (const [url, found] of links)
    links.set(
      url,
      found.filter((each) => !/^\/(world|culture)\/\d{4}\//.test(each)),
    );
  expect(distancesFrom('/world/', links).has('/2001/08/13/story-607/')).toBe(false);
});
