/** A layout, a component, a style sheet or a colour changes: what shows it is rendered, and the site is that of a clean build. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BuildReport } from '../../src/commands/build.ts';
import { runProcess } from '../support/cli.ts';
import { articleText, authorYaml, projectRoot, siteYaml } from '../support/newsroom.ts';
import { copyProject, type ProjectCopy, writeFiles } from '../support/project-copy.ts';

const script = 'test/support/build-and-compare.ts';

let copy: ProjectCopy;
let first: Report;
beforeAll(async () => {
  copy = copyProject({
    'content/site.yaml': siteYaml,
    'content/authors/desk.yaml': authorYaml,
    'content/articles/2015/11/26/a.md': articleText(),
    'content/articles/2015/11/26/b.md': articleText({ title: 'Another', redirectFrom: ['/old/'] }),
    [script]: readFileSync(join(projectRoot, script)),
  });
  first = await build();
});
afterAll(() => copy.dispose());

type Report = Pick<BuildReport, 'outcomes' | 'routes' | 'problems'> & { differing: string[]; files: number };

async function build(): Promise<Report> {
  const { stdout, stderr } = await runProcess(process.execPath, [script], { cwd: copy.root });
  return JSON.parse(stdout || stderr);
}

type Change = { path: string; from: string; to: string };

/** Each URL that is asked after some changes of the copy, with the reason. */
async function askedAfter(...changes: Change[]): Promise<Map<string, string>> {
  for (const { path, from, to } of changes) {
    const text = readFileSync(join(copy.root, path), 'utf8');
    expect(text).toContain(from);
    writeFiles(copy.root, { [path]: text.replace(from, to) });
  }
  const { outcomes, problems, differing, files } = await build();
  expect([problems, differing, files]).toEqual([[], [], first.files]);
  return new Map(outcomes.map(({ url, reason }) => [url, reason]));
}

const tokens = 'layouts/styles/tokens.css';
const own = 'layouts/styles/own.css';
const quote = 'layouts/styles/quote.css';
const stories = ['/2015/11/26/a/', '/2015/11/26/b/'];

test('articles, of their page; a page that is the only one of its layout; and the two kinds that show a component', async () => {
  expect(first).toMatchObject({ problems: [], differing: [] });
  const [article, page] = ['layouts/pages/article.tsx', 'layouts/pages/feeds-page.tsx'] as const;
  const latest = 'layouts/components/latest.tsx';
  const asked = await askedAfter(
    { path: article, from: 'class="prose story"', to: 'class="prose story new"' },
    { path: page, from: 'class="', to: 'class="new ' },
    { path: latest, from: 'class="', to: 'class="new ' },
  );
  const because = Map.groupBy(asked.keys(), (url) => asked.get(url));
  expect(because.get(`${article} changed`)).toEqual(stories);
  expect(because.get(`${page} changed`)?.sort()).toEqual(['/feeds/', '/ru/feeds/']);
  expect(because.get(`${latest} changed`)?.sort()).toEqual(['/', '/404.html', '/ru/', '/ru/404.html']);
  expect(because.size).toBe(3);
});

test('pages that carry a style; pages and icons, of a colour; pages, of a rule of the newsroom; feeds, sitemaps, the search index and robots.txt have neither', async () => {
  const asked = await askedAfter(
    { path: tokens, from: 'light-dark(#fdfdfc,', to: 'light-dark(#fff8e7,' },
    { path: own, from: '', to: '.story { color: rebeccapurple; }\n' },
    { path: quote, from: '{', to: '{ --new: 1;' },
  );
  for (const url of ['/', '/2015/', '/old/', '/404.html']) expect(asked.get(url)).toBe(`${own} and ${tokens} changed`);
  for (const url of stories) expect(asked.get(url)).toBe(`${own}, ${quote} and 1 more file changed`);
  expect(asked.get('/favicon.ico')).toBe(`${tokens} changed`);
  const others = first.outcomes.map(({ url }) => url).filter((url) => !asked.has(url));
  expect(others.filter((url) => !/\/feed\.\w+$|sitemap|^\/robots\.txt$|^\/search-index\//.test(url))).toEqual([]);
  expect(others).toContain('/feed.xml');
});
