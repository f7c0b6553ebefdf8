/** What each kind of page is made of: no file less than Node loads for it, than runs when it is rendered, or than it shows of styles. */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { Session } from 'node:inspector';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layouts } from '../../layouts/layouts.tsx';
import { filesOfSheet, styleNames } from '../../layouts/sheets.ts';
import { styleOf } from '../../layouts/styles.ts';
import type { PageRenderer } from '../../src/render/eleventy.ts';
import { importsIn } from '../../src/render/imports.ts';
import { kindsOfLayouts } from '../../src/render/layout-lines.ts';
import { looksOf } from '../../src/render/looks.ts';
import { temporaryFolder } from '../support/folder-contents.ts';
import { newsroom, projectRoot } from '../support/newsroom.ts';
import { writeFiles } from '../support/project-copy.ts';
import { richRoom } from '../support/rich-room.ts';

const { kinds } = looksOf([], projectRoot);
const code = (files: readonly string[] = []) => files.filter((path) => /\.tsx?$/.test(path)).sort();

test('it has the code that Node loads for it, and no other', () => {
  const script = join(import.meta.dirname, 'what-node-loads.ts');
  const { stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  const pairs: [string, string][] = JSON.parse(stdout || stderr);
  const loadedBy = Map.groupBy(pairs, ([from]) => from);
  const list = 'layouts/layouts.tsx';
  const { claimed, unclaimed } = kindsOfLayouts(readFileSync(join(projectRoot, list), 'utf8'));
  const loaded = (roots: readonly string[]) => {
    const all = new Set(roots);
    for (const file of all) if (file !== list) for (const [, to] of loadedBy.get(file) ?? []) all.add(to);
    return code([...all].filter((path) => path.startsWith('layouts/')));
  };
  for (const kind of Object.keys(layouts))
    expect([kind, loaded([list, 'layouts/block-words.ts', ...unclaimed, ...(claimed.get(kind) ?? [])])]).toEqual([
      kind,
      code(kinds[kind]),
    ]);
  expect(unclaimed).toEqual(['layouts/guard.ts', 'layouts/render-page.ts']);
});

test('whatever runs while it is rendered is part of it, and so is the style sheet that it carries', async () => {
  const seen = new Map<string, Set<string>>();
  const sheets: string[] = [];
  const watching: PageRenderer = async (routes, site) => {
    const texts = routes.map(({ url, kind, props }): [string, string] => {
      filesThatRan();
      const layout = layouts[kind] as (props: unknown, of: typeof site) => string;
      const text = layout(props, site);
      seen.set(kind, (seen.get(kind) ?? new Set()).union(filesThatRan()));
      const [, css] = /<style>(.*?)<\/style>/s.exec(text) ?? [];
      if (css !== undefined) sheets.push(...missingOf(kind, css));
      return [url, text];
    });
    return new Map(texts);
  };
  await newsroom({ git: false, files: richRoom }).build({ render: watching });
  expect([...seen.keys()].length).toBeGreaterThan(20);
  const missing = [...seen].flatMap(([kind, files]) =>
    [...files].filter((path) => !kinds[kind]?.includes(path)).map((path) => `${kind}: ${path}`),
  );
  expect([missing, sheets]).toEqual([[], []]);
  expect(seen.get('article')).toContain('layouts/components/facts.tsx');
});

/** Files of the sheet that a page carries which its kind is not known to be made of. */
function missingOf(kind: string, css: string): string[] {
  const name = styleNames.find((each) => styleOf(each) === css);
  if (name === undefined) return [`${kind} carries a sheet of no name`];
  const files = [...filesOfSheet(name), 'own'].map((file) => `layouts/styles/${file}.css`);
  return files.filter((path) => !kinds[kind]?.includes(path)).map((path) => `${kind}: ${path}`);
}

const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });

