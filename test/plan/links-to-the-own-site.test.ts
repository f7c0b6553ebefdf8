/** A link that begins with the site's own address is one inside the site, wherever it is written. */
import { expect, test } from 'vitest';
import { placeOf } from '../../src/problem.ts';
import { articleText, instant, newsroom, siteYaml } from '../support/newsroom.ts';

const own = 'https://courier.example';
const forms = [own, 'http://courier.example', '//courier.example', 'HTTPS://Courier.EXAMPLE', `${own}:443`];
const ferry = 'articles/2015/10/05/ferry.md';
const market = 'articles/2015/12/01/market.md';
const marketUrl = '/2015/12/01/market/';
const open = articleText({ date: '2015-12-01 10:00', title: 'The market' }, '## Stalls\n\nIt is open.');

const links = (addresses: readonly string[]) => addresses.map((address) => `See [it](${address}).`).join('\n\n');
const told = (problems: Parameters<typeof placeOf>[0][]) =>
  problems.map((problem) => `${placeOf(problem)} ${problem.code} ${problem.fix}`);

test('whatever is wrong with a path is told of the whole address too, at its place and with the same remedy', async () => {
  const wrong = [
    '/2015/12/01/markt/',
    `${marketUrl}#stals`,
    `${marketUrl}index.html`,
    '/2015/12/01/Market/',
    '/2015/12/01/market',
    '/topics/peace/',
    '/authors/nobody/?a=1',
    '/old-market/',
    '/files/report.pdf',
  ];
  const files = { [market]: open.replace('---\n\n', 'redirectFrom: [/old-market/]\n---\n\n') };
  const room = newsroom({ git: false, files });
  const problemsOf = async (addresses: readonly string[]) => {
    room.write({ [ferry]: articleText({ date: '2015-10-05' }, links(addresses)) });
    return told((await room.build({ cache: undefined })).problems);
  };
  const ofPaths = await problemsOf(wrong);
  expect(ofPaths).toHaveLength(wrong.length);
  for (const form of forms) expect([form, await problemsOf(wrong.map((path) => form + path))]).toEqual([form, ofPaths]);
});

test('a host in another script is found where its author wrote it', async () => {
  const files = {
    'site.yaml': siteYaml.replace('courier.example', 'новости.example'),
    [ferry]: articleText(
      { date: '2015-10-05' },
      'One.\n\nSee [it](https://новости.example/нет/).\n\nhttps://новости.example/ничего/',
    ),
  };
  const { problems } = await newsroom({ git: false, files }).build({ cache: undefined });
  const unknown = { code: 'link/unknown-target', file: ferry };
  expect(problems).toMatchObject([
    { ...unknown, line: 11, column: 10 },
    { ...unknown, line: 13 },
  ]);
});

test('a field that gives a whole address is judged at its place', async () => {
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': `${siteYaml}  - {name: Us, url: "${own}/ours/"}\nfooter:\n  - {title: The storm, url: "${own}${marketUrl}"}\n`,
      'authors/ann.yaml': `name: Ann\nlinks:\n  - {name: Talk, url: "http://courier.example/2015/12/01/talk/"}\n`,
      [market]: open,
      [ferry]: articleText(
        {
          date: '2015-10-05',
          sources: [
            { title: 'Elsewhere', url: 'https://elsewhere.example/gone/' },
            { title: 'Here', url: `${own}${marketUrl}#stands` },
          ],
        },
        `::: quote {by="Ann" source="${own}/2015/12/01/gone/"}\nHold on.\n:::`,
      ),
    },
  });
  const { problems } = await room.build({ cache: undefined });
  expect(problems.map(({ code, file, line }) => `${file}:${line} ${code}`).sort()).toEqual([
    'articles/2015/10/05/ferry.md:10 link/unknown-story',
    'articles/2015/10/05/ferry.md:7 link/unknown-place',
    'authors/ann.yaml:3 link/unknown-story',
    'site.yaml:11 link/unknown-target',
    'site.yaml:13 site/passing-link',
  ]);
});

