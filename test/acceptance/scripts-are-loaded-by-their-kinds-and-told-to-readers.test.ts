/** What `scripts` of `site.yaml` names is loaded by the pages of its kinds and by no other, and readers are told of it. */
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { validatePages } from '../../src/check/validate-pages.ts';
import { articleText, lateEnough, type Newsroom, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';

const integrity = `sha384-${'oqVuAfXRKap7fdgcCY5uykM6'.repeat(2)}oqVuAfXRKap7fdgc`;
const everywhere = '<script defer src="https://stats.example/s.js"></script>';
const onStories = `<script defer src="https://consent.example/c.js" integrity="${integrity}" crossorigin="anonymous"></script>`;
const scripts = `scripts:
  - {src: https://stats.example/s.js}
  - {src: https://consent.example/c.js, kinds: [article, front-page], integrity: ${integrity}}
`;
const policies = 'policies: {privacy: {en: /privacy/#scripts, ru: /ru/privacy/}}\n';
const privacy = '---\ntitle: Privacy\n---\n\n## Scripts\n\nWhat we know of you.\n';

const files = {
  'articles/2015/11/26/storm.md': articleText({ redirectFrom: ['/old/'] }),
  'articles/2015/11/26/gale.md': articleText({ withdrawn: { date: '2015-11-27', reason: 'It was wrong.' } }),
  'pages/privacy.md': privacy,
  'pages/privacy.ru.md': privacy.replace('Privacy', 'Конфиденциальность'),
  'pages/about.md': '---\ntitle: About\nnoindex: true\n---\n\nAbout us.\n',
};

async function built(site: string): Promise<Newsroom> {
  const room = newsroom({ git: false, files: { ...files, 'site.yaml': site } });
  expect((await room.build({ now: lateEnough })).problems).toEqual([]);
  return room;
}

const pathsWith = (room: Newsroom, text: string) =>
  [...treeOf(room.out)].flatMap(([path, content]) => (content.includes(text) ? [path] : [])).sort();

test('each is on all pages of its kinds; without kinds on all but those that nobody stays on', async () => {
  const room = await built(siteYaml + policies + scripts);
  const pages = [...treeOf(room.out).keys()].filter((path) => path.endsWith('.html') && path !== 'old/index.html');
  expect(pages).toContain('404.html');
  expect(pathsWith(room, everywhere)).toEqual(pages.sort());
  expect(pathsWith(room, onStories)).toEqual(['2015/11/26/storm/index.html', 'index.html', 'ru/index.html']);
  const loaded = [...treeOf(room.out)].flatMap(
    ([, text]) => text.match(/<script (?!type="(?:spec|appl))[^>]*>/g) ?? [],
  );
  const ofEngine = /^<script defer src="\/search-index\/(en|ru)\/search\.js">$/;
  expect(loaded.filter((tag) => !`${everywhere}${onStories}`.includes(tag) && !ofEngine.test(tag))).toEqual([]);
  expect(await validatePages({ out: room.out, paths: ['index.html', 'privacy/index.html'] })).toEqual([]);
});

test('the page on privacy ends with a list of them, in its language; no other page has one', async () => {
  const room = await built(siteYaml + policies + scripts);
  expect(room.page('privacy/index.html')).toMatch(
    /What we know of you\.<\/p>\s*<\/div><section class="note column" aria-label="Loaded from other sites">.*<li><bdi>stats\.example<\/bdi>: all pages<\/li><li><bdi>consent\.example<\/bdi>: stories, Front page<\/li>/s,
  );
  expect(room.page('ru/privacy/index.html')).toContain('<bdi>stats.example</bdi>: все страницы');
  expect(pathsWith(room, '<bdi>stats')).toEqual(['privacy/index.html', 'ru/privacy/index.html']);
  expect(room.page('about/index.html')).toContain('<a href="/privacy/#s_scripts">Privacy policy</a>');
});

test('one of public/ is loaded from there, and readers are told of others alone', async () => {
  const own =
    'scripts: [{src: /js/count.js?v=2, kinds: [article]}, {src: https://courier.example/front.mjs, kinds: [front-page]}]\n';
  const room = newsroom({ git: false, files: { ...files, 'site.yaml': siteYaml + policies + own } });
  room.write({ '../public/js/count.js': 'count();\n', '../public/front.mjs': 'count();\n' });
  expect((await room.build({ now: lateEnough })).problems).toEqual([]);
  expect(pathsWith(room, '<script defer src="/js/count.js?v=2"></script>')).toEqual(['2015/11/26/storm/index.html']);
  expect(pathsWith(room, '<script defer src="/front.mjs"></script>')).toEqual(['index.html', 'ru/index.html']);
  expect(pathsWith(room, 'Loaded from other')).toEqual([]);
  expect((await checkEdition({ out: room.out, siteUrl: 'https://courier.example' })).problems).toEqual([]);
  room.write({ '../public/js/count.js': 'count(2);\n' });
  expect(await room.rendered()).toEqual(['/js/count.js']);

  room.remove('../public/front.mjs');
  const gone = await room.build();
  expect(gone.problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['site/unknown-script site.yaml']);
  room.write({
    'site.yaml': siteYaml + own.replace('{src: https://courier.example/front.mjs, kinds: [front-page]}', ''),
  });
  expect((await room.build()).problems).toEqual([]);
});

test('hosts that a script asks are in the policies of its pages and of no other, and readers are told of them', async () => {
  const asking =
    'scripts: [{src: https://stats.example/s.js, kinds: [article], hosts: [data.example]}, {src: /count.js, kinds: [front-page], hosts: [data.example]}]\n';
  const room = newsroom({ git: false, files: { ...files, 'site.yaml': siteYaml + policies + asking } });
  room.write({ '../public/count.js': 'count();\n' });
  expect((await room.build({ now: lateEnough })).problems).toEqual([]);
  expect(pathsWith(room, "connect-src 'self' https://data.example https://stats.example;")).toEqual([
    '2015/11/26/storm/index.html',
  ]);
  expect(pathsWith(room, "connect-src 'self' https://data.example;")).toEqual(['index.html', 'ru/index.html']);
  expect(pathsWith(room, "connect-src 'self' https")).toHaveLength(3);
  expect(room.page('privacy/index.html')).toContain('<bdi>data.example</bdi>: stories, Front page</li>');
  const searching = ['ru/search/index.html', 'search/index.html'];
  const { problems, looked } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  expect(problems).toEqual([]);
  expect(looked).toContainEqual(
    expect.objectContaining({
      gate: 'policy',
      counts: expect.objectContaining({ 'scripted pages': 3 + searching.length }),
    }),
  );
});

test.each([
  ['/js/cuont.js', '/js/count.js'],
  ['/count.js?v=3', '/js/count.js?v=3'],
  ['/JS/count.js', '/js/count.js'],
  ['/ads.txt.js', undefined],
])('%s, which is not there: %s is meant', async (src, right) => {
  const site = `${siteYaml}scripts: [{src: ${src}}]\n`;
  const room = newsroom({ git: false, files: { 'site.yaml': site } });
  room.write({ '../public/js/count.js': 'count();\n', '../public/ads.txt': 'x' });
  const { problems } = await room.build();
  expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['site/unknown-script 11']);
  expect(problems[0]?.replacement?.text).toBe(right && `src: ${right}`);
  if (right) expect(problems[0]?.fix).toContain(`Did you mean “${right.replace(/\?.*/, '')}”? `);
});

test('without scripts there is no list, and with them but no page a piece of advice', async () => {
  expect(pathsWith(await built(siteYaml + policies), 'Loaded from other')).toEqual([]);
  const elsewhere = 'policies: {privacy: https://lawyers.example/}\n';
  for (const policy of ['', elsewhere]) {
    const room = newsroom({ git: false, files: { ...files, 'site.yaml': siteYaml + policy + scripts } });
    expect((await room.build()).problems.map(({ code }) => code)).toEqual(['site/scripts-without-privacy']);
  }
});
