/** What others allow: written here as numbers, so that it is not the product's own that judges. */
import { expect, test } from 'vitest';
import { recent } from '../../src/content/listings/every.ts';
import { scopeIn } from '../../src/content/listings/listing.ts';
import type { Queries } from '../../src/queries/queries.ts';
import { newsSitemap } from '../../src/routes/news-sitemap.ts';
import { site } from '../layouts/newsroom.ts';

test('a news sitemap has at most 1,000 stories, as Google allows', () => {
  const story = { url: '/a/', language: 'en', title: 'A', at: 0 };
  const newest = (_scope: unknown, limit: number) => Array.from({ length: Math.min(limit, 5000) }, () => story);
  const queries = { newest, isTooLong: () => false } as unknown as Queries;
  const props = newsSitemap.props(queries, { scope: scopeIn(recent, ''), bucket: 0 }, site, '/news-sitemap.xml');
  expect(props?.stories).toHaveLength(1000);
});
