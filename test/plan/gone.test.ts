/** Addresses that ended on purpose (`gone.yaml`): a notice or a redirect, made again alone, and text where a story links to it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { isFault } from '../../src/problem.ts';
import { renderWithEleventy } from '../../src/render/eleventy.ts';
import { articleText, instant, type Newsroom, newsroom } from '../support/newsroom.ts';

const bridge = '/2015/11/26/bridge/';
const files = {
  'articles/2015/11/26/bridge.md': articleText({ title: 'The bridge' }),
  'articles/2015/11/26/ferry.md': articleText(
    { title: 'The ferry', summary: 'It sails.' },
    'Read [the hoax](/2015/11/02/hoax/), [the map](/maps/old.pdf) and [the bridge](/2015/11/26/bridge/).',
  ),
};
const hoax = '- {url: /2015/11/02/hoax/, reason: The story was invented.}\n';
const map = "- {url: /maps/old.pdf, reason: {en: It was wrong., ru: 'Она была неверна.'}}\n";
const rows = `# What readers may still ask for.
${hoax}${map}- {url: /ru/карта/, reason: {en: It was wrong., ru: Была неверна.}}
- {url: '/?p=1', reason: It was a test.}
- {url: /topics/sea/feed.xml, reason: Nobody writes of the sea any more.}
- {url: /2012/, reason: We were not there yet.}
- {url: /old.php, to: '${bridge}#main'}
- {url: '/?p=2', to: ${bridge}}
- {url: /ru/away/, to: https://partner.example/there/}
- {url: /later/, to: /2015/12/24/eve/}
`;
const eve = { 'articles/2015/12/24/eve.md': articleText({ title: 'The eve', date: '2015-12-24 09:30' }) };

const room = (gone = rows, more: Record<string, string> = eve) =>
  newsroom({ git: false, files: { ...files, ...more, 'gone.yaml': gone } });
const redirectsOf = ({ cache }: Newsroom) => JSON.parse(readFileSync(join(cache, 'redirects.json'), 'utf8'));
const before = { now: instant('2015-12-01') };
const didOf = ({ outcomes }: { outcomes: { url: string; did: string }[] }) =>
  outcomes.map(({ url, did }) => `${did} ${url}`).sort();

test('readers are told why, or led on, and nothing else of the site names what ended', async () => {
  const gone = room();
  await gone.rendered({ ...before, render: renderWithEleventy });
  const notice = gone.page('2015/11/02/hoax/index.html');
  expect(notice).toContain('The story was invented.');
  expect(notice).toContain('This story was withdrawn');
  expect(notice).toContain('<meta name="robots" content="noindex"');
  const told = gone.page('ru/карта/index.html');
  expect(told).toContain('<html lang="ru"');
  expect(told).toContain('Была неверна.');
  expect(gone.page('maps/old.pdf/index.html')).toContain('It was wrong.');
  expect(gone.page('topics/sea/feed.xml/index.html')).toContain('Nobody writes of the sea');
  expect(gone.page('2012/index.html')).toContain('We were not there yet.');
  const moved = gone.page('old.php/index.html');
  expect(moved).toContain(`0; url=${bridge}#main`);
  expect(moved).toContain('<meta property="og:title" content="The bridge"');
  const away = gone.page('ru/away/index.html');
  expect(away).toContain('0; url=https://partner.example/there/');
  expect(away).toContain('<link rel="canonical" href="https://partner.example/there/"');
  expect(existsSync(join(gone.out, 'later'))).toBe(false);
  const text = gone.page('2015/11/26/ferry/index.html');
  expect(text).toContain('Read the hoax, the map and <a href="/2015/11/26/bridge/">');
  for (const map of ['sitemap.xml', 'feed.xml', 'sitemaps/2015-11.xml']) expect(gone.page(map)).not.toContain('/hoax/');
  expect((await checkEdition({ out: gone.out, siteUrl: 'https://courier.example' })).problems).toEqual([]);
  expect(redirectsOf(gone)).toEqual([
    { from: '/?p=2', to: bridge, file: false },
    { from: '/old.php', to: `${bridge}#main`, file: true },
    { from: '/ru/away/', to: 'https://partner.example/there/', file: true },
  ]);
  expect((await gone.build(before)).outcomes).toEqual([]);
});

test('a line makes its own page again, and of a story that links there its text, and nothing more', async () => {
  const gone = room();
  await gone.rendered(before);
  gone.write({ 'gone.yaml': rows.replace('was invented', 'was made up') });
  expect(didOf(await gone.build(before))).toEqual(['rendered /2015/11/02/hoax/']);
  gone.write({ 'gone.yaml': rows.replace('/there/', '/elsewhere/') });
  expect(didOf(await gone.build(before))).toEqual(['rendered /2015/11/02/hoax/', 'rendered /ru/away/']);
  expect(redirectsOf(gone).at(-1).to).toBe('https://partner.example/elsewhere/');
  gone.write({ 'gone.yaml': `- {url: /new/, reason: It was new.}\n${rows}` });
  expect(didOf(await gone.build(before))).toEqual(['rendered /new/', 'rendered /ru/away/']);
  const other = rows.replace('/ru/away/, to: https://partner.example/there/', '/ru/away/, reason: It was.');
  gone.write({ 'gone.yaml': other });
  expect(didOf(await gone.build(before))).toEqual(['removed /new/', 'rendered /ru/away/']);
  gone.write({ 'articles/2015/11/26/market.md': articleText({ title: 'The market' }) });
  const { outcomes } = await gone.build(before);
  const ended = ['/2015/11/02/hoax/', '/maps/old.pdf/', '/ru/away/', '/old.php/'];
  expect(outcomes.filter(({ url }) => ended.includes(url))).toEqual([]);
});

test('what leads to a story that is not public yet is there once that is, and shows it', async () => {
  const gone = room();
  await gone.rendered(before);
  const { outcomes } = await gone.build({ now: instant('2015-12-25') });
  expect(didOf({ outcomes })).toContain('rendered /later/');
  expect(gone.page('later/index.html')).toContain('og:title" content="The eve"');
  expect(redirectsOf(gone)).toContainEqual({ from: '/later/', to: '/2015/12/24/eve/', file: true });
  gone.write({ 'articles/2015/12/24/eve.md': articleText({ title: 'Another eve', date: '2015-12-24 09:30' }) });
  await gone.rendered({ now: instant('2015-12-25') });
  expect(gone.page('later/index.html')).toContain('og:title" content="Another eve"');
  await gone.rendered(before);
  expect(existsSync(join(gone.out, 'later'))).toBe(false);
});

test.each<[string, string, Record<string, string>, string[]]>([
  [
    'a story that comes',
    hoax,
    { 'articles/2015/11/02/hoax.md': articleText({ date: '2015-11-02' }) },
    ['gone/still-there'],
  ],
  ['a front page', '- {url: /world/, reason: It was.}\n', {}, ['gone/still-there']],
  ['a feed', '- {url: /feed.xml, reason: It was.}\n', {}, ['gone/still-there']],
  ['a month with a story to come', '- {url: /2015/12/, reason: It was.}\n', eve, ['gone/still-there']],
  [
    'the feed of a topic with a story',
    '- {url: /topics/sea/feed.xml, reason: It was.}\n',
    { 'articles/2015/11/26/sea.md': articleText({ topics: ['sea'] }) },
    ['gone/still-there'],
  ],
  ['pictures', '- {url: /assets/x.jpg, reason: It was.}\n', {}, ['gone/still-there']],
  ['a public file', '- {url: /map.pdf, reason: It was.}\n', { '../public/map.pdf': 'x' }, ['gone/still-there']],
  [
    'an old address of a story',
    '- {url: /old/, reason: It was.}\n',
    { 'articles/2015/11/26/sea.md': articleText({ redirectFrom: ['/old/'] }) },
    ['redirect/claimed-twice'],
  ],
  [
    'an old address of a topic',
    '- {url: /topics/war/, reason: It was.}\n',
    {
      'articles/2015/11/26/sea.md': articleText({ topics: ['sea'] }),
      'topics/sea.md': '---\nname: Sea\nredirectFrom: [/topics/war/]\n---\n',
    },
    ['redirect/claimed-twice'],
  ],
  [
    'a draft that it leads to',
    '- {url: /x/, to: /2015/11/26/sea/}\n',
    { 'articles/2015/11/26/sea.md': articleText({ draft: true }) },
    ['link/draft'],
  ],
  ['nothing that it leads to', '- {url: /x/, to: /y/}\n', {}, ['link/unknown-target']],
  ['itself that it leads to', '- {url: /x/, to: /x/}\n', {}, ['gone/leads-to-ended']],
  ['a notice that it leads to', `${hoax}- {url: /x/, to: /2015/11/02/hoax/}\n`, {}, ['gone/leads-to-ended']],
  [
    'an old address that it leads to',
    '- {url: /x/, to: /old/}\n',
    { 'articles/2015/11/26/sea.md': articleText({ redirectFrom: ['/old/'] }) },
    ['link/moved'],
  ],
  [
    'a file and a folder',
    '- {url: /a.html, reason: It was.}\n- {url: /a.html/amp, reason: It was.}\n',
    {},
    ['redirect/file-and-folder'],
  ],
  [
    'a link to what has moved',
    '- {url: /x/, to: /world/}\n',
    { 'articles/2015/11/26/sea.md': articleText({}, 'See [x](/x/).') },
    ['link/moved'],
  ],
])('%s: the same Problem, whichever comes first', async (_what, gone, more, codes) => {
  const both = { ...more, 'gone.yaml': gone };
  const told = async (first: Record<string, string>) => {
    const here = newsroom({ git: false, files: { 'articles/2015/11/26/bridge.md': articleText(), ...first } });
    await here.build();
    const { problems } = await here.write(both).build();
    return problems.filter(isFault).map(({ code, file }) => `${code} ${file}`);
  };
  const place = codes.map(
    (code) => `${code} ${_what.startsWith('a link') ? 'articles/2015/11/26/sea.md' : 'gone.yaml'}`,
  );
  expect(await told(both)).toEqual(place);
  expect(await told({ 'gone.yaml': gone })).toEqual(place);
  expect(await told(more)).toEqual(place);
});

test('a link to what ended is a Problem again once the line is taken away', async () => {
  const gone = room(`${hoax}${map}`, {});
  expect((await gone.build()).problems.filter(isFault)).toEqual([]);
  gone.write({ 'gone.yaml': map });
  expect((await gone.build()).problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
    'link/unknown-story articles/2015/11/26/ferry.md',
  ]);
  gone.write({ 'gone.yaml': `${map}${hoax}` });
  expect((await gone.build()).problems.filter(isFault)).toEqual([]);
});

test('what differs from an address of the site by capital letters alone is told to hosts, and has no page', async () => {
  const cased = `${hoax}${map}- {url: /World/, to: /world/}
- {url: /2015/11/26/The-Bridge/, to: ${bridge}}
- {url: /2015/11/26/BRIDGE, to: ${bridge}}
- {url: /2015/11/26/the-bridge/, to: ${bridge}}
`;
  const gone = room(cased, {});
  await gone.rendered(before);
  expect(gone.page('world/index.html')).not.toContain('http-equiv="refresh"');
  expect(gone.page('2015/11/26/bridge/index.html')).not.toContain('http-equiv="refresh"');
  // Of two old ones, the first has the page.
  expect(gone.page('2015/11/26/The-Bridge/index.html')).toContain(`url=${bridge}`);
  for (const path of ['World', '2015/11/26/BRIDGE', '2015/11/26/the-bridge'])
    expect([path, existsSync(join(gone.out, path))]).toEqual([path, false]);
  expect(redirectsOf(gone)).toEqual([
    { from: '/2015/11/26/BRIDGE', to: bridge, file: false },
    { from: '/2015/11/26/The-Bridge/', to: bridge, file: true },
    { from: '/2015/11/26/the-bridge/', to: bridge, file: false },
    { from: '/World/', to: '/world/', file: false },
  ]);
  gone.write({ 'gone.yaml': cased.replace(/- .*The-Bridge.*\n/, '') });
  expect(didOf(await gone.build(before))).toEqual([
    'removed /2015/11/26/The-Bridge/',
    'rendered /2015/11/26/the-bridge/',
  ]);
});

test.each([
  ['to where nothing is', '- {url: /Maps/, to: /maps/}\n', 'link/unknown-target'],
  ['to two addresses', `- {url: /Old/, to: /world/}\n- {url: /old/, to: ${bridge}}\n`, 'gone/repeated'],
  ['from one address', `- {url: /Old/, to: ${bridge}}\n- {url: /Old, to: ${bridge}}\n`, 'gone/repeated'],
  ['with a reason', '- {url: /World/, reason: It was.}\n', 'gone/still-there'],
])('capital letters do not lead %s', async (_what, gone, code) => {
  expect((await room(`${hoax}${map}${gone}`, {}).build()).problems.filter(isFault)).toMatchObject([{ code }]);
});