test('a story that goes is missed in every field and text that leads to it', async () => {
  const room = newsroom({
    git: false,
    files: {
      'authors/ann.yaml': `name: Ann\nlinks:\n  - {name: Talk, url: "${own}${marketUrl}"}\n`,
      [market]: open,
      [ferry]: articleText(
        { date: '2015-10-05', sources: [{ title: 'Here', url: own + marketUrl }] },
        `It is at ${own}${marketUrl} now.`,
      ),
      'pages/about.md': `---\ntitle: About\n---\n\n//courier.example${marketUrl} and <http://courier.example${marketUrl}>\n`,
    },
  });
  await room.rendered();
  room.remove(market);
  const { problems } = await room.build();
  expect(problems.map((problem) => `${problem.code} ${placeOf(problem)}`).sort()).toEqual([
    `link/unknown-story ${ferry}:10:10`,
    `link/unknown-story ${ferry}:7:33`,
    'link/unknown-story authors/ann.yaml:3:23',
    expect.stringContaining('link/unknown-story pages/about.md:5'),
  ]);
});

test('it is written from the root on pages and whole in feeds, and is plain text until its story is public', async () => {
  const room = newsroom({
    git: false,
    files: {
      'site.yaml': `${siteYaml}  - {name: Us, url: "http://courier.example/about/"}\nfooter:\n  - {title: About, url: "http://courier.example/about/#Who"}\n`,
      'pages/about.md': '---\ntitle: About\n---\n\n## Who\n\nWe.\n',
      'authors/ann.yaml': `name: Ann\nlinks:\n  - {name: Her talk, url: "${own}${marketUrl}#Stalls"}\n`,
      [market]: open,
      [ferry]: articleText(
        {
          date: '2015-10-05',
          authors: ['ann'],
          sources: [{ title: 'Said here', url: `http://courier.example${marketUrl}#Stalls` }],
          corrections: [{ date: '2015-10-06', text: `It was [there](${forms[1]}${marketUrl}).` }],
        },
        `${links(forms.map((form) => `${form}${marketUrl}?a=1#Stalls`))}\n\n${own}${marketUrl}#:~:text=open\n\n::: quote {by="Ann" source="${own}${marketUrl}"}\nIt is open.\n:::`,
      ),
    },
  });
  const before = instant('2015-12-01 09:00+03:00');
  expect((await room.build({ now: before })).problems).toEqual([]);
  const page = () => room.page('2015/10/05/ferry/index.html');
  for (const file of ['2015/10/05/ferry/index.html', 'feed.xml', 'authors/ann/index.html', 'corrections/index.html'])
    expect([file, room.page(file).match(/(?:href|cite)="[^"]*market|citation/)]).toEqual([file, null]);
  expect(page()).toContain('See it.');
  expect(page()).toContain('Said here');
  await room.rendered();
  expect(page().match(/href="\/2015\/12\/01\/market\/\?a=1#s_stalls"/g)).toHaveLength(forms.length);
  expect(page()).toContain('href="/2015/12/01/market/#:~:text=open"');
  expect(page()).toContain(`href="${own}${marketUrl}#s_stalls"`);
  expect(page()).toContain('cite="/2015/12/01/market/"');
  expect(page()).toContain(`"citation":"${own}${marketUrl}"`);
  expect(room.page('feed.xml')).toContain(`${own}${marketUrl}?a=1#s_stalls`);
  expect(room.page('feed.xml')).not.toMatch(/http:\/\/courier/);
  expect(room.page('authors/ann/index.html')).toContain(`href="${own}${marketUrl}#s_stalls"`);
  expect(room.page('corrections/index.html')).toContain('<a href="/2015/12/01/market/">there</a>');
  expect(page()).toContain('href="/about/#s_who"');
  expect(page()).toContain(`href="${own}/about/"`);
});
