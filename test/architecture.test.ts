/**
 * The import table of ARCHITECTURE.md and the rules around it, held by biome.json: files that break
 * each rule, and files that break none, are planted in an empty folder, and the linter judges them all.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

type Finding = {
  category: string;
  severity: string;
  message: string;
  location: { path: string; start: { line: number } };
};

const projectRoot = join(import.meta.dirname, '..');

const folders = [
  'content',
  'source',
  'catalog',
  'sync',
  'queries',
  'routes',
  'plan',
  'render',
  'own',
  'check',
  'publish',
  'find',
  'desk',
  'import',
  'export',
  'exports',
  'commands',
  'layouts',
];

/** What each folder may import besides itself, `src/problem.ts`, `src/errors.ts` and packages. */
const mayImport: Record<string, readonly string[]> = {
  content: [],
  source: [],
  catalog: ['content', 'source'],
  sync: ['content', 'source', 'catalog'],
  queries: ['content', 'catalog'],
  routes: ['content', 'queries'],
  plan: ['content', 'catalog', 'queries', 'routes'],
  render: ['content', 'source', 'catalog', 'queries', 'routes', 'plan', 'layouts'],
  own: ['content', 'source', 'routes', 'render', 'layouts'],
  check: ['content', 'source', 'catalog'],
  publish: ['content', 'source', 'catalog'],
  find: ['content', 'source', 'catalog'],
  desk: ['content', 'source', 'catalog', 'sync'],
  import: ['content', 'source', 'desk', 'export'],
  export: ['content', 'source', 'catalog', 'layouts'],
  exports: ['content', 'queries', 'routes', 'layouts'],
  commands: folders.filter((name) => name !== 'commands'),
  layouts: ['content', 'queries', 'routes'],
};

const root = mkdtempSync(join(tmpdir(), 'broadsheet-architecture-'));
const planted = new Map<string, string>();
let findings: Finding[] = [];

