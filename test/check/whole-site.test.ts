/** What is asked of a site as a whole: each page that search engines are told of is reached, and can be told from others. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCatalog } from '../../src/catalog/catalog.ts';
import { checkEdition } from '../../src/check/check-edition.ts';
import { KnownLinks } from '../../src/check/known-links.ts';
import { lowerBounds } from '../support/bounds.ts';
import { articleText, type Newsroom, newsroom, siteYaml, treeOf } from '../support/newsroom.ts';
import { smallTown } from '../support/small-town.ts';
import { judgeWhole as judge } from './judge-whole.ts';
import { type Files, indexed, page, siteFolder, siteUrl } from './site-folder.ts';

async function codesOf(files: Files): Promise<string[]> {
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl });
  return problems.map(({ code, file }) => `${file} ${code}`);
}

const link = (url: string) => `<a href="${url}">x</a>`;
const refresh = (url: string) => `<meta http-equiv="refresh" content="0; url=${url}"/>`;

test('a page is reached by links of pages, also of those that are not for search engines and of old addresses', async () => {
  const files = {
    'index.html': indexed('Front', link('/list/')),
    'list/index.html': page(link('/old/')),
    'old/index.html': indexed('Moved', link('/story/'), refresh('/story/')),
    'story/index.html': indexed('Story', link('/')),
    'unlisted/index.html': page(link('/')),
  };
  expect(await codesOf(files)).toEqual([]);
  expect(await codesOf({ ...files, 'list/index.html': page('x') })).toEqual(['dist/story/index.html check/unreached']);
});

test('pages that lead to each other, and are led to by what is no link of a page, are not reached', async () => {
  const files = {
    'index.html': indexed('Front', link('/'), '<link rel="next" href="/a/"/>'),
    'a/index.html': indexed('A', link('/b/')),
    'b/index.html': indexed('B', link('/a/') + link('/')),
    'sitemap.xml': '<urlset><url><loc>https://news.example/a/</loc></url></urlset>',
  };
  expect(await codesOf(files)).toEqual(['dist/a/index.html check/unreached', 'dist/b/index.html check/unreached']);
});

test('a page without a preview of its picture is for search, so it has to be reached and sitemaps may list it', async () => {
  const robots = (rules: string) => `<meta name="robots" content="${rules}"/>`;
  const files = (rules: string) => ({
    'index.html': indexed('Front', link('/')),
    'story/index.html': indexed('Story', link('/'), robots(rules)),
    'sitemap.xml': '<urlset><url><loc>https://news.example/story/</loc></url></urlset>',
  });
  expect(await codesOf(files('max-image-preview:none'))).toEqual(['dist/story/index.html check/unreached']);
  for (const rules of ['noindex', 'nofollow, NoIndex', 'none'])
    expect(await codesOf(files(rules))).toEqual(['dist/sitemap.xml check/listed-in-vain']);
});

test('pages of one language with the same title or description are told as advice, with the addresses of both', async () => {
  const told = (text: string) => `<meta name="description" content="${text}"/>`;
  const files = {
    'index.html': indexed('Front', link('/a/') + link('/b/') + link('/ru/'), told('News')),
    'a/index.html': indexed('Sea', link('/'), told('One')),
    'b/index.html': indexed('Sea', link('/'), told('News')),
    'ru/index.html': indexed('Front', link('/'), told('News')).replace('lang="en"', 'lang="ru"'),
    'c/index.html': page(link('/')).replace('Broadsheet', 'Sea'),
  };
  const { problems } = await checkEdition({ out: await siteFolder(files), siteUrl });
  expect(problems).toMatchObject([
    {
      code: 'check/same-title',
      weight: 'advice',
      what: expect.stringContaining('their title is the same, “Sea”: /a/ and /b/.'),
    },
    {
      code: 'check/same-description',
      weight: 'advice',
      what: expect.stringContaining('their description is the same, “News”: / and /b/.'),
    },
  ]);
});

test('a page of the content that no page links to is told until it is linked to, or is not for search engines', async () => {
  const about = (more = '') => ({ 'pages/about.md': `---\ntitle: About\n${more}---\nWe.\n` });
  const room = await smallTown(about());
  const unreached = async () => (await judge(room)).filter(({ code }) => code === 'check/unreached');
  expect(await unreached()).toMatchObject([
    { path: 'about/index.html', fix: expect.stringContaining('to /about/ from') },
  ]);
  room.write(about('noindex: true\n'));
  await room.rendered();
  expect(await unreached()).toEqual([]);
  expect(room.page('sitemaps/pages-en.xml')).not.toContain('/about/');
  room.write({ ...about(), 'site.yaml': `${siteYaml}footer: [{title: About, url: /about/}]\n` });
  await room.rendered();
  expect(await unreached()).toEqual([]);
  expect(room.page('sitemaps/pages-en.xml')).toContain('/about/');
});

test('what is not reached is told by every check until it is mended, and asked again when everything was rendered', async () => {
  const room = await smallTown({ 'pages/about.md': '---\ntitle: About\n---\nWe.\n' });
  const codes = async () => {
    const catalog = openCatalog(room.cache);
    const limits = { wholeFiles: 0, changedFiles: 10_000 };
    const known = new KnownLinks(catalog);
    const { problems } = await checkEdition({ out: room.out, siteUrl: 'https://courier.example', known, limits });
    catalog.close();
    return problems.filter(({ weight }) => weight === undefined).map(({ code }) => code);
  };
  expect(await codes()).toEqual(['check/unreached']);
  expect(await codes()).toEqual(['check/unreached']);
  room.write({ 'site.yaml': `${siteYaml}footer: [{title: About, url: /about/}]\n` });
  await room.rendered();
  expect(await codes()).toEqual([]);
  room.write({ 'site.yaml': siteYaml });
  await room.rendered();
  expect(await codes()).toEqual(['check/unreached']);
});

/** Of an archive in which everything is too long: with parts of days, letters, closed sections and those who have left. */
async function everything(): Promise<Newsroom> {
  lowerBounds({ page: 3000, names: 400, part: 1200 });
  const files: Record<string, string> = {};
  for (let n = 0; n < 90; n++) {
    const [month, day] = n < 30 ? ['11', '26'] : [String(1 + (n % 12)).padStart(2, '0'), '10'];
    const [section, topic] = [n % 3 ? 'world' : 'culture', ['sea', 'world', `topic-${n}`][n % 3]];
    const date = { date: `${n % 5 ? 2015 : 2014}-${month}-${day}` };
    const corrections = n % 4 ? [] : [{ date: '2015-12-01 10:00', text: `Correction ${n}` }];
    const fields = { ...date, section, corrections, title: `Story ${n}`, summary: `Summary ${n}`, topics: [topic] };
    const own = n % 2 ? { authors: [`author-${n % 20}`] } : { series: n % 3 ? 'sea' : 'year', authors: ['desk'] };
    const language = n % 7 === 0 ? '.ru' : '';
    files[`articles/${date.date.replaceAll('-', '/')}/story-${n}${language}.md`] = articleText({ ...fields, ...own });
  }
  for (let n = 0; n < 20; n++)
    files[`authors/author-${n}.yaml`] = `name: Ann ${n}\n${n === 3 ? 'left: 2015-12-31\n' : ''}`;
  files['articles/2015/11/27/gone.md'] = articleText({
    date: '2015-11-27',
    title: 'Gone',
    summary: 'Gone',
    withdrawn: { date: '2015-11-28', reason: 'Wrong' },
    redirectFrom: ['/old/gone/'],
  });
  const closed = siteYaml.replace('Culture, ru: Культура}', 'Culture, ru: Культура}, closed: 2015-12-31');
  const room = newsroom({ git: false, files: { ...files, 'site.yaml': closed } });
  await room.rendered();
  return room;
}

test('of a newsroom that has everything, in lists that are too long, each page is reached and has its own title', async () => {
  const room = await everything();
  expect(room.page('2015/11/26/part-2/index.html')).toContain('part 2');
  expect(room.page('authors/letter_a/index.html')).toContain('Ann');
  expect(await judge(room)).toEqual([]);
});

test('a layout that has lost a link is told', async () => {
  const room = await smallTown();
  expect((await judge(room)).filter(({ code }) => code === 'check/unreached')).toEqual([]);
  for (const [path, text] of treeOf(room.out))
    if (path.endsWith('.html')) writeFileSync(join(room.out, path), text.replaceAll('href="/feeds/"', ''), 'latin1');
  expect((await judge(room)).map(({ path, code }) => `${path} ${code}`)).toContain('feeds/index.html check/unreached');
});
