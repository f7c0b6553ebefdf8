/**
 * The engine in a few files, because Node takes longer to find a module than to run it. Nothing is minified: names are
 * those of the source, and a comment before each module says which file it was.
 */
import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
import { type Plugin, rolldown } from 'rolldown';

/** Packages of many modules, which go into these files with the packages that only they need; all others are installed beside the engine. */
const bundled = ['@11ty/eleventy', 'markdown-it', 'yaml', 'zod'];

/** What Eleventy would load for what it is not asked to do here, and what the engine has too. */
const beside = ['@11ty/eleventy-dev-server', 'chokidar', 'esbuild', 'luxon', 'tsx'];

/** What is reached from outside, by import or by path, and keeps its path. */
const entries = [
  '.eleventy.ts',
  'src/cli.js',
  'src/check/gate-worker.ts',
  'src/commands/build-thread.ts',
  'src/commands/import/import-thread.ts',
  'src/commands/fronts/front-process.ts',
  'src/commands/warm-process.ts',
  'src/exports/*.ts',
];

/**
 * Modules that are one file with all that they import, unless an earlier file has it. What is imported late stays late.
 * In `ground` is what builds share with the commands of `target`, which wait for nothing that builds.
 */
const chunks = {
  start: ['src/commands/run-command.ts'],
  ground: [
    'node_modules/zod/v4/**/*.js',
    'src/catalog/catalog.ts',
    'src/commands/{now-option,options,prepare-eleventy}.ts',
    'src/content/{front-matter,refusal}.ts',
    'src/problem.ts',
    'src/source/{beside-content,replace-file,repository}.ts',
  ],
  forms: ['src/content/{fields,yaml}.ts'],
  target: ['src/commands/rollback-command.ts'],
  build: ['src/commands/build-command.ts'],
  content: [
    'src/sync/apply-changes.ts',
    'src/sync/inspect-pictures.ts',
    'src/sync/weigh-files.ts',
    'src/content/markdown/body.ts',
  ],
  markup: ['layouts/**/*.ts'],
};

/**
 * Writes them below `folder`, where they find the engine's other files by the same paths as in the source. Returns the folders
 * of the packages that are in them.
 */
export async function writeBundle(root: string, folder: string): Promise<string[]> {
  const order = Object.entries(chunks);
  const files = globSync(entries, { cwd: root });
  const input = Object.fromEntries(files.map((path) => [withoutEnding(path), join(root, path)]));
  const bundle = await rolldown({
    cwd: root,
    input: { ...input, 'layouts/layouts': join(root, 'layouts/layouts.tsx') + apart },
    platform: 'node',
    tsconfig: false,
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    external: (name, importer) => !/^[./]/.test(name) && !isBundled(name, importer),
    onLog: (level, log, handle) => log.code === 'EVAL' || handle(level, log), // gray-matter’s JavaScript, which `.eleventy.ts` refuses
    plugins: [layoutsApart(root), eleventyAtHome(), fieldsAssigned()],
    preserveEntrySignatures: 'allow-extension',
  });
  const { output } = await bundle.write({
    dir: folder,
    minify: false,
    minifyInternalExports: false,
    comments: { legal: true, annotation: false, jsdoc: false },
    entryFileNames: '[name].js',
    // One folder below the engine's, as `engine-files.ts` expects.
    chunkFileNames: ({ name }) => (name.startsWith('layouts/') ? '[name].js' : 'src/[name].js'),
    codeSplitting: {
      groups: [
        ...order.map(([name, patterns], index) => {
          const modules = new Set(globSync(patterns, { cwd: root }).map((path) => join(root, path)));
          return { name, test: (id: string) => modules.has(id), priority: order.length - index };
        }),
        {
          name: (id) => withoutEnding(id.slice(root.length + 1)),
          debugName: 'layouts apart',
          test: (id) => id.endsWith(apart) && !id.startsWith(join(root, 'layouts/layouts.')),
          includeDependenciesRecursively: false,
        },
      ],
    },
  });
  await bundle.close();
  const modules = output.flatMap((chunk) => (chunk.type === 'chunk' ? Object.keys(chunk.modules) : []));
  return [...new Set(modules.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []))].sort();
}

function isBundled(name: string, importer = ''): boolean {
  const [own] = /^(?:@[^/]+\/)?[^/]+/.exec(name) ?? [name];
  return bundled.includes(own) || (importer.includes('/node_modules/') && !beside.includes(own) && !isBuiltin(name));
}

const apart = '?apart';

/**
 * The pages and components are there twice: in one file, and each at its own path, where a newsroom's stand in for them
 * and import them. A newsroom without any has the former, any other the latter (`src/own/replace-layouts.ts`).
 */
function layoutsApart(root: string): Plugin {
  return {
    name: 'layouts apart',
    async resolveId(source, importer) {
      if (source.endsWith(apart)) return source;
      if (!importer?.endsWith(apart)) return undefined;
      const found = await this.resolve(source, importer.slice(0, -apart.length));
      return found?.id.startsWith(root) && found.id.endsWith('.tsx') ? found.id + apart : found;
    },
    load(id) {
      if (!id.endsWith(apart)) return undefined;
      const code = readFileSync(id.slice(0, -apart.length), 'utf8');
      return { code, moduleType: 'tsx', moduleSideEffects: 'no-treeshake' };
    },
  };
}

/** Eleventy finds its files and packages from where its own modules lie: here they say where those are installed. */
function eleventyAtHome(): Plugin {
  const home = /.*\/node_modules\/@11ty\/eleventy\/src\//;
  return {
    name: 'eleventy at home',
    transform(code, id) {
      if (!home.test(id) || !code.includes('import.meta.url')) return undefined;
      const url = `new URL('./${id.replace(home, '')}', import.meta.resolve('@11ty/eleventy')).href`;
      return { code: code.replaceAll('import.meta.url', url) };
    },
  };
}

/**
 * markdown-it comes compiled for old programs: each field of each of its tokens is defined by a call that takes longer than
 * to parse what is in the token. No class in it has a setter that an assignment would call.
 */
function fieldsAssigned(): Plugin {
  const definition = /\b_defineProperty\(\s*this,(?:\s*\/\*(?:(?!\*\/).)*\*\/)?\s*"(\w+)",/gs;
  return {
    name: 'fields assigned',
    transform(code, id) {
      if (!/\/node_modules\/markdown-it\/dist\//.test(id)) return undefined;
      const assigned = code.replace(definition, '(this.$1 =');
      if (assigned === code || /\b_defineProperty\(this/.test(assigned))
        throw new Error(`${id} does not define fields as it did: see whether this is still needed`);
      return { code: assigned };
    },
  };
}

function withoutEnding(path: string): string {
  return path.replace(/\.[tj]sx?(\?.*)?$/, '');
}
