/** Builds a commit with its own layouts, code and packages, from a checkout of its own: in another process, since code is loaded once. */
import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { MachineryError } from '../../errors.ts';
import type { Problem } from '../../problem.ts';
import type { BesideContent } from '../../source/beside-content.ts';
import { bringCheckout } from '../../source/kept-checkout.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { engineOf, installPackages } from '../checkout-packages.ts';
import type { BuildElsewhere, Built } from './two-states.ts';

const longestAnswer = 2 ** 30;

type From = {
  beside: BesideContent;
  /** For the checkout; the content folder. */
  folder: string;
  content: string;
  now: number;
  isUnpublished: boolean;
  /** Told that packages of another state had to do. */
  announce(sentence: string): void;
};

export function buildElsewhere({ beside, folder, content, now, isUnpublished, announce }: From): BuildElsewhere {
  return async (commit, { cache, out }) => {
    const { top, below = '' } = beside;
    bringCheckout(folder, commit, beside);
    const checkout = { top, folder, below };
    const newsroom = `${folder}/${below}`;
    makeFolder(newsroom);
    const why = installPackages(checkout);
    if (why !== undefined)
      announce(`The packages of ${commit.slice(0, 8)} could not be installed, so those at hand are used: ${why}`);
    const folders = ['--content', content, '--cache', cache, '--out', out];
    const at = new Date(now * 1000).toISOString();
    const command = ['build', '--commit', commit, ...folders, '--changed-only', '--now', at, '--json'];
    if (isUnpublished) command.push('--unpublished');
    const run = spawnSync(process.execPath, [engineOf(checkout), ...command], {
      cwd: newsroom,
      encoding: 'utf8',
      maxBuffer: longestAnswer,
    });
    if (run.error) throw run.error;
    if (run.status !== 0 && run.status !== 1)
      throw new MachineryError(
        `Commit ${commit.slice(0, 8)} could not be built with its own layouts and code, so there is nothing to compare with. ${run.stderr.trim()}`,
      );
    const report = JSON.parse(run.stdout) as Built;
    return { ...report, problems: report.problems.map((problem) => belowContent(problem, content)) };
  };
}

/** The other names files from its own folder. */
function belowContent(problem: Problem, content: string): Problem {
  return { ...problem, file: problem.file.startsWith('/') ? relative(content, problem.file) : problem.file };
}