/** Layouts in which a function has been called since this was asked last. */
function filesThatRan(): Set<string> {
  const files = new Set<string>();
  session.post('Profiler.takePreciseCoverage', (_, { result }) => {
    for (const { url, functions } of result) {
      const path = url.replace(/^file:\/\//, '').replace(`${projectRoot}/`, '');
      if (path.startsWith('layouts/') && functions.some(({ ranges }) => ranges.some(({ count }) => count > 0)))
        files.add(path.replace(/\?.*$/, ''));
    }
  });
  return files;
}

test('an article’s page is not made of what others are made of, nor a feed of any style', () => {
  const article = kinds.article ?? [];
  expect(article).toContain('layouts/pages/article.tsx');
  expect(article).toContain('layouts/styles/prose.css');
  for (const path of [
    'pages/front-page.tsx',
    'components/card.tsx',
    'styles/card.css',
    'feeds/rss.ts',
    'words/en.yaml',
  ])
    expect(article).not.toContain(`layouts/${path}`);
  expect(kinds['feed-rss']?.filter((path) => path.endsWith('.css') || path.endsWith('.svg'))).toEqual([]);
  expect(kinds['feed-atom']).not.toContain('layouts/feeds/rss.ts');
  expect(kinds.picture).toEqual([]);
});

test('the program has no part of the layouts but those that are known here', () => {
  const imported = /^(?!(?:im|ex)port type).*(?:from |import\()'[./]+\/layouts\/([^']+)'/gm;
  const found = globSync('src/**/*.ts', { cwd: projectRoot }).flatMap((path) =>
    [...readFileSync(join(projectRoot, path), 'utf8').matchAll(imported)].map(([, file]) => `${path}: ${file}`),
  );
  expect(found.sort()).toEqual([
    'src/commands/admin/editor-page.ts: json-in-html.ts', // of the editor
    'src/commands/local-answers.ts: json-in-html.ts', // of the preview’s own pages
    // Of exports, which are no part of a site.
    'src/export/plain-newsroom.ts: block-words.ts',
    'src/export/wordpress/body-html.ts: block-words.ts',
    'src/export/wordpress/wxr-item.ts: line-html.ts',
    'src/export/wordpress/wxr-item.ts: words.ts',
    'src/export/wordpress/wxr-item.ts: xml.ts',
    'src/export/wordpress/wxr-markup.ts: xml.ts',
    'src/export/wordpress/wxr.ts: xml.ts',
    'src/exports/layouts.ts: here.ts',
    'src/exports/layouts.ts: render-page.ts',
    'src/exports/layouts.ts: words.ts',
    'src/own/load-own.ts: own-files.ts', // where a newsroom’s files are
    'src/render/bodies.ts: block-words.ts',
    'src/render/icons.ts: own-files.ts',
    'src/render/icons.ts: tokens.ts',
    'src/render/looks.ts: sheets.ts', // what styles are made of, not how
    'src/render/social-card-maker.ts: social-card.ts', // of cards, which are made of that
    'src/render/social-cards.ts: social-card.ts',
  ]);
});

/** What kinds are made of where a newsroom has these files below its folder. */
function withOwn(files: Record<string, string>): Record<string, readonly string[]> {
  const folder = temporaryFolder();
  writeFiles(folder, files);
  const own = [...new Set(Object.keys(files).map((path) => join(folder, path.split('/', 1)[0] ?? '')))];
  return looksOf(own, projectRoot).kinds;
}

const ofNewsroom = (files: readonly string[] = []) => files.filter((path) => path.endsWith(' of the newsroom'));

