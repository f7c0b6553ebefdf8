import { expect, test } from 'vitest';
import {
  absoluteUrl,
  archiveUrl,
  articleUrl,
  authorUrl,
  feedUrl,
  frontUrl,
  monthSitemapUrl,
  outputPath,
  outputPathFault,
  pageUrl,
  sectionUrl,
  topicUrl,
} from '../../src/content/urls.ts';
import { site } from './written.ts';

test('the first language is at the root, the others below their codes', () => {
  const urls = (language: string) => [
    frontUrl(language, site),
    articleUrl('2015/11/26/storm', language, site),
    sectionUrl('world', language, site),
    topicUrl('syria', language, site),
    authorUrl('desk', language, site),
    pageUrl('about', language, site),
    feedUrl(sectionUrl('world', language, site), 'atom'),
  ];
  expect(urls('en')).toEqual([
    '/',
    '/2015/11/26/storm/',
    '/world/',
    '/topics/syria/',
    '/authors/desk/',
    '/about/',
    '/world/feed.atom',
  ]);
  expect(urls('ru')).toEqual(urls('en').map((url) => `/ru${url}`));
});

test('an archive lies below its front', () => {
  expect([2015, 201511, 20151126].map((bucket) => archiveUrl('/ru/world/', bucket))).toEqual([
    '/ru/world/2015/',
    '/ru/world/2015/11/',
    '/ru/world/2015/11/26/',
  ]);
  expect(monthSitemapUrl(201501)).toBe('/sitemaps/2015-01.xml');
});

test('an address answers from one file, and is whole with the host', () => {
  expect(['/', '/world/', '/feed.xml', '/assets/a.jpg'].map(outputPath)).toEqual([
    'index.html',
    'world/index.html',
    'feed.xml',
    'assets/a.jpg',
  ]);
  expect(absoluteUrl('/world/', site)).toBe('https://courier.example/world/');
});

test('a path that no file system takes is known by itself', () => {
  const long = 'я'.repeat(128);
  for (const path of ['a'.repeat(256), `x/${long}/index.html`, 'x//y', 'x/../y', './y', 'x\0', 'x/'.repeat(1100)])
    expect(outputPathFault(path), path).toBeDefined();
  for (const path of ['index.html', `x/${'a'.repeat(255)}/y`, 'новости/привет/index.html', 'a/.well-known/b', 'a/...'])
    expect(outputPathFault(path), path).toBeUndefined();
});
