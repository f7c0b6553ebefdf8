/**
 * What the newsroom’s own `build` and `check` say of a commit, as CI would: each in a process of its own, in a folder of
 * its own beside the caches, so that nobody’s pages are touched.
 */
import { join, posix, relative, resolve, sep } from 'node:path';
import { MachineryError } from '../../errors.ts';
import { isFault, type Problem } from '../../problem.ts';
import { findRepository } from '../../source/repository.ts';
import { runEngine } from '../run-engine.ts';

/**
 * Faults alone: those of files, named from the top of the repository, and of pages, named by their addresses. Pages are not looked at
 * where the files have some.
 */
type Checked = { inFiles: Problem[]; onPages?: Problem[] };
export type Check = (commit: string) => Promise<Checked>;

type Settings = {
  newsroom: string;
  content: string;
  /** More of the build: when it is, and whose pictures it uses. */
  args: readonly string[];
  /** A folder of its own, for what is built and remembered. */
  cache: string;
};

/** One check after the other, since they share their folder. */
export function checkIn(settings: Settings): Check {
  let last: Promise<unknown> = Promise.resolve();
  return (commit) => {
    const checked = last.then(() => check(commit, settings));
    last = checked.catch(() => {});
    return checked;
  };
}

async function check(commit: string, { newsroom, content, args, cache }: Settings): Promise<Checked> {
  const out = join(cache, 'site');
  const below = findRepository(content)?.below ?? '';
  const folders = ['--newsroom', newsroom, '--content', content, '--cache', cache, '--out', out, '--format', 'json'];
  const ofContent = faultsIn(await problemsOf(['build', '--commit', commit, ...folders, ...args]));
  const inFiles = ofContent.map((problem) => ({
    ...problem,
    file: posix.join(below, between(content, resolve(newsroom, problem.file))),
  }));
  if (inFiles.length > 0) return { inFiles };
  const ofPages = faultsIn(await problemsOf(['check', ...folders]));
  const onPages = ofPages.map((problem) => ({ ...problem, file: addressOf(resolve(newsroom, problem.file), out) }));
  return { inFiles, onPages };
}

function faultsIn(problems: Problem[]): Problem[] {
  return problems.filter(isFault);
}

function between(folder: string, file: string): string {
  return relative(folder, file).replaceAll(sep, '/');
}

/** As readers ask for it. */
function addressOf(file: string, out: string): string {
  return `/${relative(out, file)
    .replaceAll(sep, '/')
    .replace(/(^|\/)index\.html$/, '$1')}`;
}

async function problemsOf(args: readonly string[]): Promise<Problem[]> {
  const { code, printed, said } = await runEngine(args);
  if (code === 0 || code === 1) return JSON.parse(printed);
  throw new MachineryError(said || 'The check was stopped.');
}
