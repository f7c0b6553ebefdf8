/** A broken link that came from a text is told at its line, with how many pages and feeds show it. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { openBuiltSite } from '../../src/check/built-site.ts';
import { tellOnce } from '../../src/check/tell-once.ts';
import { tellAtTexts } from '../../src/check/texts.ts';
import { placeOf } from '../../src/problem.ts';
import { articleText, type Newsroom, newsroom, siteYaml } from '../support/newsroom.ts';
import { checkLinks } from './gates.ts';

const ferry = 'articles/2015/10/05/ferry.md';
const market = 'articles/2015/12/01/market.md';
const inFerry = articleText({ date: '2015-10-05' }, 'One.\n\nSee [the world](/world/#Nope) now.');
const feeds = 7; // of the site and of its section in three formats, of its author in one

/** `content/…/ferry.md:11:17 check/broken-fragment what`, for a newsroom that was built and perhaps changed since. */
async function told(room: Newsroom): Promise<string[]> {
  const { findings } = await checkLinks(openBuiltSite({ out: room.out, siteUrl: 'https://courier.example' }));
  const catalog = openCatalog(room.cache);
  try {
    const atTexts = tellAtTexts(catalog, room.content, (path) => `content/${path}`);
    const problems = await tellOnce(findings, (path) => `dist/${path}`, atTexts);
    return problems.map((problem) => `${placeOf(problem)} ${problem.code} ${problem.what}`).sort();
  } finally {
    catalog.close();
  }
}

const lost = (link: string, seen: string) =>
  `check/broken-fragment The link to “${link}” names a place that its page does not have: nothing there has the id “Nope”. ${seen}`;

async function built(files: Record<string, string>, git = false): Promise<Newsroom> {
  const room = newsroom({ git, files });
  await room.rendered();
  return room;
}

test('once, at the line of the Markdown; of a text that was edited since, the page is told', async () => {
  const room = await built({ [ferry]: inFerry }, true);
  expect(await told(room)).toEqual([
    `content/${ferry}:11:17 ${lost('/world/#Nope', `Seen on 1 page and in ${feeds} feeds.`)}`,
  ]);
  room.write({ [ferry]: inFerry.replace('One.', 'One.\n\nTwo.') });
  const page = /^dist\/2015\/10\/05\/ferry\/index\.html:\d+:\d+ .*Seen on 1 page and in 7 feeds\.$/;
  expect(await told(room)).toEqual([expect.stringMatching(page)]);
  room.remove(ferry);
  expect(await told(room)).toEqual([expect.stringMatching(page)]);
});

test('each of several texts has its own line and its own count, however it writes the address', async () => {
  const room = await built({
    'site.yaml': `${siteYaml}  - {name: Us, url: "https://courier.example/authors/#Nope"}\n`,
    'authors/desk.yaml': 'name: Desk\nlinks:\n  - {name: The world, url: "https://courier.example/world/#Nope"}\n',
    'pages/about.md': '---\ntitle: About\n---\n\nOn [the world](//courier.example/world/?a=1#%4eope).\n',
    'topics/sea.md': '---\nname: Sea\n---\n\nOn [the world][w].\n\n[w]: /world/#Nope\n',
    [ferry]: inFerry,
    [market]: articleText({
      date: '2015-12-01',
      topics: ['sea'],
      sources: [{ title: 'Here', url: 'http://courier.example/world/#Nope' }],
      corrections: [{ date: '2015-12-02', text: 'It was [there](/world/#Nope).' }],
    }),
  });
  const world = '/world/#Nope';
  expect(await told(room)).toEqual([
    `content/${ferry}:11:17 ${lost(world, `Seen on 1 page and in ${feeds} feeds.`)}`,
    `content/${market}:8:33 ${lost('http://courier.example/world/#Nope', 'Seen on 1 page.')}`,
    `content/${market}:9:59 ${lost(world, `Seen on 3 pages and in ${feeds + 1 + 3} feeds.`)}`,
    expect.stringMatching(/^content\/authors\/desk\.yaml:3:\d+ check\/broken-fragment .* Seen on 1 page\.$/),
    expect.stringMatching(/^content\/pages\/about\.md:5:\d+ check\/broken-fragment .* Seen on 1 page\.$/),
    expect.stringMatching(
      /^content\/site\.yaml:11:\d+ check\/broken-fragment .*“\/authors\/#Nope”.* Seen on \d\d pages\.$/,
    ),
    expect.stringMatching(/^content\/topics\/sea\.md:7:\d+ check\/broken-fragment .* Seen on 1 page\.$/),
  ]);
});

test('what came from no text is told at the first page, beside what did, and a page that is gone at both', async () => {
  const toMarket = articleText({ date: '2015-10-05' }, 'See [it](/2015/12/01/market/).');
  const other = 'articles/2015/10/06/other.md';
  const files = {
    [market]: articleText({ date: '2015-12-01' }),
    [other]: inFerry.replace('-05', '-06'),
    [ferry]: toMarket,
  };
  const room = await built(files);
  for (const path of ['index.html', 'world/index.html', '404.html'])
    writeFileSync(
      join(room.out, path),
      room.page(path).replace('<main', '<a href="/world/#Nope">x</a><a href="/gone/">x</a><main'),
    );
  rmSync(join(room.out, '2015/12/01/market/index.html'));
  const seen = `Seen on 1 page and in ${feeds} feeds\\.$`;
  const all = [
    expect.stringMatching(`^content/${ferry}:9:10 check/broken-link .*no file “2015/12/01/market/index.html”. ${seen}`),
    expect.stringMatching(`^content/${other}:11:17 check/broken-fragment .* ${seen}`),
    expect.stringMatching(/^dist\/404\.html:\d+:\d+ check\/broken-fragment .* Seen on 3 pages\.$/),
    expect.stringMatching(/^dist\/404\.html:\d+:\d+ check\/broken-link .*“\/gone\/”.* Seen on 3 pages\.$/),
    expect.stringMatching(
      /^dist\/2015\/12\/.* check\/broken-link .*market\/index.html”\. Seen on \d+ pages, in \d+ feeds and in 1 other file\.$/,
    ),
  ];
  expect((await told(room)).toSorted()).toEqual(expect.arrayContaining(all));
  expect(await told(room)).toHaveLength(all.length);
  room.write({ [ferry]: toMarket.replace('See', 'Look at') });
  expect((await told(room)).filter((each) => each.startsWith('content/'))).toHaveLength(1);
});

test('a commit that was built is read from git, also where its files are not checked out', async () => {
  const room = newsroom({ files: { [ferry]: inFerry } }).commit();
  await room.rendered({ commit: 'HEAD' });
  room.git('sparse-checkout', 'set', '--no-cone', '/nothing');
  expect(await told(room)).toEqual([expect.stringContaining(`content/${ferry}:11:17 `)]);
});
