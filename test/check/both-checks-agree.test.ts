/** The exact check and linkinator on one page for each kind of link: they never contradict each other. */
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { checkWithLinkinator } from '../../src/check/with-linkinator.ts';
import { checkLinks } from './gates.ts';
import { builtSite, type Files, page, siteFolder, siteUrl } from './site-folder.ts';

const ids = ['id', 'Case', 'ещё', 'a&amp;b', '5%25', '%D0%B0', '100%', 'a:~b'];
const target = page(`${ids.map((id) => `<p id="${id}">x</p>`).join('')}<a name="old">x</a>`);
const targets: Files = {
  't/index.html': target,
  'page.html': target,
  'ещё/index.html': target,
  'a+b/index.html': target,
  '100%/index.html': target,
  'x?y#z/index.html': target,
  'old/index.html': page('', '<meta http-equiv="refresh" content="0; url=/t/"/>'),
  'noindex/index.html': page('<p id="id">x</p>', '<meta name="robots" content="noindex, nofollow"/>'),
  'feed.xml': '<rss/>',
  'a.jpg': 'a',
  'no-ending': 'x',
};

const good = [
  ['a page', '/t/'],
  ['its file', '/t/index.html'],
  ['a file without ending', '/no-ending'],
  ['a relative address', '../t/'],
  ['steps up and down', '/t/../t/./'],
  ['a query', '/t/?a=1'],
  ['a query and a fragment', '/t/?a=1#id'],
  ['a query alone', '?a=1'],
  ['an id', '/t/#id'],
  ['an id of a file', '/t/index.html#id'],
  ['an empty fragment', '/t/#'],
  ['an empty fragment here', '#'],
  ['the top', '/t/#top'],
  ['the top in capitals', '#TOP'],
  ['the top, encoded', '/t/#%74op'],
  ['capital letters in an id', '/t/#Case'],
  ['an anchor', '/t/#old'],
  ['words on a page', '/t/#:~:text=x'],
  ['words here', '#:~:text=x'],
  ['words behind an id', '/t/#id:~:text=x'],
  ['words behind the top', '/t/#top:~:text=x,y&text=z'],
  ['an id in another script', '/t/#ещё'],
  ['an id in another script, encoded', '/t/#%D0%B5%D1%89%D1%91'],
  ['a sign in an id, encoded', '/t/#a%26b'],
  ['an id that has an encoded sign', '/t/#5%25'],
  ['an id that is written encoded', '/t/#%D0%B0'],
  ['an id with a stray percent sign', '/t/#100%'],
  ['an id with a colon', '/t/#a:~b'],
  ['a path in another script', '/ещё/'],
  ['a path in another script, encoded', '/%D0%B5%D1%89%D1%91/#id'],
  ['an encoded letter in a path', '/%74/'],
  ['a plus in a path', '/a+b/'],
  ['a percent sign in a path', '/100%25/#id'],
  ['a question mark and a hash in a path', '/x%3Fy%23z/#id'],
  ['a redirect', '/old/'],
  ['a page that asks not to be indexed', '/noindex/#id'],
  ['a fragment of what has none', '/feed.xml#id'],
  ['a fragment of a picture', '/a.jpg#id'],
  ['another site', 'https://elsewhere.example/gone/#gone'],
  ['another site without a scheme', '//elsewhere.example/gone/'],
  ['mail', 'mailto:ann@news.example'],
  ['a telephone', 'tel:+1234'],
] as const;

const broken = [
  ['no page', '/gone/'],
  ['no page, with a fragment', '/gone/#id'],
  ['no page, with words', '/gone/#:~:text=x'],
  ['no file', '/gone.xml'],
  ['a page without its slash', '/t'],
  ['a page without its slash, with a fragment', '/t#id'],
  ['a file with a slash', '/page.html/'],
  ['capital letters in a path', '/T/'],
  ['two slashes', '/t//'],
  ['no id', '/t/#gone'],
  ['no id here', '#gone'],
  ['no id, with a query', '/t/?a=1#gone'],
  ['no id behind words', '/t/#gone:~:text=x'],
  ['other capital letters in an id', '/t/#case'],
  ['an id twice encoded', '/t/#%2569d'],
  ['a stray percent sign', '/t/#50%'],
  ['no id on a redirect', '/old/#id'],
  ['no id on a page that asks not to be indexed', '/noindex/#gone'],
  ['no page of the own origin', 'https://news.example/gone/'],
  ['no page of the own origin without a scheme', '//news.example/gone/'],
  ['a path that cannot be decoded', '/%zz/'],
  ['an address that is none', 'https://[/'],
] as const;

const from = (n: number) => `from-${n}/index.html`;

function linking(kinds: readonly (readonly [string, string])[]): Files {
  const pages = kinds.map(([, href], n) => [from(n), page(`<a href="${href}">x</a>`)]);
  const all = kinds.map((_, n) => `<a href="/${from(n)}">x</a>`);
  return { ...targets, ...Object.fromEntries(pages), 'index.html': page(`<p id="id">x</p>${all.join('')}`) };
}

/** Which kinds a check finds broken. */
function namesOf(kinds: readonly (readonly [string, string])[], found: readonly { path: string }[]): string[] {
  const paths = new Set(found.map(({ path }) => path));
  return kinds.filter((_, n) => paths.has(from(n))).map(([name]) => name);
}

test('what the one finds good, the other does not find broken', async () => {
  const site = await builtSite(linking(good));
  expect(namesOf(good, (await checkLinks(site)).findings)).toEqual([]);
  expect((await checkWithLinkinator(site)).findings).toEqual([]);
});

test('of what is broken, linkinator sees the most, and what both see is told once', async () => {
  const files = linking(broken);
  const site = await builtSite(files);
  expect(namesOf(broken, (await checkLinks(site)).findings)).toEqual(broken.map(([name]) => name));
  const seen = namesOf(broken, (await checkWithLinkinator(site)).findings);
  expect(seen.length).toBeGreaterThan(broken.length / 2);
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl });
  expect(problems.filter(({ code }) => code === 'check/linkinator')).toEqual([]);
});

test('in a sample of a large site, no page is asked for by another address', async () => {
  const site = await builtSite({ ...linking(good), '[a]/index.html': target });
  const { findings, looked } = await checkWithLinkinator(site, { crawledPages: 1, sampledPages: 100 });
  expect([findings, looked.counts.pages]).toEqual([[], expect.any(Number)]);
  expect(looked.counts.pages).toBeGreaterThan(good.length);
});

test('a link that only linkinator reads is told, beside others on its page', async () => {
  const files = { 'index.html': page('<a href="/gone/">x</a><embed pluginspage="/lost/"/>') };
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl });
  expect(problems.filter(({ code }) => code !== 'check/html').map(({ code, what }) => `${code} ${what}`)).toEqual([
    expect.stringMatching(/linkinator .*“\/lost\/” broken \(status 404\)/),
    expect.stringMatching(/broken-link .*“\/gone\/”/),
  ]);
});
