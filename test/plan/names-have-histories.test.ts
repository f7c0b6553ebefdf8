/** Topics, authors, sections and pages are renamed: whatever readers kept of them, pages or feeds, still answers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkEdition } from '../../src/check/check-edition.ts';
import { articleText, lateEnough, type Newsroom, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';

const first = 'articles/2015/11/26/storm.md';
const topic = (fields: string) => `---\nname: Syria\n${fields}---\n`;
const war = articleText({ topics: ['war'], authors: ['ann'], series: 'year' });
const syria = articleText({ topics: ['syria'], authors: ['ann-lee'], section: 'abroad', series: 'decade' });

/** What answers in the built folder, but for files that are not pages or feeds. */
function addresses(room: Newsroom): string[] {
  return [...treeOf(room.out).keys()].filter((file) => /\.(html|xml|atom|json)$/.test(file));
}

test('every page and feed below a front that was renamed leads to the new one, in each language', async () => {
  const room = newsroom({
    git: false,
    files: {
      'authors/ann.yaml': 'name: Ann Lee\n',
      'pages/us.md': '---\ntitle: About us\n---\n\nWe.\n',
      [first]: war,
      'articles/2015/11/26/storm.ru.md': war,
    },
  });
  await room.rendered();
  const before = addresses(room);
  room.remove('authors/ann.yaml', 'pages/us.md');
  room.write({
    'site.yaml': siteYaml.replace('{id: world,', '{id: abroad, redirectFrom: [/world/],'),
    'authors/ann-lee.yaml': 'name: Ann Lee\nredirectFrom: [/authors/ann/]\n',
    'topics/syria.md': topic('redirectFrom: [/topics/war/]\n'),
    'topics/decade.md': topic('redirectFrom: [/series/year/]\n'),
    'pages/about.md': '---\ntitle: About us\nredirectFrom: [/us/]\n---\n\nWe.\n',
    [first]: syria,
    'articles/2015/11/26/storm.ru.md': syria,
  });
  await room.rendered();
  expect(before.filter((file) => !existsSync(join(room.out, file)))).toEqual([]);
  for (const [from, to] of [
    ['topics/war', '/topics/syria'],
    ['ru/topics/war/2015', '/ru/topics/syria/2015'],
    ['authors/ann/2015', '/authors/ann-lee/2015'],
    ['series/year', '/series/decade'],
    ['world/2015/11', '/abroad/2015/11'],
    ['ru/world', '/ru/abroad'],
    ['us', '/about'],
  ])
    expect(room.page(`${from}/index.html`)).toContain(`0; url=${to}/`);
  for (const [from, to] of [
    ['ru/world/feed.json', 'ru/abroad/feed.json'],
    ['world/feed.atom', 'abroad/feed.atom'],
    ['topics/war/feed.xml', 'topics/syria/feed.xml'],
  ] as const)
    expect(room.page(from)).toBe(room.page(to));
  const { problems } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example' });
  // Nothing here links to the page.
  expect(problems).toMatchObject([{ code: 'check/unreached', file: 'dist/about/index.html' }]);
  const told: { from: string; to: string }[] = JSON.parse(readFileSync(join(room.cache, 'redirects.json'), 'utf8'));
  expect(told).toContainEqual({ from: '/world/2015/11/', to: '/abroad/2015/11/', file: true });
  await expectAsAnew(room);
});

test('what a history says comes and goes with it, and with the stories below it', async () => {
  const name = 'topics/syria.md';
  const room = newsroom({ git: false, files: { [first]: articleText({ topics: ['syria'] }), [name]: topic('') } });
  await room.rendered();
  const old = [
    'topics/war/index.html',
    'topics/war/2015/index.html',
    'topics/war/2014/index.html',
    'tag/syria/index.html',
  ];
  const answering = () => old.map((file) => existsSync(join(room.out, file)));
  expect(answering()).toEqual([false, false, false, false]);
  const lives: [files: Record<string, string | null>, answers: boolean[]][] = [
    [{ [name]: topic('redirectFrom: [/topics/war/, /tag/syria/]\n') }, [true, true, false, true]],
    [
      { 'articles/2014/11/26/old.md': articleText({ date: '2014-11-26', topics: ['syria'] }) },
      [true, true, true, true],
    ],
    [{ [first]: null }, [true, false, true, true]],
    [{ [name]: topic('redirectFrom: [/tag/syria/]\n') }, [false, false, false, true]],
    [{ 'articles/2014/11/26/old.md': null, [first]: articleText() }, [false, false, false, false]],
    [{ [first]: articleText({ topics: ['syria'] }) }, [false, false, false, true]],
    [
      {
        [name]: null,
        'topics/peace.md': topic('redirectFrom: [/tag/syria/]\n'),
        [first]: articleText({ topics: ['peace'] }),
      },
      [false, false, false, true],
    ],
  ];
  for (const [files, answers] of lives) {
    for (const [file, text] of Object.entries(files)) {
      if (text === null) room.remove(file);
      else room.write({ [file]: text });
    }
    await room.rendered();
    expect([files, answering()]).toEqual([files, answers]);
    await expectAsAnew(room);
  }
});

