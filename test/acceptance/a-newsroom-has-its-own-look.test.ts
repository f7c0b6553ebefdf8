/** What a newsroom changes in `layouts/`: its own rules, its tokens, its icon; and what happens when it slips. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Run, runProcess } from '../support/cli.ts';
import { siteIn, temporaryFolder } from '../support/folder-contents.ts';
import { articleText, authorYaml, siteYaml } from '../support/newsroom.ts';
import { projectCopy, writeFiles } from '../support/project-copy.ts';

const newsroom = {
  'content/site.yaml': siteYaml,
  'content/authors/desk.yaml': authorYaml,
  'content/articles/2015/11/26/a.md': articleText(),
};

/** Built once. */
let built: string;
beforeAll(async () => {
  built = projectCopy(newsroom, mkdtempSync(join(tmpdir(), 'acceptance-')));
  expect(await build(built)).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(built, { recursive: true, force: true }));

/** A copy of the project, with the site that was built of it. */
function builtCopy(): string {
  const root = temporaryFolder();
  cpSync(built, root, { recursive: true, verbatimSymlinks: true });
  return root;
}

test('a newsroom’s own rules stand last on every page, outside the layer of all others', async () => {
  const root = builtCopy();
  const before = stylesIn(root);
  expect(before.length).toBeGreaterThan(5);
  for (const style of before) expect(style).toMatch(/^@layer broadsheet\{.*\}$/s);

  writeFiles(root, { 'layouts/styles/own.css': '/* ours */\n.title {\n  color: rebeccapurple;\n}\n' });
  expect(await build(root)).toMatchObject({ code: 0 });
  expect(stylesIn(root)).toEqual(before.map((style) => `${style}.title{color:#639}`));
});

test('a token is changed in one place, and the frame of the browser follows', async () => {
  const root = builtCopy();
  edit(
    root,
    'layouts/styles/tokens.css',
    '--paper: light-dark(#fdfdfc, #111514);',
    '--paper: light-dark(#fff8e7, #000);',
  );
  expect(await build(root)).toMatchObject({ code: 0 });
  const page = readFileSync(join(root, 'dist/2015/11/26/a/index.html'), 'utf8');
  expect(page).toContain('<meta name="theme-color" content="#fff8e7" media="(prefers-color-scheme: light)"');
  expect(page).not.toMatch(/#fdfdfc/);
});

test.each([
  {
    slip: 'a forgotten semicolon',
    from: '#15191a, #e7eae7);',
    to: '#15191a, #e7eae7)',
    message:
      /layouts\/styles\/tokens\.css:\d+: The value of --ink has no semicolon at its end, so --quiet would be lost\./,
  },
  { slip: 'a forgotten brace', from: ':root {', to: ':root', message: /layouts\/styles\/tokens\.css:\d+:\d+: / },
])('$slip is told with its place, and the site stays as it was', async ({ from, to, message }) => {
  const root = builtCopy();
  const before = siteIn(join(root, 'dist'));
  edit(root, 'layouts/styles/tokens.css', from, to);
  expect(await build(root)).toMatchObject({ code: 3, stderr: expect.stringMatching(message) });
  expect(siteIn(join(root, 'dist'))).toEqual({ ...before, '.tmp/': 'a folder' });
});

function build(root: string): Promise<Run> {
  return runProcess(process.execPath, ['src/cli.js', 'build'], { cwd: root });
}

function stylesIn(root: string): string[] {
  const files = Object.entries(siteIn(join(root, 'dist')));
  const pages = files.filter(([path]) => path.endsWith('.html')).map(([, bytes]) => String(bytes));
  return pages.map((page) => /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '');
}

function edit(root: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  writeFiles(root, { [path]: text.replace(from, to) });
}
