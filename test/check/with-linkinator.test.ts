import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { tellOnce } from '../../src/check/tell-once.ts';
import { checkWithLinkinator } from '../../src/check/with-linkinator.ts';
import { mistakesOfSecondLook } from '../../src/desk/mistakes/in-folders.ts';
import type { Problem } from '../../src/problem.ts';
import { damaged } from '../support/damaged.ts';
import { expectTold } from '../support/expect-told.ts';
import { builtSite, cleanSite, page, siteUrl } from './site-folder.ts';

test('a clean site passes and its pages are visited', async () => {
  const { findings, looked } = await checkWithLinkinator(await builtSite(cleanSite));
  expect(findings).toEqual([]);
  expect(looked).toEqual({ gate: 'linkinator', counts: { pages: 2, links: 4, skipped: 1 } });
});

test('linkinator finds a planted broken link, also one that is two pages away', async () => {
  const site = await builtSite({
    ...cleanSite,
    'world/index.html': page('<h1 id="latest">x</h1><a href="/gone/">x</a>'),
  });
  expect((await checkWithLinkinator(site)).findings).toMatchObject([
    {
      code: 'check/linkinator',
      path: 'world/index.html',
      what: expect.stringContaining('“/gone/” broken (status 404)'),
    },
  ]);
});

test('explain shows what is told, and that the whole page mends it', async () => {
  const [code, { damage = {}, ways }] = Object.entries(mistakesOfSecondLook)[0] ?? expect.fail();
  const built = { ...cleanSite, 'index.html': page('<a href="/about/">About</a>'), 'about/index.html': page('Us') };
  const site = await builtSite(built);
  for (const [path, change] of Object.entries(damage)) damaged(join(site.out, path), change);
  const { findings } = await checkWithLinkinator(site);
  const problems = await tellOnce(findings, (path) => `dist/${path}`);
  expect(problems).toMatchObject([{ code }]);
  await expectTold('second-look', { [code]: problems[0] as Problem });
  expect(ways).toMatchObject([{ run: 'broadsheet build --all' }]);
  expect((await checkWithLinkinator(await builtSite(built))).findings).toEqual([]);
});

test('linkinator finds a planted broken fragment', async () => {
  const site = await builtSite({ ...cleanSite, 'world/index.html': page('<h1>World</h1>') });
  expect((await checkWithLinkinator(site)).findings).toMatchObject([
    {
      code: 'check/linkinator',
      path: 'index.html',
      what: expect.stringContaining('“/world/#latest” broken (no such fragment)'),
    },
  ]);
});

test('a site without a front page is a Problem of the front page', async () => {
  const { findings, looked } = await checkWithLinkinator(await builtSite({ 'a/index.html': page('') }));
  expect(findings).toMatchObject([{ path: 'index.html', what: expect.stringContaining('“/” broken (status 404)') }]);
  expect(looked.counts.pages).toBe(0);
});

test('of a site too large to crawl, a sample is read, and read by itself', async () => {
  const pages = Object.fromEntries(
    ['a', 'b', 'c', 'd'].map((name) => [`${name}/index.html`, page(`<a href="/gone-${name}/">x</a>`)]),
  );
  const site = await builtSite({ 'index.html': page('<a href="/b/">B</a>'), ...pages });
  const { findings, looked } = await checkWithLinkinator(site, { crawledPages: 4, sampledPages: 3 });
  expect(findings.map(({ path }) => path).sort()).toEqual(['a/index.html', 'c/index.html']);
  expect(looked.counts).toEqual({ pages: 4, links: 7, skipped: 0 });
});

test('external links are never requested, nor those to the origin of the site itself', async () => {
  let requests = 0;
  const external = createServer((_, response) => {
    requests++;
    response.end();
  });
  await new Promise<void>((resolve) => external.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void external.close());
  const { port } = external.address() as AddressInfo;
  const links = [`http://127.0.0.1:${port}/a`, `//127.0.0.1:${port}/b`, `${siteUrl}/c/`].map(
    (href) => `<a href="${href}">x</a>`,
  );
  const picture = `<img src="http://127.0.0.1:${port}/d.jpg" alt=""/>`;
  const site = {
    ...(await builtSite({ 'index.html': page(links.join('') + picture) })),
    origin: `http://127.0.0.1:${port}`,
  };
  const { findings, looked } = await checkWithLinkinator(site);
  expect({ requests, findings, skipped: looked.counts.skipped }).toEqual({ requests: 0, findings: [], skipped: 4 });
});

test('an address that cannot be decoded does not take the whole process down', async () => {
  const site = await builtSite({ 'index.html': page('<a href="/%zz/">x</a>') });
  expect((await checkWithLinkinator(site)).looked.counts).toEqual({ pages: 1, links: 1, skipped: 1 });
});

test('a proxy in the environment is not asked for the pages of the site', async () => {
  vi.stubEnv('HTTP_PROXY', 'http://127.0.0.1:9');
  onTestFinished(() => void vi.unstubAllEnvs());
  expect((await checkWithLinkinator(await builtSite(cleanSite))).findings).toEqual([]);
});

test('a headline that begins with an address is no link', async () => {
  const meta = '<meta property="og:title" content="https://example.org/a#b is down">';
  const site = await builtSite({ 'index.html': page('<a href="/">a</a>', meta) });
  expect((await checkWithLinkinator(site)).findings).toEqual([]);
});