test('a newsroom’s page and component stand in the engine’s place, with what they import by its name', () => {
  const own = withOwn({
    'layouts/pages/article.tsx':
      "import { Day } from '../parts/day';\nimport { Card } from 'broadsheet/layouts/components/card';",
    'layouts/parts/day.ts': "import { hereIn, type Here } from 'broadsheet/layouts';\nimport { z } from 'zod';",
    'layouts/components/latest.tsx': "import type { Site } from 'nowhere';\nexport const Latest = () => <p />;",
    'layouts/styles/tokens.css': ':root { --paper: #fff; }',
    'layouts/pages/corrections.md': 'To do.',
  });
  expect(ofNewsroom(own.article)).toEqual([
    'layouts/pages/article.tsx of the newsroom',
    'layouts/parts/day.ts of the newsroom',
  ]);
  for (const path of ['components/card.tsx', 'components/kicker.tsx', 'here.ts'])
    expect(own.article).toContain(`layouts/${path}`);
  expect(own.article).not.toContain('layouts/pages/article.tsx');
  const ofFront = ['layouts/components/latest.tsx of the newsroom', 'layouts/styles/tokens.css of the newsroom'];
  expect(ofNewsroom(own['front-page'])).toEqual(ofFront);
  expect(own['front-page']).not.toContain('layouts/components/latest.tsx');
  expect(ofNewsroom(own.page)).toEqual(['layouts/styles/tokens.css of the newsroom']);
  expect(ofNewsroom(own.icon)).toEqual(['layouts/styles/tokens.css of the newsroom']);
  expect(ofNewsroom(own['feed-rss'])).toEqual([]);
  expect(own.corrections).toContain('layouts/pages/corrections.tsx'); // a note beside stands in for nothing
});

test.each([
  'import(name)',
  "import('./a' + name)",
  'import(`./a.ts`)',
  "import { a } from './not-there'",
  "import { a } from 'a-package'",
  "import { a } from '#alias'",
  "import { a } from './\\x61'",
])('what cannot be told is made of everything: %s', (line) => {
  const own = withOwn({ 'layouts/pages/not-found.tsx': line, 'layouts/parts/a.ts': '' });
  expect(ofNewsroom(own['not-found'])).toHaveLength(2);
  expect(own['not-found']).toContain('layouts/feeds/rss.ts');
  expect(own.article).not.toContain('layouts/feeds/rss.ts');
  const ofAll = withOwn({ 'layouts/parts/a.ts': '', 'src/blocks/map.ts': line });
  expect(ofAll.robots).toContain('layouts/feeds/rss.ts');
});

test('a sheet that is chosen elsewhere may be any', () => {
  const own = withOwn({ 'layouts/pages/redirect.tsx': 'export const page = <Document style={chosen()} />;' });
  for (const file of styleNames.flatMap(filesOfSheet)) expect(own.redirect).toContain(`layouts/styles/${file}.css`);
});

test('types bring nothing, and whatever looks like a path is taken for an import', () => {
  const paths = (text: string) => importsIn(text)?.paths;
  expect(paths("import type { A } from './a.ts';\nexport type * from './b.ts';\nimport type C from './c.ts';")).toEqual(
    [],
  );
  expect(paths("export type A = 1\nimport { a } from './a.ts'")).toEqual(['./a.ts']);
  expect(paths("import type from './a.ts'")).toEqual(['./a.ts']);
  expect(paths("export * from '../a.js'; const b = './b.ts'; await import(\n'./c.ts')")).toEqual([
    '../a.js',
    './b.ts',
    './c.ts',
  ]);
});

test('a list of kinds in another form counts for every kind', () => {
  const head = "import { A } from './pages/a.tsx';\nimport { B } from './pages/b.tsx';\nimport './guard.ts';\n";
  const lines = (list: string) => kindsOfLayouts(`${head}export const layouts: Layouts = {\n${list}\n};\n`);
  const read = lines("  a: pageOf('a', A),\n  'b-c': pageOf(\n    B,\n  ),");
  expect([...read.claimed]).toEqual([
    ['a', ['layouts/pages/a.tsx']],
    ['b-c', ['layouts/pages/b.tsx']],
  ]);
  expect(read.unclaimed).toEqual(['layouts/guard.ts']);
  for (const list of ['  ...others,\n  a: A,', '  A,\n  b: B,'])
    expect(lines(list).unclaimed).toEqual(['layouts/pages/a.tsx', 'layouts/pages/b.tsx', 'layouts/guard.ts']);
});