/** What was built step by step is what one build makes. */
async function expectAsAnew(room: Newsroom): Promise<void> {
  const anew = { cache: undefined, out: `${room.out}-anew` };
  await room.rendered(anew);
  expect(treeOf(anew.out)).toEqual(treeOf(room.out));
}

test('links to what was renamed are told with its name now, and so are stories that name it', async () => {
  const room = newsroom({
    git: false,
    files: {
      'topics/syria.md': topic('redirectFrom: [/topics/war/]\n'),
      'site.yaml': siteYaml.replace('{id: world,', '{id: abroad, redirectFrom: [/world/],'),
      [first]: articleText(
        { topics: ['syria', 'war'], section: 'world' },
        'See [war](/topics/war/) and [world](/ru/world/).',
      ),
    },
  });
  const { problems } = await room.build();
  expect(problems.map(({ what, fix }) => `${what} ${fix}`).sort()).toEqual([
    'The section “world” is now called “abroad”. Write “section: abroad”.',
    'The topic “war” is now called “syria”. Write “syria”.',
    '“/ru/world/” has moved to /ru/abroad/. Write /ru/abroad/.',
    '“/topics/war/” has moved to /topics/syria/. Write /topics/syria/.',
  ]);
});

test('a closed section and an author who has left stay where they are, and are led to from their stories alone', async () => {
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': siteYaml.replace('{id: world,', '{id: world, closed: 2015-12-01,'),
      'authors/desk.yaml': 'name: Ann\nleft: 2015-12-01\n',
      [first]: articleText(),
    },
  });
  await room.rendered();
  expect(room.page('world/feed.xml')).toContain('A story');
  const [navigation] = /<nav class="mast-nav.*?<\/nav>/s.exec(room.page('index.html')) ?? [];
  expect(navigation).toContain('href="/culture/"');
  expect(navigation).not.toContain('href="/world/"');
  expect(room.page('2015/11/26/storm/index.html')).toContain('href="/world/"');
  expect(room.page('authors/desk/index.html')).not.toContain('worksFor');
});

test('links to a host that the site had before are links inside it, and are listed for that host', async () => {
  const site = `${siteYaml}formerly: [https://old.example]\nids: https://old.example\n`;
  const body = 'See [it](https://old.example/2015/11/26/storm/) and [the rest](https://old.example/nothing/).';
  const room = newsroom({ git: false, files: { 'site.yaml': site, [first]: articleText({}, body) } });
  const { problems } = await room.build();
  expect(problems.map(({ code }) => code)).toEqual(['link/unknown-target']);
  room.write({
    [first]: articleText({ redirectFrom: ['https://old.example/storm.html'] }, body.replace(/ and .*/, '.')),
  });
  await room.rendered();
  expect(room.page('2015/11/26/storm/index.html')).toContain('<a href="/2015/11/26/storm/">it</a>');
  expect(JSON.parse(room.page('feed.json')).items[0].id).toBe('https://old.example/2015/11/26/storm/');
  expect(JSON.parse(readFileSync(join(room.cache, 'redirects.json'), 'utf8'))).toEqual([
    { from: '/storm.html', to: '/2015/11/26/storm/', file: true },
    { from: 'https://old.example/', to: 'https://courier.example/', file: false, below: true },
  ]);
});

test('a newsroom that moves to another time zone leaves the hours and days of its archive as they are', async () => {
  const late = articleText({
    date: '2015-11-26 23:50',
    corrections: [{ date: '2015-11-28 10:00', text: 'It rained.' }],
  });
  const room = newsroom({ git: false, files: { [first]: late } });
  await room.rendered();
  const page = () => /<time.*?<\/time>/s.exec(room.page('2015/11/26/storm/index.html'))?.[0];
  const feed = () => JSON.parse(room.page('corrections/feed.json')).items[0];
  const before = [page(), feed()];
  const zones = 'timeZone: [{zone: Europe/Moscow}, {zone: Asia/Tbilisi, from: 2016-01-01}]';
  room.write({ 'site.yaml': siteYaml.replace('timeZone: Europe/Moscow', zones) });
  room.write({ 'articles/2016/01/05/calm.md': articleText({ date: '2016-01-05 00:10' }) });
  await room.rendered({ now: lateEnough + 30 * 86400 });
  expect([page(), feed()]).toEqual(before);
  expect(room.page('2016/01/05/calm/index.html')).toContain('datetime="2016-01-05T00:10:00+04:00"');
});
