/** One text is in a page and in a dozen feeds: rendered once for each way in which it is to be shown. */
import { expect, test } from 'vitest';
import type { Body } from '../../src/queries/queries.ts';
import { bodiesRenderer } from '../../src/render/bodies.ts';
import { site } from '../layouts/newsroom.ts';
import { articleText, newsroom } from '../support/newsroom.ts';

const text = 'The port is closed.[^1] See [the quay](#the-quay).\n\n## The quay\n\nIt is wet.\n\n[^1]: Since Monday.';

test('what leads to a place in the text stays on its page, and leads from a feed to it', async () => {
  const room = newsroom({ git: false, files: { 'articles/2015/11/26/a.md': articleText({}, text) } });
  await room.rendered();
  const hrefs = (html: string) =>
    [...html.matchAll(/href="([^"]*#s_[^"]*)"/g)].map(([, href]) => href).filter((href) => href !== undefined);
  // A heading is a link to itself there too.
  const page = [...new Set(hrefs(room.page('2015/11/26/a/index.html')))];
  expect(page.length).toBeGreaterThan(2);
  expect(page.every((href) => href.startsWith('#'))).toBe(true);
  const items = JSON.parse(room.page('feed.json')).items as { content_html: string }[];
  const feed = hrefs(items[0]?.content_html ?? '');
  expect(feed).toEqual(page.map((href) => `https://courier.example/2015/11/26/a/${href}`));
});

test('the props that were hashed stay as they are, and their copy shares all but the way to its bodies', async () => {
  const body: Body = {
    ...{ isRendered: false, path: 'a.md', language: 'en', text: 'a', links: {}, pictures: {}, documents: {} },
    ...{ page: '', html: '', isCut: false, quotations: [], opening: '', headings: [] },
  };
  const props = Object.freeze({ stories: [{ body: Object.freeze(body), topics: ['port'] }], links: [{ url: '/' }] });
  const others = { stories: [] };
  const texts = new Map([['a.md', Buffer.from('---\ntitle: A\n---\nThe **port**.')]]);
  const withBodies = await bodiesRenderer({ read: texts }, site);
  const after = withBodies(props);
  expect(after).toEqual({
    ...props,
    stories: [
      {
        topics: ['port'],
        body: { ...body, isRendered: true, html: '<p>The <strong>port</strong>.</p>\n', opening: 'The port.' },
      },
    ],
  });
  expect(body.html).toBe('');
  expect(after.links).toBe(props.links);
  expect(after.stories[0]?.topics).toBe(props.stories[0]?.topics);
  expect(withBodies(others)).toBe(others);
});
