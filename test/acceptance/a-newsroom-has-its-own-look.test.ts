/** What a newsroom changes in `layouts/`: its own rules, its tokens, its icon; and what happens when it slips. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { type Run, runProcess } from '../support/cli.ts';
import { siteIn } from '../support/folder-contents.ts';
import { articleText, authorYaml, siteYaml } from '../support/newsroom.ts';
import { copyProject, type ProjectCopy, writeFiles } from '../support/project-copy.ts';

const newsroom = {
  'content/site.yaml': siteYaml,
  'content/authors/desk.yaml': authorYaml,
  'content/articles/2015/11/26/a.md': articleText(),
};

/** A copy of the project, whose site was built once. */
let copy: ProjectCopy;
let root: string;
beforeAll(async () => {
  copy = copyProject(newsroom);
  root = copy.root;
  expect(await build()).toMatchObject({ code: 0 });
});
afterAll(() => copy.dispose());

test('a newsroom’s own rules stand last on every page, outside the layer of all others', async () => {
  const before = stylesIn();
  expect(before.length).toBeGreaterThan(5);
  for (const style of before) expect(style).toMatch(/^@layer broadsheet\{.*\}$/s);

  writeUntilTheEnd('layouts/styles/own.css', '/* ours */\n.title {\n  color: rebeccapurple;\n}\n');
  expect(await build()).toMatchObject({ code: 0 });
  expect(stylesIn()).toEqual(before.map((style) => `${style}.title{color:#639}`));
});

test('a token is changed in one place, and the frame of the browser follows', async () => {
  edit('layouts/styles/tokens.css', '--paper: light-dark(#fdfdfc, #111514);', '--paper: light-dark(#fff8e7, #000);');
  expect(await build()).toMatchObject({ code: 0 });
  const page = readFileSync(join(root, 'dist/2015/11/26/a/index.html'), 'utf8');
  expect(page).toContain('<meta name="theme-color" content="#fff8e7" media="(prefers-color-scheme: light)"');
  expect(page).not.toMatch(/#fdfdfc/);
});

/** `npm run test:long` makes each, others the first. */
const slips = [
  {
    slip: 'a forgotten semicolon',
    from: '#15191a, #e7eae7);',
    to: '#15191a, #e7eae7)',
    message:
      /layouts\/styles\/tokens\.css:\d+: The value of --ink has no semicolon at its end, so --quiet would be lost\./,
  },
  { slip: 'a forgotten brace', from: ':root {', to: ':root', message: /layouts\/styles\/tokens\.css:\d+:\d+: / },
];
const made = process.env.BROADSHEET_TEST === 'long' ? slips : slips.slice(0, 1);

test.each(made)('$slip is told with its place, and the site stays as it was', async ({ from, to, message }) => {
  const before = siteIn(join(root, 'dist'));
  edit('layouts/styles/tokens.css', from, to);
  expect(await build()).toMatchObject({ code: 3, stderr: expect.stringMatching(message) });
  expect(siteIn(join(root, 'dist'))).toEqual({ ...before, '.tmp/': 'a folder' });
});

function build(): Promise<Run> {
  return runProcess(process.execPath, ['src/cli.js', 'build'], { cwd: root });
}

function stylesIn(): string[] {
  const files = Object.entries(siteIn(join(root, 'dist')));
  const pages = files.filter(([path]) => path.endsWith('.html')).map(([, bytes]) => String(bytes));
  return pages.map((page) => /<style>(.*)<\/style>/s.exec(page)?.[1] ?? '');
}

function edit(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8');
  expect(text).toContain(from);
  writeUntilTheEnd(path, text.replace(from, to));
}

/** The next test has the file as it was. */
function writeUntilTheEnd(path: string, text: string): void {
  const before = readFileSync(join(root, path), 'utf8');
  onTestFinished(() => writeFiles(root, { [path]: before }));
  writeFiles(root, { [path]: text });
}