beforeAll(() => {
  for (const name of ['biome.json', '.biome', '.gitignore']) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  for (const [file, text] of planted) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const biome = join(projectRoot, 'node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none'];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (!stdout.startsWith('{')) throw new Error(`Biome did not judge the planted files:\n${stdout}${stderr}`);
  findings = JSON.parse(stdout).diagnostics;
  findings.sort((a, b) => a.location.start.line - b.location.start.line);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe.each(Object.keys(mayImport))('%s', (name) => {
  const allowed = mayImport[name] ?? [];
  const forbidden = [...folders.filter((other) => other !== name && !allowed.includes(other)), 'test'];

  test.each(forbidden.map((other) => [other, plant(name, 'forbidden', other), plant(name, 'deep/forbidden', other)]))(
    'may not import %s',
    (_, flat, deep) => {
      for (const file of [flat, deep]) {
        const found = of(file);
        expect(found.map(({ category, location }) => `${category} line ${location.start.line}`)).toEqual(
          [1, 2, 3].map((line) => `lint/style/noRestrictedImports line ${line}`),
        );
        // The reason, then what to do instead.
        expect(found[0]?.message).toMatch(
          new RegExp(`^${name === 'layouts' ? 'layouts' : `src/${name}`} .{30,}: .{20,}\\.$`),
        );
        expect(found[0]?.severity).toBe('error');
      }
    },
  );

  const clean = [plantAllowed(name, 'allowed', allowed), plantAllowed(name, 'deep/allowed', allowed)];
  test(`may import ${['itself', 'problem.ts', 'errors.ts', 'packages', ...allowed].join(', ')}`, () => {
    expect(clean.flatMap(of)).toEqual([]);
  });
});

test('every folder has its row, and every row a folder', () => {
  const inSource = readdirSync(join(projectRoot, 'src'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  const names = [...inSource.map(({ name }) => name), 'layouts'];
  expect(Object.keys(mayImport).sort()).toEqual(names.sort());
  const config = readFileSync(join(projectRoot, 'biome.json'), 'utf8');
  expect([...foldersNamedIn(config)].sort()).toEqual([...names, 'test'].sort());
  expect(foldersNamedIn(config.replace('"src/plan/**"', '"src/attic/**"'))).toContain('attic');
  expect(foldersNamedIn(config.replace('"../**/plan/**"', '"../**/attic/**"'))).toContain('attic');
});

/** Those that rules are for, and those that may not be imported. */
function foldersNamedIn(config: string): Set<string> {
  const named = /"!?(?:src\/|\.{1,2}\/\*\*\/)(?<below>[\w-]+)\/|"!?(?<top>[\w-]+)\/\*\*/g;
  return new Set(
    [...config.matchAll(named)]
      .map(({ groups }) => groups?.below ?? groups?.top ?? '')
      .filter((name) => name !== 'src'),
  );
}

type Files = Record<string, string>;

/** Rules, the files in which each must find something, and those in which it must not, where that is a question. */
const rules: { rule: string; finds: Files; passes?: Files }[] = [
  {
    rule: 'lint/style/noRestrictedImports',
    finds: {
      'src/cli.js': `export { built } from './render/built.ts';\n`,
      'src/problem.ts': `export { site } from './content/site.ts';\n`,
      'src/errors.ts': `export { site } from './content/site.ts';\n`,
      'src/engine-files.ts': `export { site } from './content/site.ts';\n`,
      'src/thread-pool.ts': `export { site } from './content/site.ts';\n`,
    },
  },
  {
    rule: 'lint/correctness/noNodejsModules',
    finds: {
      'src/content/disk.ts': `export { join } from 'node:path';\n`,
      'src/content/markdown/disk.ts': `export { join } from 'node:path';\n`,
      'src/routes/disk.ts': `import 'node:fs';\n`,
      'layouts/pages/disk.tsx': `export { env } from 'process';\n`,
    },
    passes: {
      'layouts/css.ts': `export { join } from 'node:path';\n`,
      'src/catalog/disk.ts': `import 'node:fs';\n`,
    },
  },
  {
    rule: 'plugin',
    finds: {
      'layouts/value.ts': `export { value } from '../src/routes/value.ts';\n`,
      'layouts/pages/value.tsx': `import { value } from '../../src/queries/value.ts';\nexport const it = value;\n`,
      'layouts/pages/mixed.tsx': `import { type A, value } from '../../src/content/site.ts';\nexport const it: A = value;\n`,
      'layouts/pages/late.tsx': `export const late = await import('../../src/routes/value.ts');\n`,
    },
    passes: {
      'layouts/pages/pure.tsx': `export { a } from '../../src/content/names.ts';\nexport { b } from '../../src/content/times.ts';\n`,
      'layouts/pure.ts': `export { urlOf } from '../src/content/urls.ts';\n`,
      'layouts/pages/types.tsx': `export type { A } from '../../src/routes/a.ts';\nexport type { B } from '../../src/content/site.ts';\n`,
    },
  },
  {
    rule: 'lint/style/noProcessEnv',
    finds: { 'src/check/environment.ts': 'export const home = process.env.HOME;\n' },
    // Git is started with the environment of whoever builds, which is where its identity and safe folders are.
    passes: {
      'src/source/git-call.ts': 'export const home = process.env.HOME;\n',
      'src/commands/environment.ts': 'export const home = process.env.HOME;\n',
    },
  },
  {
    rule: 'lint/suspicious/noConsole',
    // What is printed goes through src/commands/terminal.ts, which lets nothing through that a terminal would obey.
    finds: { 'src/commands/printed.ts': `console.log('a');\n`, 'src/plan/printed.ts': `console.error('a');\n` },
    passes: { 'src/commands/terminal.ts': `console.log('a');\n`, 'test/printed.ts': `console.log('a');\n` },
  },
  {
    rule: 'lint/suspicious/noImportCycles',
    finds: {
      'src/content/hen.ts': `import { egg } from './egg.ts';\nexport const hen = () => egg();\n`,
      'src/content/egg.ts': `import { hen } from './hen.ts';\nexport const egg = (): unknown => hen();\n`,
    },
  },
  {
    rule: 'lint/suspicious/noExplicitAny',
    finds: { 'src/content/any.ts': 'export const anything: any = 1;\n' },
  },
  {
    rule: 'lint/correctness/noUnusedImports',
    finds: { 'src/content/unused.ts': `import { a } from './a.ts';\n` },
  },
  {
    rule: 'lint/correctness/noUnusedVariables',
    finds: { 'src/content/idle.ts': 'const idle = 1;\nexport {};\n' },
  },
  {
    rule: 'lint/style/useImportType',
    finds: { 'src/content/type.ts': `import { A } from './a.ts';\nexport const a = (it: A) => it;\n` },
  },
  {
    rule: 'lint/style/noDefaultExport',
    finds: { 'src/content/default.ts': 'export default 1;\n' },
    passes: {
      '.eleventy.ts': 'export default 1;\n',
      'vitest.config.ts': 'export default 1;\n',
      'src/content/markdown/plugins.d.ts': 'declare const plugin: unknown;\nexport default plugin;\n',
    },
  },
  {
    rule: 'lint/style/useFilenamingConvention',
    finds: { 'src/content/camelCase.ts': 'export const a = 1;\n', 'layouts/pages/Front.tsx': 'export const a = 1;\n' },
  },
  {
    rule: 'lint/complexity/useMaxParams',
    finds: { 'src/content/many.ts': 'export const all = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e];\n' },
    passes: { 'src/content/four.ts': 'export const all = (a: 1, b: 1, c: 1, d: 1) => [a, b, c, d];\n' },
  },
  {
    rule: 'lint/style/noExcessiveLinesPerFile',
    finds: { 'src/content/long.ts': lines(251) },
    passes: { 'test/long.ts': lines(400) },
  },
];

describe.each(rules)('$rule', ({ rule, finds, passes = {} }) => {
  for (const [file, text] of Object.entries({ ...finds, ...passes })) planted.set(file, text);
  const found = (file: string) =>
    of(file).filter(({ category, severity }) => category === rule && severity === 'error');

  test.each(Object.keys(finds))('finds %s', (file) => expect(found(file)).not.toEqual([]));
  test.each(Object.keys(passes))('passes %s', (file) => expect(of(file)).toEqual([]));
});

/** Three ways to import a file of a folder, from a file of another one that this plants; returns its path. */
function plant(from: string, name: string, to: string): string {
  const file = `${pathOf(from)}/${name}-${to}.ts`;
  const target = relative(dirname(file), `${pathOf(to)}/planted.ts`);
  planted.set(
    file,
    `export { planted } from '${target}';\nexport type { Planted } from '${target}';\nimport './${target}';\n`,
  );
  return file;
}

/** From layouts types only, since that is all they may take. */
function plantAllowed(from: string, name: string, allowed: readonly string[]): string {
  const file = `${pathOf(from)}/${name}.ts`;
  const what = (to: string) => (from === 'layouts' && to !== 'layouts' ? 'type { Planted' : '{ planted');
  const targets = [from, ...allowed].map((to) => [to, `${pathOf(to)}/planted.ts`] as const);
  const lines = targets.map(([to, target], index) => {
    return `export ${what(to)} as Planted${index} } from '${relative(dirname(file), target).replace(/^(?!\.)/, './')}';\n`;
  });
  const ofAll = (name: string) => relative(dirname(file), `src/${name}.ts`);
  planted.set(
    file,
    `${lines.join('')}export type { Problem } from '${ofAll('problem')}';\nexport type { MachineryError } from '${ofAll('errors')}';\nexport { a } from 'package/${folders.at(-2)}/a.js';\n`,
  );
  return file;
}

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `export const line${index} = ${index};\n`).join('');
}

function pathOf(folder: string): string {
  return folder === 'layouts' || folder === 'test' ? folder : `src/${folder}`;
}

function of(file: string): Finding[] {
  return findings.filter(({ location }) => location.path === file);
}
