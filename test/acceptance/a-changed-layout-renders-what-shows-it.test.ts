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

/** One text for another in a file of the copy; each URL that was asked then, with the reason. */
async function builtAfter(path: string, from: string, to: string): Promise<Map<string, string>> {
  const text = readFileSync(join(copy.root, path), 'utf8');
  expect(text).toContain(from);
  writeFiles(copy.root, { [path]: text.replace(from, to) });
  const { outcomes, problems, differing, files } = await build();
  expect([problems, differing, files]).toEqual([[], [], first.files]);
  return new Map(outcomes.map(({ url, reason }) => [url, reason]));
}

const pages = ['/', '/2015/', '/old/', '/404.html'];
const stories = ['/2015/11/26/a/', '/2015/11/26/b/'];

test('articles, of their page', async () => {
  expect(first).toMatchObject({ problems: [], differing: [] });
  const asked = await builtAfter(
    'layouts/pages/article.tsx',
    'class="column prose story"',
    'class="column prose story new"',
  );
  expect([...asked]).toEqual(stories.map((url) => [url, 'layouts/pages/article.tsx changed']));
});

test('the two kinds of page that show a component', async () => {
  const asked = await builtAfter('layouts/components/latest.tsx', 'class="', 'class="new ');
  expect(new Set(asked.values())).toEqual(new Set(['layouts/components/latest.tsx changed']));
  expect([...asked.keys()].sort()).toEqual(['/', '/404.html', '/ru/', '/ru/404.html']);
});

test('pages and icons, of a colour; feeds, sitemaps and robots.txt have none', async () => {
  const asked = await builtAfter('layouts/styles/tokens.css', 'light-dark(#fdfdfc,', 'light-dark(#fff8e7,');
  expect(new Set(asked.values())).toEqual(new Set(['layouts/styles/tokens.css changed']));
  for (const url of [...pages, ...stories, '/favicon.ico']) expect(asked.has(url)).toBe(true);
  const without = first.outcomes.map(({ url }) => url).filter((url) => !asked.has(url));
  expect(without.filter((url) => !/\/feed\.\w+$|sitemap|^\/robots\.txt$/.test(url))).toEqual([]);
  expect(without).toContain('/feed.xml');
});

test('pages, of a rule of the newsroom; a style that one kind carries is of that kind', async () => {
  const rule = '.story { color: rebeccapurple; }\n';
  const text = readFileSync(join(copy.root, 'layouts/styles/prose.css'), 'utf8');
  writeFiles(copy.root, { 'layouts/styles/prose.css': text + rule });
  const own = readFileSync(join(copy.root, 'layouts/styles/own.css'), 'utf8');
  const asked = await builtAfter('layouts/styles/own.css', own, own + rule);
  expect(asked.get('/')).toBe('layouts/styles/own.css changed');
  expect(asked.get(stories[0] ?? '')).toBe('layouts/styles/own.css and layouts/styles/prose.css changed');
  expect(asked.has('/favicon.ico')).toBe(false);
});
