/**
 * The engine as a package: its program in a few files, with its types, beside what needs no compiling, below a
 * `package.json` of its own. What is found by its path has the path that it has here.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { minifiedFile, minifiedOf } from '../layouts/css.ts';
import { stemmerNames } from '../src/content/search/stemmer.ts';
import { bundleSearchScript } from '../src/render/bundle-search-script.ts';
import { packedScripts } from '../src/render/search-script.ts';
import { madeTogether, togetherAndApart } from '../src/render/together.ts';
import { writeBundle } from './bundle.ts';
import { type Manifest, packageManifest } from './package-manifest.ts';

/** Read by people, by what each is called here. */
const papers = {
  'README.md': 'README.md',
  'CHANGELOG.md': 'CHANGELOG.md',
  LICENSE: 'LICENSE',
  'test/newsrooms/extended/README.md': 'EXTENDING.md',
};

/** Makes the folder anew. Throws what the compilers say if they fail. */
export async function makePackage(root: string, folder: string, { types = true } = {}): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const compiler = join(root, 'node_modules/typescript/bin/tsc');
  if (types) run(process.execPath, [compiler, '--project', 'tsconfig.build.json', '--outDir', folder], root);
  const bundled = await writeBundle(root, folder);
  mkdirSync(join(folder, packedScripts), { recursive: true });
  for (const stemmer of stemmerNames)
    writeFileSync(join(folder, packedScripts, `${stemmer}.js`), await bundleSearchScript(root, stemmer));
  for (const [path, name] of Object.entries(papers)) cpSync(join(root, path), join(folder, name));
  writeFileSync(join(folder, madeTogether), togetherAndApart(folder));
  for (const path of notCompiled(root)) cpSync(join(root, path), join(folder, path));
  const sheets = globSync('layouts/styles/*.css', { cwd: root });
  const texts = Object.fromEntries(sheets.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
  writeFileSync(join(folder, minifiedFile), JSON.stringify(minifiedOf(texts)));
  writeFileSync(join(folder, 'BUNDLED.md'), licencesOf(bundled));
  const nodeOf = readManifest(join(root, '.node/package.json'));
  const manifest = packageManifest(readManifest(join(root, 'package.json')), nodeOf);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The packed file's path, in the folder. */
export function packFolder(folder: string): string {
  const said = run('npm', ['pack', '--json'], folder);
  return join(folder, JSON.parse(said)[0].filename);
}

/** Styles, icons, words, schemas, hand-written types; scripts for browsers, whose bytes are as they were written. */
function notCompiled(root: string): string[] {
  const files = globSync('{src,layouts,schemas}/**/*.*', { cwd: root });
  return files
    .filter((path) => !/\.tsx?$/.test(path) || path.endsWith('.d.ts'))
    .filter((path) => path !== 'src/cli.js');
}

/** What each of some packages, given by their folders, may be used under, as it says itself. */
function licencesOf(packages: readonly string[]): string {
  const parts = packages.map((folder) => {
    const { name, version, license } = readManifest(join(folder, 'package.json'));
    const file = readdirSync(folder).find((each) => /^(licen[cs]e|copying)/i.test(each));
    const text =
      file === undefined ? `${license}, as its package.json says.` : readFileSync(join(folder, file), 'utf8').trim();
    return `## ${name} ${version}\n\n${text}\n`;
  });
  return `# Packages that are part of Broadsheet’s files\n\n${parts.join('\n')}`;
}

function readManifest(file: string): Manifest {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function run(command: string, args: readonly string[], cwd: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} failed:\n${stdout}${stderr}`);
  return stdout;
}
