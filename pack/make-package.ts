/**
 * The engine as a package: JavaScript with its types, beside what needs no compiling, below a `package.json` of its own.
 * Everything has the path that it has here, so that the engine finds its files in the same way.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Manifest, packageManifest } from './package-manifest.ts';

/** Read by people, by what each is called here. */
const papers = {
  'README.md': 'README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'test/newsrooms/extended/README.md': 'EXTENDING.md',
};

/** Makes the folder anew. `flags` are of the compiler; throws what it says if it fails. */
export function makePackage(root: string, folder: string, flags: readonly string[] = []): void {
  rmSync(folder, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  run(process.execPath, [compiler, '--project', 'tsconfig.build.json', '--outDir', folder, ...flags], root);
  for (const [path, name] of Object.entries(papers)) cpSync(join(root, path), join(folder, name));
  for (const path of notCompiled(root)) cpSync(join(root, path), join(folder, path));
  const nodeOf = readManifest(join(root, '.node/package.json'));
  const manifest = packageManifest(readManifest(join(root, 'package.json')), nodeOf);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The packed file's path, in the folder. */
export function packFolder(folder: string): string {
  const said = run('npm', ['pack', '--json'], folder);
  return join(folder, JSON.parse(said)[0].filename);
}

/** Styles, icons, words, hand-written types; scripts for browsers, whose bytes are as they were written. */
function notCompiled(root: string): string[] {
  const files = globSync('{src,layouts}/**/*.*', { cwd: root });
  return files
    .filter((path) => !/\.tsx?$/.test(path) || path.endsWith('.d.ts'))
    .filter((path) => path !== 'src/cli.js');
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
